"""An act as it is asked for."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from approvals.rules import ACTING, BY_DELEGATION, GROUNDS, OWN
from approvals.words import Terms
from notation import limits
from organization.http.serializers import StrictSerializer
from workflow.machine import ACTS, EDGES

SHA256 = r"^[0-9a-f]{64}$"
CAPACITY_CHOICES = (OWN, "TM.", *BY_DELEGATION, ACTING)
#: Acts that decide something of rows.
DECIDING = frozenset(act for act, edges in EDGES.items() if any("terms" in edge.checks for edge in edges))


class RemarkInput(StrictSerializer):
    """A remark on a row, a field or the whole."""

    row = serializers.CharField(max_length=limits.PLACE, required=False, default="", allow_blank=True)
    field = serializers.CharField(max_length=limits.PLACE, required=False, default="", allow_blank=True)
    text = serializers.CharField(max_length=limits.TEXT)


class MarkInput(RemarkInput):
    """A remark that goes with a return; `proposed`: what the field should say instead."""

    proposed = serializers.CharField(
        max_length=limits.TEXT, required=False, default="", allow_blank=True, trim_whitespace=False
    )

    def validate(self, attrs: dict[str, str]) -> dict[str, str]:
        if attrs["proposed"] and not (attrs["row"] and attrs["field"]):
            raise serializers.ValidationError({"proposed": [_("Say which field of which row it is for.")]})
        return (
            attrs
            if attrs["proposed"]
            else {name: value for name, value in attrs.items() if name != "proposed"}
        )


class IssuedInput(StrictSerializer):
    """A document that was issued on paper; what is missing is the judge's to say."""

    number = serializers.CharField(
        max_length=limits.DOCUMENT_NUMBER, required=False, default="", allow_blank=True
    )
    date = serializers.DateField(required=False, allow_null=True, default=None)
    signer = serializers.CharField(max_length=limits.PERSON, required=False, default="", allow_blank=True)
    evidence = serializers.RegexField(SHA256, required=False, default="", allow_blank=True)
    assigning = serializers.BooleanField(required=False, default=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        given = {**attrs, "date": attrs["date"].isoformat() if attrs.get("date") else ""}
        return given if given.pop("assigning") is False else {**given, "assigning": True}


class PaperInput(StrictSerializer):
    """The paper by which something was decided."""

    number = serializers.CharField(
        max_length=limits.DOCUMENT_NUMBER, required=False, default="", allow_blank=True
    )
    date = serializers.DateField(required=False, allow_null=True, default=None)
    evidence = serializers.RegexField(SHA256, required=False, default="", allow_blank=True)


class EventInput(StrictSerializer):
    """What a conditional task waited for: number and day of the document, or what happened."""

    text = serializers.CharField(max_length=limits.TITLE, required=False, default="", allow_blank=True)
    number = serializers.CharField(
        max_length=limits.DOCUMENT_NUMBER, required=False, default="", allow_blank=True
    )
    date = serializers.DateField(required=False, allow_null=True, default=None)


class TermsInput(StrictSerializer):
    """What an act decides of rows of a plan in force; which of it an act asks for is the judge's to say.

    `rows`: ids; none: the whole plan. `unit`: who leads them from now on; `on`: from which day, or the day on which they fall
    due. `confirmed`: that what looks odd is meant so.
    """

    rows = serializers.ListField(
        child=serializers.UUIDField(), required=False, default=list, max_length=limits.ROWS
    )
    decision = PaperInput(required=False, allow_null=True, default=None)
    event = EventInput(required=False, allow_null=True, default=None)
    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False, default="", allow_blank=True)
    on = serializers.DateField(required=False, allow_null=True, default=None)
    confirmed = serializers.BooleanField(required=False, default=False)

    def validate(self, attrs: dict[str, Any]) -> Terms:
        terms: Terms = as_written(attrs)
        return terms


def as_written(value: Any) -> Any:
    """What was given, as JSON: without what was not; days as ISO text."""
    if isinstance(value, dict):
        said = {name: as_written(one) for name, one in value.items()}
        return {name: one for name, one in said.items() if one not in ("", None, False, [], {})}
    if isinstance(value, list):
        return [as_written(one) for one in value]
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, UUID) else value


class SaidInput(StrictSerializer):
    """An act, and what is said with it; `ground`: what a check sends a report back for."""

    act = serializers.ChoiceField(choices=ACTS)
    comment = serializers.CharField(max_length=limits.TEXT, required=False, default="", allow_blank=True)
    ground = serializers.ChoiceField(choices=GROUNDS, required=False, allow_null=True, default=None)


class ActInput(SaidInput):
    """An act on one case."""

    remarks = MarkInput(many=True, required=False, max_length=limits.REMARKS)  # type: ignore[call-arg]
    issued = IssuedInput(required=False, allow_null=True, default=None)
    on_behalf_of = serializers.UUIDField(required=False, allow_null=True, default=None)
    capacity = serializers.ChoiceField(choices=CAPACITY_CHOICES, required=False, default="", allow_blank=True)
    until = serializers.DateField(required=False, allow_null=True, default=None)
    terms = TermsInput(required=False, allow_null=True, default=None)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs["issued"] is not None and attrs["act"] != "register":
            raise serializers.ValidationError({"issued": [_("Only for registering an issued document.")]})
        if attrs["until"] is not None and attrs["act"] != "reopen":
            raise serializers.ValidationError({"until": [_("Only for reopening.")]})
        if attrs["terms"] is not None and attrs["act"] not in DECIDING:
            raise serializers.ValidationError({"terms": [_("This act decides nothing of rows.")]})
        return attrs


class CaseDigestInput(StrictSerializer):
    """A case, and the digest of it that was seen."""

    id = serializers.UUIDField()
    digest = serializers.CharField(max_length=limits.DIGEST)


class BulkActInput(SaidInput):
    """One act on many cases; `issued`: the one paper under which all of them are registered."""

    issued = IssuedInput(required=False, allow_null=True, default=None)
    cases = CaseDigestInput(many=True, allow_empty=False, max_length=limits.AT_ONCE)  # type: ignore[call-arg]
