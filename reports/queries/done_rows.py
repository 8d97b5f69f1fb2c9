"""In which earlier periods rows were done."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, UUIDField, Value
from django.db.models.functions import Cast

from periods.models import Period
from reports.models import EarlierFinding, Finding, OpeningRow, Result, RowUpdate
from workflow.models import State

from .openings import CONFIRMED as CONFIRMED_SHEET
from .updates import CONFIRMED, latest_confirmed

#: A report that its head has signed.
SIGNED = ~Q(report__case__state=State.DRAFT)
#: A finding for the month before that its head has signed, and that month's own report has not replaced.
COUNTS = SIGNED & ~Exists(
    Finding.objects.filter(SIGNED, row=OuterRef("row"), report__period=OuterRef("period"))
)


def days_done(period: Period) -> dict[UUID, dict[UUID | None, date]]:
    """Row of the institution -> unit -> last day of the latest earlier period in which it was done; one statement."""
    return days_before(period.institution_id, period.starts)


def days_before(
    institution: UUID, before: date, rows: Collection[UUID] | None = None
) -> dict[UUID, dict[UUID | None, date]]:
    """The same of periods that ended before a day, of all rows or of these.

    The last update that was confirmed decides, else the verdict in that period's report, which is of every unit (None), else
    the one in the report after; where it signed none, each unit's own signed word does. What a confirmed opening sheet says
    was done before the first month of use was.
    """
    mine = Q() if rows is None else Q(row__in=rows)
    earlier = mine & Q(done=True, report__period__institution=institution, report__period__ends__lt=before)
    same = {"row": OuterRef("row"), "period": OuterRef("report__period")}
    verdict = Exists(
        Finding.objects.filter(SIGNED, row=OuterRef("row"), report__period=OuterRef("report__period"))
    )
    taken_back = Exists(RowUpdate.objects.filter(CONFIRMED, done=False, **same))
    updated = Exists(RowUpdate.objects.filter(CONFIRMED, case__unit=OuterRef("report__unit"), **same))
    found = Finding.objects.filter(SIGNED, earlier).exclude(taken_back)
    after = Exists(EarlierFinding.objects.filter(SIGNED, **same))
    said = Result.objects.filter(SIGNED, earlier).exclude(verdict).exclude(after).exclude(updated)
    of_late = {"row": OuterRef("row"), "period": OuterRef("period")}
    late = EarlierFinding.objects.filter(
        COUNTS, mine, done=True, period__institution=institution, period__ends__lt=before
    ).exclude(Exists(RowUpdate.objects.filter(CONFIRMED, done=False, **of_late)))
    done = latest_confirmed().filter(
        mine, done=True, period__institution=institution, period__ends__lt=before
    )
    before_use = OpeningRow.objects.filter(
        CONFIRMED_SHEET, mine, standing=OpeningRow.Standing.DONE, sheet__case__institution=institution,
        sheet__until__lt=before,
    )  # fmt: skip
    days: dict[UUID, dict[UUID | None, date]] = defaultdict(dict)
    every = Cast(Value(None), UUIDField())
    for row, unit, ends in ended(found, every, "report__period__ends").union(
        ended(said, F("report__unit"), "report__period__ends"),
        ended(late, every, "period__ends"),
        ended(done, F("case__unit"), "period__ends"),
        ended(before_use, F("sheet__case__unit"), "sheet__until"),
        all=True,
    ):
        days[row][unit] = max(ends, days[row].get(unit, ends))
    return days


def ended(words: QuerySet[Any], unit: Any, ends: str) -> QuerySet[Any, tuple[UUID, UUID | None, date]]:
    """(row, unit) -> the latest end of the periods in which these words were said of it."""
    by_unit = words.order_by().annotate(by=unit).values_list("row", "by")
    found: QuerySet[Any, tuple[UUID, UUID | None, date]] = by_unit.annotate(latest=Max(ends))
    return found
