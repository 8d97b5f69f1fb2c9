"""Rows of a plan that are edited field by field, over the wire."""

from typing import Any

from rest_framework import serializers

from approvals.serializers.edits import EditInput, UnfitOutput
from notation import limits
from organization.http.serializers import Output, Reasons, StrictSerializer
from plans.models import PlanRow
from workflow.rules.merging import RowMove

from .rows import DueOutput, row_units


def part(name: str) -> serializers.CharField:
    """A text of a row, where it is named."""
    return serializers.CharField(max_length=limits.ROW[name], required=False, allow_blank=True)


class RowWords(StrictSerializer):
    """Some fields of a row; what is left out is not spoken of. A text that is too long for its field is malformed (400), as in PUT."""

    kind = serializers.ChoiceField(choices=PlanRow.Kind.choices, required=False)
    section = part("section")
    number = part("number")
    text = part("text")
    leads = row_units("leads")
    lead_text = part("lead_text")
    coordinating = row_units("coordinating")
    coordinating_text = part("coordinating_text")
    due_text = part("due_text")
    product = part("product")
    person = part("person")
    authority = part("authority")
    note = part("note")


class RowFields(RowWords):
    """With what a supplement says of a row."""

    ended = serializers.BooleanField(required=False)
    reason = serializers.CharField(max_length=limits.TEXT, required=False, allow_blank=True)


class RowEditInput(EditInput):
    """Fields of a row as they are to be (`is`), and as they were before them; a row that is new was nothing, its id is made by
    whoever writes it."""

    parts = RowFields


class RowRemovalInput(StrictSerializer):
    """A row that is taken out, where it still says this."""

    id = serializers.UUIDField()
    was = RowFields(required=False, default=dict)


class RowMoveInput(StrictSerializer):
    """A row that is put after another one; null: first."""

    id = serializers.UUIDField()
    after = serializers.UUIDField(allow_null=True)


class RowEditsInput(StrictSerializer):
    """What somebody has made of a plan's rows since they last asked."""

    rows = RowEditInput(many=True, required=False, default=list, max_length=limits.ROWS)  # type: ignore[call-arg]
    removed = RowRemovalInput(many=True, required=False, default=list, max_length=limits.ROWS)  # type: ignore[call-arg]
    moved = RowMoveInput(many=True, required=False, default=list, max_length=limits.ROWS)  # type: ignore[call-arg]


class RowSaidOutput(Output):
    """A row as it stands: texts without blanks around them, composed."""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=PlanRow.Kind.choices)
    section = serializers.CharField()
    number = serializers.CharField()
    text = serializers.CharField()
    leads = serializers.ListField(child=serializers.CharField())
    lead_text = serializers.CharField()
    coordinating = serializers.ListField(child=serializers.CharField())
    coordinating_text = serializers.CharField()
    due_text = serializers.CharField()
    product = serializers.CharField()
    person = serializers.CharField()
    authority = serializers.CharField()
    note = serializers.CharField()
    ended = serializers.BooleanField()
    reason = serializers.CharField()


class RowWrittenOutput(Output):
    """A row that was written, what is understood of its due time, and what is odd about that."""

    said = RowSaidOutput()
    due = DueOutput(allow_null=True)
    warnings = Reasons()


class DueTimeFilter(StrictSerializer):
    """A due time while it is typed."""

    text = serializers.CharField(max_length=limits.ROW["due_text"], allow_blank=True)


class DueTimeOutput(Output):
    """How it would be understood (null: not at all), and what is odd about it."""

    due = DueOutput(allow_null=True)
    warnings = Reasons()


class RowsEditedOutput(Output):
    """What became of edits; whatever `unfit` does not name was written."""

    digest = serializers.CharField(source="case.digest")
    unfit = UnfitOutput(many=True)
    rows = RowWrittenOutput(many=True)


def move_of(given: dict[str, Any]) -> RowMove:
    """A row's move as it was sent."""
    return RowMove(given["id"], given["after"])
