"""Mergers and splits over the wire."""

from rest_framework import serializers

from administration.models import Reorganization
from notation import limits
from organization.http.serializers import Output, StrictSerializer

KINDS = Reorganization.Kind.choices
#: Waits for the leadership, confirmed and waits for its day, carried out, declined or withdrawn.
STANDS = ("entered", "confirmed", "done", "closed")


class ReorganizationInput(StrictSerializer):
    """What the decision says: `unit` goes on in `successor` from the day `on`, or is split; a split without a successor leaves it."""

    kind = serializers.ChoiceField(choices=KINDS)
    unit = serializers.CharField(max_length=limits.UNIT_CODE)
    successor = serializers.CharField(max_length=limits.UNIT_CODE, required=False)
    on = serializers.DateField()
    number = serializers.CharField(max_length=limits.DOCUMENT_NUMBER, allow_blank=True)
    dated = serializers.DateField()
    note = serializers.CharField(max_length=limits.NAME, required=False, allow_blank=True, default="")


class PartInput(StrictSerializer):
    """To which unit (code) the rows of a plan go."""

    plan = serializers.UUIDField()
    unit = serializers.CharField(max_length=limits.UNIT_CODE)


class PartsInput(StrictSerializer):
    """Where plans go; in the place of what was said before."""

    parts = PartInput(many=True, max_length=limits.CASES)  # type: ignore[call-arg]


class ReasonInput(StrictSerializer):
    """Why it is declined; personnel withdraw without a reason."""

    reason = serializers.CharField(
        max_length=limits.OPENING_REASON, required=False, allow_blank=True, default=""
    )


class GoingOutput(Output):
    """One thing that goes along, and how many rows of it."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    rows = serializers.IntegerField()


class CountsOutput(Output):
    """How much of the unit goes along: rows of plans in force, running documents, plans and items that it follows, promises, people."""

    plans = serializers.IntegerField()
    rows = serializers.IntegerField()
    cases = serializers.IntegerField()
    items = serializers.IntegerField()
    promises = serializers.IntegerField()
    people = serializers.IntegerField()
    signing = serializers.IntegerField()


class DetailsOutput(Output):
    """The same by name, for the office and the leadership; `people` go along as they are, `signing` posts end."""

    plans = GoingOutput(many=True)
    cases = GoingOutput(many=True)
    items = GoingOutput(many=True)
    promises = GoingOutput(many=True)
    people = serializers.ListField(child=serializers.CharField())
    signing = serializers.ListField(child=serializers.CharField())


class PartOutput(Output):
    """To which unit the rows of a plan go."""

    plan = serializers.UUIDField(source="plan_id")
    title = serializers.CharField(source="plan.case.title", allow_null=True)
    unit = serializers.CharField(source="unit.code")


class ReorganizationOutput(Output):
    """A merger or split; who may do what with it now. `counts` while it has not been carried out, `details` and `parts` for the office,
    the leadership and auditors only."""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=KINDS)
    stands = serializers.ChoiceField(choices=STANDS)
    unit = serializers.CharField(source="one.unit.code")
    successor = serializers.CharField(source="one.successor.code", default=None, allow_null=True)
    on = serializers.DateField(source="one.on")
    number = serializers.CharField(source="one.number")
    dated = serializers.DateField(source="one.dated")
    note = serializers.CharField(source="one.note")
    by = serializers.CharField(source="one.by.full_name")
    at = serializers.DateTimeField(source="one.at")
    confirmed_by = serializers.CharField(source="one.confirmed_by.full_name", default=None, allow_null=True)
    confirmed_at = serializers.DateTimeField(source="one.confirmed_at", allow_null=True)
    closed_by = serializers.CharField(source="one.closed_by.full_name", default=None, allow_null=True)
    closed_at = serializers.DateTimeField(source="one.closed_at", allow_null=True)
    reason = serializers.CharField(source="one.reason")
    applied_at = serializers.DateTimeField(source="one.applied_at", allow_null=True)
    counts = CountsOutput(allow_null=True)
    details = DetailsOutput(allow_null=True)
    parts = PartOutput(many=True)
    confirmable = serializers.BooleanField()
    placeable = serializers.BooleanField()
    closable = serializers.BooleanField()
