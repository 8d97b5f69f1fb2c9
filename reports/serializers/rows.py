"""Words, findings and the rows that they are said of, over the wire."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from approvals.http import EvidenceItemInput, EvidenceItemOutput
from notation import limits
from organization.http.serializers import Output, Reasons, StrictSerializer, reason_list
from plans.models import PlanRow
from reports.reading.reports import ShownRow
from reports.words import DAY, EVIDENCE, FIELDS, FIGURE, OUTCOME, TEXT, Said
from workflow.models import State

LISTINGS = ("due", "carried", "standing", "opened", "unclear")

#: Kind of a field of a word -> how it comes in; what is left out is silent.
INPUTS: Mapping[str, Callable[[], serializers.Field[Any, Any, Any, Any]]] = {
    OUTCOME: lambda: serializers.BooleanField(required=False, allow_null=True, default=None),
    TEXT: lambda: serializers.CharField(max_length=limits.TEXT, required=False, default="", allow_blank=True),
    FIGURE: lambda: serializers.DecimalField(
        max_digits=limits.DIGITS,
        decimal_places=limits.DECIMALS,
        required=False,
        allow_null=True,
        default=None,
    ),
    DAY: lambda: serializers.DateField(required=False, allow_null=True, default=None),
    EVIDENCE: lambda: EvidenceItemInput(many=True, required=False, default=list, max_length=limits.EVIDENCE),  # type: ignore[call-arg]
}


class WordFields(StrictSerializer):
    """What is said of a row; the fields are those of `reports.words.Said`."""

    def get_fields(self) -> dict[str, Any]:
        return {**super().get_fields(), **{one.name: INPUTS[one.metadata["kind"]]() for one in FIELDS}}

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping) and "number" in data:
            message = _("The figure of a word is called “value”; “number” is the row's own.")
            raise serializers.ValidationError({"number": [serializers.ErrorDetail(message, "renamed")]})
        return super().to_internal_value(data)


class WordInput(WordFields):
    """What is said of one row, and of which."""

    row = serializers.UUIDField()


def left_units(*, allow_null: bool = False) -> serializers.ListField:
    """Codes of the units of a class that are not done."""
    code = serializers.CharField(max_length=limits.UNIT_CODE)
    return serializers.ListField(
        child=code, required=False, allow_null=allow_null, max_length=limits.UNITS_IN_CLASS
    )


class VerdictInput(WordInput):
    """A verdict on one row; of a row that a class of units leads, `left` names those of it that are not done: left out, those
    that do not say that they are."""

    left = left_units(allow_null=True)


#: Kind of a field of a word -> how it goes out; a figure is a decimal as text.
OUTPUTS: Mapping[str, Callable[[], serializers.Field[Any, Any, Any, Any]]] = {
    OUTCOME: lambda: serializers.BooleanField(allow_null=True),
    TEXT: serializers.CharField,
    FIGURE: lambda: serializers.CharField(allow_null=True),
    DAY: lambda: serializers.DateField(allow_null=True),
    EVIDENCE: lambda: EvidenceItemOutput(many=True),
}


class WordOutput(Output):
    """What is said of a row, the fields of `reports.words.Said`; `done` is null while nothing is. `value` is a
    decimal as text."""

    def get_fields(self) -> dict[str, Any]:
        return {**super().get_fields(), **{one.name: OUTPUTS[one.metadata["kind"]]() for one in FIELDS}}


class FindingOutput(WordOutput):
    """The monitoring unit's verdict; `agreed`: taken over from the unit's word in one click."""

    agreed = serializers.BooleanField()
    late = serializers.BooleanField()


class PromisedOutput(Output):
    """How often a day was promised in earlier reports, and which days."""

    times = serializers.IntegerField()
    dates = serializers.ListField(child=serializers.DateField())


class UpdateLineOutput(Output):
    """An update beside its row: what it says and where it stands; `by` began it, `at` is when it came there."""

    id = serializers.UUIDField(source="case_id")
    state = serializers.ChoiceField(choices=State.choices, source="case.state")
    submitted = serializers.BooleanField(source="case.submitted")
    unit = serializers.CharField(source="case.unit.code")
    done = serializers.BooleanField(allow_null=True)
    completed_on = serializers.DateField(allow_null=True)
    result = serializers.CharField()
    evidence = EvidenceItemOutput(many=True)
    by = serializers.CharField(source="case.created_by.full_name")
    at = serializers.DateTimeField(source="case.since")


class MonthSaidOutput(Output):
    """What a month said of a row of a longer period. `value` is a decimal as text."""

    period = serializers.CharField()
    done = serializers.BooleanField(allow_null=True)
    completed_on = serializers.DateField(allow_null=True)
    result = serializers.CharField()
    value = serializers.CharField(allow_null=True)


class SignedRowOutput(WordOutput):
    """A row as a content has it: due, carried over for `age` months, or standing (listed, not counted).

    `led_by`: code of the unit, or of the class of units (class:faculty and the like), that answers for it; `beside`: it stands
    in the report of a further lead unit, which need not say anything. In a span of months `settled` is the month that settled it (empty: it is asked), `months` what they said of it.
    """

    row = serializers.UUIDField()
    plan = serializers.UUIDField()
    plan_title = serializers.CharField()
    in_force = serializers.BooleanField()
    kind = serializers.ChoiceField(choices=PlanRow.Kind.choices)
    section = serializers.CharField()
    number = serializers.CharField()
    text = serializers.CharField()
    due_text = serializers.CharField()
    product = serializers.CharField()
    due_on = serializers.DateField(allow_null=True)
    listing = serializers.ChoiceField(choices=LISTINGS)
    age = serializers.IntegerField()
    overdue = serializers.BooleanField()
    carried_in_time = serializers.BooleanField()
    settled = serializers.CharField()
    months = MonthSaidOutput(many=True)
    led_by = serializers.CharField()
    beside = serializers.BooleanField()


class MemberOutput(Output):
    """One of several units that speak of a row: its word (null: it signed none), and how the verdict finds its share (null: no
    verdict). `beside`: a further lead unit, not judged; `before`: done in an earlier period."""

    unit = serializers.CharField()
    word = WordOutput(allow_null=True)
    done = serializers.BooleanField(allow_null=True)
    beside = serializers.BooleanField()
    before = serializers.BooleanField()


class MonitoredMemberOutput(MemberOutput):
    """The same; `late`: it says that it was done after the due day."""

    late = serializers.BooleanField()


class ExtendedOutput(Output):
    """How often a row was put off, and its day before the first time."""

    times = serializers.IntegerField()
    original = serializers.DateField()


class ListedRowOutput(SignedRowOutput):
    """A row of a report, with what was promised before and noted afterwards.

    `extended`: null where it was not put off; `late` then is by the day that was granted, `late_on_original` by its first one. `counted`: one of the N of its plan; `unfinished`: one of the m; `late`: done after its due day; `warnings`: what is
    odd about what is said, although it can stand.
    """

    counted = serializers.BooleanField()
    unfinished = serializers.BooleanField()
    late = serializers.BooleanField()
    extended = ExtendedOutput(allow_null=True)
    late_on_original = serializers.BooleanField()
    warnings = Reasons()
    promised = PromisedOutput()
    updates = UpdateLineOutput(many=True)

    def to_representation(self, instance: ShownRow) -> dict[str, Any]:
        """By hand, as the fields would: a report may have thousands, and they took most of the time."""
        return {
            **instance.row.to_content(),
            "counted": instance.row.counted,
            "unfinished": instance.row.unfinished,
            "late": instance.row.late,
            "extended": instance.row.extended,
            "late_on_original": instance.row.late_on_original,
            "warnings": reason_list(instance.warnings),
            "promised": {"times": len(instance.promised), "dates": instance.promised},
            "updates": UpdateLineOutput(instance.updates, many=True).data if instance.updates else [],
        }


class UnitRowOutput(ListedRowOutput):
    """A row of a unit's report; `value_wanted`: its target names a figure."""

    value_wanted = serializers.BooleanField()
    finding = FindingOutput(allow_null=True)

    def to_representation(self, instance: ShownRow) -> dict[str, Any]:
        """The same, and what the monitoring unit found."""
        found = instance.finding
        verdict = found and found.said.to_content() | {
            "agreed": found.agreed,
            "late": instance.row.done_late(found.said),
        }
        return super().to_representation(instance) | {
            "value_wanted": instance.value_wanted,
            "finding": verdict,
        }


