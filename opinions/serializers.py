"""Opinions on drafts over the wire."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from approvals.models import Remark
from approvals.serializers import CaseColumns
from notation import limits
from organization.http.serializers import Output, Reasons, StrictSerializer

STANDS = ("asked", "agreed", "opinion", "lapsed")


class AskInput(StrictSerializer):
    """Until when the units are asked."""

    due_on = serializers.DateField()


class OpinionInput(StrictSerializer):
    """What the unit says of the draft."""

    agrees = serializers.BooleanField(allow_null=True)
    text = serializers.CharField(max_length=limits.LONG_TEXT, allow_blank=True, required=False, default="")


class OpinionAnswerOutput(Output):
    """What the drafting unit answered to what was not agreed."""

    answer = serializers.ChoiceField(choices=Remark.Answer.choices)
    text = serializers.CharField(source="answer_text")
    by = serializers.CharField(source="answered_by.full_name")


class OpinionLineOutput(Output):
    """A unit that was asked; `said` is what its head signed."""

    id = serializers.UUIDField(source="case_id")
    unit = serializers.CharField(source="case.unit.code")
    due_on = serializers.DateField(source="content.due_on")
    stands = serializers.ChoiceField(choices=STANDS)
    said = serializers.CharField()
    answered = serializers.SerializerMethodField()

    @extend_schema_field(OpinionAnswerOutput(allow_null=True))
    def get_answered(self, row: object) -> dict[str, str] | None:
        remark = getattr(row, "remark", None)
        if remark is None or not remark.answer:
            return None
        return dict(OpinionAnswerOutput(remark).data)


class OpinionOutput(CaseColumns):
    """An opinion on its own screen."""

    digest = serializers.CharField()
    plan = serializers.UUIDField(source="opinion.plan_id")
    plan_title = serializers.CharField(source="opinion.plan.case.title")
    due_on = serializers.DateField(source="content.due_on")
    stands = serializers.ChoiceField(choices=STANDS)
    agrees = serializers.BooleanField(source="content.agrees", allow_null=True)
    text = serializers.CharField(source="content.text")
    editable = Reasons()
