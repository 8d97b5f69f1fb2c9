"""The years that plans are for, the months that are reported on, and when each step of a month is due."""

from datetime import time

from django.db import models
from uuid_utils.compat import uuid7

from notation import limits
from organization.models import Institution, Unit, User
from workflow.models import Case

#: The four due points of a period, in their order; see Period.
DUE_POINTS = ("unit_due_at", "office_due_at", "leadership_due_at", "meeting_at")


class Period(models.Model):
    """kỳ: a year or school year that plans are for, or a month, quarter, half-year, nine months, semester, year or review that is reported on.

    Both days belong to it. A period is reported on once its due points were confirmed: `unit_due_at` (unit to
    monitoring unit), `office_due_at` (monitoring unit to office: Notice 242, II.8), `leadership_due_at` (office
    to leadership) and `meeting_at`. What comes at a due point or after it is late. `override_reason` tells why
    they are not what the rule says, `corrections` (`periods.rules.corrections`) what they were before each change. `summed_at`: what moment the first signed consolidation of it shows. `heard_at`: when it closed,
    with the first meeting that heard it or by the leadership's word without one. `first_semester_ends`: of a school year, the last
    day of semester I where the institution said it; None: the end of January.
    """

    class Kind(models.TextChoices):
        YEAR = "year"
        SCHOOL_YEAR = "school-year"
        QUARTER = "quarter"
        HALF_YEAR = "half-year"
        NINE_MONTHS = "nine-months"
        SEMESTER = "semester"
        MONTH = "month"
        REVIEW = "review"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="periods")
    kind = models.CharField(max_length=limits.WORD, choices=Kind.choices)
    label = models.CharField(max_length=limits.PERIOD)
    starts = models.DateField()
    ends = models.DateField()
    unit_due_at = models.DateTimeField(null=True)
    office_due_at = models.DateTimeField(null=True)
    leadership_due_at = models.DateTimeField(null=True)
    meeting_at = models.DateTimeField(null=True)
    override_reason = models.CharField(max_length=limits.OVERRIDE_REASON, blank=True)
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    corrections = models.JSONField(default=list)
    summed_at = models.DateTimeField(null=True)
    heard_at = models.DateTimeField(null=True)
    first_semester_ends = models.DateField(null=True)

    class Meta:
        ordering = ["-starts", "label"]
        constraints = [
            models.UniqueConstraint(fields=["institution", "label"], name="period_label_once"),
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="period_ends_after_start"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    **{f"{name}__isnull": True for name in (*DUE_POINTS, "confirmed_by", "confirmed_at")}
                )
                | models.Q(
                    unit_due_at__lte=models.F("office_due_at"),
                    office_due_at__lte=models.F("leadership_due_at"),
                    leadership_due_at__lte=models.F("meeting_at"),
                    confirmed_by__isnull=False,
                    confirmed_at__isnull=False,
                ),
                name="due_points_whole_and_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def is_reported(self) -> bool:
        """Whether units report on it: its due points were confirmed."""
        return self.confirmed_at is not None


class DeadlineRule(models.Model):
    """How an institution reads "17:00 on the Wednesday of the last week of the month" (Notice 242, II.8).

    `unit_days` working days before that moment units owe their reports, `leadership_days` and `meeting_days`
    working days after it follow the office's report and the meeting. `begins`: the first day of the first month that is reported
    on here (docs/adr/0049); None: every month is.
    """

    class Reading(models.TextChoices):
        LAST_WEDNESDAY = "last-wednesday"
        LAST_WEEK = "last-week"

    institution = models.OneToOneField(
        Institution, on_delete=models.PROTECT, primary_key=True, related_name="deadline_rule"
    )
    reading = models.CharField(
        max_length=limits.WORD, choices=Reading.choices, default=Reading.LAST_WEDNESDAY
    )
    hour = models.TimeField(default=time(17))
    unit_days = models.PositiveSmallIntegerField(default=2)
    leadership_days = models.PositiveSmallIntegerField(default=1)
    meeting_days = models.PositiveSmallIntegerField(default=2)
    meeting_hour = models.TimeField(default=time(8))
    begins = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.institution_id} {self.reading}"


class Opening(models.Model):
    """A closed period, opened again for one unit until a day: by the office, or with a report that was reopened (`case`).

    `ends_at` is the end of that day where the institution is. An opening is never changed: a later one adds to it. `along`: of a
    monitoring unit, opened in the same act so that it can judge what that unit reports then.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="openings")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    until = models.DateField()
    ends_at = models.DateTimeField()
    reason = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    along = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["period", "unit", "-ends_at"], name="opening_of_unit")]

    def __str__(self) -> str:
        return f"{self.period_id} {self.unit_id} {self.until}"
