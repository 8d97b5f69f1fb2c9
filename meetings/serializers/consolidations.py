"""Consolidations over the wire."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from approvals.serializers import CaseColumns
from notation import limits
from organization.http.serializers import Output, Reasons, StrictSerializer
from reports.serializers.reports import FiguresOutput, ProposalOutput
from reports.serializers.rows import MemberOutput, SignedRowOutput, WordOutput
from workflow.models import State

REPORT_KINDS = ("unit-report", "monitoring-report")


class ConsolidationChanges(StrictSerializer):
    """What changes in an open consolidation; what is left out stays. `highlights` are ids of rows."""

    cases = serializers.ListField(child=serializers.UUIDField(), max_length=limits.CASES, required=False)
    title = serializers.CharField(max_length=limits.TITLE, required=False)
    assessment = serializers.CharField(max_length=limits.ASSESSMENT, required=False, allow_blank=True)
    unchecked_reason = serializers.CharField(max_length=limits.TEXT, required=False, allow_blank=True)
    highlights = serializers.ListField(child=serializers.UUIDField(), max_length=limits.ROWS, required=False)
    proposals = serializers.ListField(
        child=serializers.CharField(max_length=limits.TEXT), max_length=limits.PROPOSALS, required=False
    )


class ConsolidationInput(ConsolidationChanges):
    """A new consolidation; without `cases` it takes in what was checked."""

    period = serializers.CharField(max_length=limits.PERIOD)
    supplement_of = serializers.UUIDField(required=False)


class InsideOutput(Output):
    """A case inside a consolidation."""

    id = serializers.UUIDField(source="case_id")
    kind = serializers.CharField(source="case.kind")
    title = serializers.CharField(source="case.title")
    unit = serializers.CharField(source="case.unit.code")
    state = serializers.ChoiceField(choices=State.choices, source="case.state")
    digest = serializers.CharField()


class CitedOutput(InsideOutput):
    """A case inside; `cited_as`: what a report of an earlier period is called there ("báo cáo lại tháng 10/2026")."""

    cited_as = serializers.CharField()


class ConsolidationSummaryOutput(CaseColumns):
    """A consolidation and what is inside; `reported`: it is of what was reported in its period, not of plans for it;
    `stale`: something inside is no longer what it was when taken in, and no signed consolidation took that in since."""

    digest = serializers.CharField()
    assessment = serializers.CharField()
    supplement_of = serializers.UUIDField(source="consolidation.supplement_of_id", allow_null=True)
    reported = serializers.BooleanField(source="consolidation.period.is_reported")
    stale = serializers.BooleanField()
    cases = InsideOutput(many=True, source="inside")


class MonthFiguresOutput(FiguresOutput):
    """N = k + m + u: `unfollowed` are the due rows of whose monitoring unit no signed result stands."""

    unfollowed = serializers.IntegerField()


class UnitFiguresOutput(MonthFiguresOutput):
    """Those of what one monitoring unit follows; `checked`: its report is inside, otherwise nobody checked it."""

    unit = serializers.CharField()
    case = serializers.UUIDField()
    checked = serializers.BooleanField()


class ItemFiguresOutput(MonthFiguresOutput):
    """Those of one item, a plan or a class of plans, and which unit follows it."""

    item = serializers.UUIDField()
    title = serializers.CharField()
    unit = serializers.CharField()


class EarlierFiguresOutput(FiguresOutput):
    """N = k + m of an earlier period's report that came late; not in the sums of this period."""

    unit = serializers.CharField()
    case = serializers.UUIDField()
    period = serializers.CharField()


class PeriodFiguresOutput(Output):
    """What the period comes to; of that what is inside (checked), and what heads have signed and nobody checked yet."""

    total = MonthFiguresOutput()
    checked = MonthFiguresOutput()
    unchecked = MonthFiguresOutput()
    by_unit = UnitFiguresOutput(many=True)
    by_item = ItemFiguresOutput(many=True)
    earlier = EarlierFiguresOutput(many=True)


class ExpectedOutput(Output):
    """A report that the period expects; `monitor`: to whom a unit's report goes."""

    unit = serializers.CharField()
    kind = serializers.ChoiceField(choices=REPORT_KINDS)
    monitor = serializers.CharField(allow_null=True)
    case = serializers.UUIDField(allow_null=True)


