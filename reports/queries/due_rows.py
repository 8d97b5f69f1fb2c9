"""The rows that a period reports on: which unit answers for each, and who follows it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone

from notation.due import Due
from periods.models import Period
from periods.rules.corrections import came_at
from plans.models import PlanRow, RowUnit, in_force
from reports.models import Finding, Result, RowUpdate
from reports.rules.listing import Listing, Span, listing_of
from reports.rules.spans import MonthWord, instances, listings_in
from workflow.models import State

from .months import words_of_months
from .updates import CONFIRMED, latest_confirmed

#: A report that its head has signed.
SIGNED = ~Q(report__case__state=State.DRAFT)


@dataclass(frozen=True, slots=True)
class DueRow:
    """One row of a plan in a period's report.

    Attributes:
        lead, lead_id: the unit that answers for it, the first of its lead units.
        monitor_id: who followed its plan when the period's reports were due.
        item, item_title: under which its plan was followed then; one of several plans has a title of its own.
        months, settled: in a span of months what they said of it, and which of them settled it.
        in_force: False for a plan that its head has signed and the leadership has not adopted yet.
    """

    id: UUID
    plan: UUID
    plan_title: str
    in_force: bool
    kind: str
    section: str
    number: str
    text: str
    due_text: str
    product: str
    lead: str
    lead_id: UUID
    monitor_id: UUID
    item: UUID
    item_title: str
    listing: Listing
    months: tuple[MonthWord, ...] = ()
    settled: str = ""

    @property
    def asked(self) -> bool:
        """Whether something has to be said of it: it counts, and no month has settled it."""
        return self.listing.counted and not self.settled

    @property
    def told(self) -> MonthWord | None:
        """What the last month that spoke of it said."""
        return self.months[-1] if self.months else None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row of a plan that may be reported on, before a period is asked about.

    `months`: what the months of a longer period said of it; None in a month.
    """

    values: Mapping[str, Any]
    due: Due | None
    plan_span: Span
    done_until: date | None
    months: Sequence[MonthWord] | None = None

    def in_period(self, span: Span) -> DueRow | None:
        """The row as it stands in the report of the span, or None."""
        listing = listing_of(self.due, plan=self.plan_span, period=span, done_until=self.done_until)
        return None if listing is None else DueRow(**self.values, listing=listing)

    def rows_in(self, span: Span) -> Iterator[DueRow]:
        """The row as it stands in the report of the span, in a span of months once for each of its times."""
        if self.months is None:
            row = self.in_period(span)
            yield from [row] if row else []
            return
        listings = listings_in(self.due, plan=self.plan_span, span=span, done_until=self.done_until)
        for one in instances(listings, self.months):
            yield DueRow(**self.values, listing=one.listing, months=one.months, settled=one.settled)


def span_of(period: Period) -> Span:
    """The days of a period."""
    return Span(period.starts, period.ends)


def period_before(period: Period) -> Period | None:
    """The period of the same kind that ended last before this one; one statement."""
    earlier = Period.objects.filter(
        institution=period.institution_id,
        kind=period.kind,
        ends__lt=period.starts,
        confirmed_at__isnull=False,
    )
    return earlier.order_by("-ends").first()


def followed_at(period: Period) -> datetime:
    """Whoever follows a plan at this moment has it in the period's form: when the units' reports are due. A correction
    after they were moves nothing out of a form."""
    if period.unit_due_at is None:
        return datetime.combine(period.ends, time.max, timezone.get_default_timezone())
    return came_at("unit_due_at", period.unit_due_at, period.corrections)


def due_rows(candidates: Collection[Candidate], span: Span) -> Iterator[DueRow]:
    """Those that the span reports on."""
    return (row for candidate in candidates for row in candidate.rows_in(span))


