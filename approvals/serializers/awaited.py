"""What a case waits for, over the wire."""

from rest_framework import serializers

from organization.http.serializers import Output
from workflow.machine import ACTS


class TakerOutput(Output):
    """Somebody who can take the step: by a post, whose title it is, or lent."""

    name = serializers.CharField()
    title = serializers.CharField()
    lent = serializers.BooleanField()
    telephone = serializers.CharField()


class AwaitedOutput(Output):
    """The steps forward that a case waits for, at which unit, and who can take them; `others`: how many more can."""

    acts = serializers.ListField(child=serializers.ChoiceField(choices=ACTS))
    unit = serializers.CharField()
    people = TakerOutput(many=True)
    others = serializers.IntegerField()
