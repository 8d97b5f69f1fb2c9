"""Meetings over the wire."""

from rest_framework import serializers

from notation import limits
from organization.http.serializers import Output, StrictSerializer
from workflow.models import State


class MeetingInput(StrictSerializer):
    """A new meeting."""

    consolidations = serializers.ListField(child=serializers.UUIDField(), max_length=limits.CONSOLIDATIONS)
    held_at = serializers.DateTimeField()
    title = serializers.CharField(max_length=limits.MEETING_TITLE, required=False)


class MeetingChanges(StrictSerializer):
    """What changes in a meeting to come; what is left out stays."""

    consolidations = serializers.ListField(
        child=serializers.UUIDField(), max_length=limits.CONSOLIDATIONS, required=False
    )
    held_at = serializers.DateTimeField(required=False)
    title = serializers.CharField(max_length=limits.MEETING_TITLE, required=False)


class CloseInput(StrictSerializer):
    """How the meeting is closed; `in_writing`: it was not held, the leadership took the report in writing."""

    in_writing = serializers.BooleanField(required=False, default=False)


class HeardOutput(Output):
    """A consolidation on the agenda."""

    id = serializers.UUIDField(source="case_id")
    title = serializers.CharField(source="case.title")
    state = serializers.ChoiceField(choices=State.choices, source="case.state")
    digest = serializers.CharField(source="case.digest")


class MeetingOutput(Output):
    """A meeting; `digest` is what If-Match of its close holds."""

    id = serializers.UUIDField(source="meeting.id")
    title = serializers.CharField(source="meeting.title")
    held_at = serializers.DateTimeField(source="meeting.held_at")
    closed_at = serializers.DateTimeField(source="meeting.closed_at", allow_null=True)
    in_writing = serializers.BooleanField(source="meeting.in_writing")
    digest = serializers.CharField()
    consolidations = HeardOutput(many=True, source="heard")
    conclusions = serializers.UUIDField(allow_null=True)
