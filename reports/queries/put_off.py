"""What reports say against putting off a row."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_noop as _

from notation import moments
from notation.text import excerpt
from workflow.models import Case
from workflow.rules import CONFLICT, Reason

from .done_rows import days_before

DONE = _("It is done, as was reported for the period until %(day)s.")


def done_already(case_ids: Collection[UUID]) -> dict[UUID, Sequence[Reason]]:
    """Extension -> that its row is done, by the latest verdict or confirmed update, else by its unit's own signed word; two
    statements."""
    asked = Case.objects.filter(id__in=case_ids).select_related("extension__row")
    rows = {case.id: case.extension.row for case in asked}
    if not rows:
        return {}
    institution = next(case.institution_id for case in asked)
    days = days_before(institution, date.max, {row.key for row in rows.values()})
    found: dict[UUID, Sequence[Reason]] = {}
    for case in asked:
        row = rows[case.id]
        said = (
            [day for unit, day in days[row.key].items() if unit in (None, case.unit_id)]
            if row.key in days
            else []
        )
        if said:
            params = {"day": moments.day(max(said))}
            found[case.id] = [
                Reason(
                    "row-done", CONFLICT, DONE, params, row=str(row.key), field="row", place=excerpt(row.text)
                )
            ]
    return found
