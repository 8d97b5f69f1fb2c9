"""Handovers (bàn giao công việc): what one person of a unit followed, had or owed goes to another, in one signed act."""

from django.db import models
from uuid_utils.compat import uuid7

from notation import limits
from organization.models import User
from workflow.models import Case


class Handover(models.Model):
    """bàn giao: from one person of the case's unit to another; both are called as they were when it was written."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, primary_key=True, related_name="handover")
    giver = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    giver_name = models.CharField(max_length=limits.PERSON)
    taker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    taker_name = models.CharField(max_length=limits.PERSON)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.giver_id} to {self.taker_id}"


class HandoverItem(models.Model):
    """One thing that goes along; see `words.HandedItem`. `target` has no key: it is of one of several tables."""

    class Kind(models.TextChoices):
        PLAN = "plan"
        ROW = "row"
        REMARK = "remark"
        PROMISE = "promise"
        FILE = "file"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    handover = models.ForeignKey(Handover, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=limits.SHORT_WORD, choices=Kind.choices)
    target = models.UUIDField()
    within = models.UUIDField(null=True)
    text = models.CharField(max_length=limits.ABOUT)
    day = models.DateField(null=True)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        indexes = [models.Index(fields=["kind", "target"], name="handed_target")]
        constraints = [models.UniqueConstraint(fields=["handover", "kind", "target"], name="handed_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.text[:60]}"