LIES_WITH = ("head", "officers")


class MissingOutput(ExpectedOutput):
    """chưa nộp: its head has not signed it, or took it back; with whom of its unit it lies."""

    lies_with = serializers.ChoiceField(choices=LIES_WITH)


class WaitingOutput(ExpectedOutput):
    """đã nộp, chờ kiểm tra: first signed when, whether late, and the code of the unit that it waits at."""

    signed_at = serializers.DateTimeField()
    late = serializers.BooleanField()
    waits_at = serializers.CharField()


class ReturnedOutput(ExpectedOutput):
    """đã trả lại, chưa nộp lại: first signed when, sent back when and by which unit (name)."""

    signed_at = serializers.DateTimeField()
    returned_at = serializers.DateTimeField()
    returned_by = serializers.CharField()


class LateOutput(ExpectedOutput):
    """A report inside whose head signed it at the due point of its period or after it."""

    period = serializers.CharField()
    signed_at = serializers.DateTimeField()


class ContradictionOutput(Output):
    """A row of which its unit says done and who follows it says not: what each writes."""

    row = serializers.UUIDField()
    plan = serializers.UUIDField()
    text = serializers.CharField()
    unit = serializers.CharField()
    monitor = serializers.CharField()
    word = serializers.CharField()
    verdict = serializers.CharField()


class UnfinishedOutput(SignedRowOutput):
    """A row of m as its monitoring unit signed it; beside it the unit's word (null: the unit is silent)."""

    monitor = serializers.CharField()
    unit = serializers.CharField()
    self = serializers.BooleanField()
    agreed = serializers.BooleanField()
    word = WordOutput(allow_null=True)
    members = MemberOutput(many=True)
    highlighted = serializers.BooleanField()
    counted = serializers.BooleanField()
    unfinished = serializers.BooleanField()
    late = serializers.BooleanField()


@extend_schema_field(UnfinishedOutput(many=True))
class UnfinishedRows(serializers.ReadOnlyField):
    """Rows of signed contents go out as they are: shaping thousands of them one by one takes too long."""


@extend_schema_field(ContradictionOutput(many=True))
class Contradictions(serializers.ReadOnlyField):
    """As they are, for the same reason."""


class VersionOutput(Output):
    """A submission of a report, by its digest, with its N = k + m where it is a monitoring report."""

    digest = serializers.CharField()
    due = serializers.IntegerField(allow_null=True)
    done = serializers.IntegerField(allow_null=True)
    not_done = serializers.IntegerField(allow_null=True)


class DeltaOutput(Output):
    """A report that an earlier signed consolidation took in as it was before, and this one as it is after."""

    case = serializers.UUIDField()
    title = serializers.CharField()
    before = VersionOutput()
    after = VersionOutput()


class AvailableOutput(Output):
    """A checked report that a fresh taking in would take."""

    id = serializers.UUIDField()
    kind = serializers.CharField()
    title = serializers.CharField()
    unit = serializers.CharField(source="unit.code")
    period = serializers.CharField()
    digest = serializers.CharField()


class RaisedOutput(ProposalOutput):
    """A proposal word for word; `case`: the document that it was written in, the consolidation's own included."""

    case = serializers.UUIDField(allow_null=True)


class SaidOutput(Output):
    """What a consolidation signs, and while it is a draft what is still under way; `as_of`: which moment it shows.

    `outside`: what an old one named as not inside, for whatever reason.
    """

    highlights = serializers.ListField(child=serializers.UUIDField())
    proposals = RaisedOutput(many=True)
    figures = PeriodFiguresOutput()
    as_of = serializers.DateTimeField()
    unchecked_reason = serializers.CharField()
    missing = MissingOutput(many=True)
    waiting = WaitingOutput(many=True)
    sent_back = ReturnedOutput(many=True)
    outside = ExpectedOutput(many=True)
    late = LateOutput(many=True)
    contradictions = Contradictions()
    unfinished = UnfinishedRows()
    delta = DeltaOutput(many=True)
    available = AvailableOutput(many=True)
    editable = Reasons()


class ConsolidationOutput(SaidOutput, ConsolidationSummaryOutput):
    """A consolidation with all that it says."""

    cases = CitedOutput(many=True, source="cited")
