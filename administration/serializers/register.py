"""The register of administrative acts over the wire."""

from rest_framework import serializers

from notation import limits
from organization.http.serializers import Output, PageFilter
from organization.models import Entry


class RegisterFilter(PageFilter):
    """Of one act, of one person (who did it, or whom it concerns), of one unit, of one day."""

    act = serializers.ChoiceField(choices=Entry.Act.choices, required=False)
    person = serializers.UUIDField(required=False)
    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False)
    day = serializers.DateField(required=False)


class EntryOutput(Output):
    """One act: who (null: a command), when, from where, what it is about, what was and is."""

    id = serializers.UUIDField()
    at = serializers.DateTimeField()
    by = serializers.CharField(source="by.full_name", default=None, allow_null=True)
    origin = serializers.CharField()
    act = serializers.ChoiceField(choices=Entry.Act.choices)
    kind = serializers.ChoiceField(choices=Entry.Kind.choices)
    about = serializers.CharField()
    person = serializers.CharField(source="person.full_name", default=None, allow_null=True)
    unit = serializers.CharField(source="unit.code", default=None, allow_null=True)
    before = serializers.DictField()
    after = serializers.DictField()
