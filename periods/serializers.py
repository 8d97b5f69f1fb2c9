"""Periods and their deadlines over the wire."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from notation import limits
from notation.year import PlanYear
from organization.http.serializers import Output, PageFilter, StrictSerializer
from periods.models import DUE_POINTS, DeadlineRule, Period
from periods.rules.corrections import Correction
from periods.rules.deadlines import Span

KIND = Period.Kind
YEARS = (KIND.YEAR, KIND.SCHOOL_YEAR)
CLOCK = {"format": "%H:%M", "input_formats": ["%H:%M"]}


class PointsBeforeOutput(Output):
    """Due points as they were before a correction; those that it left alone are missing."""

    unit_due_at = serializers.DateTimeField(required=False)
    office_due_at = serializers.DateTimeField(required=False)
    leadership_due_at = serializers.DateTimeField(required=False)
    meeting_at = serializers.DateTimeField(required=False)


class CorrectionOutput(Output):
    """A change of due points: when, by whom, why, and what they were until then."""

    at = serializers.DateTimeField()
    by = serializers.CharField()
    reason = serializers.CharField()
    before = PointsBeforeOutput()


class PeriodOutput(serializers.ModelSerializer[Period]):
    """A year or school year that plans are for, or a period that is reported on; it has due points then."""

    closed_at = serializers.DateTimeField(source="heard_at", allow_null=True)
    corrections = serializers.SerializerMethodField()

    class Meta:
        model = Period
        fields = (
            "id", "kind", "label", "starts", "ends", *DUE_POINTS, "override_reason", "confirmed_at", "closed_at",
            "corrections", "first_semester_ends",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(CorrectionOutput(many=True))
    def get_corrections(self, row: Period) -> list[Correction]:
        corrections: list[Correction] = row.corrections
        return corrections


class OpeningInput(StrictSerializer):
    """A closed period is opened again: for which unit (code), until the end of which day, why; with `monitors_until` for the
    monitoring units too that judge its reports, until the end of that day, the same or a later one."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE)
    until = serializers.DateField()
    monitors_until = serializers.DateField(required=False, allow_null=True, default=None)
    reason = serializers.CharField(max_length=limits.OPENING_REASON, allow_blank=True)


class OpeningOutput(Output):
    """For whom a closed period was opened, by whom and why; `case`: with which report that was reopened; `along`: the name of the unit
    with which a monitoring unit was opened, to judge its reports."""

    id = serializers.UUIDField()
    unit = serializers.CharField(source="unit.code")
    name = serializers.CharField(source="unit.name")
    until = serializers.DateField()
    reason = serializers.CharField()
    by = serializers.CharField(source="by.full_name")
    at = serializers.DateTimeField()
    case = serializers.UUIDField(source="case_id", allow_null=True)
    along = serializers.CharField(source="along.unit.name", allow_null=True, default=None)


class PeriodFilter(PageFilter):
    """Which periods."""

    kind = serializers.ChoiceField(choices=KIND.choices, required=False)


class DuePointsInput(StrictSerializer):
    """Due points, in their order."""

    unit_due_at = serializers.DateTimeField(required=False)
    office_due_at = serializers.DateTimeField(required=False)
    leadership_due_at = serializers.DateTimeField(required=False)
    meeting_at = serializers.DateTimeField(required=False)


