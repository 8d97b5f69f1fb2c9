"""What an opening sheet signs: its rows as they were asked, with what the unit says became of them."""

from collections.abc import Collection
from uuid import UUID

from reports.models import OpeningRow, OpeningSheet
from reports.queries.words import iso
from reports.words.openings import OpeningContent, OpeningRowContent


def opening_contents(case_ids: Collection[UUID]) -> dict[UUID, OpeningContent]:
    """The content of each sheet; two statements."""
    found = OpeningSheet.objects.filter(case__in=case_ids)
    sheets = found.select_related("case__unit", "case__monitoring_unit", "period")
    contents: dict[UUID, OpeningContent] = {
        one.case_id: {
            "title": one.case.title,
            "unit": one.case.unit.code,
            "monitor": one.case.monitoring_unit.code,
            "period": one.period.label,
            "until": one.until.isoformat(),
            "rows": [],
        }
        for one in sheets
    }
    for row in OpeningRow.objects.filter(sheet__in=contents).select_related("row__plan__case"):
        contents[row.sheet_id]["rows"].append(row_content(row))
    return contents


def row_content(row: OpeningRow) -> OpeningRowContent:
    """One row of a sheet, read with its plan."""
    return {
        "row": str(row.row_id),
        "plan": str(row.row.plan_id),
        "plan_title": row.row.plan.case.title,
        "text": row.text,
        "due_text": row.due_text,
        "due_on": row.due_on.isoformat(),
        "standing": row.standing,
        "completed_on": iso(row.completed_on),
        "note": row.note,
        "evidence": row.evidence,
    }
