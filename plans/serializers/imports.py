"""Workbooks that become plans, over the wire."""

from rest_framework import serializers

from approvals.serializers.edits import EditInput, UnfitOutput
from notation import limits
from organization.http.serializers import Output, StrictSerializer
from plans.models import PlanRow

from .edits import RowMoveInput, RowWords
from .rows import DueOutput


class ImportInput(StrictSerializer):
    """A workbook, and for which unit and period it is."""

    file = serializers.FileField()
    unit = serializers.CharField(max_length=limits.UNIT_CODE)
    period = serializers.CharField(max_length=limits.PERIOD)


class ImportProblemOutput(Output):
    """Something wrong or odd; `row` is the worksheet's, from 1 (0: the whole file, or a row that was added since), `id` the row whose
    words it is about, null: mending a row does not end it."""

    id = serializers.UUIDField(allow_null=True)
    row = serializers.CharField()
    field = serializers.CharField()
    code = serializers.CharField()
    text = serializers.CharField()


class ImportRowOutput(Output):
    """A row as it was read, or mended since; `row` is the worksheet's, 0: it was added."""

    id = serializers.UUIDField()
    row = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=PlanRow.Kind.choices)
    section = serializers.CharField()
    number = serializers.CharField()
    text = serializers.CharField()
    leads = serializers.ListField(child=serializers.CharField())
    lead_text = serializers.CharField()
    coordinating = serializers.ListField(child=serializers.CharField())
    coordinating_text = serializers.CharField()
    due_text = serializers.CharField()
    due = DueOutput(allow_null=True)
    product = serializers.CharField()
    person = serializers.CharField()
    authority = serializers.CharField()
    note = serializers.CharField()


class ImportFoundOutput(Output):
    """How many rows were read, and what is wrong or odd, as they stand now."""

    targets = serializers.IntegerField()
    tasks = serializers.IntegerField()
    groups = serializers.IntegerField()
    errors = ImportProblemOutput(many=True)  # type: ignore[assignment]
    warnings = ImportProblemOutput(many=True)


class ImportOutput(ImportFoundOutput):
    """What was read of a workbook; nothing is saved as a plan until it is confirmed: `plan` then."""

    id = serializers.UUIDField()
    unit = serializers.CharField()
    period = serializers.CharField()
    plan = serializers.UUIDField(allow_null=True)
    title = serializers.CharField()
    rows = ImportRowOutput(many=True)


def text_before() -> serializers.CharField:
    """What a text of a row was: a workbook may say more than a plan keeps, and with blanks around it."""
    return serializers.CharField(
        max_length=limits.ROWS_TEXT, required=False, allow_blank=True, trim_whitespace=False
    )


def units_before() -> serializers.ListField:
    """Which units a row named: a workbook may name more than a plan's row."""
    code = serializers.CharField(max_length=limits.UNIT_CODE)
    return serializers.ListField(child=code, required=False, max_length=limits.ROWS)


class ImportRowBefore(StrictSerializer):
    """Fields of a row as they were read, or mended before: also those that are too long, for that is what is mended."""

    kind = serializers.ChoiceField(choices=PlanRow.Kind.choices, required=False)
    section = text_before()
    number = text_before()
    text = text_before()
    leads = units_before()
    lead_text = text_before()
    coordinating = units_before()
    coordinating_text = text_before()
    due_text = text_before()
    product = text_before()
    person = text_before()
    authority = text_before()
    note = text_before()


class ImportRowEditInput(EditInput):
    """Fields of a row as they are to be (`is`), and as they were before them; a row that is new was nothing."""

    parts = RowWords
    before = ImportRowBefore


class ImportRowRemovalInput(StrictSerializer):
    """A row that is taken out, where it still says this."""

    id = serializers.UUIDField()
    was = ImportRowBefore(required=False, default=dict)


class ImportEditsInput(StrictSerializer):
    """What somebody has made of rows that were read since they last asked."""

    rows = ImportRowEditInput(many=True, required=False, default=list, max_length=limits.ROWS)  # type: ignore[call-arg]
    removed = ImportRowRemovalInput(many=True, required=False, default=list, max_length=limits.ROWS)  # type: ignore[call-arg]
    moved = RowMoveInput(many=True, required=False, default=list, max_length=limits.ROWS)  # type: ignore[call-arg]


class ImportEditedOutput(ImportFoundOutput):
    """What became of edits (whatever `unfit` does not name was written), the rows that were written, and what is wrong or odd now."""

    unfit = UnfitOutput(many=True)
    rows = ImportRowOutput(many=True)


class ConfirmInput(StrictSerializer):
    """The title to give; else the one that was read."""

    title = serializers.CharField(max_length=limits.TITLE, required=False)
