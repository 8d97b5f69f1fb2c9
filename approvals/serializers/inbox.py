"""What waits, and what one looks at before signing many at once, over the wire."""

from rest_framework import serializers

from approvals.rules import GROUNDS
from notation import limits
from organization.http.serializers import Output, Reasons, StrictSerializer
from workflow.machine import ACTS

from .acts import CaseDigestInput
from .cases import ListedCase


class TallyOutput(Output):
    """Rows that are done of those that count; where words or figures contradict each other; what is open and overdue."""

    done = serializers.IntegerField()
    total = serializers.IntegerField()
    contradictions = serializers.IntegerField()
    overdue = serializers.IntegerField()


class GlimpseOutput(Output):
    """What a signer looks at first; `changes`: since the submission `since`; `quiet`: nothing in it asks for a look of its own."""

    tally = TallyOutput(allow_null=True)
    changes = serializers.IntegerField(allow_null=True)
    since = serializers.IntegerField(allow_null=True)
    answered = serializers.IntegerField()
    quiet = serializers.BooleanField()


class AboutPlanOutput(Output):
    """A plan that a case is about: the first of its line."""

    id = serializers.UUIDField()
    title = serializers.CharField()


class QuestionOutput(Output):
    """A question that nobody has answered yet."""

    id = serializers.UUIDField()
    row = serializers.CharField()
    text = serializers.CharField()
    author = serializers.CharField(source="author.full_name")
    created_at = serializers.DateTimeField()


class InboxOutput(ListedCase):
    """A case that waits; `acts`: what the person may sign of it from a list; `carried`: it goes on with what contains it;
    `plan`: the one that it is about, null: none or many; `questions`: those that the person may answer, of what waits
    elsewhere those that they asked."""

    case = serializers.UUIDField(source="case.id")
    digest = serializers.CharField()
    submission = serializers.IntegerField(source="case.submission")
    waits_unit = serializers.CharField(source="case.waits_unit.code", default=None, allow_null=True)
    acts = serializers.ListField(child=serializers.ChoiceField(choices=ACTS))
    carried = serializers.BooleanField()
    holds_up = serializers.CharField(allow_blank=True)
    working_days = serializers.IntegerField(allow_null=True)
    glimpse = GlimpseOutput()
    plan = AboutPlanOutput(allow_null=True)
    questions = QuestionOutput(many=True)


class PreviewInput(StrictSerializer):
    """An act on many cases, before it is done."""

    act = serializers.ChoiceField(choices=ACTS)
    cases = CaseDigestInput(many=True, allow_empty=False, max_length=limits.AT_ONCE)  # type: ignore[call-arg]


class PreviewedOutput(Output):
    """A case before an act on it; no `reasons`: it can be done; `grounds`: of which one is to be stated."""

    case = serializers.UUIDField(source="case.id")
    title = serializers.CharField()
    unit = serializers.CharField(source="case.unit.code")
    digest = serializers.CharField()
    submission = serializers.IntegerField(source="case.submission")
    reasons = Reasons()
    grounds = serializers.ListField(child=serializers.ChoiceField(choices=GROUNDS))
    holds_up = serializers.CharField(allow_blank=True)
    glimpse = GlimpseOutput()


class PreviewOutput(Output):
    """Those of the cases that the person sees, in the order asked."""

    results = PreviewedOutput(many=True)
