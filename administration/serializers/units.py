"""Units over the wire: what personnel say of them."""

from rest_framework import serializers

from notation import limits
from organization.http.serializers import StrictSerializer
from organization.models import Unit

KINDS = [kind for kind in Unit.Kind.values if kind != Unit.Kind.ROOT]


class UnitInput(StrictSerializer):
    """A new unit; without `parent` below the institution itself, without `position` behind the others."""

    code = serializers.CharField(max_length=limits.UNIT_CODE)
    name = serializers.CharField(max_length=limits.UNIT_NAME)
    kind = serializers.ChoiceField(choices=KINDS, default=Unit.Kind.DEPARTMENT)
    parent = serializers.CharField(max_length=limits.UNIT_CODE, required=False)  # type: ignore[assignment]
    position = serializers.IntegerField(min_value=0, max_value=limits.ROWS, required=False)
    aliases = serializers.ListField(
        child=serializers.CharField(max_length=limits.UNIT_NAME), max_length=limits.NAMES, default=list
    )


class UnitChangeInput(StrictSerializer):
    """What is to be different; `renamed_on`: from which day on it bears the new name, today where it is not said."""

    name = serializers.CharField(max_length=limits.UNIT_NAME, required=False)
    renamed_on = serializers.DateField(required=False)
    kind = serializers.ChoiceField(choices=KINDS, required=False)
    parent = serializers.CharField(max_length=limits.UNIT_CODE, required=False)  # type: ignore[assignment]
    position = serializers.IntegerField(min_value=0, max_value=limits.ROWS, required=False)
    aliases = serializers.ListField(
        child=serializers.CharField(max_length=limits.UNIT_NAME), max_length=limits.NAMES, required=False
    )


class UnitEndInput(StrictSerializer):
    """The last day of a unit, and which one follows it."""

    on = serializers.DateField()
    successor = serializers.CharField(max_length=limits.UNIT_CODE, required=False)
