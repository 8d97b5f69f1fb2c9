"""phân công theo dõi: what is followed, and which unit follows it from when to when (Notice 242, II)."""

from datetime import datetime
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from notation import limits
from organization.models import Institution, Unit, User
from periods.models import Period
from plans.words import Minimum

from .plans import Plan


class MonitoringItem(models.Model):
    """đầu việc theo dõi: an item of the Notice: one plan, or a class of plans under a title of its own.

    "Kế hoạch năm học của nhà trường và các đơn vị" is one item over many plans (II.1). An item of one plan has the
    plan's id and no title: it is called as the plan is. `source` is the document that assigns it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="items")
    title = models.CharField(max_length=limits.TITLE, blank=True)
    source = models.CharField(max_length=limits.ITEM_SOURCE, blank=True)
    many = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "title"], condition=Q(many=True), name="class_of_plans_once"
            ),
            models.CheckConstraint(condition=Q(many=False, title="") | ~Q(title=""), name="class_has_title"),
        ]

    def __str__(self) -> str:
        return self.title or str(self.id)


class MonitoringAssignment(models.Model):
    """Which unit follows an item, or a plan under it, how often, and the least it must look at.

    Nothing is overwritten: who followed when stays. `since` is None from the beginning, `until` None until now; each plan
    has exactly one that is in force. `plan` is None for the item itself; `by` is None where nobody was assigned yet, so that
    the admin office follows: the first assignment takes its place from the beginning.
    """

    class Cadence(models.TextChoices):
        MONTHLY = "monthly"
        WEEKLY_AND_MONTHLY = "weekly-and-monthly"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    item = models.ForeignKey(MonitoringItem, on_delete=models.PROTECT, related_name="assignments")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, null=True, related_name="followed")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="monitored")
    cadence = models.CharField(max_length=limits.WORD, choices=Cadence.choices, default=Cadence.MONTHLY)
    minimum_value = models.PositiveIntegerField(null=True)
    minimum_unit = models.CharField(max_length=limits.MEASURE, blank=True)
    since = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=Q(until=None), name="one_follows_a_plan"),
            models.UniqueConstraint(
                fields=["item"], condition=Q(plan=None, until=None), name="one_follows_an_item"
            ),
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(since__lte=F("until")), name="followed_forwards"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} follows {self.plan_id or self.item_id}"

    @property
    def minimum(self) -> Minimum | None:
        """The least that is looked at in a month."""
        return {"value": self.minimum_value, "unit": self.minimum_unit} if self.minimum_value else None

    @property
    def class_id(self) -> UUID | None:
        """The class of plans under which a plan is followed; None where it is an item of its own."""
        return self.item_id if self.item_id != self.plan_id else None


def in_force(at: datetime, prefix: str = "") -> Q:
    """The assignments in force at a moment: a condition on them; `prefix` leads to them ("followed__")."""
    begun = Q(**{f"{prefix}since": None}) | Q(**{f"{prefix}since__lte": at})
    return begun & (Q(**{f"{prefix}until": None}) | Q(**{f"{prefix}until__gt": at}))
