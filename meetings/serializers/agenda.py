"""What a meeting hears, over the wire; the questions of a slip are made here, in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from approvals.http import EvidenceItemOutput
from meetings.rules.slips import Question, Slip
from notation import limits
from organization.http.serializers import Output, StrictSerializer
from plans.serializers import RowOutput
from reports.models import Proposal
from reports.serializers.reports import FiguresOutput, ProposalOutput
from reports.serializers.rows import PromisedOutput
from workflow.models import State

from .consequences import ConsequenceOutput
from .consolidations import LIES_WITH, ContradictionOutput, ExpectedOutput, UnfinishedOutput

#: The question that a head must expect, by what raises it.
QUESTIONS: Mapping[str, str] = {
    "contradiction": _(
        "“%(text)s”: you reported it as done, %(monitor)s found that it is not. What shows it?"
    ),
    "done-since": _("“%(text)s”: you reported it as done on %(day)s, after the report. What shows it?"),
    "overdue": _("“%(text)s” has been overdue since %(month)s: what is the cause, and when will it be done?"),
    "overdue-promised": _(
        "“%(text)s” has been overdue since %(month)s and promised %(times)s times: what is the cause, and when "
        "will it be done?"
    ),
    "silent": _("“%(text)s”: you reported nothing. What is the result?"),
    "undated": _("“%(text)s” is not done and no day is named: when will it be?"),
    "in-time": _("“%(text)s” is expected on %(day)s: will it be done by then?"),
    "promised-again": _(
        "“%(text)s” has been promised %(times)s times and is now expected on %(day)s: will it be done by then?"
    ),
    "unit-report": _("Your report for %(period)s was not received: why, and when will it come?"),
    "monitoring-report": _(
        "Your monitoring report for %(period)s was not received: why, and when will it come?"
    ),
    "unit-report-returned": _(
        "Your report for %(period)s was sent back and has not come again: why, and when will it come?"
    ),
    "monitoring-report-returned": _(
        "Your monitoring report for %(period)s was sent back and has not come again: why, and when will it come?"
    ),
    "unit-report-after": _("Your report for %(period)s came on %(day)s, after the closing: why?"),
    "monitoring-report-after": _(
        "Your monitoring report for %(period)s came on %(day)s, after the closing: why?"
    ),
}


def sentence(question: Question) -> str:
    """What a question says, in the active language."""
    return gettext(QUESTIONS[question.code]) % question.params


def plain(shape: type[Output]) -> serializers.ReadOnlyField:
    """Many of a shape that go out as they are: shaping thousands of signed rows one by one takes too long."""

    class Plain(serializers.ReadOnlyField):
        """What is described as the shape, and not touched."""

    field: type[serializers.ReadOnlyField] = extend_schema_field(shape(many=True))(Plain)
    return field()


class ProposalAnswerInput(StrictSerializer):
    """The leadership's answer to one proposal."""

    proposal = serializers.UUIDField()
    answer = serializers.ChoiceField(choices=Proposal.Answer.choices)
    text = serializers.CharField(max_length=limits.TEXT, required=False, default="", allow_blank=True)


class AnswersInput(StrictSerializer):
    """Answers; proposals that are left out stay as they are."""

    answers = ProposalAnswerInput(many=True, max_length=limits.ANSWERS)  # type: ignore[call-arg]


class SlipFilter(StrictSerializer):
    """Whose slip."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False)


class AgendaRowOutput(UnfinishedOutput):
    """A row as its monitoring unit signed it, with the unit's word beside it; evidence is in both."""

    monitor = None  # type: ignore[assignment]
    contradiction = serializers.BooleanField()


class PlacedRowOutput(UnfinishedOutput):
    """A row that is shown away from its plan."""

    period = serializers.CharField()
    contradiction = serializers.BooleanField()


class SlipRowOutput(PlacedRowOutput):
    """A row that is not done, with what was promised of it in earlier reports."""

    promised = PromisedOutput()


class FiguresNowOutput(FiguresOutput):
    """N = k + m as the report signed it; `done_now`: k with the updates that were confirmed since."""

    done_now = serializers.IntegerField()


class HeardFiguresOutput(FiguresNowOutput):
    """N = k + m + u of the heard periods: u, and of k and m what nobody checked, as the consolidations have them."""

    unfollowed = serializers.IntegerField()
    unchecked = serializers.IntegerField()


class HeardItemOutput(Output):
    """An item of the form that a monitoring unit reports on: one plan or a class of plans."""

    item = serializers.UUIDField()
    title = serializers.CharField()


