"""Reports, words and findings over the wire."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from approvals.serializers import CaseColumns
from organization.http.serializers import Reasons, StrictSerializer
from plans.models import MonitoringAssignment, PlanRow
from reports.models import Proposal
from reports.reading import ShownRow
from reports.words import DAY, EVIDENCE, FIELDS, FIGURE, OUTCOME, TEXT

from .matrix import STATUSES

MOST_ROWS = 2000
MOST_PROPOSALS = 50
LISTINGS = ("due", "carried", "standing")
EVIDENCE_KINDS = ("file", "link", "document")
REPORT_KINDS = ("unit", "monitoring")


class ReportFilter(StrictSerializer):
    """Which reports."""

    kind = serializers.ChoiceField(choices=REPORT_KINDS)
    period = serializers.CharField(required=False)
    unit = serializers.CharField(required=False)
    cursor = serializers.CharField(required=False)
    page_size = serializers.IntegerField(required=False, min_value=1)


class EvidenceItemInput(StrictSerializer):
    """Something that proves a result: an uploaded file by its SHA-256, a link, or a document's number."""

    kind = serializers.ChoiceField(choices=EVIDENCE_KINDS)
    value = serializers.CharField(max_length=1000)
    name = serializers.CharField(max_length=200, required=False, default="", allow_blank=True)


#: Kind of a field of a word -> how it comes in; what is left out is silent.
INPUTS: Mapping[str, Callable[[], serializers.Field[Any, Any, Any, Any]]] = {
    OUTCOME: lambda: serializers.BooleanField(required=False, allow_null=True, default=None),
    TEXT: lambda: serializers.CharField(max_length=5000, required=False, default="", allow_blank=True),
    FIGURE: lambda: serializers.DecimalField(
        max_digits=18, decimal_places=4, required=False, allow_null=True, default=None
    ),
    DAY: lambda: serializers.DateField(required=False, allow_null=True, default=None),
    EVIDENCE: lambda: EvidenceItemInput(many=True, required=False, default=list, max_length=20),  # type: ignore[call-arg]
}


class WordInput(StrictSerializer):
    """What is said of one row; the fields are those of `reports.words.Said`."""

    row = serializers.UUIDField()

    def get_fields(self) -> dict[str, Any]:
        return {**super().get_fields(), **{one.name: INPUTS[one.metadata["kind"]]() for one in FIELDS}}

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping) and "number" in data:
            message = _("The figure of a word is called “value”; “number” is the row's own.")
            raise serializers.ValidationError({"number": [serializers.ErrorDetail(message, "renamed")]})
        return super().to_internal_value(data)


class ResultsInput(StrictSerializer):
    """The unit's word on rows of its report; rows that are left out stay as they are."""

    rows = WordInput(many=True, max_length=MOST_ROWS)  # type: ignore[call-arg]


class FindingsInput(StrictSerializer):
    """Verdicts on rows of a monitoring report; rows that are left out stay as they are."""

    findings = WordInput(many=True, max_length=MOST_ROWS)  # type: ignore[call-arg]


class AgreeInput(StrictSerializer):
    """Agree with one unit, or with all."""

    unit = serializers.CharField(required=False)


class MonitoredInput(StrictSerializer):
    """Which units were looked at for a plan, and why fewer than its minimum."""

    plan = serializers.UUIDField()
    units = serializers.ListField(child=serializers.CharField(max_length=30), max_length=200)
    shortfall = serializers.CharField(max_length=1000, required=False, default="", allow_blank=True)


class ProgressInput(StrictSerializer):
    """An entry of the weekly cadence."""

    plan = serializers.UUIDField()
    on = serializers.DateField()
    text = serializers.CharField(max_length=5000)


class ReportChanges(StrictSerializer):
    """What changes in an open report; what is left out stays."""

    proposals = serializers.ListField(
        child=serializers.CharField(max_length=5000), required=False, max_length=MOST_PROPOSALS
    )
    monitored = MonitoredInput(many=True, required=False, max_length=500)  # type: ignore[call-arg]
    progress = ProgressInput(many=True, required=False, max_length=500)  # type: ignore[call-arg]


