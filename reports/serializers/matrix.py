"""The matrix and the reminder over the wire."""

from typing import Any

from django.utils import timezone
from rest_framework import serializers

from notation import limits
from organization.http.serializers import Output, StrictSerializer
from reports.rules.matrix import NOTHING_DUE, Standing
from reports.rules.standing import Stand
from reports.rules.timeliness import LATE, MISSING, ON_TIME, PENDING
from workflow.models import State

STATUSES = (ON_TIME, LATE, MISSING, PENDING)
STANDS = tuple(Stand)
CELL_STATUSES = (*STATUSES, NOTHING_DUE)


class MatrixMonthOutput(Output):
    """A column, with the points at which reports were due."""

    id = serializers.UUIDField()
    label = serializers.CharField()  # type: ignore[assignment]
    unit_due_at = serializers.DateTimeField()
    office_due_at = serializers.DateTimeField()
    meeting_at = serializers.DateTimeField()


class MatrixMonitoringOutput(Output):
    """How one report stands; `case` is null where the person does not see it."""

    case = serializers.UUIDField(allow_null=True)
    state = serializers.ChoiceField(choices=State.choices)
    submitted = serializers.BooleanField()
    returned = serializers.IntegerField()
    status = serializers.ChoiceField(choices=STATUSES)
    signed_at = serializers.DateTimeField(allow_null=True)
    stand = serializers.ChoiceField(choices=STANDS)
    after_closing = serializers.BooleanField()
    status_before = serializers.ChoiceField(choices=STATUSES, allow_null=True)

    def to_representation(self, instance: Standing) -> dict[str, Any]:
        """By hand, as the fields would: a year of sixty units has thousands, and they took most of the time."""
        return {
            "case": instance.case and str(instance.case),
            "state": instance.state,
            "submitted": instance.submitted,
            "returned": instance.returned,
            "status": instance.status,
            "signed_at": instance.signed_at and timezone.localtime(instance.signed_at).isoformat(),
            "stand": instance.stand,
            "after_closing": instance.after_closing,
            "status_before": instance.status_before,
        }


class MatrixPartOutput(MatrixMonitoringOutput):
    """A unit's report to one monitoring unit."""

    monitor = serializers.CharField()

    def to_representation(self, instance: Standing) -> dict[str, Any]:
        """The same, and to whom."""
        return {"monitor": instance.monitor, **super().to_representation(instance)}


class MatrixReportsOutput(Output):
    """A unit's reports of one month; the worst status stands for all."""

    status = serializers.ChoiceField(choices=CELL_STATUSES)
    parts = MatrixPartOutput(many=True)


class MatrixCellOutput(Output):
    """One unit in one month; `status` is the worst of all that it owes; `reports` is null while the month's reports
    have not been drafted."""

    period = serializers.CharField()
    status = serializers.ChoiceField(choices=CELL_STATUSES, allow_null=True)
    reports = MatrixReportsOutput(allow_null=True)
    monitoring = MatrixMonitoringOutput(allow_null=True)


class MatrixRowOutput(Output):
    """One unit over the months; rates from 0 to 1, null where nothing was expected."""

    unit = serializers.CharField()
    name = serializers.CharField()
    cells = MatrixCellOutput(many=True)
    completeness = serializers.FloatField(allow_null=True)
    on_time_rate = serializers.FloatField(allow_null=True)


class MatrixTotalOutput(Output):
    """One month over the units; `expected` is what was due by now, and what was signed before."""

    period = serializers.CharField()
    expected = serializers.IntegerField()
    signed = serializers.IntegerField()
    on_time = serializers.IntegerField()
    late = serializers.IntegerField()
    missing = serializers.IntegerField()
    completeness = serializers.FloatField(allow_null=True)
    on_time_rate = serializers.FloatField(allow_null=True)


class MatrixOutput(Output):
    """Months × units."""

    months = MatrixMonthOutput(many=True)
    units = MatrixRowOutput(many=True)
    totals = MatrixTotalOutput(many=True)


class ReminderFilter(StrictSerializer):
    """Whom to remind: the monitoring units, or the units that report to one of them (`unit`, else one's own)."""

    to = serializers.ChoiceField(choices=["monitors", "units"])
    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False)


class ReminderOutput(Output):
    """A message ready to paste; always Vietnamese."""

    text = serializers.CharField()
