"""Steps that are handed on, over the wire."""

from rest_framework import serializers

from notation import limits
from organization.http.serializers import Output, StrictSerializer


class HandingInput(StrictSerializer):
    """To whom, and why."""

    to = serializers.UUIDField()
    reason = serializers.CharField(max_length=limits.TEXT, allow_blank=True)


class AbleOutput(Output):
    """Somebody who may take the step."""

    id = serializers.UUIDField()
    name = serializers.CharField(source="full_name")


class HandingOutput(Output):
    """To whom the present step was handed, by whom and why."""

    to = serializers.CharField(source="to.full_name")
    by = serializers.CharField(source="by.full_name")
    reason = serializers.CharField()
    at = serializers.DateTimeField()


class HandingsOutput(Output):
    """Who may take the step that the case waits for (`able`), whether the reader may hand it on, and to whom it was, the latest first."""

    able = AbleOutput(many=True)
    allowed = serializers.BooleanField()
    handed = HandingOutput(many=True)