class UpdateInput(StrictSerializer):
    """What came of a row between report and meeting."""

    period = serializers.CharField()
    done = serializers.BooleanField()
    text = serializers.CharField(max_length=5000)
    evidence = EvidenceItemInput(many=True, required=False, default=list, max_length=20)  # type: ignore[call-arg]


class EvidenceItemOutput(serializers.Serializer[Any]):
    """Something that proves a result; a file is fetched at evidence/{value}."""

    kind = serializers.ChoiceField(choices=EVIDENCE_KINDS)
    value = serializers.CharField()
    name = serializers.CharField()


#: Kind of a field of a word -> how it goes out; a figure is a decimal as text.
OUTPUTS: Mapping[str, Callable[[], serializers.Field[Any, Any, Any, Any]]] = {
    OUTCOME: lambda: serializers.BooleanField(allow_null=True),
    TEXT: serializers.CharField,
    FIGURE: lambda: serializers.CharField(allow_null=True),
    DAY: lambda: serializers.DateField(allow_null=True),
    EVIDENCE: lambda: EvidenceItemOutput(many=True),
}


class WordOutput(serializers.Serializer[Any]):
    """What is said of a row, the fields of `reports.words.Said`; `done` is null while nothing is. `value` is a
    decimal as text."""

    def get_fields(self) -> dict[str, Any]:
        return {**super().get_fields(), **{one.name: OUTPUTS[one.metadata["kind"]]() for one in FIELDS}}


class FindingOutput(WordOutput):
    """The monitoring unit's verdict; `agreed`: taken over from the unit's word in one click."""

    agreed = serializers.BooleanField()


class PromisedOutput(serializers.Serializer[Any]):
    """How often a day was promised in earlier reports, and which days."""

    times = serializers.IntegerField()
    dates = serializers.ListField(child=serializers.DateField())


class UpdateOutput(serializers.Serializer[Any]):
    """A note on a row after its report."""

    id = serializers.UUIDField()
    done = serializers.BooleanField()
    text = serializers.CharField()
    evidence = EvidenceItemOutput(many=True)
    by = serializers.CharField(source="by.full_name")
    at = serializers.DateTimeField()


class SignedRowOutput(WordOutput):
    """A row as a content has it: due, carried over for `age` months, or standing (listed, not counted)."""

    row = serializers.UUIDField()
    plan = serializers.UUIDField()
    plan_title = serializers.CharField()
    in_force = serializers.BooleanField()
    kind = serializers.ChoiceField(choices=PlanRow.Kind.choices)
    section = serializers.CharField()
    number = serializers.CharField()
    text = serializers.CharField()
    due_text = serializers.CharField()
    product = serializers.CharField()
    due_on = serializers.DateField(allow_null=True)
    listing = serializers.ChoiceField(choices=LISTINGS)
    age = serializers.IntegerField()
    overdue = serializers.BooleanField()


class ListedRowOutput(SignedRowOutput):
    """A row of a report, with what was promised before and noted afterwards.

    `counted`: one of the N of its plan; `unfinished`: one of the m.
    """

    counted = serializers.BooleanField()
    unfinished = serializers.BooleanField()
    promised = PromisedOutput()
    updates = UpdateOutput(many=True)

    def to_representation(self, instance: ShownRow) -> dict[str, Any]:
        """By hand, as the fields would: a report may have thousands, and they took most of the time."""
        return {
            **instance.row.to_content(),
            "counted": instance.row.counted,
            "unfinished": instance.row.unfinished,
            "promised": {"times": len(instance.promised), "dates": instance.promised},
            "updates": UpdateOutput(instance.updates, many=True).data if instance.updates else [],
        }


class UnitRowOutput(ListedRowOutput):
    """A row of a unit's report; `value_wanted`: its target names a figure."""

    value_wanted = serializers.BooleanField()
    finding = FindingOutput(allow_null=True)

    def to_representation(self, instance: ShownRow) -> dict[str, Any]:
        """The same, and what the monitoring unit found."""
        found = instance.finding
        verdict = found and found.said.to_content() | {"agreed": found.agreed}
        return super().to_representation(instance) | {
            "value_wanted": instance.value_wanted,
            "finding": verdict,
        }


