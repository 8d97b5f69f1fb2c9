"""Reports on a period: the unit's word, the monitoring unit's beside it, proposals, and what came afterwards."""

from django.db import models
from uuid_utils.compat import uuid7

from notation import limits
from organization.models import Unit, User
from periods.models import Period
from plans.models import MonitoringItem, PlanRow
from workflow.models import Case


class UnitReport(models.Model):
    """báo cáo kết quả thực hiện: one unit's results in one period on the rows that one monitoring unit follows.

    `owed`: False where the unit answers for none of them and began it of itself, to say something beside the unit that does.
    """

    case = models.OneToOneField(Case, on_delete=models.PROTECT, primary_key=True, related_name="unit_report")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="unit_reports")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    monitor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    owed = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["period", "unit", "monitor"], name="unit_report_once")]

    def __str__(self) -> str:
        return f"{self.period_id} {self.unit_id} to {self.monitor_id}"


class MonitoringReport(models.Model):
    """báo cáo tháng: the Notice's form, one per monitoring unit and period."""

    case = models.OneToOneField(
        Case, on_delete=models.PROTECT, primary_key=True, related_name="monitoring_report"
    )
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="monitoring_reports")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["period", "unit"], name="monitoring_report_once")]

    def __str__(self) -> str:
        return f"{self.period_id} {self.unit_id}"


class Word(models.Model):
    """What is said of one row in one period, by the unit or by the one that follows it.

    `done` is None while nothing was said. A row that is done says when. One that is not has a cause and a remedy with the day that is
    promised when it is overdue, and the expected day when it is still in time. `evidence` is a list of
    {"kind": file, link or document, "value": SHA-256, address or number, "name"}.
    """

    row = models.ForeignKey(PlanRow, on_delete=models.PROTECT, related_name="+")
    done = models.BooleanField(null=True)
    completed_on = models.DateField(null=True)
    result = models.TextField(blank=True)
    value = models.DecimalField(max_digits=limits.DIGITS, decimal_places=limits.DECIMALS, null=True)
    cause = models.TextField(blank=True)
    remedy = models.TextField(blank=True)
    promised_on = models.DateField(null=True)
    expected_on = models.DateField(null=True)
    evidence = models.JSONField(default=list)

    class Meta:
        abstract = True


class Result(Word):
    """The unit's word."""

    report = models.ForeignKey(UnitReport, on_delete=models.CASCADE, related_name="results")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "row"], name="result_once")]
        indexes = [models.Index(fields=["row"], name="result_of_row")]

    def __str__(self) -> str:
        return f"{self.report_id} {self.row_id}"


class Judgement(Word):
    """What the monitoring unit finds of a row; stands beside the unit's word, and without it.

    `judged`: digest of the word that it judged; empty: the unit had said nothing. A word signed later is judged anew.
    `shares`: of a row that a class of units leads, code of each unit that was asked -> {"done", "judged"}.
    """

    agreed = models.BooleanField(default=False)
    judged = models.CharField(max_length=limits.DIGEST, blank=True)
    shares = models.JSONField(default=dict)

    class Meta:
        abstract = True


class Finding(Judgement):
    """kết quả theo dõi: the monitoring unit's verdict in its report of the period."""

    report = models.ForeignKey(MonitoringReport, on_delete=models.CASCADE, related_name="findings")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "row"], name="finding_once")]
        indexes = [models.Index(fields=["row"], name="finding_of_row")]

    def __str__(self) -> str:
        return f"{self.report_id} {self.row_id}"


class EarlierFinding(Judgement):
    """The verdict on a row of the month before, of which its monitoring unit signed nothing then: asked for in the report of
    the month after, outside of its N. It is the finding of `period`, not of its report's (docs/adr/0032)."""

    report = models.ForeignKey(MonitoringReport, on_delete=models.CASCADE, related_name="earlier_findings")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "row"], name="earlier_finding_once")]
        indexes = [models.Index(fields=["row"], name="earlier_finding_of_row")]

    def __str__(self) -> str:
        return f"{self.report_id} {self.row_id} of {self.period_id}"


class MonitoredItem(models.Model):
    """What a monitoring unit looked at for an item with a minimum (Notice 242, II.7: at least 3 units a month)."""

    report = models.ForeignKey(MonitoringReport, on_delete=models.CASCADE, related_name="monitored")
    item = models.ForeignKey(MonitoringItem, on_delete=models.PROTECT, related_name="+")
    units = models.ManyToManyField(Unit, related_name="+")
    shortfall = models.CharField(max_length=limits.SHORTFALL, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "item"], name="monitored_item_once")]

    def __str__(self) -> str:
        return f"{self.report_id} {self.item_id}"


class Progress(models.Model):
    """An entry of the weekly cadence (Notice 242, II.3: Resolution 57) inside the month's report."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    report = models.ForeignKey(MonitoringReport, on_delete=models.CASCADE, related_name="progress")
    item = models.ForeignKey(MonitoringItem, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    text = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.on} {self.text[:60]}"


class Proposal(models.Model):
    """kiến nghị, đề xuất: written in a report, rises word for word, comes back answered by the leadership."""

    class Answer(models.TextChoices):
        ACCEPTED = "accepted"
        DECLINED = "declined"
        NOTED = "noted"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="proposals")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    answer = models.CharField(max_length=limits.SHORT_WORD, choices=Answer.choices, blank=True)
    answer_text = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["case", "position"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | (~models.Q(answer="") & models.Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="proposal_answered_by_and_at",
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]


class RowUpdate(Word):
    """cập nhật sau báo cáo: what became of one row between the reports of a period and the meeting that hears it.

    A case of its own: the unit's head signs it, the monitoring unit confirms it, no report is reopened for it.
    """

    case = models.OneToOneField(Case, on_delete=models.PROTECT, primary_key=True, related_name="row_update")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="updates")

    class Meta:
        ordering = ["case_id"]
        indexes = [models.Index(fields=["period", "row"], name="update_of_row")]

    def __str__(self) -> str:
        return f"{self.period_id} {self.row_id}"


class OpeningSheet(models.Model):
    """phiếu đầu kỳ: what became, before the first month that is reported on here, of the rows of one unit that were due by then.

    Its case's unit answers for the rows, its head signs, whoever follows their plans confirms. `period` is that first month,
    `until` the last day before it.
    """

    case = models.OneToOneField(
        Case, on_delete=models.PROTECT, primary_key=True, related_name="opening_sheet"
    )
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="opening_sheets")
    until = models.DateField()

    def __str__(self) -> str:
        return f"{self.case_id} until {self.until}"


class OpeningRow(models.Model):
    """What is said of one row, by the id of its first revision; `text` and `due_text` as they were when it was asked.

    `due_on` is the last day of its time before the first month. Of what is done it says when, and may show evidence.
    """

    class Standing(models.TextChoices):
        DONE = "done"
        OPEN = "open"
        UNCLEAR = "unclear"

    sheet = models.ForeignKey(OpeningSheet, on_delete=models.CASCADE, related_name="rows")
    row = models.ForeignKey(PlanRow, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    due_text = models.TextField(blank=True)
    due_on = models.DateField()
    standing = models.CharField(max_length=limits.SHORT_WORD, choices=Standing.choices, blank=True)
    completed_on = models.DateField(null=True)
    note = models.TextField(blank=True)
    evidence = models.JSONField(default=list)

    class Meta:
        ordering = ["sheet", "position"]
        constraints = [models.UniqueConstraint(fields=["sheet", "row"], name="opening_row_once")]
        indexes = [models.Index(fields=["row"], name="opening_of_row")]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.position} {self.standing}"
