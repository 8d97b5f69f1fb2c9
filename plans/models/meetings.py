"""Consolidations of a period, and the meeting that hears them."""

from django.db import models
from uuid_utils.compat import uuid7

from organization.models import Institution, User
from workflow.models import Case

from .plans import Period


class Consolidation(models.Model):
    """tổng hợp: the office's document that carries the cases of a period to the leadership."""

    case = models.OneToOneField(
        Case, on_delete=models.PROTECT, primary_key=True, related_name="consolidation"
    )
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="consolidations")

    def __str__(self) -> str:
        return str(self.case_id)


class ConsolidationItem(models.Model):
    """A case inside a consolidation, with the digest that it had when it was taken in."""

    consolidation = models.ForeignKey(Consolidation, on_delete=models.PROTECT, related_name="items")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="inside")
    digest = models.CharField(max_length=64)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["consolidation", "case"], name="inside_once")]

    def __str__(self) -> str:
        return f"{self.case_id} in {self.consolidation_id}"


class Meeting(models.Model):
    """giao ban: the leadership hears consolidations; closing it presents them and all inside."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="meetings")
    title = models.CharField(max_length=500)
    held_at = models.DateTimeField()
    consolidations = models.ManyToManyField(Consolidation, related_name="meetings")
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-held_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True, closed_by__isnull=True)
                | models.Q(closed_at__isnull=False, closed_by__isnull=False),
                name="closed_at_and_by",
            )
        ]

    def __str__(self) -> str:
        return self.title
