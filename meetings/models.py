"""Consolidations of a period, and the meeting that hears them."""

from django.db import models
from uuid_utils.compat import uuid7

from notation import limits
from organization.models import Institution, Unit, User
from periods.models import Period
from plans.models import MonitoringItem, Plan, PlanRow
from workflow.models import Case


class Consolidation(models.Model):
    """tổng hợp: the office's document that carries the cases of a period to the leadership.

    `unchecked_reason` says why it goes up without the check of reports that were signed. `supplement_of` is the signed one that it adds to: what came late, or was corrected, before the meeting.
    """

    case = models.OneToOneField(
        Case, on_delete=models.PROTECT, primary_key=True, related_name="consolidation"
    )
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="consolidations")
    assessment = models.TextField(blank=True)
    unchecked_reason = models.TextField(blank=True)
    supplement_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="supplements")

    def __str__(self) -> str:
        return str(self.case_id)


class Highlight(models.Model):
    """A row that the office puts before the leadership; the rest stands in the annex."""

    consolidation = models.ForeignKey(Consolidation, on_delete=models.CASCADE, related_name="highlights")
    row = models.ForeignKey(PlanRow, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["consolidation", "row"], name="highlight_once")]

    def __str__(self) -> str:
        return f"{self.row_id} in {self.consolidation_id}"


class ConsolidationItem(models.Model):
    """A case inside a consolidation, with the digest that it had when it was taken in."""

    consolidation = models.ForeignKey(Consolidation, on_delete=models.PROTECT, related_name="items")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="inside")
    digest = models.CharField(max_length=limits.DIGEST)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["consolidation", "case"], name="inside_once")]

    def __str__(self) -> str:
        return f"{self.case_id} in {self.consolidation_id}"


class Meeting(models.Model):
    """giao ban: the leadership hears consolidations; closing it presents them and all inside.

    `conclusions` is the plan of its conclusions: the office's draft until the leadership signs it, after the close.
    `in_writing`: there was no meeting, the leadership took the report in writing ("báo cáo bằng văn bản, không họp giao
    ban"). `reminded_at`: when the leadership was reminded that the conclusions wait for a signature.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="meetings")
    title = models.CharField(max_length=limits.MEETING_TITLE)
    held_at = models.DateTimeField()
    consolidations = models.ManyToManyField(Consolidation, related_name="meetings")
    conclusions = models.OneToOneField(Plan, on_delete=models.PROTECT, null=True, related_name="meeting")
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    in_writing = models.BooleanField(default=False)
    reminded_at = models.DateTimeField(null=True)

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


class Acknowledgement(models.Model):
    """A unit has read the conclusions that concern it."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="acknowledgements")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "unit"], name="acknowledged_once")]

    def __str__(self) -> str:
        return f"{self.unit_id} read {self.plan_id}"


class InaccurateResult(models.Model):
    """The leadership's word, recorded at a meeting, that the result of an item in a report it heard is inaccurate.

    It points at Notice 242, II.8 as what the admin office finds does, and decides nothing. `title` is what the item was
    called then.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="inaccurate_results")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(MonitoringItem, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=limits.TITLE)
    reason = models.TextField()
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["said_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "period", "unit", "item"], name="inaccurate_once")
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.item_id}"


class Consequence(models.Model):
    """What the leadership decided where Notice 242, II.8 counts a task of the rector as not completed.

    Never automatic: what the rule points at is listed, the leadership records applied or not applied. `title` is what the
    item was called when it decided.
    """

    class Trigger(models.TextChoices):
        NO_RESULT = "no-result"
        INACCURATE = "inaccurate"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="consequences")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(MonitoringItem, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=limits.TITLE)
    trigger = models.CharField(max_length=limits.WORD, choices=Trigger.choices)
    applied = models.BooleanField()
    reason = models.TextField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["decided_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "period", "unit", "item", "trigger"], name="consequence_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.trigger} {'applied' if self.applied else 'not applied'}"