class MonitoredRowOutput(ListedRowOutput):
    """A row of a monitoring report: the verdict, and beside it the unit's word (null: the unit is silent), each done late
    or not."""

    unit = serializers.CharField()
    self = serializers.BooleanField()
    agreed = serializers.BooleanField()
    word = WordOutput(allow_null=True)
    members = MonitoredMemberOutput(many=True)
    word_late = serializers.BooleanField()
    contradiction = serializers.BooleanField()

    def to_representation(self, instance: ShownRow) -> dict[str, Any]:
        """The same, and the unit's word."""
        row = instance.row
        return (
            super().to_representation(instance)
            | row.to_verdict()
            | {
                "members": [
                    {**one, "late": row.done_late(Said.read(one["word"] or {}))} for one in row.members
                ],
                "word_late": row.done_late(row.word),
                "contradiction": row.contradicts,
            }
        )


class EarlierRowOutput(MonitoredRowOutput):
    """A row of the month before (`period`), of which the monitoring unit had signed nothing: outside of this month's N."""

    period = serializers.CharField()

    def to_representation(self, instance: ShownRow) -> dict[str, Any]:
        """The same, and which month it is asked for."""
        return super().to_representation(instance) | {"period": instance.month}


class NextRowOutput(Output):
    """A row that is due in the next period."""

    row = serializers.UUIDField()
    plan = serializers.UUIDField()
    plan_title = serializers.CharField()
    text = serializers.CharField()
    due_text = serializers.CharField()
    due_on = serializers.DateField(allow_null=True)


class PutOffOutput(NextRowOutput):
    """A row that was due in the period and was granted a later day (`due_on`) before its reports were due: for the `times`-th
    time, `original` is its day before the first."""

    led_by = serializers.CharField()
    times = serializers.IntegerField()
    original = serializers.DateField()
