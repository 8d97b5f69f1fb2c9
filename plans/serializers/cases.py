"""What every document shows of its case."""

from typing import Any

from rest_framework import serializers

from workflow.models import State, WaitsFor


class CaseColumns(serializers.Serializer[Any]):
    """What a plan or consolidation shows of its case."""

    id = serializers.UUIDField(source="case_id")
    title = serializers.CharField(source="case.title")
    unit = serializers.CharField(source="case.unit.code")
    period = serializers.CharField(source="case.period")
    state = serializers.ChoiceField(choices=State.choices, source="case.state")
    submitted = serializers.BooleanField(source="case.submitted")
    waits_for = serializers.ChoiceField(choices=WaitsFor.choices, source="case.waits_for")
    since = serializers.DateTimeField(source="case.since")
    due_at = serializers.DateTimeField(source="case.due_at", allow_null=True)
    returned = serializers.IntegerField(source="case.returned")
    digest = serializers.CharField(source="case.digest")
