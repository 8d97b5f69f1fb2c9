"""Lists from workbooks over the wire."""

from rest_framework import serializers

from administration.words import CHANGES
from organization.http.serializers import Output, StrictSerializer
from organization.models import Role, Unit


class ListInput(StrictSerializer):
    """A workbook; `save`: enter what it says, else only look."""

    file = serializers.FileField()
    save = serializers.BooleanField(required=False, default=False)  # type: ignore[assignment]


class SaveFilter(StrictSerializer):
    """The same, where the address says it."""

    save = serializers.BooleanField(required=False)  # type: ignore[assignment]


class LineProblemOutput(Output):
    """Something wrong or odd in a row of the workbook; `row` is the worksheet's, from 1."""

    row = serializers.CharField()
    field = serializers.CharField()
    code = serializers.CharField()
    text = serializers.CharField()


class UnitLineOutput(Output):
    """A unit as the list has it, how it stands to the one that is there, and in what it differs."""

    row = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=Unit.Kind.choices)
    parent = serializers.CharField(allow_null=True)  # type: ignore[assignment]
    aliases = serializers.ListField(child=serializers.CharField())
    change = serializers.ChoiceField(choices=CHANGES)
    differs = serializers.ListField(child=serializers.CharField())


class PostLineOutput(Output):
    """A post as the list has it."""

    row = serializers.IntegerField()
    unit = serializers.CharField()
    role = serializers.ChoiceField(choices=Role.choices)
    title = serializers.CharField()
    since = serializers.DateField()
    until = serializers.DateField(allow_null=True)
    decision_number = serializers.CharField()
    decision_date = serializers.DateField(allow_null=True)
    change = serializers.ChoiceField(choices=CHANGES)
    differs = serializers.ListField(child=serializers.CharField())


class PersonLineOutput(Output):
    """A person as the list has them."""

    row = serializers.IntegerField()
    username = serializers.CharField()
    full_name = serializers.CharField()
    email = serializers.CharField()
    telephone = serializers.CharField()
    change = serializers.ChoiceField(choices=CHANGES)
    differs = serializers.ListField(child=serializers.CharField())
    posts = PostLineOutput(many=True)


class ReadListOutput(Output):
    """What was read; nothing was saved where there are errors."""

    saved = serializers.BooleanField()
    errors = LineProblemOutput(many=True)  # type: ignore[assignment]
    warnings = LineProblemOutput(many=True)


class UnitListOutput(ReadListOutput):
    """A list of units."""

    lines = UnitLineOutput(many=True)


class PeopleListOutput(ReadListOutput):
    """A list of people."""

    lines = PersonLineOutput(many=True)
