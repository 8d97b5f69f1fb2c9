"""What an act decides of rows in force, what it needs for that, and how a row stands after all that was decided. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType

from django.utils.translation import gettext_noop as _

from approvals.words import Terms
from notation import moments
from notation.due import Due, DueKind
from notation.text import written
from organization.models import Unit
from plans.models import PlanRow, RowTerm
from workflow.rules import CONFLICT, CONTENT, Reason, Word

#: Act -> what it decides.
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "stop": RowTerm.Kind.STOPPED.value,
        "reassign": RowTerm.Kind.MOVED.value,
        "occur": RowTerm.Kind.OCCURRED.value,
    }
)
#: Acts that name their rows; the others may mean the whole plan.
OF_ROWS = frozenset({"reassign", "occur"})
#: Acts that rest on a decision on paper.
DECIDED = frozenset({"stop", "reassign"})
MISSING = _("Missing: %(name)s.")
NAMES: Mapping[str, str] = {
    "decision.number": _("number of the decision"),
    "decision.date": _("day of the decision"),
    "event.date": _("day of the event"),
    "event.text": _("what happened, or the number of the document"),
    "unit": _("unit"),
    "on": _("day"),
    "rows": _("rows"),
}
FUTURE = _("This day has not come yet.")
ROW_UNKNOWN = _("This row is not in force in this plan.")
ALREADY_STOPPED = _("It was stopped on %(day)s.")
LED_BY_CLASS = _("A class of units leads it: a supplement changes that.")
LED_ALREADY = _("“%(unit)s” leads it already.")
NOT_WAITING = _("It waits for no event.")
DUE_BEFORE_EVENT = _("It cannot be due before the event.")
OLDER = _("The decision is older than the plan, which begins on %(day)s.")
BEFORE_PLAN = _(
    "The event lies before the plan (%(day)s): look at the day again, and confirm it where it is right."
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a row stands after what was decided of it.

    Attributes:
        due: when it is due now.
        stopped: it is done with.
        led_by: who leads it in the place of its first lead, from the day `led_since`; None: that one still does.
        put_off: the days that it was due on before it was put off, the first one first.
    """

    due: Due | None
    stopped: bool = False
    led_by: Unit | None = None
    led_since: date | None = None
    put_off: tuple[date, ...] = ()

    @property
    def extended(self) -> int:
        """How often its day was put off."""
        return len(self.put_off)

    @property
    def original(self) -> date | None:
        """The day before the first time."""
        return self.put_off[0] if self.put_off else None


def standing(due: Due | None, lead: object, terms: Sequence[RowTerm], *, at: datetime, on: date) -> Standing:
    """How a row stands at a moment.

    Args:
        due: as its revision says.
        lead: the id of the unit that leads it first there.
        terms: what was decided of it, oldest first.
        at: what was signed by then counts.
        on: the day by which a unit has to have taken over.
    """
    found = Standing(due)
    for term in terms:
        if term.since >= at:
            continue
        if term.kind == RowTerm.Kind.STOPPED:
            found = replace(found, stopped=True)
        elif term.kind == RowTerm.Kind.MOVED and term.on <= on:
            leads = found.led_by.id if found.led_by else lead
            found = (
                replace(found, led_by=term.unit, led_since=term.on) if leads == term.was_unit_id else found
            )
        elif term.kind == RowTerm.Kind.OCCURRED and waits(found.due):
            found = replace(found, due=on_day(term.on))
        elif term.kind == RowTerm.Kind.EXTENDED and term.was and found.due and found.due.end == term.was:
            found = replace(found, due=on_day(term.on), put_off=(*found.put_off, term.was))
    return found


def on_day(day: date) -> Due:
    """Due on a day."""
    return Due(DueKind.DAY, start=day, end=day)


def waits(due: Due | None) -> bool:
    """Whether a due time waits for an event."""
    return due is not None and due.kind == DueKind.AFTER_EVENT


