"""A row of a plan before a period is asked about, and as it stands in the period's report: of the row as a whole, or of one of
the units that lead it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self
from uuid import UUID

from notation.due import Due
from plans.models import CLASSES
from plans.rules.terms import Standing
from reports.words.openings import DONE, OPEN

from .listing import Listed, Listing, Span, listed_since, listing_of
from .shares import Lead, Month
from .spans import Instance, MonthWord, instances, listings_in


@dataclass(frozen=True, slots=True)
class DueRow:
    """One row of a plan in a period's report.

    Attributes:
        led_by: code of the unit that answers for it, or of the class of units that does: the first of its leads.
        leads: the units that lead it, of a class each of its units.
        monitor_id, monitor: who followed its plan when the period's reports were due.
        item, item_title: under which its plan was followed then; one of several plans has a title of its own.
        beside: it stands in the report of a unit that does not answer for it.
        months, settled: in a span of months what they said of it, and which of them settled it.
        in_force: False for a plan that its head has signed and the leadership has not adopted yet.
        extended, original: how often its day was put off, and which it was at first.
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
    led_by: str
    monitor_id: UUID
    monitor: str
    item: UUID
    item_title: str
    listing: Listing
    leads: tuple[Lead, ...] = ()
    beside: bool = False
    months: tuple[MonthWord, ...] = ()
    settled: str = ""
    extended: int = 0
    original: date | None = None

    @property
    def asked(self) -> bool:
        """Whether something has to be said of it: it counts, and no month has settled it."""
        return self.listing.counted and not self.settled and not self.beside

    @property
    def answering(self) -> list[Lead]:
        """The units that are asked of it, whoever follows it among them."""
        return [lead for lead in self.leads if lead.answers and not lead.done]

    @property
    def shared(self) -> bool:
        """Whether a class of units answers for it."""
        return self.led_by in CLASSES

    @property
    def told(self) -> MonthWord | None:
        """What the last month that spoke of it said."""
        return self.months[-1] if self.months else None


