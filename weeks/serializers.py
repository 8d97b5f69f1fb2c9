"""A person's week over the wire."""

from rest_framework import serializers

from organization.http.serializers import Output, StrictSerializer

from .queries import WHATS

WEEKS = ("this", "next")


class WeekFilter(StrictSerializer):
    """Until the end of which week."""

    week = serializers.ChoiceField(choices=WEEKS, required=False, default="this")


class WeekItemOutput(Output):
    """One thing that waits for the person; `case` is where it is done: the plan, the report, the case with the remark, the
    instruction; `row` the row that it is about. `named`: the row names them; else they follow its plan."""

    what = serializers.ChoiceField(choices=WHATS)
    day = serializers.DateField(allow_null=True)
    overdue = serializers.BooleanField()
    title = serializers.CharField()
    text = serializers.CharField()
    case = serializers.UUIDField()
    row = serializers.UUIDField(allow_null=True)
    named = serializers.BooleanField()


class DigestOutput(Output):
    """What a person is reminded of today, as it can be pasted."""

    day = serializers.DateField()
    title = serializers.CharField()
    text = serializers.CharField()


class MyDigestOutput(Output):
    """The same; null: nothing."""

    digest = DigestOutput(allow_null=True)


class MyWeekOutput(Output):
    """What waits for the person until the end of a week, what is due first on top."""

    starts = serializers.DateField()
    ends = serializers.DateField()
    items = WeekItemOutput(many=True)
