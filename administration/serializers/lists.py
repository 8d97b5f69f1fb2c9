"""Lists over the wire, from workbooks or typed."""

from typing import Any

from rest_framework import serializers

from administration.queries.lists import PEOPLE_FIELDS, PersonCells
from administration.words import CHANGES
from notation import limits
from notation.text import one_line
from organization.http.serializers import Output, StrictSerializer
from organization.models import Role, Unit
from papers.intake.lists import NO_RESULT, ListRow


class ListInput(StrictSerializer):
    """A workbook; `save`: enter what it says, else only look."""

    file = serializers.FileField()
    save = serializers.BooleanField(required=False, default=False)  # type: ignore[assignment]


class SaveFilter(StrictSerializer):
    """The same, where the address says it."""

    save = serializers.BooleanField(required=False)  # type: ignore[assignment]


class CellField(serializers.CharField):
    """A text as a cell of a list has it, read as a workbook's: on one line, without what cannot be seen. Too long for its field is
    an error of the line."""

    def __init__(self) -> None:
        super().__init__(required=False, allow_blank=True, max_length=limits.CELL_TEXT)

    def to_internal_value(self, data: Any) -> str:
        return one_line(super().to_internal_value(data))


class PersonLineInput(StrictSerializer):
    """One line: somebody with one post, each cell as it is typed."""

    full_name = CellField()
    username = CellField()
    email = CellField()
    telephone = CellField()
    unit = CellField()
    title = CellField()
    since = CellField()
    until = CellField()
    decision_number = CellField()
    decision_date = CellField()


class PeopleLinesInput(StrictSerializer):
    """A list of people that is typed, at most as long as a workbook's; a blank line keeps the numbers of those below it."""

    lines = PersonLineInput(many=True, max_length=limits.ROWS)  # type: ignore[call-arg]
    save = serializers.BooleanField(required=False, default=False)  # type: ignore[assignment]


class PeopleListFilter(StrictSerializer):
    """`lines`: the lines themselves, instead of a workbook."""

    lines = serializers.BooleanField(required=False, default=False)


class LineProblemOutput(Output):
    """Something wrong or odd in a row of the workbook, from 1; of lines that were typed their number, from 1."""

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


class RawLineOutput(Output):
    """The cells of a line as they stand in the list; a formula without a result as an error."""

    full_name = serializers.CharField()
    username = serializers.CharField()
    email = serializers.CharField()
    telephone = serializers.CharField()
    unit = serializers.CharField()
    title = serializers.CharField()
    since = serializers.CharField()
    until = serializers.CharField()
    decision_number = serializers.CharField()
    decision_date = serializers.CharField()

    def to_representation(self, instance: ListRow) -> dict[str, Any]:
        return {
            name: instance[name] or (NO_RESULT if name in instance.broken else "") for name in PEOPLE_FIELDS
        }


class KeptLineOutput(RawLineOutput):
    """A line of who is there; `id` is its post's, a person's without one."""

    id = serializers.UUIDField()

    def to_representation(self, instance: Any) -> dict[str, Any]:
        line: PersonCells = instance
        return {"id": str(line.id), **dict(zip(PEOPLE_FIELDS, line.cells, strict=True))}


class PeopleLinesOutput(Output):
    """Who is there, a line for each post."""

    lines = KeptLineOutput(many=True)


class PeopleListOutput(ReadListOutput):
    """A list of people; `raw`: the cells of a workbook, for them to be mended and sent as lines."""

    lines = PersonLineOutput(many=True)
    raw = RawLineOutput(many=True)