class AgendaPlanOutput(FiguresNowOutput):
    """One plan that a monitoring unit reports on, under which item; what is not done comes first."""

    plan = serializers.UUIDField()
    item = serializers.UUIDField()
    title = serializers.CharField()
    number = serializers.CharField()
    rows = AgendaRowOutput(many=True)


class AgendaUnitOutput(FiguresNowOutput):
    """What one monitoring unit reports."""

    unit = serializers.CharField()
    name = serializers.CharField()
    case = serializers.UUIDField()
    period = serializers.CharField()
    items = HeardItemOutput(many=True)
    plans = AgendaPlanOutput(many=True)


class AssessmentOutput(Output):
    """What the office says of the period itself."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    period = serializers.CharField()
    assessment = serializers.CharField()
    as_of = serializers.DateTimeField()


class HeardProposalOutput(ProposalOutput):
    """A proposal word for word, with the name of whose it is; `case`: where it was written."""

    name = serializers.CharField()
    case = serializers.UUIDField(allow_null=True)


class RowUpdateOutput(Output):
    """What became of a row after its report; `confirmed`: by the monitoring unit, so that it counts."""

    id = serializers.UUIDField()
    row = serializers.UUIDField()
    row_text = serializers.CharField()
    plan = serializers.UUIDField()
    plan_title = serializers.CharField()
    unit = serializers.CharField()
    period = serializers.CharField()
    confirmed = serializers.BooleanField()
    done = serializers.BooleanField(allow_null=True)
    completed_on = serializers.DateField(allow_null=True)
    result = serializers.CharField()
    evidence = EvidenceItemOutput(many=True)
    by = serializers.CharField()
    at = serializers.DateTimeField()


class NotReceivedOutput(ExpectedOutput):
    """A report of a heard period that is not inside, as the consolidation's photograph shows it.

    What stands only in one of its lists is null in the others. `signed_after`: its head signed it after that moment.
    """

    name = serializers.CharField()
    period = serializers.CharField()
    lies_with = serializers.ChoiceField(choices=LIES_WITH, allow_null=True)
    signed_at = serializers.DateTimeField(allow_null=True)
    waits_at = serializers.CharField(allow_null=True)
    returned_at = serializers.DateTimeField(allow_null=True)
    returned_by = serializers.CharField(allow_null=True)
    signed_after = serializers.DateTimeField(allow_null=True)


class ConclusionsOutput(Output):
    """The conclusions of the meeting: a plan, in force once it is presented."""

    id = serializers.UUIDField(source="case.id")
    title = serializers.CharField()
    digest = serializers.CharField(source="case.digest")
    state = serializers.ChoiceField(choices=State.choices, source="case.state")
    rows = RowOutput(many=True)


class AgendaOutput(Output):
    """A meeting by monitoring unit; `digest` is what If-Match of its close holds. `deciding`: the leadership can still answer
    and decide, as no later meeting is closed."""

    id = serializers.UUIDField(source="meeting.id")
    title = serializers.CharField(source="meeting.title")
    held_at = serializers.DateTimeField(source="meeting.held_at")
    closed_at = serializers.DateTimeField(source="meeting.closed_at", allow_null=True)
    in_writing = serializers.BooleanField(source="meeting.in_writing")
    deciding = serializers.BooleanField()
    digest = serializers.CharField()
    consolidations = AssessmentOutput(many=True)
    figures = HeardFiguresOutput()
    units = plain(AgendaUnitOutput)
    highlights = plain(PlacedRowOutput)
    annex = plain(PlacedRowOutput)
    proposals = plain(HeardProposalOutput)
    updates = RowUpdateOutput(many=True)
    contradictions = plain(ContradictionOutput)
    missing = NotReceivedOutput(many=True)
    waiting = NotReceivedOutput(many=True)
    sent_back = NotReceivedOutput(many=True)
    outside = NotReceivedOutput(many=True)
    conclusions = ConclusionsOutput(allow_null=True)
    consequences = plain(ConsequenceOutput)


class PromiseOutput(PromisedOutput):
    """What was promised of a row; `now` is the day that is named in the report that is heard."""

    row = serializers.UUIDField()
    text = serializers.CharField()
    plan = serializers.UUIDField()
    plan_title = serializers.CharField()
    now = serializers.DateField(allow_null=True)


class SlipOutput(Output):
    """What the head of one unit should know before the meeting."""

    unit = serializers.CharField()
    name = serializers.CharField()
    unfinished = plain(SlipRowOutput)
    contradictions = plain(SlipRowOutput)
    promised = plain(PromiseOutput)
    questions = serializers.SerializerMethodField()

    def get_questions(self, slip: Slip) -> list[str]:
        return [sentence(question) for question in slip.questions]
