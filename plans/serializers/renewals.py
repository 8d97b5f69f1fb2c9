"""A plan that carries on that of an earlier year, over the wire."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from notation import limits
from organization.http.serializers import Output, Reasons, StrictSerializer
from plans.models import PlanRow
from plans.reading.carried import ShownCarried


class RenewalFilter(StrictSerializer):
    """Into which year."""

    period = serializers.CharField(max_length=limits.PERIOD)


class RenewalInput(RenewalFilter):
    """Into which year, and which rows; left out: those that come again, or that nobody reported as done."""

    rows = serializers.ListField(child=serializers.UUIDField(), required=False, max_length=limits.ROWS)


class CarriedOutput(Output):
    """What became of last year's row: `from` is its key, `due_was` when it was due in its own words, `month` the last signed one
    that spoke of it; "" and null where none did."""

    due_was = serializers.CharField(source="was")
    done = serializers.BooleanField(allow_null=True, source="outcome.done")
    completed_on = serializers.SerializerMethodField()
    result = serializers.CharField(source="outcome.result")
    month = serializers.CharField(source="outcome.month")

    def get_fields(self) -> dict[str, serializers.Field]:  # type: ignore[type-arg]
        # "from" is a word of Python, so it cannot be declared as an attribute.
        return {"from": serializers.UUIDField(source="key"), **super().get_fields()}

    @extend_schema_field(serializers.DateField(allow_null=True))
    def get_completed_on(self, shown: ShownCarried) -> str | None:
        return shown.outcome.completed_on or None


class CarriableOutput(CarriedOutput):
    """A row in force as the later plan would begin with it; `taken`: unless somebody says otherwise. `due_text` is "" where last
    year's wording says nothing in the later year."""

    id = serializers.UUIDField(source="row.id")
    kind = serializers.ChoiceField(choices=PlanRow.Kind.choices, source="row.kind")
    section = serializers.CharField(source="row.section")
    number = serializers.CharField(source="row.number")
    text = serializers.CharField(source="row.text")
    due_text = serializers.CharField()
    again = serializers.BooleanField()
    taken = serializers.BooleanField()


class RenewalOutput(Output):
    """Why a plan cannot be carried into the year, and its rows as they would read there with what became of each."""

    against = Reasons()
    rows = CarriableOutput(many=True)
