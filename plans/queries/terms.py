"""What was decided of rows in force, and who leads them now."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.words import Terms
from notation.due import Due
from organization.models import Unit, User
from organization.queries import SUCCESSORS
from organization.rules import heir_of
from plans.models import Plan, PlanRow, RowTerm, RowUnit
from plans.rules.places import place_of
from plans.rules.terms import (
    Standing,
    against_early_decision,
    against_event,
    against_rows,
    against_terms,
    of_row,
    standing,
)
from plans.rules.units import against_ended
from workflow.rules import CONFLICT, CONTENT, Reason, placed

SUPERSEDED = _("A supplement has taken its place: act on the plan as it is in force, “%(title)s”.")
#: Who goes on for a unit, read with it.
HEIRS = tuple(f"unit__{name}" for name in SUCCESSORS)
WHOLLY_STOPPED = _("The whole plan was stopped.")


def terms_of(roots: Collection[UUID]) -> dict[UUID, list[RowTerm]]:
    """First revision -> what was decided of its rows, oldest first; one statement."""
    found: dict[UUID, list[RowTerm]] = defaultdict(list)
    for term in RowTerm.objects.filter(root__in=roots).select_related("unit", *HEIRS).order_by("since", "id"):
        found[term.root_id].append(term)
    return found


def first_leads(rows: Collection[PlanRow]) -> dict[UUID, Unit | None]:
    """Row -> the unit that leads it first by its revision; None: a class of units, or nobody. Two statements: thousands of rows
    are led by a few units."""
    first = RowUnit.objects.filter(row__in=rows, part=RowUnit.Part.LEAD, position=0, unit__isnull=False)
    leads = dict(first.values_list("row", "unit"))
    found = Unit.objects.filter(id__in=set(leads.values())).select_related(*SUCCESSORS)
    units = {unit.id: unit for unit in found}
    return {row.id: units[leads[row.id]] if row.id in leads else None for row in rows}


def standings_of(
    rows: Sequence[PlanRow], now: datetime, by_day: date | None = None
) -> dict[UUID, tuple[Standing, Unit | None]]:
    """Row -> how it stands now, and who leads it first; the rows come with their plans; three statements.

    Args:
        by_day: a unit that ended before this day is told as the one that goes on for it; None: today.

    All that was decided counts: whoever waited for a lock asked before what they waited for was signed.
    """
    terms, leads, today = (
        terms_of({row.plan.root_id for row in rows}),
        first_leads(rows),
        timezone.localtime(now).date(),
    )
    signed = (term.since for mine in terms.values() for term in mine)
    after, found = max([now, *signed]) + timedelta.resolution, {}
    for row in rows:
        due, lead = Due.from_json(row.due) if row.due else None, leads[row.id]
        stand = standing(
            due, lead.id if lead else None, of_row(terms[row.plan.root_id], row), at=after, on=today
        )
        first = stand.led_by or lead
        found[row.id] = stand, first and heir_of(first, by_day or today)
    return found


def row_now(row: PlanRow, now: datetime) -> PlanRow:
    """The row as the revision that holds today has it, found by its first one; itself where none has it any more."""
    today = timezone.localtime(now).date()
    begun = Q(plan__since=None, plan__revision=0) | Q(plan__since__lte=today)
    not_over = Q(plan__until=None) | Q(plan__until__gt=today)
    of_now = PlanRow.objects.filter(begun, not_over, key=row.key, ended=False)
    found = (
        of_now.select_related("plan__case__unit", "plan__case__institution__office")
        .order_by("-plan__revision")
        .first()
    )
    return found or row


def leading(rows: Sequence[PlanRow], now: datetime, by_day: date | None = None) -> dict[UUID, Unit | None]:
    """Row -> who leads it first now; None: a class of units, or nobody. `by_day` as in standings_of."""
    return {row: lead for row, (_stand, lead) in standings_of(rows, now, by_day).items()}


def terms_gaps(
    act: str, case_ids: Collection[UUID], terms: Terms, by: User, now: datetime
) -> Mapping[UUID, Sequence[Reason]]:
    """Plan -> what is wrong with what an act decides of its rows; see `plans.rules.terms`."""
    today, unit = timezone.localtime(now).date(), None
    reasons = list(against_terms(act, terms, today))
    if "unit" in terms:
        unit = (
            Unit.objects.filter(institution=by.institution_id, code=terms["unit"])
            .select_related("successor")
            .first()
        )
        if unit is None:
            message, params = _("Unknown unit “%(code)s”."), {"code": terms["unit"]}
            reasons.append(Reason("unit-unknown", CONTENT, message, params, field="terms.unit"))
        else:
            reasons += against_ended(unit, today, field="terms.unit")
    plans = Plan.objects.filter(case__in=case_ids).select_related("period", "case")
    return {plan.case_id: [*reasons, *gaps_in(plan, act, terms, unit, now)] for plan in plans}


def gaps_in(plan: Plan, act: str, terms: Terms, unit: Unit | None, now: datetime) -> list[Reason]:
    """What stands against it in one plan."""
    rows = list(PlanRow.objects.filter(plan=plan, ended=False).select_related("plan"))
    stand, known = standings_of(rows, now), {str(row.id): row for row in rows}
    stops = list(RowTerm.objects.filter(root=plan.root_id, kind=RowTerm.Kind.STOPPED))
    stopped = {str(row.id): term.on for row in rows for term in of_row(stops, row)}
    reasons = against_rows(
        act, terms.get("rows", []), known, {str(row): one for row, (one, _lead) in stand.items()},
        {str(row): lead for row, (_one, lead) in stand.items()}, unit, stopped,
    )  # fmt: skip
    called = {
        str(row.id): place_of(
            plan=plan.case.title,
            kind=row.kind,
            section=row.section,
            number=row.number or row.position + 1,
            text=row.text,
        )
        for row in rows
    }
    early = against_event(terms, plan.period.starts) if act == "occur" else ()
    begins = min(plan.issued_date or plan.period.starts, plan.period.starts)
    return [*placed(reasons, called), *early, *against_early_decision(terms, begins)]


def superseded(case_ids: Collection[UUID]) -> dict[UUID, Sequence[Reason]]:
    """Plan -> that a supplement took its place, or that all of it was stopped; three statements."""
    plans = list(Plan.objects.filter(case__in=case_ids).values_list("case", "root", "revision"))
    roots = {root for _case, root, _revision in plans}
    adopted = Plan.objects.filter(root__in=roots, since__isnull=False).select_related("case")
    last = {plan.root_id: plan for plan in adopted.order_by("revision")}
    found: dict[UUID, Sequence[Reason]] = {}
    stopped = wholly_stopped(roots)
    for case_id, root, revision in plans:
        newer = last.get(root)
        if newer is not None and newer.revision > revision:
            found[case_id] = [Reason("superseded", CONFLICT, SUPERSEDED, {"title": newer.case.title})]
        elif root in stopped:
            found[case_id] = [Reason("plan-stopped", CONFLICT, WHOLLY_STOPPED)]
    return found


def wholly_stopped(roots: Collection[UUID]) -> set[UUID]:
    """Those of these first revisions of which all rows were stopped at once; one statement."""
    stops = RowTerm.objects.filter(root__in=roots, kind=RowTerm.Kind.STOPPED, row=None)
    return set(stops.values_list("root", flat=True))
