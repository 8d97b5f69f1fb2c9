"""Who can do what, over the wire."""

from rest_framework import serializers

from administration.queries.rights import AT_ROOT, IN_UNITS
from notation import limits
from organization.http.serializers import Output, StrictSerializer

RIGHTS = (*IN_UNITS, *AT_ROOT)


class RightsFilter(StrictSerializer):
    """Of one unit only."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False)


class HolderOutput(Output):
    """Somebody, by which post; `lent`: by delegation."""

    person = serializers.UUIDField()
    name = serializers.CharField()
    title = serializers.CharField()
    lent = serializers.BooleanField()


class RightOutput(Output):
    """A right, and who holds it; nobody: the list is empty."""

    right = serializers.ChoiceField(choices=RIGHTS)
    holders = HolderOutput(many=True)


class UnitRightsOutput(Output):
    """A unit with the rights there; `away`: who is entered as absent today."""

    unit = serializers.CharField(source="unit.code")
    name = serializers.CharField(source="unit.name")
    rights = RightOutput(many=True)
    away = serializers.ListField(child=serializers.CharField())
