"""Workbooks that become plans, over the wire."""

from rest_framework import serializers

from notation import limits
from organization.http.serializers import Output, StrictSerializer
from plans.models import PlanRow

from .rows import DueOutput


class ImportInput(StrictSerializer):
    """A workbook, and for which unit and period it is."""

    file = serializers.FileField()
    unit = serializers.CharField(max_length=limits.UNIT_CODE)
    period = serializers.CharField(max_length=limits.PERIOD)


class ImportProblemOutput(Output):
    """Something wrong or odd in a row of the workbook; `row` is the worksheet's, from 1."""

    row = serializers.CharField()
    field = serializers.CharField()
    code = serializers.CharField()
    text = serializers.CharField()


class ImportRowOutput(Output):
    """A row that was read."""

    row = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=PlanRow.Kind.choices)
    section = serializers.CharField()
    number = serializers.CharField()
    text = serializers.CharField()
    leads = serializers.ListField(child=serializers.CharField())
    lead_text = serializers.CharField()
    due_text = serializers.CharField()
    due = DueOutput(allow_null=True)
    product = serializers.CharField()
    note = serializers.CharField()


class ImportOutput(Output):
    """What was read of a workbook; nothing is saved as a plan until it is confirmed."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    targets = serializers.IntegerField()
    tasks = serializers.IntegerField()
    groups = serializers.IntegerField()
    errors = ImportProblemOutput(many=True)  # type: ignore[assignment]
    warnings = ImportProblemOutput(many=True)
    rows = ImportRowOutput(many=True)


class ConfirmInput(StrictSerializer):
    """The title to give; else the one that was read."""

    title = serializers.CharField(max_length=limits.TITLE, required=False)