@dataclass(frozen=True, slots=True)
class PutOffRow:
    """A row that was due in a period and was granted a later day, after it, before the period's reports were due.

    Attributes:
        due_on: its day now; `times`: how often it was put off, `original`: its day before the first time.
    """

    id: UUID
    plan: UUID
    plan_title: str
    text: str
    due_text: str
    led_by: str
    monitor_id: UUID
    due_on: date
    times: int
    original: date


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row of a plan that may be reported on.

    Attributes:
        leads: the units that lead it, whoever answers first.
        done: unit -> last day of the latest earlier period in which it was done, by its word; None: by the verdict on all.
        told: what the months of a longer period said of it; None in a month.
        share: the unit in whose report it is asked about; None: the row as a whole.
        stand: what was decided of it since.
        begins: since when the institution reports here; `before_use`: what units said of it then, in confirmed opening sheets.
    """

    values: Mapping[str, Any]
    led_by: str
    leads: tuple[Lead, ...]
    due: Due | None
    plan_span: Span
    done: Mapping[UUID | None, date]
    told: Sequence[Month] | None = None
    share: Lead | None = None
    stand: Standing = field(default_factory=lambda: Standing(None))
    begins: date | None = None
    before_use: Mapping[UUID, str] = field(default_factory=dict)

    @property
    def shared(self) -> bool:
        """Whether a class of units answers for it."""
        return self.led_by in CLASSES

    def of_unit(self, unit_id: UUID) -> Self | None:
        """As one of the units that lead it reports on it; None: it does not lead it."""
        lead = next((one for one in self.leads if one.unit_id == unit_id), None)
        return None if lead is None else replace(self, share=lead)

    def in_period(self, span: Span) -> DueRow | None:
        """The row as it stands in the report of the span, or None."""
        listing = self.listing(span, self.share)
        return None if listing is None else self.row(listing, self.leads_at(span))

    def rows_in(self, span: Span) -> Iterator[DueRow]:
        """The row as it stands in the report of the span, in a span of months once for each of its times."""
        if self.told is None:
            row = self.in_period(span)
            yield from [row] if row else []
            return
        settled = {lead: self.settled_by(span, lead) for lead in self.leads if self.shared and not self.share}
        for one in self.times(span, self.share):
            leads = tuple(
                replace(lead, done=one.listing.due_on in settled.get(lead, ())) for lead in self.leads
            )
            yield replace(self.row(one.listing, leads), months=one.months, settled=one.settled)

    def row(self, listing: Listing, leads: tuple[Lead, ...]) -> DueRow:
        """As it stands there."""
        beside = self.share is not None and not self.share.answers
        return DueRow(
            **self.values, led_by=self.led_by, listing=listing, leads=leads, beside=beside,
            extended=self.stand.extended, original=self.stand.original,
        )  # fmt: skip

    def put_off_in(self, span: Span) -> PutOffRow | None:
        """It as a row that was due in the span and is due after it by now; None: it was not put off so, is done, or another
        unit answers for it."""
        day, original = self.due.end if self.due else None, self.stand.original
        was_due = any(span.starts <= one <= span.ends for one in self.stand.put_off)
        beside = self.share is not None and not self.share.answers
        if day is None or original is None or not was_due or day <= span.ends or beside:
            return None
        if self.done_until(self.share) is not None:
            return None
        named = ("id", "plan", "plan_title", "text", "due_text", "monitor_id")
        return PutOffRow(
            **{name: self.values[name] for name in named}, led_by=self.led_by, due_on=day, times=self.stand.extended,
            original=original,
        )  # fmt: skip

    def listing(self, span: Span, lead: Lead | None) -> Listing | None:
        """Why it stands in a span of its own, for a unit or as a whole."""
        found = listing_of(self.due, plan=self.plan_span, period=span, done_until=self.done_until(lead))
        return found and self.in_use(found, lead)

    def in_use(self, listing: Listing, lead: Lead | None) -> Listing | None:
        """A listing of it where the first month of use is known; None: it was done before."""
        return listing if self.begins is None else listed_since(self.begins, self.stood(lead), listing)

    def stood(self, lead: Lead | None) -> str:
        """How it stood before the first month, empty where nobody knows: of a class its unit's own word counts for its share, as a
        whole it is open while one of them says so, and done when all do."""
        said = set(self.before_use.values())
        if self.shared and lead is not None and lead.answers:
            return self.before_use.get(lead.unit_id, "")
        if (
            self.shared
            and OPEN not in said
            and any(self.before_use.get(one.unit_id) != DONE for one in self.leads if one.answers)
        ):
            return ""
        return OPEN if OPEN in said else DONE if DONE in said else ""

    def leads_at(self, span: Span) -> tuple[Lead, ...]:
        """The units that lead it; of a class it is known whose share was done before."""
        if not self.shared or self.share:
            return self.leads
        return tuple(replace(lead, done=lead.answers and not self.asks(span, lead)) for lead in self.leads)

    def asks(self, span: Span, lead: Lead) -> bool:
        """Whether a unit of the class is asked in the span: its share is not done, nor unclear from before the first month."""
        listing = self.listing(span, lead)
        return listing is not None and (
            listing.kind != Listed.UNCLEAR or OPEN not in self.before_use.values()
        )

    def times(self, span: Span, lead: Lead | None) -> Iterator[Instance]:
        """Each time of it inside a span of months, for a unit or as a whole; of what has stopped those that its months told of."""
        days = listings_in(self.due, plan=self.plan_span, span=span, done_until=self.done_until(lead))
        every = [used for one in days if (used := self.in_use(one, lead))]
        # Of times before the first month the last is left, where no later one has taken its place.
        listings = [one for one in every if one.kind != Listed.UNCLEAR or one is every[-1]]
        told = self.month_words(lead)
        if self.stand.stopped:
            last = max((month.ends for month in told), default=date.min)
            listings = [one for one in listings if (one.due_on or span.starts) <= last]
        return instances(listings, told)

    def settled_by(self, span: Span, lead: Lead) -> set[date | None]:
        """The times of it inside the span for which the unit's share is settled."""
        return {one.listing.due_on for one in self.times(span, lead) if one.settled}

    def month_words(self, lead: Lead | None) -> list[MonthWord]:
        """What the months said of it, to a unit or as a whole; months that said nothing left out."""
        answering = [one for one in self.leads if one.answers]
        if self.shared and lead is None:
            words = [month.of_class(answering) for month in self.told or ()]
        else:
            one = lead or answering[0]
            words = [month.of_unit(one, shared=self.shared and one.answers) for month in self.told or ()]
        return [word for word in words if word.spoken]

    def done_until(self, lead: Lead | None) -> date | None:
        """Until when it is done: for a unit of the class that answers its share, else the row as a whole."""
        by_all = self.done.get(None)
        shares = {one.unit_id: later(by_all, self.done.get(one.unit_id)) for one in self.leads if one.answers}
        if not self.shared:
            beside = {one.unit_id for one in self.leads if not one.answers}
            return max((day for unit, day in self.done.items() if unit not in beside), default=None)
        if lead is not None and lead.answers:
            return shares[lead.unit_id]
        known = [day for day in shares.values() if day is not None]
        return min(known) if known and len(known) == len(shares) else by_all


def later(one: date | None, other: date | None) -> date | None:
    """The later of two days, as far as they are known."""
    return max((day for day in (one, other) if day is not None), default=None)


def put_off_rows(candidates: Sequence[Candidate], span: Span) -> list[PutOffRow]:
    """Those that were due in the span and were put off beyond it in time."""
    return [row for candidate in candidates if (row := candidate.put_off_in(span)) is not None]


def due_rows(candidates: Sequence[Candidate], span: Span) -> Iterator[DueRow]:
    """Those that the span reports on."""
    return (row for candidate in candidates for row in candidate.rows_in(span))
