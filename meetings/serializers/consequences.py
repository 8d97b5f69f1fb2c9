"""Consequences of Notice 242, II.8, and who has read the conclusions, over the wire."""

from rest_framework import serializers

from meetings.models import Consequence
from notation import limits
from organization.http.serializers import Output, StrictSerializer


class DecisionInput(StrictSerializer):
    """Whether the consequence of Notice 242, II.8 is applied, and why (not)."""

    period = serializers.CharField(max_length=limits.PERIOD)
    unit = serializers.CharField(max_length=limits.UNIT_CODE)
    item = serializers.UUIDField()
    trigger = serializers.ChoiceField(choices=Consequence.Trigger.choices)
    applied = serializers.BooleanField()
    reason = serializers.CharField(max_length=limits.TEXT, allow_blank=True)


class DecisionsInput(StrictSerializer):
    """Decisions; what is left out stays as it is."""

    consequences = DecisionInput(many=True, max_length=limits.DECISIONS)  # type: ignore[call-arg]


class InaccurateInput(StrictSerializer):
    """That the result of an item in a heard report is inaccurate, and why."""

    period = serializers.CharField(max_length=limits.PERIOD)
    unit = serializers.CharField(max_length=limits.UNIT_CODE)
    item = serializers.UUIDField()
    reason = serializers.CharField(max_length=limits.TEXT, allow_blank=True)


class InaccuratesInput(StrictSerializer):
    """What is called inaccurate; what is left out stays as it is."""

    inaccurate = InaccurateInput(many=True, max_length=limits.DECISIONS)  # type: ignore[call-arg]


class YearFilter(StrictSerializer):
    """Which year or school year."""

    year = serializers.CharField(max_length=limits.YEAR)


class ConsequenceExportFilter(YearFilter):
    """Which year or school year, in which format."""

    format = serializers.ChoiceField(choices=["xlsx"])


class ConsequenceOutput(Output):
    """An item that the rule points at; `applied` is null until the leadership decided."""

    period = serializers.CharField()
    unit = serializers.CharField()
    name = serializers.CharField()
    item = serializers.UUIDField()
    title = serializers.CharField()
    trigger = serializers.ChoiceField(choices=Consequence.Trigger.choices)
    evidence_text = serializers.CharField()
    applied = serializers.BooleanField(allow_null=True)
    reason = serializers.CharField()


class DecidedOutput(Output):
    """What the leadership decided at a meeting."""

    meeting = serializers.UUIDField(source="meeting_id")
    held_at = serializers.DateTimeField(source="meeting.held_at")
    period = serializers.CharField(source="period.label")
    unit = serializers.CharField(source="unit.code")
    name = serializers.CharField(source="unit.name")
    item = serializers.UUIDField(source="item_id")
    title = serializers.CharField()
    trigger = serializers.ChoiceField(choices=Consequence.Trigger.choices)
    applied = serializers.BooleanField()
    reason = serializers.CharField()
    decided_by = serializers.CharField(source="decided_by.full_name")
    decided_at = serializers.DateTimeField()


class AcknowledgementOutput(Output):
    """A unit that has read the conclusions."""

    unit = serializers.CharField()
    by = serializers.CharField()
    at = serializers.DateTimeField()


class AcknowledgementsOutput(Output):
    """Who has read the conclusions, and the codes of the units that they name and who have not yet."""

    results = AcknowledgementOutput(many=True)
    waiting = serializers.ListField(child=serializers.CharField())
