"""What an open draft says is edited field by field, over the wire, whatever its kind (docs/adr/0052)."""

from typing import Any, ClassVar

from rest_framework import serializers

from organization.http.serializers import Output, StrictSerializer
from workflow.rules.merging import RowEdit


class EditInput(StrictSerializer):
    """Fields of something as they are to be (`is`), and as they were before them (`was`)."""

    #: The fields that can be named; what is left out is not spoken of.
    parts: ClassVar[type[StrictSerializer]] = StrictSerializer
    #: The same fields as they may have been; None: as they may be.
    before: ClassVar[type[StrictSerializer] | None] = None

    id = serializers.UUIDField()

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """By hand: `is` is a word of Python's own."""
        return {
            **super().get_fields(),
            "was": (self.before or self.parts)(required=False, default=dict),
            "is": self.parts(),
        }


class UnfitOutput(Output):
    """What was not written, and why: 409 somebody else was there first, 422 it cannot be kept. `stands`: what stands there."""

    id = serializers.CharField(source="reason.row")
    field = serializers.CharField(source="reason.field")
    status = serializers.IntegerField(source="reason.status")
    code = serializers.CharField(source="reason.code")
    text = serializers.CharField(source="reason.brief")
    stands = serializers.JSONField(allow_null=True)


def edit_of(given: dict[str, Any]) -> RowEdit:
    """An edit, or the removal of a row, as it was sent."""
    return RowEdit(given["id"], given["was"], given.get("is", {}))
