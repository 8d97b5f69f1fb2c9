"""A plan is created, changed, given rows, and given to a unit that follows it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions import lock_for_editing, mark_edited, open_case
from organization.models import Unit, User
from organization.queries import powers_of
from plans.due_times import due_time
from plans.models import MonitoringAssignment, Period, Plan, PlanRow, RowUnit
from plans.notation.text import fold
from plans.papers.sentences import SENTENCES
from plans.queries.citations import spoken_of
from workflow.models import Case, WaitsFor
from workflow.policies import CONTENT, HOLDERS, RIGHTS, Reason, Refused

WRITTEN = (
    "kind",
    "section",
    "number",
    "text",
    "lead_text",
    "coordinating_text",
    "due_text",
    "product",
    "person",
    "authority",
    "note",
)


def searched(title: str, number: str) -> str:
    """What a search looks in: without case and marks, so that "ke hoach" finds "Kế hoạch"."""
    return fold(f"{number} {title}")


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is written: Phụ lục 1 of Notice 242, with the person and the authority of the six clarities.

    Attributes:
        id: of an existing row of the plan; None for a new one.
        leads, coordinating: codes of units.
        due_text: as written; what is understood of it is kept beside.
    """

    kind: str
    text: str = ""
    section: str = ""
    number: str = ""
    leads: Sequence[str] = ()
    lead_text: str = ""
    coordinating: Sequence[str] = ()
    coordinating_text: str = ""
    due_text: str = ""
    product: str = ""
    person: str = ""
    authority: str = ""
    note: str = ""
    demo: bool = False
    id: UUID | None = None


def holds(by: User, permission: str, unit: Unit, now: datetime) -> bool:
    """Whether the person holds the permission on the unit at `now`."""
    return any(power.permission == permission for power in powers_of(by.id, [unit.id], now))


def require(by: User, unit: Unit, now: datetime, *, for_office: bool) -> None:
    """Raises Refused (403) unless the person may write drafts of the unit, or the office's own drafts for it."""
    office = unit.institution.office
    asked = ("consolidate", office) if for_office and office else ("edit", unit)
    if not holds(by, *asked, now):
        place = "office" if for_office else "unit"
        names = {"unit": unit.name, "office": office.name if office else ""}
        raise Refused([Reason("not-permitted", RIGHTS, HOLDERS[asked[0], place], names)])


@transaction.atomic
def create_plan(
    *, unit: Unit, kind: str, title: str, period: Period, by: User, now: datetime, number: str = "", note: str = "",
    drafted_by_office: bool = False, demo: bool = False, historical: bool = False,
) -> Plan:  # fmt: skip
    """A new plan of the unit, followed by the admin office until somebody else is assigned.

    Written by the office for a unit that is not its own, it is a plan to be registered.

    Raises:
        Refused: 403 neither staff of the unit nor, for a plan issued on paper, of the office.
    """
    office = unit.institution.office
    if office and not drafted_by_office and not holds(by, "edit", unit, now):
        drafted_by_office = holds(by, "consolidate", office, now)
    require(by, unit, now, for_office=drafted_by_office)
    if office is None:
        raise Refused([Reason("no-office", CONTENT, _("The institution has no admin office yet."))])
    case = open_case(
        kind="plan", unit=unit, monitoring_unit=office, title=title, period=period.label, by=by, now=now,
        drafted_by_office=drafted_by_office,
    )  # fmt: skip
    plan = Plan.objects.create(
        case=case, kind=kind, period=period, number=number, note=note, demo=demo, historical=historical,
        search=searched(title, number),
    )  # fmt: skip
    mark_edited([case], by=by)
    return plan


@transaction.atomic
def change_plan(case_id: UUID, *, seen: str, by: User, now: datetime, changes: Mapping[str, Any]) -> None:
    """Change title, number, note or period of an open draft.

    Raises:
        Refused: as lock_for_editing.
    """
    case = lock_for_editing(case_id, seen=seen, by=by, now=now)
    plan = Plan.objects.select_related("period").get(case=case)
    case.title = changes.get("title", case.title)
    for name in ("number", "note", "period"):
        setattr(plan, name, changes.get(name, getattr(plan, name)))
    case.period = plan.period.label
    plan.search = searched(case.title, plan.number)
    plan.save(update_fields=["number", "note", "period", "search"])
    case.save(update_fields=["title", "period"])
    mark_edited([case], by=by)


