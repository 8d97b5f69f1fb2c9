"""Plans, their rows (Phụ lục 1 of Notice 242/TB-CĐSL), and who follows them."""

from typing import Any, Self

from django.db import models
from uuid_utils.compat import uuid7

from approvals.models import Evidence
from notation import limits
from organization.models import Unit, UnitClass
from periods.models import Period
from workflow.models import Case

#: Begins the code of a class of units where codes of units stand; no unit's code has a colon.
CLASS = "class:"
#: Code of a class -> what it is a class of.
CLASSES = {CLASS + one: one for one in UnitClass.values}
#: Kinds of cases that are plans.
CASE_KINDS = ("plan", "conclusions")


class Plan(models.Model):
    """kế hoạch: what a unit sets out to do; its title, unit and state are its case's.

    Kinds (Notice 242, II): a plan, a bare target, a bare task; conclusions come from a meeting.
    `number` is the document's own number as written; `issued_*` are set when it was issued on paper (`issued_assigning`: on
    the paper that assigns it, it has none of its own).

    A supplement (kế hoạch điều chỉnh, bổ sung; Notice 242, I.2) is a plan with its own case: `root` is the first of its line,
    itself for that, `revision` counts from 0. `asked_from` is the first day of the month from which it is asked to hold, None:
    the first month that is still to be reported on when it is adopted. `since` and `until` say, once that is settled, the
    months that the rows of this revision are reported in: from the first, up to before the second; None: from the beginning,
    until now.

    `person` and `authority` are given once for every row that says neither, nor its group (`PlanGroup`). `of_institution`: it is
    drafted for the institution, not for the unit itself; `exemption`: why such a one claims that it need not be clear in six ways
    (Notice 242, I.1). `renews`: the first revision of the plan of an earlier year that it carries on.
    """

    class Kind(models.TextChoices):
        PLAN = "plan"
        TARGET = "target"
        TASK = "task"
        CONCLUSIONS = "conclusions"

    case = models.OneToOneField(Case, on_delete=models.PROTECT, primary_key=True, related_name="plan")
    kind = models.CharField(max_length=limits.WORD, choices=Kind.choices, default=Kind.PLAN)
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="plans")
    number = models.CharField(max_length=limits.DOCUMENT_NUMBER, blank=True)
    note = models.TextField(blank=True)
    search = models.TextField(blank=True)
    demo = models.BooleanField(default=False)
    historical = models.BooleanField(default=False)
    person = models.CharField(max_length=limits.ROW["person"], blank=True)
    authority = models.CharField(max_length=limits.ROW["authority"], blank=True)
    of_institution = models.BooleanField(default=False)
    exemption = models.TextField(blank=True)
    renews = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="renewals")
    root = models.ForeignKey("self", on_delete=models.PROTECT, related_name="line")
    revision = models.PositiveSmallIntegerField(default=0)
    asked_from = models.DateField(null=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    issued_number = models.CharField(max_length=limits.DOCUMENT_NUMBER, blank=True)
    issued_date = models.DateField(null=True)
    issued_signer = models.CharField(max_length=limits.PERSON, blank=True)
    issued_evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, null=True, related_name="+")
    issued_assigning = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["root", "revision"], name="revision_once"),
            models.CheckConstraint(
                condition=models.Q(revision=0, root=models.F("case"), asked_from=None, since=None)
                | (models.Q(revision__gt=0) & ~models.Q(root=models.F("case"))),
                name="revision_has_a_root",
            ),
            models.CheckConstraint(
                condition=models.Q(issued_number="", issued_date__isnull=True, issued_evidence__isnull=True)
                | (
                    ~models.Q(issued_number="")
                    & models.Q(issued_date__isnull=False, issued_evidence__isnull=False)
                ),
                name="issued_is_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(exemption="") | models.Q(of_institution=True), name="exempt_of_institution"
            ),
        ]

    def __str__(self) -> str:
        return str(self.case_id)


class PlanRow(models.Model):
    """One target or task of a plan. Wording is kept as written; `due` is what was understood of `due_text`.

    `key` is the id of the row of the first revision that had it: whatever is said of it in reports is said of that one.
    `ended`: it is done with from this revision on; `reason`: why this revision changes, adds or ends it. `carried_from`: the
    key of the row of an earlier year that it carries on.
    """

    class Kind(models.TextChoices):
        TARGET = "target"
        TASK = "task"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="rows")
    key = models.UUIDField()
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=limits.SHORT_WORD, choices=Kind.choices)
    section = models.CharField(max_length=limits.ROW["section"], blank=True)
    number = models.CharField(max_length=limits.ROW["number"], blank=True)
    text = models.TextField(blank=True)
    lead_text = models.CharField(max_length=limits.ROW["lead_text"], blank=True)
    coordinating_text = models.CharField(max_length=limits.ROW["coordinating_text"], blank=True)
    due_text = models.CharField(max_length=limits.ROW["due_text"], blank=True)
    due = models.JSONField(null=True)
    product = models.TextField(blank=True)
    person = models.CharField(max_length=limits.ROW["person"], blank=True)
    authority = models.CharField(max_length=limits.ROW["authority"], blank=True)
    note = models.TextField(blank=True)
    ended = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    carried_from = models.UUIDField(null=True)
    demo = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["plan", "key"], name="row_once_in_a_revision")]
        indexes = [
            models.Index(fields=["plan", "position"], name="row_of_plan"),
            models.Index(fields=["key"], name="row_by_key"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.text[:60]}"

    @classmethod
    def first(cls, **columns: Any) -> Self:
        """A row that no earlier revision has, not in the database yet."""
        own = uuid7()
        return cls(id=own, key=own, **columns)


class RowDigest(models.Model):
    """The digest of what a row of an open draft says, kept so that no other row is hashed when one changes (docs/adr/0052). A row
    without one is read and hashed; whoever writes rows takes theirs away (`plans.actions.leaves`)."""

    row = models.OneToOneField(PlanRow, on_delete=models.CASCADE, primary_key=True, related_name="hashed")
    digest = models.CharField(max_length=limits.DIGEST)

    def __str__(self) -> str:
        return self.digest


class RowUnit(models.Model):
    """A unit, or a class of units, that leads (chủ trì) or coordinates (phối hợp) a row; who leads first answers for it."""

    class Part(models.TextChoices):
        LEAD = "lead"
        COORDINATING = "coordinating"

    row = models.ForeignKey(PlanRow, on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    unit_class = models.CharField(max_length=limits.WORD, choices=UnitClass.choices, blank=True)
    part = models.CharField(max_length=limits.WORD, choices=Part.choices)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["row", "unit", "part"], name="row_unit_part_once"),
            models.UniqueConstraint(
                fields=["row", "unit_class", "part"],
                condition=~models.Q(unit_class=""),
                name="row_class_part_once",
            ),
            models.CheckConstraint(
                condition=models.Q(unit__isnull=False, unit_class="")
                | (models.Q(unit__isnull=True) & ~models.Q(unit_class="")),
                name="row_unit_or_class",
            ),
        ]
        indexes = [
            models.Index(fields=["unit_class"], condition=~models.Q(unit_class=""), name="rows_of_class")
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.unit_id or self.unit_class}"

    @property
    def code(self) -> str:
        """The unit's code, or that of the class."""
        return self.unit.code if self.unit else CLASS + self.unit_class

    @property
    def name(self) -> str:
        """What it is called on paper."""
        return self.unit.name if self.unit else str(UnitClass(self.unit_class).label)
