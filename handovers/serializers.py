"""Handovers over the wire."""

from rest_framework import serializers

from approvals.serializers import CaseColumns
from notation import limits
from organization.http.serializers import Output, Reasons, StrictSerializer

from .models import HandoverItem


class HandoverChanges(StrictSerializer):
    """To whom, and of the plans that the giver follows only these (ids) where they are named."""

    taker = serializers.UUIDField()
    plans = serializers.ListField(
        child=serializers.UUIDField(), required=False, default=None, allow_null=True, max_length=limits.ITEMS
    )
    note = serializers.CharField(max_length=limits.TEXT, required=False, default="", allow_blank=True)


class HandoverInput(HandoverChanges):
    """Whose work of which unit (code) is handed over."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE)
    giver = serializers.UUIDField()


class HandedItemOutput(Output):
    """One thing that goes along: `target` is the plan, the row (its key), the remark or the file; `within` the plan of a row, the
    case of a remark."""

    kind = serializers.ChoiceField(choices=HandoverItem.Kind.choices)
    target = serializers.UUIDField()
    within = serializers.CharField(allow_blank=True)
    text = serializers.CharField()
    day = serializers.CharField(allow_blank=True)


class ShownItemOutput(HandedItemOutput):
    """`over`: since it was written it was ended, stopped or answered; it stays in the list and moves nothing more."""

    over = serializers.BooleanField()


class HandoverLineOutput(CaseColumns):
    """A handover in a list; `signed`: it is done."""

    giver = serializers.CharField(source="content.giver")
    taker = serializers.CharField(source="content.taker")
    signed = serializers.BooleanField()
    discarded = serializers.BooleanField(source="case.discarded")


class HandoverOutput(HandoverLineOutput):
    """A handover with all that goes along."""

    digest = serializers.CharField()
    giver_id = serializers.UUIDField(source="content.giver_id")
    taker_id = serializers.UUIDField(source="content.taker_id")
    note = serializers.CharField(source="content.note")
    items = ShownItemOutput(many=True)
    editable = Reasons()


class BeginningFilter(StrictSerializer):
    """In which unit (code), and whose work."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE)
    giver = serializers.UUIDField(required=False)


class HandoverPersonOutput(Output):
    """Somebody of the unit; `gone`: they were there before."""

    id = serializers.UUIDField(source="user.id")
    name = serializers.CharField(source="user.full_name")
    title = serializers.CharField()
    gone = serializers.BooleanField()


class GatheredItemOutput(Output):
    """One thing that the person has, as it would go along."""

    kind = serializers.ChoiceField(choices=HandoverItem.Kind.choices)
    target = serializers.UUIDField()
    within = serializers.UUIDField(allow_null=True)
    text = serializers.CharField()
    day = serializers.DateField(allow_null=True)


class BeginningOutput(Output):
    """Whom a handover can name, why the reader may not begin one of who is there or of who is gone, and what the giver has."""

    people = HandoverPersonOutput(many=True)
    begin = Reasons()
    begin_gone = Reasons()
    items = GatheredItemOutput(many=True)
