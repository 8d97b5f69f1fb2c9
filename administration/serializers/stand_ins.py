"""Who is away and who signs meanwhile, over the wire."""

from rest_framework import serializers

from administration.models import StandIn
from notation import limits
from organization.http.serializers import Output, PageFilter, StrictSerializer


class StandInFilter(PageFilter):
    """Those of a unit; those that hold now or will."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False)
    running = serializers.BooleanField(required=False)


class BarredFilter(StrictSerializer):
    """In which unit."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE)


class BarredOutput(Output):
    """How many running documents of the unit the person cannot sign another step of."""

    documents = serializers.IntegerField()


class StandInInput(StrictSerializer):
    """What the paper says: who is away or authorises (`absent`), who is in charge or authorised (`person`), of which unit, from
    which day until which, both belonging to it; `evidence`: SHA-256 of the scan."""

    kind = serializers.ChoiceField(choices=StandIn.Kind.choices)
    absent = serializers.UUIDField(required=False, allow_null=True, default=None)
    person = serializers.UUIDField(required=False, allow_null=True, default=None)
    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False)
    since = serializers.DateField()
    until = serializers.DateField()
    number = serializers.CharField(
        max_length=limits.DOCUMENT_NUMBER, required=False, allow_blank=True, default=""
    )
    dated = serializers.DateField(required=False, allow_null=True, default=None)
    evidence = serializers.CharField(max_length=limits.DIGEST, required=False, allow_blank=True, default="")
    note = serializers.CharField(max_length=limits.NAME, required=False, allow_blank=True, default="")


class StandInOutput(Output):
    """The same, with who entered and who ended it. `barred`: how many running documents of the unit the person has written or
    signed already, so that they cannot sign another step of them (only where it was just entered)."""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=StandIn.Kind.choices)
    absent = serializers.CharField(source="absent.full_name", default=None, allow_null=True)
    person = serializers.CharField(source="person.full_name", default=None, allow_null=True)
    unit = serializers.CharField(source="unit.code")
    since = serializers.DateField()
    until = serializers.DateField()
    number = serializers.CharField()
    dated = serializers.DateField(allow_null=True)
    file = serializers.CharField(source="evidence.name", default=None, allow_null=True)
    note = serializers.CharField()
    by = serializers.CharField(source="by.full_name")
    at = serializers.DateTimeField()
    ended_at = serializers.DateTimeField(allow_null=True)
    ended_by = serializers.CharField(source="ended_by.full_name", default=None, allow_null=True)
    endable = serializers.SerializerMethodField()
    barred = serializers.SerializerMethodField()

    def get_endable(self, one: StandIn) -> bool:
        return one.id in self.context.get("endable", ())

    def get_barred(self, one: StandIn) -> int | None:
        barred: int | None = self.context.get("barred")
        return barred