class PeriodInput(DuePointsInput):
    """A period to report on: by the rule, for a month or several, or a year; a review says all itself.

    A year or school year holds plans; it is reported on where `reported` says so.
    """

    kind = serializers.ChoiceField(choices=KIND.choices)
    reported = serializers.BooleanField(required=False)
    label = serializers.CharField(max_length=limits.PERIOD)  # type: ignore[assignment]
    starts = serializers.DateField(required=False)
    ends = serializers.DateField(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A review brings its days and due points; the others take both from their label and the rule."""
        written = ("starts", "ends", *DUE_POINTS)
        review = attrs["kind"] == KIND.REVIEW
        wrong = [name for name in written if (name in attrs) != review]
        if wrong:
            text = _("This field is required.") if review else _("Only a review says this itself.")
            code = "required" if review else "by-the-rule"
            raise serializers.ValidationError(
                {name: [serializers.ErrorDetail(str(text), code=code)] for name in wrong}
            )
        if "reported" in attrs and attrs["kind"] not in YEARS:
            text = _("Only a year can hold plans without being reported on.")
            raise serializers.ValidationError(
                {"reported": [serializers.ErrorDetail(str(text), code="reported")]}
            )
        if not fits(attrs["kind"], attrs["label"]):
            text = _("Such a label does not belong to this kind of period.")
            raise serializers.ValidationError({"label": [serializers.ErrorDetail(str(text), code="label")]})
        return attrs


def fits(kind: str, label: str) -> bool:
    """Whether a period of this kind can have the label: "2025-08", "2025-Q3", "2025", "2025-2026"; a review any other."""
    try:
        found = Span.parse(label)
    except ValueError:
        return kind == KIND.REVIEW
    return found.label == label and found.kind == kind


class PeriodChanges(DuePointsInput):
    """Due points that are overridden; what is left out stays. Without a reason it is refused (422)."""

    reason = serializers.CharField(
        max_length=limits.OVERRIDE_REASON, required=False, default="", allow_blank=True
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """There is something to change."""
        if not set(attrs) & set(DUE_POINTS):
            raise serializers.ValidationError(_("Name at least one due point."), code="nothing-given")
        return attrs


class SemestersInput(StrictSerializer):
    """On which day semester I of a school year ends; semester II follows it. Months are reported on whole."""

    first_ends = serializers.DateField()


class YearInput(StrictSerializer):
    """A school year ("2026-2027") or year ("2026")."""

    year = serializers.CharField(max_length=limits.YEAR)

    def validate_year(self, label: str) -> PlanYear:
        """The year that the label names."""
        try:
            return PlanYear.parse(label)
        except ValueError as error:
            text = _("Neither a year nor a school year.")
            raise serializers.ValidationError(text, code="year-unknown") from error


class DeadlinesFilter(YearInput):
    """Whose months, and in which reading those are shown that are not confirmed; else in the rule's."""

    reading = serializers.ChoiceField(choices=DeadlineRule.Reading.choices, required=False)


class RuleInput(StrictSerializer):
    """How deadlines are computed: hours "HH:MM" in the institution's time zone, distances in working days."""

    reading = serializers.ChoiceField(choices=DeadlineRule.Reading.choices)
    hour = serializers.TimeField(**CLOCK)  # type: ignore[arg-type]
    unit_days = serializers.IntegerField(min_value=0, max_value=limits.DAYS)
    leadership_days = serializers.IntegerField(min_value=0, max_value=limits.DAYS)
    meeting_days = serializers.IntegerField(min_value=0, max_value=limits.DAYS)
    meeting_hour = serializers.TimeField(**CLOCK)  # type: ignore[arg-type]


class RuleOutput(Output):
    """The deadline rule."""

    reading = serializers.ChoiceField(choices=DeadlineRule.Reading.choices)
    hour = serializers.TimeField(format="%H:%M")
    unit_days = serializers.IntegerField()
    leadership_days = serializers.IntegerField()
    meeting_days = serializers.IntegerField()
    meeting_hour = serializers.TimeField(format="%H:%M")


class MonthDeadlinesOutput(Output):
    """A month with its due points, confirmed or proposed; see periods.queries.MonthDeadlines."""

    label = serializers.CharField()  # type: ignore[assignment]
    starts = serializers.DateField()
    ends = serializers.DateField()
    unit_due_at = serializers.DateTimeField()
    office_due_at = serializers.DateTimeField()
    leadership_due_at = serializers.DateTimeField()
    meeting_at = serializers.DateTimeField()
    moved_from = serializers.DateField(allow_null=True)
    moved_because = serializers.CharField()
    other_reading = serializers.DateField(allow_null=True)
    confirmed = serializers.BooleanField()
    override_reason = serializers.CharField()
    in_use = serializers.BooleanField()


class DeadlinesOutput(Output):
    """The twelve months of a year, for confirmation; `begins`: the first day that is reported on, null: every month is."""

    year = serializers.CharField()
    begins = serializers.DateField(source="rule.begins", allow_null=True)
    rule = RuleOutput()
    months = MonthDeadlinesOutput(many=True)


def points_in(given: Mapping[str, Any]) -> dict[str, datetime]:
    """The due points among the fields of a request."""
    return {name: given[name] for name in DUE_POINTS if name in given}