class MonitoredRowOutput(ListedRowOutput):
    """A row of a monitoring report: the verdict, and beside it the unit's word (null: the unit is silent)."""

    unit = serializers.CharField()
    self = serializers.BooleanField()
    agreed = serializers.BooleanField()
    word = WordOutput(allow_null=True)
    contradiction = serializers.BooleanField()

    def to_representation(self, instance: ShownRow) -> dict[str, Any]:
        """The same, and the unit's word."""
        row = instance.row
        return super().to_representation(instance) | row.to_verdict() | {"contradiction": row.contradicts}


class NextRowOutput(serializers.Serializer[Any]):
    """A row that is due in the next period."""

    row = serializers.UUIDField()
    plan = serializers.UUIDField()
    plan_title = serializers.CharField()
    text = serializers.CharField()
    due_text = serializers.CharField()
    due_on = serializers.DateField(allow_null=True)


class ProposalOutput(serializers.Serializer[Any]):
    """A proposal, by whom, and the leadership's answer; `answer` is empty until then."""

    id = serializers.UUIDField()
    text = serializers.CharField()
    unit = serializers.CharField()
    answer = serializers.ChoiceField(choices=Proposal.Answer.choices, allow_blank=True)
    answer_text = serializers.CharField()


class FiguresOutput(serializers.Serializer[Any]):
    """N = k + m."""

    due = serializers.IntegerField()
    done = serializers.IntegerField()
    not_done = serializers.IntegerField()


class MinimumOutput(serializers.Serializer[Any]):
    """The least to look at in a month."""

    value = serializers.IntegerField()
    unit = serializers.CharField()


class ProgressOutput(serializers.Serializer[Any]):
    """An entry of the weekly cadence."""

    on = serializers.DateField()
    text = serializers.CharField()


class MonitoredPlanOutput(FiguresOutput):
    """One plan of the Notice's form."""

    plan = serializers.UUIDField()
    title = serializers.CharField()
    number = serializers.CharField()
    cadence = serializers.ChoiceField(choices=MonitoringAssignment.Cadence.choices)
    minimum = MinimumOutput(allow_null=True)
    units = serializers.ListField(child=serializers.CharField())
    shortfall = serializers.CharField()
    progress = ProgressOutput(many=True)
    rows = MonitoredRowOutput(many=True)


class ReportSummaryOutput(CaseColumns):
    """A report in a list; `status` tells whether its head's first signature was on time."""

    kind = serializers.ChoiceField(choices=REPORT_KINDS)
    monitoring_unit = serializers.CharField(source="case.monitoring_unit.code")
    digest = serializers.CharField()
    status = serializers.ChoiceField(choices=STATUSES)
    signed_at = serializers.DateTimeField(allow_null=True)


class UnitReportOutput(ReportSummaryOutput):
    """A unit's report with its rows."""

    editable = Reasons()
    rows = UnitRowOutput(many=True)
    proposals = ProposalOutput(many=True)
    next = NextRowOutput(many=True)


class MonitoringReportOutput(ReportSummaryOutput):
    """A monitoring unit's report: the Notice's form."""

    editable = Reasons()
    plans = MonitoredPlanOutput(many=True)
    totals = FiguresOutput()
    proposals = ProposalOutput(many=True)


class SheetOutput(serializers.Serializer[Any]):
    """All that one unit reports in a period, on one sheet."""

    unit = serializers.CharField()
    name = serializers.CharField()
    period = serializers.CharField()
    unit_due_at = serializers.DateTimeField(allow_null=True)
    meeting_at = serializers.DateTimeField(allow_null=True)
    nothing_due = serializers.BooleanField()
    parts = UnitReportOutput(many=True)


class OpenedOutput(serializers.Serializer[Any]):
    """How many reports were drafted."""

    unit_reports = serializers.IntegerField()
    monitoring_reports = serializers.IntegerField()