@transaction.atomic
def put_rows(case_id: UUID, rows: Sequence[Row], *, seen: str | None, by: User, now: datetime) -> None:
    """Make these the rows of an open draft, in this order: matched by id, absent rows are deleted.

    Raises:
        Refused: as lock_for_editing; 422 for an unknown row or unit, or an impossible due time, each with
            row (its id, else its place counted from 1) and field. Nothing is saved then.
    """
    case = lock_for_editing(case_id, seen=seen, by=by, now=now)
    plan = Plan.objects.select_related("period").get(case=case)
    known = {row.id: row for row in PlanRow.objects.filter(plan=plan)}
    units = dict(Unit.objects.filter(institution=case.institution_id).values_list("code", "id"))
    if twice := [row_id for row_id, times in Counter(row.id for row in rows if row.id).items() if times > 1]:
        message = _("This row was sent twice.")
        raise Refused(
            [Reason("row-twice", CONTENT, message, row=str(row_id), field="id") for row_id in twice]
        )
    reasons = [
        found for place, row in enumerate(rows, 1) for found in against_row(place, row, known, units, plan)
    ]
    if reasons := reasons + against_absence(
        [known[row_id] for row_id in known.keys() - {row.id for row in rows}]
    ):
        raise Refused(reasons)
    write_rows(plan, rows, known, units)
    mark_edited([case], by=by)


def against_row(
    place: int, row: Row, known: Mapping[UUID, PlanRow], units: Mapping[str, UUID], plan: Plan
) -> list[Reason]:
    """What is wrong with one row as sent; what is merely missing is found when the plan is submitted."""
    where = str(row.id or place)
    reasons = []
    if row.id is not None and row.id not in known:
        reasons.append(
            Reason("row-unknown", CONTENT, _("This row is not of this plan."), row=where, field="id")
        )
    for name, codes in (("leads", row.leads), ("coordinating", row.coordinating)):
        for code in codes:
            if code not in units:
                message, params = _("Unknown unit “%(code)s”."), {"code": code}
                reasons.append(Reason("unit-unknown", CONTENT, message, params, row=where, field=name))
        if len(set(codes)) < len(codes):
            reasons.append(Reason("unit-twice", CONTENT, _("A unit is named twice."), row=where, field=name))
    reasons += [
        Reason(issue.code, CONTENT, SENTENCES[issue.code], issue.params, row=where, field="due_text")
        for issue in due_time(row.due_text, plan.period).errors
    ]
    return reasons


def against_absence(absent: Sequence[PlanRow]) -> list[Reason]:
    """Why rows cannot be deleted: a report has spoken of them."""
    message = _("Row %(number)s: a report speaks of this row, it cannot be deleted.")
    spoken = spoken_of(absent) if absent else set()
    return [
        Reason(
            "row-cited",
            CONTENT,
            message,
            {"number": row.number or row.position + 1},
            row=str(row.id),
            field="id",
        )
        for row in absent
        if row.id in spoken
    ]


def write_rows(
    plan: Plan, rows: Sequence[Row], known: Mapping[UUID, PlanRow], units: Mapping[str, UUID]
) -> None:
    """Writes rows that have been checked: a fixed number of statements; unchanged rows are not touched."""
    kept = {row.id for row in rows if row.id is not None}
    RowUnit.objects.filter(row__plan=plan).delete()
    PlanRow.objects.filter(plan=plan).exclude(id__in=kept).delete()
    targets = [known[row.id] if row.id is not None else PlanRow(plan=plan, demo=row.demo) for row in rows]
    changed: dict[UUID, PlanRow] = {}
    columns: set[str] = set()
    for position, (target, row) in enumerate(zip(targets, rows, strict=True)):
        values = {name: getattr(row, name) for name in WRITTEN}
        values |= {"position": position, "due": due_time(row.due_text, plan.period).value}
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
        RowUnit(row=target, unit_id=units[code], part=part, position=position)
        for target, row in zip(targets, rows, strict=True)
        for part, codes in ((parts.LEAD, row.leads), (parts.COORDINATING, row.coordinating))
        for position, code in enumerate(codes)
    )


@transaction.atomic
def assign_monitoring(
    plan: Plan, *, unit: Unit, cadence: str, minimum: Mapping[str, Any] | None, by: User, now: datetime
) -> None:
    """Say which unit follows the plan (Notice 242, II); a plan that waits to be checked goes to it at once.

    Raises:
        Refused: 403 not of the admin office.
    """
    case = (
        Case.objects.select_for_update(of=("self",))
        .select_related("institution__office")
        .get(id=plan.case_id)
    )
    require(by, unit, now, for_office=True)
    if unit.parent_id is None or (unit.valid_to and unit.valid_to < timezone.localtime(now).date()):
        raise Refused([Reason("no-monitor", CONTENT, _("This unit cannot follow plans."), field="unit")])
    given = minimum or {}
    MonitoringAssignment.objects.update_or_create(
        plan=plan,
        defaults={
            "unit": unit, "cadence": cadence,
            "minimum_value": given.get("value"), "minimum_unit": given.get("unit", ""),
        },
    )  # fmt: skip
    waits = {"waits_unit": unit} if case.waits_for == WaitsFor.MONITOR else {}
    Case.objects.filter(id=case.id).update(monitoring_unit=unit, **waits)
