"""Consolidations and meetings over the wire."""

from typing import Any

from rest_framework import serializers

from organization.http.serializers import StrictSerializer
from workflow.models import State

from .cases import CaseColumns

MOST_INSIDE = 500


class ConsolidationInput(StrictSerializer):
    """A new consolidation."""

    period = serializers.CharField()
    cases = serializers.ListField(child=serializers.UUIDField(), max_length=MOST_INSIDE)
    title = serializers.CharField(max_length=1000, required=False)


class ConsolidationChanges(StrictSerializer):
    """What changes in an open consolidation."""

    cases = serializers.ListField(child=serializers.UUIDField(), max_length=MOST_INSIDE, required=False)
    title = serializers.CharField(max_length=1000, required=False)


class InsideOutput(serializers.Serializer[Any]):
    """A case inside a consolidation."""

    id = serializers.UUIDField(source="case_id")
    kind = serializers.CharField(source="case.kind")
    title = serializers.CharField(source="case.title")
    unit = serializers.CharField(source="case.unit.code")
    state = serializers.ChoiceField(choices=State.choices, source="case.state")
    digest = serializers.CharField()


class ConsolidationOutput(CaseColumns):
    """A consolidation and what is inside."""

    stale = serializers.BooleanField()
    cases = InsideOutput(many=True, source="inside")


class MeetingInput(StrictSerializer):
    """A new meeting."""

    consolidations = serializers.ListField(child=serializers.UUIDField(), max_length=50)
    held_at = serializers.DateTimeField()
    title = serializers.CharField(max_length=500, required=False)


class HeardOutput(serializers.Serializer[Any]):
    """A consolidation on the agenda."""

    id = serializers.UUIDField(source="case_id")
    title = serializers.CharField(source="case.title")
    state = serializers.ChoiceField(choices=State.choices, source="case.state")
    digest = serializers.CharField(source="case.digest")


class MeetingOutput(serializers.Serializer[Any]):
    """A meeting; `digest` is what If-Match of its close holds."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    held_at = serializers.DateTimeField()
    closed_at = serializers.DateTimeField(allow_null=True)
    digest = serializers.CharField()
    consolidations = HeardOutput(many=True, source="heard")
