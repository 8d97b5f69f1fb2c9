"""Instructions over the wire."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from approvals.http import EvidenceItemInput, EvidenceItemOutput
from approvals.serializers import CaseColumns
from notation import limits
from organization.http.serializers import Output, PageFilter, Reasons, StrictSerializer

STANDS = ("open", "overdue", "answered", "ended")
SHOWN = ("open", "submitted", "answered", "closed", "struck")


class InstructionFilter(PageFilter):
    """Which instructions: where they stand, and whose."""

    stands = serializers.ChoiceField(choices=STANDS, required=False)
    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False)


class PeopleFilter(StrictSerializer):
    """Whose people one chooses from."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False)


class InstructionInput(StrictSerializer):
    """An instruction: a leader's own, or, with `leader` and `said_on`, one that the admin office passes on."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE)
    person = serializers.UUIDField(required=False, allow_null=True, default=None)
    text = serializers.CharField(max_length=limits.TEXT)
    due_on = serializers.DateField()
    leader = serializers.UUIDField(required=False, allow_null=True, default=None)
    occasion = serializers.CharField(max_length=limits.OCCASION, required=False, default="", allow_blank=True)
    said_on = serializers.DateField(required=False, allow_null=True, default=None)
    about = serializers.UUIDField(required=False, allow_null=True, default=None)
    row = serializers.UUIDField(required=False, allow_null=True, default=None)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if (attrs["leader"] is None) != (attrs["said_on"] is None):
            raise serializers.ValidationError({"said_on": [_("A leader is cited with the day.")]})
        if attrs["leader"] is None and attrs["occasion"]:
            raise serializers.ValidationError({"occasion": [_("Only for citing a leader.")]})
        return attrs


class AnswerTextInput(StrictSerializer):
    """The unit's answer, with what proves it."""

    answer = serializers.CharField(max_length=limits.LONG_TEXT, allow_blank=True)
    evidence = EvidenceItemInput(many=True, required=False, default=list, max_length=limits.EVIDENCE)  # type: ignore[call-arg]


class InstructionLineOutput(CaseColumns):
    """An instruction in the follow-up list."""

    digest = serializers.CharField()
    stands = serializers.ChoiceField(choices=SHOWN)
    overdue = serializers.BooleanField()
    text = serializers.CharField(source="said.text")
    person = serializers.CharField(allow_null=True)
    due_on = serializers.DateField(source="said.due_on")
    leader = serializers.CharField(source="said.leader")
    passed_on = serializers.BooleanField(source="said.passed_on")
    occasion = serializers.CharField(source="said.occasion")
    said_on = serializers.DateField(allow_null=True)
    answer = serializers.CharField(source="said.answer")


class InstructionOutput(InstructionLineOutput):
    """An instruction on its own screen; `strike_until`: before then the cited leader may strike it.

    `about`, `row`: what it speaks of, null where the reader does not see it; `about_text` says it in words.
    """

    strike_until = serializers.DateTimeField(source="instruction.strike_until", allow_null=True)
    about = serializers.UUIDField(source="about_seen.id", allow_null=True, default=None)
    row = serializers.UUIDField(source="row_seen", allow_null=True)
    about_text = serializers.CharField(source="said.about_text")
    about_kind = serializers.CharField(source="about_seen.kind", allow_null=True, default=None)
    evidence = EvidenceItemOutput(many=True, source="said.evidence")
    editable = Reasons()


class PostOutput(Output):
    """A person with their title."""

    id = serializers.UUIDField(source="user.id")
    name = serializers.CharField(source="user.full_name")
    title = serializers.CharField()


class PeopleOutput(Output):
    """Whom an instruction can cite, and whom of the unit it can name."""

    leaders = PostOutput(many=True)
    staff = PostOutput(many=True)
    own = Reasons()
    passed_on = Reasons()
