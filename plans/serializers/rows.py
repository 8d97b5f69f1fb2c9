"""Rows of a plan over the wire: all of them as they are written, and one as it is shown."""

from collections.abc import Mapping
from operator import itemgetter
from typing import Any

from rest_framework import serializers

from notation import limits
from organization.http.serializers import Output, Reasons, StrictSerializer, reason_list
from plans.models import PlanRow
from plans.reading.plans import ShownRow
from plans.words import ROW_FIELDS

from .clarities import RowClarities
from .people import RowPersonOutput, person_output
from .renewals import CarriedOutput
from .revisions import RowChangeOutput, StandingOutput


def row_text(name: str) -> serializers.CharField:
    """A text of a row, as long as it may be kept."""
    return serializers.CharField(max_length=limits.ROW[name], required=False, default="", allow_blank=True)


def row_units(name: str) -> serializers.ListField:
    """Codes of units that a row names."""
    code = serializers.CharField(max_length=limits.UNIT_CODE)
    return serializers.ListField(child=code, required=False, max_length=limits.UNITS[name])


class RowInput(StrictSerializer):
    """One row as it is written; see plans.actions.Row."""

    id = serializers.UUIDField(required=False)
    kind = serializers.ChoiceField(choices=PlanRow.Kind.choices)
    section = row_text("section")
    number = row_text("number")
    text = row_text("text")
    leads = row_units("leads")
    lead_text = row_text("lead_text")
    coordinating = row_units("coordinating")
    coordinating_text = row_text("coordinating_text")
    due_text = row_text("due_text")
    product = row_text("product")
    person = row_text("person")
    authority = row_text("authority")
    note = row_text("note")
    ended = serializers.BooleanField(required=False, default=False)
    reason = serializers.CharField(max_length=limits.TEXT, required=False, default="", allow_blank=True)


class RowsInput(StrictSerializer):
    """All rows of a plan, in their order."""

    rows = RowInput(many=True, max_length=limits.ROWS)  # type: ignore[call-arg]


class DueOutput(Output):
    """What was understood of a due time; both days belong to it."""

    kind = serializers.CharField()
    start = serializers.DateField(allow_null=True)
    end = serializers.DateField(allow_null=True)
    event = serializers.CharField(allow_null=True)


#: What a row says as its content has it, and what is understood of its due time.
SAID = ("id", *ROW_FIELDS, "leads", "coordinating")
DUE = tuple(DueOutput().fields)
said_of = itemgetter(*SAID)


class RowOutput(RowClarities):
    """One row of a plan."""

    id = serializers.UUIDField(source="said.id")
    kind = serializers.ChoiceField(choices=PlanRow.Kind.choices, source="said.kind")
    section = serializers.CharField(source="said.section")
    number = serializers.CharField(source="said.number")
    text = serializers.CharField(source="said.text")
    leads = serializers.ListField(child=serializers.CharField(), source="said.leads")
    lead_text = serializers.CharField(source="said.lead_text")
    coordinating = serializers.ListField(child=serializers.CharField(), source="said.coordinating")
    coordinating_text = serializers.CharField(source="said.coordinating_text")
    due_text = serializers.CharField(source="said.due_text")
    due = DueOutput(allow_null=True)
    product = serializers.CharField(source="said.product")
    person = serializers.CharField(source="said.person")
    authority = serializers.CharField(source="said.authority")
    note = serializers.CharField(source="said.note")
    demo = serializers.BooleanField()
    warnings = Reasons()
    key = serializers.UUIDField()
    change = RowChangeOutput(allow_null=True)
    stand = StandingOutput(allow_null=True)
    carried = CarriedOutput(allow_null=True)
    people = RowPersonOutput(many=True)

    def to_representation(self, instance: ShownRow) -> dict[str, Any]:
        """Written out: a plan has thousands of rows, and a field each costs a second. tests/plans/test_large_plans.py holds it to what
        the fields say, and to their order."""
        clear, due = instance.clear, instance.due
        shown: dict[str, Any] = {**IN_ORDER, **dict(zip(SAID, said_of(instance.said), strict=True))}
        shown["clear"] = {
            "person": clear.person,
            "authority": clear.authority,
            "person_from": clear.person_from or None,
            "authority_from": clear.authority_from or None,
        }
        shown["lacks"] = list(instance.lacks)
        shown["due"] = due and {name: due[name] for name in DUE}
        shown["demo"] = instance.demo
        shown["warnings"] = reason_list(instance.warnings) if instance.warnings else []
        shown["key"] = instance.key
        shown["people"] = [person_output(one) for one in instance.people]
        for name in SELDOM:
            if value := getattr(instance, name):
                shown[name] = self.fields[name].to_representation(value)
        return shown


#: The fields in their order, with nothing in them.
IN_ORDER: Mapping[str, None] = dict.fromkeys(RowOutput().fields)
#: What few rows have.
SELDOM = ("change", "stand", "carried")
