"""Words of reports that are edited field by field, over the wire (docs/adr/0052)."""

from typing import Any

from rest_framework import serializers

from approvals.serializers.edits import EditInput, UnfitOutput
from notation import limits
from organization.http.serializers import Output, Reasons, StrictSerializer
from reports.reading.edits import WrittenWord
from reports.rules.judged import left_found

from .rows import WordFields, WordOutput, left_units


class WordParts(WordFields):
    """Some fields of a word; what is left out is not spoken of."""

    def get_fields(self) -> dict[str, Any]:
        """The same without what a word says where it is silent."""
        found = super().get_fields()
        for one in found.values():
            one.default = serializers.empty
        return found


class WordEditInput(EditInput):
    """What is said of a row of a report: fields as they are to be (`is`), and as they were before them; what `was`
    leaves out was silent."""

    parts = WordParts


class WordEditsInput(StrictSerializer):
    """What somebody has made of the unit's words since they last asked."""

    rows = WordEditInput(many=True, max_length=limits.ROWS)  # type: ignore[call-arg]


class VerdictParts(WordParts):
    """Some fields of a verdict; `left`: of a row that a class of units leads, those of it that are not done."""

    left = left_units()


class VerdictEditInput(EditInput):
    """The same of a verdict."""

    parts = VerdictParts


class VerdictEditsInput(StrictSerializer):
    """What somebody has made of verdicts since they last asked, and of those on the month before (`earlier`)."""

    findings = VerdictEditInput(many=True, max_length=limits.ROWS)  # type: ignore[call-arg]
    earlier = VerdictEditInput(many=True, required=False, default=list, max_length=limits.ROWS)  # type: ignore[call-arg]


class WordSaidOutput(WordOutput):
    """What is said of a row as it stands; `id` is the row's."""

    id = serializers.UUIDField()

    def to_representation(self, instance: WrittenWord) -> dict[str, Any]:
        """By hand: a word is one part of a row."""
        return {"id": instance.row.row, **instance.row.said.to_content()}


class WordWrittenOutput(Output):
    """A row that was named, and what is odd about what is said of it."""

    said = WordSaidOutput(source="*")
    warnings = Reasons()


class WordsEditedOutput(Output):
    """What became of edits; whatever `unfit` does not name was written. `digest` is null: what follows other tables has none of its
    own, an act reads it first (docs/adr/0053)."""

    digest = serializers.CharField(allow_null=True, default=None)
    unfit = UnfitOutput(many=True)
    rows = WordWrittenOutput(many=True)


class VerdictSaidOutput(WordSaidOutput):
    """A verdict as it stands; `left`: of a class that is not done, the units that are not; `agreed`: taken over from the unit's word."""

    left = serializers.ListField(child=serializers.CharField())
    agreed = serializers.BooleanField()

    def to_representation(self, instance: WrittenWord) -> dict[str, Any]:
        """The same, and what a verdict has beside a word."""
        row = instance.row
        return {**super().to_representation(instance), "left": left_found(row), "agreed": row.agreed}


class VerdictWrittenOutput(WordWrittenOutput):
    """A row that was named, and what is odd about what is said of it."""

    said = VerdictSaidOutput(source="*")


class VerdictsEditedOutput(Output):
    """As of words; `id` of what is unfit in `earlier` is the row's with its month (row@2026-10), as in refusals."""

    digest = serializers.CharField(allow_null=True, default=None)
    unfit = UnfitOutput(many=True)
    findings = VerdictWrittenOutput(many=True)
    earlier = VerdictWrittenOutput(many=True)
