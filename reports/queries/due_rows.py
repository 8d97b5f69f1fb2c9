"""The rows that a period reports on: which units answer for each, and who follows it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone

from notation.due import Due
from organization.models import Unit, UnitClass
from organization.queries import came_before, members_of
from periods.models import Period
from periods.rules.corrections import came_at
from plans.models import CLASS, PlanRow, RowTerm, RowUnit, in_force
from plans.queries.terms import terms_of
from plans.rules.terms import Standing, standing
from reports.models import EarlierFinding, Finding
from reports.rules.candidates import Candidate
from reports.rules.listing import Span
from reports.rules.shares import Lead, Month
from workflow.models import State

from .done_rows import COUNTS, SIGNED, days_before, days_done
from .heirs import heirs_in, known_before
from .months import months_of_rows
from .openings import said_before_use


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


def candidates(
    period: Period,
    *,
    monitors: Collection[UUID] | None = None,
    leads: Collection[UUID] | None = None,
    only: Q | None = None,
) -> list[Candidate]:
    """Every row of a signed plan that may fall into the period's report or the next one, as its revision of that time has it
    and as was decided since: three statements, three more for a span of months, two more where classes of units lead rows.

    Args:
        monitors, leads: only rows that these units follow, or lead.
        only: a further condition on rows.
    """
    found = reported_rows(period, leads)
    followed = in_force(followed_at(period), "plan__root__followed__")
    if monitors is not None:
        followed &= Q(plan__root__followed__unit__in=monitors)
    lines = found.filter(followed, only or Q()).values(*COLUMNS, **NAMED, **LEADS)
    rows = last_revisions([list(same) for _row, same in groupby(lines, itemgetter("revision", "key"))])
    stand = standings_in(period, rows)
    after = heirs_in(period, rows, stand)
    leading = leads_of(period, rows, stand, after)
    ids = [same[0]["key"] for same in rows]
    done = days_done(period) if only is None else days_before(period.institution_id, period.starts, ids)
    add_shares_done(done, period, leading)
    before = said_before_use(ids) if any(same[0]["begins"] for same in rows) else {}
    told = None if period.kind == Period.Kind.MONTH else months_of_rows(period, ids)
    return [
        candidate_of(
            same[0],
            stand[row],
            leading[row],
            done.get(row, {}),
            None if told is None else [month.as_known(after) for month in told.get(row, [])],
            known_before(before.get(row, {}), after),
        )
        for row, same in zip(ids, rows, strict=True)
        if told is not None or not stand[row].stopped
    ]


def last_revisions(rows: list[list[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
    """Of each row the lines of the last revision that has it in a span: in a month there is but one."""
    newest: dict[UUID, int] = {}
    for same in rows:
        key = same[0]["key"]
        newest[key] = max(same[0]["revision"], newest.get(key, 0))
    return [same for same in rows if newest[same[0]["key"]] == same[0]["revision"]]


def standings_in(period: Period, rows: list[list[dict[str, Any]]]) -> dict[UUID, Standing]:
    """Row -> how it stands after what was decided by the time when the units' reports are due; one statement. What a later
    revision has no more has stopped."""
    at, terms = followed_at(period), terms_of({same[0]["root"] for same in rows})
    on, found = timezone.localtime(at).date(), {}
    for first, *_others in rows:
        due = Due.from_json(first["due"]) if first["due"] else None
        mine = [term for term in terms.get(first["root"], ()) if term.row_id in (None, first["key"])]
        stand = standing(due, first["unit_id"], mine, at=at, on=on)
        ended = first["until"] is not None and first["until"] <= period.ends
        found[first["key"]] = replace(stand, stopped=True) if ended else stand
    return found


#: What is said of a row is said of its first one, and stands under the first revision of its plan.
COLUMNS = ("key", "kind", "section", "number", "text", "due_text", "product", "due")
NAMED = {
    "root": F("plan__root"),
    "revision": F("plan__revision"),
    "until": F("plan__until"),
    "plan_title": F("plan__root__case__title"),
    "state": F("plan__case__state"),
    "monitor_id": F("plan__root__followed__unit"),
    "monitor": F("plan__root__followed__unit__code"),
    "item": F("plan__root__followed__item"),
    "item_title": Coalesce(
        NullIf("plan__root__followed__item__title", Value("")), F("plan__root__case__title")
    ),
    "plan_starts": F("plan__period__starts"),
    "plan_ends": F("plan__period__ends"),
    "begins": F("plan__case__institution__deadline_rule__begins"),
}
#: Of each lead of a row, in their order.
LEADS = {
    "unit_id": F("units__unit"),
    "unit_code": F("units__unit__code"),
    "unit_name": F("units__unit__name"),
    "unit_ended": F("units__unit__valid_to"),
    "unit_class": F("units__unit_class"),
}


def reported_rows(period: Period, leads: Collection[UUID] | None = None) -> QuerySet[PlanRow]:
    """Rows of plans that their unit's head has signed, and of supplements that were adopted, as they hold in the period; a line
    for each of their leads in order.

    Args:
        leads: only rows that these units lead, by name or as one of a class.
    """
    found = (
        PlanRow.objects.filter(
            plan__case__institution=period.institution_id,
            plan__historical=False,
            plan__period__starts__lte=period.ends,
            units__part=RowUnit.Part.LEAD,
            ended=False,
        )
        .filter(
            Q(plan__revision=0) | Q(plan__since__lte=period.ends),
            Q(plan__until=None) | Q(plan__until__gt=period.starts),
        )
        .exclude(plan__case__state=State.DRAFT)
        .order_by("plan__root", "plan__revision", "position", "units__position")
    )
    if leads is None:
        return found
    moved = RowTerm.objects.filter(came_before(leads)).order_by().values("row")
    named = RowUnit.objects.filter(part=RowUnit.Part.LEAD).order_by().values("row")
    kinds = Unit.objects.filter(id__in=leads, parent__isnull=False).order_by().values("kind")
    every = Q(unit_class=UnitClass.UNIT) & Exists(kinds)
    by_class = named.filter(Q(unit_class__in=kinds) | every)
    return found.filter(Q(id__in=named.filter(came_before(leads))) | Q(id__in=by_class) | Q(key__in=moved))


def leads_of(
    period: Period,
    rows: Iterable[list[dict[str, Any]]],
    stand: Mapping[UUID, Standing],
    after: Mapping[UUID, Unit],
) -> dict[UUID, list[Lead]]:
    """Row -> the units that lead it, those of a class by position: the first answers, or each of the class that is first; one
    statement where classes do, else none.

    Args:
        rows: the lines of each.
        stand: how each stands: whoever took it over leads in the place of its first lead.
        after: who goes on for units that have ended.
    """
    lines = list(rows)
    classes = {line["unit_class"] for same in lines for line in same if line["unit_class"]}
    members = members_of(period.institution_id, classes, period.ends)
    return {
        same[0]["key"]: list(each_lead(same, members, stand[same[0]["key"]].led_by, after)) for same in lines
    }


def each_lead(
    lines: list[dict[str, Any]],
    members: Mapping[str, Collection[Unit]],
    instead: Unit | None,
    after: Mapping[UUID, Unit],
) -> Iterator[Lead]:
    """The units that lead a row, each once; `instead`: in the place of the first."""
    seen: set[UUID] = set()
    for place, line in enumerate(lines):
        units = [(line["unit_id"], line["unit_code"], line["unit_name"])]
        if instead is not None and place == 0:
            units = [(instead.id, instead.code, instead.name)]
        if line["unit_class"]:
            units = [(unit.id, unit.code, unit.name) for unit in members[line["unit_class"]]]
        for unit_id, code, name in units:
            if (heir := after.get(unit_id)) is not None:
                unit_id, code, name = heir.id, heir.code, heir.name
            if unit_id not in seen:
                seen.add(unit_id)
                yield Lead(unit_id, code, name, answers=place == 0)


def candidate_of(
    line: dict[str, Any],
    stand: Standing,
    leads: Sequence[Lead],
    done: Mapping[UUID | None, date],
    told: Sequence[Month] | None,
    before_use: Mapping[UUID, str],
) -> Candidate:
    """One row as it was read, by the line of its first lead."""
    values = {name: line[name] for name in (*COLUMNS, *NAMED) if name in SHOWN}
    values |= {"id": line["key"], "plan": line["root"], "in_force": line["state"] == State.PRESENTED}
    return Candidate(
        values,
        led_by=CLASS + line["unit_class"] if line["unit_class"] or not leads else leads[0].code,
        leads=tuple(leads),
        due=stand.due,
        stand=stand,
        plan_span=Span(line["plan_starts"], line["plan_ends"]),
        done=done,
        told=told,
        begins=line["begins"],
        before_use=before_use,
    )


#: What of a line a due row is made of as it is.
SHOWN = {*COLUMNS, *NAMED} - {
    "key", "root", "due", "state", "plan_starts", "plan_ends", "revision", "until", "begins",
}  # fmt: skip


def add_shares_done(
    done: dict[UUID, dict[UUID | None, date]], period: Period, leading: Mapping[UUID, Collection[Lead]]
) -> None:
    """Adds the units of classes whose share a verdict of an earlier period found done although the row was not; one
    statement, none without such rows."""
    shared = {row for row, leads in leading.items() if sum(lead.answers for lead in leads) > 1}
    if not shared:
        return
    open_ = Q(row__in=shared, done=False)
    found = Finding.objects.filter(SIGNED, open_, report__period__ends__lt=period.starts)
    after = EarlierFinding.objects.filter(COUNTS, open_, period__ends__lt=period.starts)
    for row, ends, shares in (
        found.order_by()
        .values_list("row", "report__period__ends", "shares")
        .union(after.order_by().values_list("row", "period__ends", "shares"), all=True)
    ):
        for lead in leading[row]:
            if shares.get(lead.code, {}).get("done"):
                days = done[row]
                days[lead.unit_id] = max(ends, days.get(lead.unit_id, ends))
