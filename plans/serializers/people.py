"""Who follows a plan for a unit, and whom rows name, over the wire."""

from rest_framework import serializers

from notation import limits
from organization.http.serializers import Output, StrictSerializer
from plans.reading.people import ShownPerson


class OfficerInput(StrictSerializer):
    """Who of the unit (code) follows the plan."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False)
    user = serializers.UUIDField()


class OfficerOutput(Output):
    """Who of a unit follows a plan, and since when."""

    unit = serializers.CharField(source="unit.code")
    user = serializers.UUIDField(source="user_id")
    name = serializers.CharField(source="user.full_name")
    since = serializers.DateTimeField()


class RowPersonOutput(Output):
    """A person whom the text of a row names; `handed_to` has the row now, empty: they do."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    handed_to = serializers.CharField()


def person_output(person: ShownPerson) -> dict[str, str]:
    """The same, written out: every row may name somebody."""
    return {"id": person.id, "name": person.name, "handed_to": person.handed_to}