def against_terms(act: str, terms: Terms, today: date) -> Iterator[Reason]:
    """What is missing or impossible in what an act decides, whatever the rows."""
    for name, value in needed(act, terms).items():
        if not value:
            code, params = f"{name.replace('.', '-')}-missing", {"name": Word(NAMES[name])}
            yield Reason(code, CONTENT, MISSING, params, field=f"terms.{name}")
    event = terms.get("event", {}).get("date", "")
    for name, day in (("decision.date", terms.get("decision", {}).get("date", "")), ("event.date", event)):
        if day > today.isoformat():
            yield Reason("day-future", CONTENT, FUTURE, field=f"terms.{name}")
    if act == "occur" and event > terms.get("on", event):
        yield Reason("due-before-event", CONTENT, DUE_BEFORE_EVENT, field="terms.on")


def needed(act: str, terms: Terms) -> dict[str, object]:
    """What an act cannot do without, by field: empty where it is missing."""
    decision, event = terms.get("decision", {}), terms.get("event", {})
    found: dict[str, object] = {"rows": terms.get("rows")} if act in OF_ROWS else {}
    if act in DECIDED:
        found |= {
            "decision.number": written(decision.get("number", "")),
            "decision.date": decision.get("date"),
        }
    if act == "reassign":
        found |= {"unit": terms.get("unit"), "on": terms.get("on")}
    if act == "occur":
        told = written(event.get("text", "")) or written(event.get("number", ""))
        found |= {"event.date": event.get("date"), "event.text": told, "on": terms.get("on")}
    return found


def against_event(terms: Terms, plan_starts: date) -> Iterator[Reason]:
    """An event before the plan is told, and has to be confirmed."""
    day = terms.get("event", {}).get("date", "")
    if day and day < plan_starts.isoformat() and not terms.get("confirmed"):
        params = {"day": moments.day(plan_starts)}
        yield Reason("event-before-plan", CONTENT, BEFORE_PLAN, params, field="terms.confirmed")


def against_early_decision(terms: Terms, plan_begins: date) -> Iterator[Reason]:
    """A decision about a plan is not older than the plan.

    Args:
        plan_begins: the first day of its year, or that of its paper where it was issued before.
    """
    day = terms.get("decision", {}).get("date", "")
    if day and day < plan_begins.isoformat():
        params = {"day": moments.day(plan_begins)}
        yield Reason("decision-before-plan", CONTENT, OLDER, params, field="terms.decision.date")


def against_rows(
    act: str, named: Sequence[str], rows: Mapping[str, PlanRow], stand: Mapping[str, Standing], lead: Mapping[str, Unit | None],
    unit: Unit | None, stopped: Mapping[str, date],
) -> Iterator[Reason]:  # fmt: skip
    """What stands against deciding this of each row.

    Args:
        rows: those in force, by id.
        stand: how each stands now.
        lead: who leads each first now; None: a class of units.
        unit: who shall lead.
        stopped: when each was stopped.
    """
    for row_id in named:
        if row_id not in rows:
            yield Reason("row-unknown", CONTENT, ROW_UNKNOWN, row=row_id, field="terms.rows")
        elif stand[row_id].stopped:
            params = {"day": moments.day(stopped[row_id])}
            yield Reason("row-stopped", CONFLICT, ALREADY_STOPPED, params, row=row_id, field="terms.rows")
        elif act == "occur" and not waits(stand[row_id].due):
            yield Reason("not-waiting", CONTENT, NOT_WAITING, row=row_id, field="terms.rows")
        elif act == "reassign" and unit is not None:
            yield from against_taking_over(row_id, lead[row_id], unit)


def against_taking_over(row_id: str, lead: Unit | None, unit: Unit) -> Iterator[Reason]:
    """Why a row cannot go to a unit."""
    if lead is None:
        yield Reason("led-by-class", CONTENT, LED_BY_CLASS, row=row_id, field="terms.rows")
    elif lead.id == unit.id:
        yield Reason("led-already", CONTENT, LED_ALREADY, {"unit": unit.name}, row=row_id, field="terms.unit")


def of_row(terms: Collection[RowTerm], row: PlanRow) -> list[RowTerm]:
    """Those of the terms of a plan that are about a row, by its key, or about the whole plan."""
    return [term for term in terms if term.row_id in (None, row.key)]
