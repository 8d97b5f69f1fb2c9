"""Strict input: a field that is not asked for is an error, and text is kept in Unicode NFC."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from unicodedata import normalize

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from notation import limits
from notation.text import not_kept, written
from notation.year import EARLIEST, LATEST


def composed(value: Any) -> Any:
    """The value with every text in NFC, at any depth."""
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, list):
        return [composed(item) for item in value]
    if isinstance(value, Mapping):
        return {key: composed(item) for key, item in value.items()}
    return value


class StrictSerializer(serializers.Serializer[Any]):
    """Input that refuses unknown fields."""

    default_error_messages = {"unknown": _("Unknown field.")}

    def to_internal_value(self, data: Any) -> Any:
        # First: some letters become two when they are composed, and then they are longer than what was measured.
        data = composed(data) if type(data) is dict else data
        if isinstance(data, Mapping):
            unknown = set(data) - set(self.fields)
            if unknown:
                message = self.error_messages["unknown"]
                raise serializers.ValidationError(
                    {
                        name: [serializers.ErrorDetail(str(message), code="unknown-field")]
                        for name in sorted(unknown)
                    }
                )
        given = composed(super().to_internal_value(data))
        if wrong := {name: [said] for name, said in [*blanks(self, given), *unkept(given), *far(given)]}:
            raise serializers.ValidationError(wrong)
        return given


def blanks(form: serializers.Serializer[Any], given: Any) -> Iterator[tuple[str, serializers.ErrorDetail]]:
    """The fields that may not be blank and hold nothing that can be seen: a zero-width space is no reason."""
    for name, field in form.fields.items():
        value = given.get(field.source, "-")
        child = field.child if isinstance(field, serializers.ListField) else field
        filled = isinstance(child, serializers.CharField) and not child.allow_blank
        texts = (value if isinstance(value, list) else [value]) if filled else []
        if any(isinstance(one, str) and one and not written(one) for one in texts):
            message = serializers.CharField.default_error_messages["blank"]
            yield name, serializers.ErrorDetail(str(message), code="blank")


def unkept(given: Mapping[str, Any]) -> Iterator[tuple[str, serializers.ErrorDetail]]:
    """The fields with a character that could be kept but never printed, or not even kept."""
    for name, value in given.items():
        texts = value if isinstance(value, list) else [value]
        for mark in filter(None, (not_kept(one) for one in texts if isinstance(one, str))):
            message = _("The text holds a character that cannot be kept: %(character)s.") % {
                "character": mark
            }
            yield name, serializers.ErrorDetail(str(message), code="character")


def far(given: Mapping[str, Any]) -> Iterator[tuple[str, serializers.ErrorDetail]]:
    """The days and moments that no calendar here is asked about: before it, zones count seconds, after it years have five digits."""
    for name, value in given.items():
        if isinstance(value, date) and not EARLIEST <= value.year <= LATEST:
            yield name, serializers.ErrorDetail(str(_("This date is out of reach.")), code="out-of-reach")


class PageFilter(StrictSerializer):
    """Which page of a list; a list that can be narrowed adds by what."""

    cursor = serializers.CharField(max_length=limits.CURSOR, required=False)
    page_size = serializers.IntegerField(required=False, min_value=1)


class Output(serializers.Serializer[Any]):
    """What goes out: names fields of what a reading answered, and does nothing else."""


class ReasonSerializer(Output):
    """Why something cannot be done."""

    code = serializers.CharField()
    text = serializers.CharField()
    row = serializers.CharField(required=False)
    field = serializers.CharField(required=False)
    brief = serializers.CharField(
        required=False,
        help_text="The text without what it is about; where there is more than one such thing.",
    )
    source = serializers.CharField(  # type: ignore[assignment] # the base class has an attribute of that name
        required=False, help_text="Where the rule stands: a paper and its section, or the software."
    )
    valid_from = serializers.DateField(
        required=False, help_text="Since when that paper holds; absent for a rule of the software."
    )
    case = serializers.UUIDField(required=False, help_text="Of another case than the one that was asked for.")


@extend_schema_field(ReasonSerializer(many=True))
class Reasons(serializers.Field[Any, Any, Any, Any]):
    """Why something cannot be done; empty where it can."""

    def __init__(self, **options: Any) -> None:
        super().__init__(read_only=True, **options)

    def to_representation(self, value: Any) -> list[dict[str, str]]:
        return reason_list(value)


def source_words(source: Any) -> dict[str, str]:
    """Where a rule stands, in the reader's language, and since when."""
    if source is None:
        return {}
    return {
        "source": gettext(source.name),
        "valid_from": source.valid_from.isoformat() if source.valid_from else "",
    }


def reason_list(reasons: Any) -> list[dict[str, str]]:
    """Reasons of the judge as they go over the wire; what is empty is left out."""
    rows = (
        {
            "code": r.code,
            "text": r.text,
            "row": r.row,
            "field": r.field,
            "brief": r.brief if r.place else "",
            "case": r.case,
            **source_words(r.source),
        }
        for r in reasons
    )
    return [{key: value for key, value in row.items() if value or key in {"code", "text"}} for row in rows]
