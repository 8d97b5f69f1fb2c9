"""Which due rows of a unit's report the monitoring unit has not judged yet."""

from collections.abc import Collection, Sequence
from uuid import UUID

from approvals.queries import submitted_contents
from reports.models import Finding, UnitReport
from reports.rules.gaps import NOT_SEEN
from reports.words import read_rows
from workflow.rules import CONTENT, Reason


def without_finding(case_ids: Collection[UUID]) -> dict[UUID, Sequence[Reason]]:
    """Unit report -> a reason for each due row without a finding in its period: three statements."""
    contents = submitted_contents(case_ids)
    places = dict(UnitReport.objects.filter(case__in=contents).values_list("case", "period"))
    judged = set(
        Finding.objects.filter(done__isnull=False, report__period__in=set(places.values())).values_list(
            "report__period", "row"
        )
    )
    return {
        case_id: [
            Reason(
                "finding-missing", CONTENT, NOT_SEEN, {"number": row.number or place}, row=row.row, field="done"
            )
            for place, row in enumerate((row for row in read_rows(content) if row.counted), start=1)
            if (places[case_id], UUID(row.row)) not in judged
        ]
        for case_id, content in contents.items()
    }  # fmt: skip
