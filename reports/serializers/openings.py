"""Opening sheets, and the first month of use, over the wire."""

from rest_framework import serializers

from approvals.http import EvidenceItemInput, EvidenceItemOutput
from approvals.serializers import CaseColumns
from notation import limits
from organization.http.serializers import Output, PageFilter, Reasons, StrictSerializer
from reports.models import OpeningRow

STANDINGS = OpeningRow.Standing.choices


class FirstMonthInput(StrictSerializer):
    """The first month that the institution reports on here: "2026-12"."""

    month = serializers.CharField(max_length=limits.PERIOD)


class FirstMonthOutput(Output):
    """Its first day; null: every month is reported on."""

    begins = serializers.DateField(allow_null=True)


class OpeningFilter(PageFilter):
    """Which sheets: of whose rows."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False)


class OpeningAnswerInput(StrictSerializer):
    """What became of one row before the first month; done says when, and may show what proves it."""

    row = serializers.UUIDField()
    standing = serializers.ChoiceField(choices=STANDINGS, required=False, default="", allow_blank=True)
    completed_on = serializers.DateField(required=False, allow_null=True, default=None)
    note = serializers.CharField(max_length=limits.LONG_TEXT, required=False, default="", allow_blank=True)
    evidence = EvidenceItemInput(many=True, required=False, default=list, max_length=limits.EVIDENCE)  # type: ignore[call-arg]


class OpeningAnswersInput(StrictSerializer):
    """Answers on rows of a sheet; rows that are left out stay as they are."""

    rows = OpeningAnswerInput(many=True, max_length=limits.ROWS)  # type: ignore[call-arg]


class OpeningRowOutput(Output):
    """A row that was due before the first month, and what became of it; `standing` is empty until the unit says it."""

    row = serializers.UUIDField()
    plan = serializers.UUIDField()
    plan_title = serializers.CharField()
    text = serializers.CharField()
    due_text = serializers.CharField()
    due_on = serializers.DateField()
    standing = serializers.ChoiceField(choices=STANDINGS, allow_blank=True)
    completed_on = serializers.DateField(allow_null=True)
    note = serializers.CharField()
    evidence = EvidenceItemOutput(many=True)


class OpeningSummaryOutput(CaseColumns):
    """An opening sheet in a list: how many rows it asks of, and how they are answered."""

    monitoring_unit = serializers.CharField(source="case.monitoring_unit.code")
    rows = serializers.IntegerField(source="counts.rows")
    done = serializers.IntegerField(source="counts.done")
    open = serializers.IntegerField(source="counts.open")
    unclear = serializers.IntegerField(source="counts.unclear")
    silent = serializers.IntegerField()


class OpeningSheetOutput(OpeningSummaryOutput):
    """An opening sheet with its rows; `until`: the last day before the first month."""

    digest = serializers.CharField()
    editable = Reasons()
    until = serializers.DateField(source="said.until")
    asked = OpeningRowOutput(many=True, source="said.rows")
