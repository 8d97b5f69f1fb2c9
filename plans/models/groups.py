"""Who answers for a group of rows, and by whose authority, given once for all of them (Notice 242, I)."""

from django.db import models
from uuid_utils.compat import uuid7

from notation import limits

from .plans import Plan


class PlanGroup(models.Model):
    """Person and authority of the rows of one `section`; a row that says its own goes before them."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="groups")
    section = models.CharField(max_length=limits.ROW["section"])
    person = models.CharField(max_length=limits.ROW["person"], blank=True)
    authority = models.CharField(max_length=limits.ROW["authority"], blank=True)

    class Meta:
        ordering = ["section"]
        constraints = [models.UniqueConstraint(fields=["plan", "section"], name="group_once")]

    def __str__(self) -> str:
        return self.section
