"""The rows of a plan are written: matched by id, checked first, then in a fixed number of statements."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions import lock_for_editing, mark_edited
from approvals.kinds import kept_rows
from approvals.queries.scope import scope_of
from notation.limits import ROW, characters
from organization.models import Unit, User
from papers.intake.sentences import SENTENCES
from plans.models import CLASSES, Plan, PlanRow, RowUnit
from plans.rules.due_times import due_time
from plans.rules.lengths import against_size, against_texts, against_units
from plans.rules.places import place_of
from plans.rules.units import against_ended
from plans.words import ROW_FIELDS, UNIT_FIELDS, Row
from workflow.rules import CONTENT, Reason, Refused, against_scope, placed, refuse

from .changed import changes_to
from .leaves import drop_leaves
from .people import find_people


@transaction.atomic
def put_rows(case_id: UUID, rows: Sequence[Row], *, seen: str | None, by: User, now: datetime) -> None:
    """Make these the rows of an open draft, in this order: matched by id, absent rows are deleted.

    Raises:
        Refused: as lock_for_editing; 422 for an unknown row or unit, or an impossible due time, each with
            row (its id, else its place counted from 1) and field. Nothing is saved then.
    """
    case = lock_for_editing(case_id, seen=seen, by=by, now=now)
    plan = Plan.objects.select_related("period", "case").get(case=case)
    known = {row.id: row for row in PlanRow.objects.filter(plan=plan)}
    found = {
        unit.code: unit
        for unit in Unit.objects.filter(institution=case.institution_id).select_related("successor")
    }
    units = {code: unit.id for code, unit in found.items()}
    if twice := [row_id for row_id, times in Counter(row.id for row in rows if row.id).items() if times > 1]:
        message = _("This row was sent twice.")
        raise Refused(
            [Reason("row-twice", CONTENT, message, row=str(row_id), field="id") for row_id in twice]
        )
    refuse(against_size(len(rows), sum(size_of(row) for row in rows)))
    reasons = [
        found for place, row in enumerate(rows, 1) for found in against_row(place, row, known, units, plan)
    ]
    reasons += against_ended_units(rows, known, found, timezone.localtime(now).date())
    absent = [known[row_id] for row_id in known.keys() - {row.id for row in rows}]
    reasons += against_ending(rows, known, plan) + against_absence(absent)
    scope = scope_of(case)
    reasons += against_scope(scope, changes_to(rows, known, scope)) if scope.limited else []
    refuse(placed(reasons, names_of_rows(case.title, rows, known)))
    write_rows(plan, rows, known, units)
    drop_leaves(plan)
    find_people(list(PlanRow.objects.filter(plan=plan)), plan, now)
    mark_edited([case], by=by)


def texts_of(row: Row) -> dict[str, str]:
    """The texts of a row that have a limit."""
    return {name: getattr(row, name) for name in ROW}


def size_of(row: Row) -> int:
    """What a row counts towards all that a plan can keep."""
    return characters(texts_of(row), len(row.leads) + len(row.coordinating))


def against_row(
    place: int, row: Row, known: Mapping[UUID, PlanRow], units: Mapping[str, UUID], plan: Plan
) -> list[Reason]:
    """What is wrong with one row as sent; what is merely missing is found when the plan is submitted."""
    where = str(row.id or place)
    reasons = [
        *against_texts(texts_of(row), row=where),
        *against_units({"leads": len(row.leads), "coordinating": len(row.coordinating)}, row=where),
    ]
    if row.id is not None and row.id not in known:
        reasons.append(
            Reason("row-unknown", CONTENT, _("This row is not of this plan."), row=where, field="id")
        )
    reasons += against_codes({name: getattr(row, name) for name in UNIT_FIELDS}, units, row=where)
    reasons += [
        Reason(issue.code, CONTENT, SENTENCES[issue.code], issue.params, row=where, field="due_text")
        for issue in due_time(row.due_text, plan.period.label).errors
    ]
    return reasons


def against_codes(
    named: Mapping[str, Sequence[str]], units: Collection[str], *, row: str
) -> Iterator[Reason]:
    """Units that a row names by their codes, field by field, and that are not there, or twice."""
    for name, codes in named.items():
        for code in codes:
            if code not in units and code not in CLASSES:
                message, params = _("Unknown unit “%(code)s”."), {"code": code}
                yield Reason("unit-unknown", CONTENT, message, params, row=row, field=name)
        if len(set(codes)) < len(codes):
            yield Reason("unit-twice", CONTENT, _("A unit is named twice."), row=row, field=name)


def against_ended_units(
    rows: Sequence[Row], known: Mapping[UUID, PlanRow], units: Mapping[str, Unit], today: date
) -> list[Reason]:
    """What a new row asks of units that have ended; rows that were there before keep theirs."""
    return [
        reason
        for place, row in enumerate(rows, 1)
        if row.id not in known
        for name, codes in (("leads", row.leads), ("coordinating", row.coordinating))
        for code in codes
        if code in units
        for reason in against_ended(units[code], today, row=str(row.id or place), field=name)
    ]


def against_absence(absent: Sequence[PlanRow]) -> list[Reason]:
    """Why rows cannot be deleted: somebody has spoken of them (`approvals.kinds.keep_rows`), or they are in force."""
    message = _("A report speaks of this row, it cannot be deleted.")
    kept = kept_rows([row.id for row in absent])
    in_force = [row for row in absent if row.key != row.id]
    return [
        *(
            Reason("row-cited", CONTENT, message, row=str(row.id), field="id")
            for row in absent
            if row.id in kept
        ),
        *(Reason("row-in-force", CONTENT, IN_FORCE, row=str(row.id), field="id") for row in in_force),
    ]


IN_FORCE = _("This row is in force: a supplement ends it, with a reason, and does not delete it.")
NO_REASON = _("Only a supplement says why a row is changed, added or ended.")
NOT_IN_FORCE = _("Only a row that is in force can be ended, by a supplement.")


def against_ending(rows: Sequence[Row], known: Mapping[UUID, PlanRow], plan: Plan) -> list[Reason]:
    """Rows that are ended although nothing has begun them, and reasons in a plan that supplements none."""
    reasons = []
    for place, row in enumerate(rows, 1):
        where = str(row.id or place)
        if row.ended and (row.id is None or row.id not in known or known[row.id].key == row.id):
            reasons.append(Reason("row-not-in-force", CONTENT, NOT_IN_FORCE, row=where, field="ended"))
        if row.reason and not plan.revision:
            reasons.append(Reason("no-supplement", CONTENT, NO_REASON, row=where, field="reason"))
    return reasons


def names_of_rows(title: str, rows: Sequence[Row], known: Mapping[UUID, PlanRow]) -> dict[str, str]:
    """What each row is called in the plan with this title, by what a reason says of it: those that were there by
    their id, as they were; new ones by their place, as they come."""
    called: list[tuple[str, int, Row | PlanRow]] = [
        (str(row.id or place), place, row) for place, row in enumerate(rows, start=1)
    ]
    called += [(str(row.id), row.position + 1, row) for row in known.values()]
    return {
        name: place_of(
            plan=title, kind=row.kind, section=row.section, number=row.number or place, text=row.text
        )
        for name, place, row in called
    }


def write_rows(
    plan: Plan, rows: Sequence[Row], known: Mapping[UUID, PlanRow], units: Mapping[str, UUID]
) -> None:
    """Writes rows that have been checked: a fixed number of statements; unchanged rows are not touched."""
    kept = {row.id for row in rows if row.id is not None}
    RowUnit.objects.filter(row__plan=plan).delete()
    PlanRow.objects.filter(plan=plan).exclude(id__in=kept).delete()
    targets = [
        known[row.id] if row.id is not None else PlanRow.first(plan=plan, demo=row.demo) for row in rows
    ]
    changed: dict[UUID, PlanRow] = {}
    columns: set[str] = set()
    for position, (target, row) in enumerate(zip(targets, rows, strict=True)):
        values = {name: getattr(row, name) for name in ROW_FIELDS}
        values |= {"position": position, "due": due_time(row.due_text, plan.period.label).value}
        values |= {"ended": row.ended, "reason": row.reason}
        differing = [name for name, value in values.items() if getattr(target, name) != value]
        for name in differing:
            setattr(target, name, values[name])
        if differing and target.id in known:
            changed[target.id] = target
            columns.update(differing)
    PlanRow.objects.bulk_create([target for target in targets if target.id not in known])
    if changed:
        PlanRow.objects.bulk_update(changed.values(), sorted(columns), batch_size=500)
    name_units(targets, rows, units)


def name_units(targets: Sequence[PlanRow], rows: Sequence[Row], units: Mapping[str, UUID]) -> None:
    """Writes which units lead and coordinate each row."""
    parts = RowUnit.Part
    RowUnit.objects.bulk_create(
        RowUnit(
            row=target,
            unit_id=units.get(code),
            unit_class=CLASSES.get(code, ""),
            part=part,
            position=position,
        )
        for target, row in zip(targets, rows, strict=True)
        for part, codes in ((parts.LEAD, row.leads), (parts.COORDINATING, row.coordinating))
        for position, code in enumerate(codes)
    )
