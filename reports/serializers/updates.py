"""Updates of rows after their reports, over the wire."""

from rest_framework import serializers

from approvals.serializers import CaseColumns
from notation import limits
from organization.http.serializers import Reasons

from .rows import SignedRowOutput, WordFields


class UpdateChanges(WordFields):
    """What is said of the row of an update; the fields are those of `reports.words.Said`."""


class UpdateInput(WordFields):
    """What became of a row between the reports of a period and its meeting."""

    period = serializers.CharField(max_length=limits.PERIOD)


class UpdateOutput(CaseColumns):
    """An update; `row` is null where its period no longer reports on the row."""

    digest = serializers.CharField()
    monitoring_unit = serializers.CharField(source="case.monitoring_unit.code")
    editable = Reasons()
    row_id = serializers.UUIDField()
    row = SignedRowOutput(allow_null=True, source="row_content")
    value_wanted = serializers.BooleanField()
    warnings = Reasons()
