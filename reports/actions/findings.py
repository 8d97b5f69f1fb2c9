"""The monitoring unit judges rows: one by one, or by agreeing with what the units said."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NotRequired, TypedDict
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions import docket_for_editing, mark_edited
from approvals.actions.citing import cite
from approvals.kinds import Content
from approvals.models import Evidence
from approvals.queries.scope import scope_of
from organization.models import Unit, User
from reports.models import Finding, MonitoredItem, Progress
from reports.rules.earlier import read_earlier_rows
from reports.words import Said, SignedRow, read_plan_rows
from workflow.models import Case
from workflow.rules import CONTENT, Reason, Refused, Scope, refuse

from .earlier import agree_earlier, put_earlier
from .shares import FOUND, against_shares, found_columns
from .words import Words, as_columns, check_words, columns_of, files_named, with_day_done, write_words


class Looked(TypedDict):
    """Which units (codes) were looked at for an item, and why fewer than its minimum."""

    item: UUID
    units: Sequence[str]
    shortfall: NotRequired[str]


class GivenEntry(TypedDict):
    """What was seen of an item on a day."""

    item: UUID
    on: date
    text: str


@transaction.atomic
def put_findings(
    case_id: UUID, words: Words, *, earlier: Words = (), seen: str | None, by: User, now: datetime
) -> None:
    """Write the verdict on these rows of an open monitoring report, and on those of the month before that it asks for; rows
    that are not sent stay as they are.

    Raises:
        Refused: as lock_for_editing; 422 for an unknown row or unknown evidence, or units of a class that cannot be left,
            with row and field.
    """
    case, content = opened(case_id, seen=seen, by=by, now=now)
    rows = {UUID(row.row): row for row in read_plan_rows(content)}
    files, today = files_named([*words, *earlier], by=by, now=now), timezone.localtime(now).date()
    scope = scope_of(case)
    check_words(words, rows, files, now=now, scope=scope)
    refuse(against_shares(words, rows, case))
    said = [with_day_done(word, rows[word["row"]], today) for word in words]
    made = [
        Finding(
            report_id=case.id, row_id=word["row"], **columns_of(word, files),
            **found_columns(rows[word["row"]], done=word.get("done"), left=word.get("left"), agreed=False),
        )
        for word in said
    ]  # fmt: skip
    write_words(Finding, made, also=FOUND)
    put_earlier(case, content, earlier, files, now=now, scope=scope)
    cite([case], files)
    mark_edited([case], by=by)


@transaction.atomic
def agree(case_id: UUID, *, unit: str | None, seen: str | None, by: User, now: datetime) -> int:
    """đồng ý tất cả: take over the unit's word as the verdict wherever there is none yet, on the month before as well.

    Args:
        unit: the code of one unit; None: of all that have signed their report.

    Returns:
        How many rows were judged so.
    """
    case, content = opened(case_id, seen=seen, by=by, now=now)
    scope = scope_of(case)
    agreed = to_agree(open_rows(read_plan_rows(content), scope), unit)
    before = to_agree(open_rows((row for _month, row in read_earlier_rows(content)), scope), unit)
    made = [
        Finding(
            report_id=case.id, row_id=UUID(key), **as_columns(word),
            **found_columns(row, done=word.done, left=None, agreed=True),
        )
        for key, (row, word) in agreed.items()
    ]  # fmt: skip
    write_words(Finding, made, also=FOUND)
    agree_earlier(case, content, {key: as_columns(word) for key, (_row, word) in before.items()})
    words = [word for _row, word in (*agreed.values(), *before.values())]
    values = {item["value"] for word in words for item in word.evidence if item["kind"] == "file"}
    found = Evidence.objects.filter(institution=case.institution_id, sha256__in=values) if values else []
    cite([case], {row.sha256: row for row in found})
    mark_edited([case], by=by)
    return len(words)


def open_rows(rows: Iterable[SignedRow], scope: Scope) -> Iterator[SignedRow]:
    """Those of the rows that a return has left open as a whole."""
    return (row for row in rows if scope.allows(row.row, "done"))


def to_agree(rows: Iterable[SignedRow], unit: str | None) -> dict[str, tuple[SignedRow, Said]]:
    """Id -> the row and the unit's word, where it said something and nobody has judged it."""
    return {
        row.row: (row, row.word)
        for row in rows
        if row.word is not None and not row.silent and row.said.done is None and unit in (None, row.unit)
    }


def opened(case_id: UUID, *, seen: str | None, by: User, now: datetime) -> tuple[Case, Content]:
    """The monitoring report's case, locked for editing, and its content as it stands."""
    docket = docket_for_editing(case_id, seen=seen, by=by, now=now)
    return docket.case, docket.content or {"plans": []}


def look_at(case: Case, looked: Sequence[Looked], *, items: Collection[str]) -> None:
    """Write which units were looked at for the items of an open monitoring report, and why fewer than the least.

    Args:
        items: ids of those that the report speaks of.

    Raises:
        Refused: 422 an item or unit that is not known here.
    """
    units = {unit.code: unit for unit in Unit.objects.filter(institution=case.institution_id)}
    reasons = [
        Reason("item-unknown", CONTENT, _("The unit does not follow this item."), row=str(row["item"]), field="item")
        for row in looked
        if str(row["item"]) not in items
    ] + [
        Reason("unit-unknown", CONTENT, _("Unknown unit “%(code)s”."), {"code": code}, row=str(row["item"]), field="units")
        for row in looked
        for code in row["units"]
        if code not in units
    ]  # fmt: skip
    refuse(reasons)
    MonitoredItem.objects.filter(report=case.id).delete()
    for row in looked:
        made = MonitoredItem.objects.create(
            report_id=case.id, item_id=row["item"], shortfall=row.get("shortfall", "")
        )
        made.units.set([units[code] for code in row["units"]])


def put_progress(
    case: Case, entries: Sequence[GivenEntry], *, items: Collection[str], by: User, now: datetime
) -> None:
    """Make these the weekly entries of an open monitoring report; who wrote an unchanged one, and when, stays.

    Args:
        items: ids of those that the report speaks of.

    Raises:
        Refused: 422 an item that the unit does not follow.
    """
    if unknown := [row for row in entries if str(row["item"]) not in items]:
        message = _("The unit does not follow this item.")
        raise Refused(
            [Reason("item-unknown", CONTENT, message, row=str(row["item"]), field="item") for row in unknown]
        )
    wanted = {(UUID(str(row["item"])), row["on"], row["text"]) for row in entries}
    known = {
        (entry.item_id, entry.on, entry.text): entry for entry in Progress.objects.filter(report=case.id)
    }
    Progress.objects.filter(id__in=[entry.id for key, entry in known.items() if key not in wanted]).delete()
    Progress.objects.bulk_create(
        Progress(report_id=case.id, item_id=item, on=on, text=text, by=by, at=now)
        for item, on, text in sorted(wanted - known.keys(), key=lambda entry: entry[1])
    )