def candidates(
    period: Period, *, monitors: Collection[UUID] | None = None, leads: Collection[UUID] | None = None
) -> list[Candidate]:
    """Every row of a signed plan that may fall into the period's report or the next one: two statements, and three for a span of months.

    Args:
        monitors, leads: only rows that these units follow, or answer for.
    """
    found = reported_rows(period, leads)
    followed = in_force(followed_at(period), "plan__followed__")
    if monitors is not None:
        followed &= Q(plan__followed__unit__in=monitors)
    found = found.filter(followed)
    done, rows = done_until(period), list(found.values(*COLUMNS, **NAMED))
    if period.kind == Period.Kind.MONTH:
        return [candidate_of(row, done.get(row["id"])) for row in rows]
    told = words_of_months(period, [row["id"] for row in rows])
    return [candidate_of(row, done.get(row["id"]), told.get(row["id"], [])) for row in rows]


COLUMNS = ("id", "plan", "kind", "section", "number", "text", "due_text", "product", "due")
NAMED = {
    "plan_title": F("plan__case__title"),
    "state": F("plan__case__state"),
    "lead": F("units__unit__code"),
    "lead_id": F("units__unit"),
    "monitor_id": F("plan__followed__unit"),
    "item": F("plan__followed__item"),
    "item_title": Coalesce(NullIf("plan__followed__item__title", Value("")), F("plan__case__title")),
    "plan_starts": F("plan__period__starts"),
    "plan_ends": F("plan__period__ends"),
}


def reported_rows(period: Period, leads: Collection[UUID] | None = None) -> QuerySet[PlanRow]:
    """Rows of plans that their unit's head has signed, with the first of their lead units joined.

    One filter for all that is asked of the lead unit: a second one would join the units once more.
    """
    first: dict[str, Any] = {"units__part": RowUnit.Part.LEAD, "units__position": 0}
    if leads is not None:
        first["units__unit__in"] = leads
    return (
        PlanRow.objects.filter(
            plan__case__institution=period.institution_id,
            plan__historical=False,
            plan__period__starts__lte=period.ends,
            **first,
        )
        .exclude(plan__case__state=State.DRAFT)
        .order_by("plan", "position")
    )


def candidate_of(
    row: dict[str, Any], done: date | None, months: Sequence[MonthWord] | None = None
) -> Candidate:
    """One row as it was read."""
    due, plan_span = row.pop("due"), Span(row.pop("plan_starts"), row.pop("plan_ends"))
    row["in_force"] = row.pop("state") == State.PRESENTED
    return Candidate(row, Due.from_json(due) if due else None, plan_span, done, months)


def done_until(period: Period) -> dict[UUID, date]:
    """Row of the institution -> last day of the latest earlier period in which it was done; one statement.

    The last update that its monitoring unit confirmed decides, else the monitoring unit's verdict; where it signed
    none, the unit's own signed word does.
    """
    institution, before = period.institution_id, period.starts
    earlier = Q(done=True, report__period__institution=institution, report__period__ends__lt=before)
    same = {"row": OuterRef("row"), "period": OuterRef("report__period")}
    updated = Exists(RowUpdate.objects.filter(CONFIRMED, **same))
    verdict = Exists(
        Finding.objects.filter(SIGNED, row=OuterRef("row"), report__period=OuterRef("report__period"))
    )
    found = Finding.objects.filter(SIGNED, earlier).exclude(updated)
    said = Result.objects.filter(SIGNED, earlier).exclude(verdict).exclude(updated)
    done = latest_confirmed().filter(done=True, period__institution=institution, period__ends__lt=before)
    days: dict[UUID, date] = {}
    for row, ends in ended(found, "report__period__ends").union(
        ended(said, "report__period__ends"), ended(done, "period__ends"), all=True
    ):
        days[row] = max(ends, days.get(row, ends))
    return days


def ended(words: QuerySet[Any], ends: str) -> QuerySet[Any, tuple[UUID, date]]:
    """Row -> the latest end of the periods in which these words were said of it."""
    found: QuerySet[Any, tuple[UUID, date]] = words.order_by().values_list("row").annotate(latest=Max(ends))
    return found
