"""The monitoring unit judges rows of the month before, of which it had signed nothing, in its report of the month after."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from approvals.kinds import Content
from approvals.models import Evidence
from periods.models import Period
from reports.models import EarlierFinding
from reports.rules.earlier import address_of, read_earlier_rows
from reports.words import SignedRow
from workflow.models import Case
from workflow.rules import Reason, Refused, Scope, refuse

from .shares import FOUND, against_shares, found_columns
from .words import Words, check_words, columns_of, with_day_done, write_words

ALSO = (*FOUND, "period")


def put_earlier(
    case: Case,
    content: Content,
    words: Words,
    files: Mapping[str, Evidence],
    *,
    now: datetime,
    scope: Scope,
) -> None:
    """Write the verdict on these rows of the month before; the case is locked, the files are those that the words name.

    Raises:
        Refused: 422 as `check_words`; a row that is not asked for is unknown.
    """
    months, rows = rows_asked(content)
    try:
        check_words(words, rows, files, now=now, scope=scope)
    except Refused as refused:
        known = {str(row): month for row, month in months.items()}
        raise Refused(
            [at_month(reason, known.get(reason.row, "")) for reason in refused.reasons]
        ) from refused
    refuse(at_month(reason, months[UUID(reason.row)]) for reason in against_shares(words, rows, case))
    today = timezone.localtime(now).date()
    said = {word["row"]: with_day_done(word, rows[word["row"]], today) for word in words}
    columns = {
        row: {
            **columns_of(word, files),
            **found_columns(rows[row], done=word.get("done"), left=word.get("left"), agreed=False),
        }
        for row, word in said.items()
    }
    write_earlier(case, months, columns)


def at_month(reason: Reason, month: str) -> Reason:
    """The reason with the month in the row's address, as `rules.gaps` names it; a row that is not asked has none."""
    return replace(reason, row=address_of(reason.row, month)) if month else reason


def agree_earlier(case: Case, content: Content, words: Mapping[str, Mapping[str, object]]) -> None:
    """Take over what units said of these rows of the month before, as columns."""
    months, rows = rows_asked(content)
    said = {UUID(row): columns for row, columns in words.items()}
    found = {
        row: {**columns, **found_columns(rows[row], done=bool(columns["done"]), left=None, agreed=True)}
        for row, columns in said.items()
    }
    write_earlier(case, months, found)


def rows_asked(content: Content) -> tuple[dict[UUID, str], dict[UUID, SignedRow]]:
    """Row -> the month that it is asked for, and row -> the row."""
    asked = [(month, row) for month, row in read_earlier_rows(content)]
    return {UUID(row.row): month for month, row in asked}, {UUID(row.row): row for _month, row in asked}


def write_earlier(case: Case, months: Mapping[UUID, str], said: Mapping[UUID, Mapping[str, object]]) -> None:
    """One verdict per row, earlier ones replaced; two statements, none without verdicts."""
    if not said:
        return
    periods = ids_of(case, (months[row] for row in said))
    made = [
        EarlierFinding(report_id=case.id, row_id=row, period_id=periods[months[row]], **columns)
        for row, columns in said.items()
    ]
    write_words(EarlierFinding, made, also=ALSO)


def ids_of(case: Case, labels: Iterable[str]) -> dict[str, UUID]:
    """Label -> id of these months of the case's institution."""
    found = Period.objects.filter(institution=case.institution_id, label__in=set(labels))
    return dict(found.values_list("label", "id"))
