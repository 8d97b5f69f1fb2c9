"""Reports over the wire."""

from rest_framework import serializers

from approvals.serializers import CaseColumns
from notation import limits
from organization.http.serializers import Output, PageFilter, Reasons, StrictSerializer
from plans.models import MonitoringAssignment
from plans.serializers import MinimumOutput, OfficerOutput
from reports.models import Proposal

from .matrix import STATUSES
from .rows import (
    EarlierRowOutput,
    MonitoredRowOutput,
    NextRowOutput,
    PutOffOutput,
    UnitRowOutput,
    VerdictInput,
    WordInput,
)

REPORT_KINDS = ("unit", "monitoring")


class ReportFilter(PageFilter):
    """Which reports."""

    kind = serializers.ChoiceField(choices=REPORT_KINDS)
    period = serializers.CharField(max_length=limits.PERIOD, required=False)
    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False)


class ResultsInput(StrictSerializer):
    """The unit's word on rows of its report; rows that are left out stay as they are."""

    rows = WordInput(many=True, max_length=limits.ROWS)  # type: ignore[call-arg]


class FindingsInput(StrictSerializer):
    """Verdicts on rows of a monitoring report, and on those of the month before that it asks for (`earlier`); rows that are
    left out stay as they are."""

    findings = VerdictInput(many=True, max_length=limits.ROWS)  # type: ignore[call-arg]
    earlier = VerdictInput(many=True, required=False, max_length=limits.ROWS)  # type: ignore[call-arg]


class AgreeInput(StrictSerializer):
    """Agree with one unit, or with all."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False)


class MonitoredInput(StrictSerializer):
    """Which units were looked at for an item, and why fewer than its minimum."""

    item = serializers.UUIDField()
    units = serializers.ListField(
        child=serializers.CharField(max_length=limits.UNIT_CODE), max_length=limits.UNITS_IN_CLASS
    )
    shortfall = serializers.CharField(
        max_length=limits.SHORTFALL, required=False, default="", allow_blank=True
    )


class ProgressInput(StrictSerializer):
    """An entry of the weekly cadence."""

    item = serializers.UUIDField()
    on = serializers.DateField()
    text = serializers.CharField(max_length=limits.TEXT)


class ReportChanges(StrictSerializer):
    """What changes in an open report; what is left out stays."""

    proposals = serializers.ListField(
        child=serializers.CharField(max_length=limits.TEXT), required=False, max_length=limits.PROPOSALS
    )
    monitored = MonitoredInput(many=True, required=False, max_length=limits.ITEMS)  # type: ignore[call-arg]
    progress = ProgressInput(many=True, required=False, max_length=limits.ITEMS)  # type: ignore[call-arg]


class ProposalOutput(Output):
    """A proposal, by whom, and the leadership's answer; `answer` is empty until then."""

    id = serializers.UUIDField()
    text = serializers.CharField()
    unit = serializers.CharField()
    answer = serializers.ChoiceField(choices=Proposal.Answer.choices, allow_blank=True)
    answer_text = serializers.CharField()


class FiguresOutput(Output):
    """N = k + m."""

    due = serializers.IntegerField()
    done = serializers.IntegerField()
    not_done = serializers.IntegerField()


class ProgressOutput(Output):
    """An entry of the weekly cadence."""

    on = serializers.DateField()
    text = serializers.CharField()


class MonitoredItemOutput(FiguresOutput):
    """An item of the Notice's form, parts I and II: one plan or a class of plans."""

    item = serializers.UUIDField()
    title = serializers.CharField()
    cadence = serializers.ChoiceField(choices=MonitoringAssignment.Cadence.choices)
    minimum = MinimumOutput(allow_null=True)
    units = serializers.ListField(child=serializers.CharField())
    shortfall = serializers.CharField()
    progress = ProgressOutput(many=True)


class MonitoredPlanOutput(FiguresOutput):
    """A plan under an item of the form, with its rows."""

    plan = serializers.UUIDField()
    item = serializers.UUIDField()
    title = serializers.CharField()
    number = serializers.CharField()
    rows = MonitoredRowOutput(many=True)
    extended = PutOffOutput(many=True)


class ExtensionFiguresOutput(Output):
    """How many rows of the period were put off beyond it, how many that were put off were done in time by the day that was
    granted, and how many of all done ones that were put off came after their first day."""

    put_off = serializers.IntegerField()
    done_in_time = serializers.IntegerField()
    late_on_original = serializers.IntegerField()


class ReportSummaryOutput(CaseColumns):
    """A report in a list; `status` tells whether its head's first signature was on time."""

    kind = serializers.ChoiceField(choices=REPORT_KINDS)
    monitoring_unit = serializers.CharField(source="case.monitoring_unit.code")
    digest = serializers.CharField()
    status = serializers.ChoiceField(choices=STATUSES)
    signed_at = serializers.DateTimeField(allow_null=True)


class ReportOfficerOutput(OfficerOutput):
    """Who of the unit follows a plan of its report."""

    plan = serializers.UUIDField(source="plan_id")


class UnitReportOutput(ReportSummaryOutput):
    """A unit's report with its rows; `owed`: False where the unit began it of itself."""

    owed = serializers.BooleanField()

    editable = Reasons()
    rows = UnitRowOutput(many=True)
    proposals = ProposalOutput(many=True)
    next = NextRowOutput(many=True)
    extended = PutOffOutput(many=True)
    extensions = ExtensionFiguresOutput()
    officers = ReportOfficerOutput(many=True)


class MonitoringReportOutput(ReportSummaryOutput):
    """A monitoring unit's report: the Notice's form."""

    editable = Reasons()
    items = MonitoredItemOutput(many=True)
    plans = MonitoredPlanOutput(many=True)
    totals = FiguresOutput()
    extensions = ExtensionFiguresOutput()
    earlier = EarlierRowOutput(many=True)
    proposals = ProposalOutput(many=True)


class BesideRowOutput(NextRowOutput):
    """A row of the period that the unit leads after the one that answers for it (`led_by`); `monitor` follows it."""

    led_by = serializers.CharField()
    monitor = serializers.CharField()


class BesideInput(StrictSerializer):
    """To which monitoring unit (code) the unit says something of itself."""

    monitor = serializers.CharField(max_length=limits.UNIT_CODE)


class SheetOutput(Output):
    """All that one unit reports in a period, on one sheet."""

    unit = serializers.CharField()
    name = serializers.CharField()
    period = serializers.CharField()
    unit_due_at = serializers.DateTimeField(allow_null=True)
    meeting_at = serializers.DateTimeField(allow_null=True)
    nothing_due = serializers.BooleanField()
    parts = UnitReportOutput(many=True)
    next = NextRowOutput(many=True)
    beside = BesideRowOutput(many=True)


class OpenedOutput(Output):
    """How many reports were drafted."""

    unit_reports = serializers.IntegerField()
    monitoring_reports = serializers.IntegerField()
