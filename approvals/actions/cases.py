"""A case is born, edited, and kept waiting at somebody who exists."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from approvals import kinds
from approvals.ledger.content import framed, working_digest
from approvals.ledger.waiting import first_wait
from approvals.queries import Docket, Request, dockets_for
from notation.text import fold
from organization.models import Institution, Unit, User
from organization.queries import holders
from workflow.models import Case, WaitsFor
from workflow.procedures import newest
from workflow.rules import reasons_against_editing, refuse

from .briefing import DESK, earlier, tell_desk
from .hints import hint
from .locking import held, lock


def open_case(
    *, kind: str, unit: Unit, monitoring_unit: Unit, title: str, period: str, by: User, now: datetime,
    drafted_by_office: bool = False,
) -> Case:  # fmt: skip
    """A new draft of the unit. Its rows are written next, then `mark_edited` takes its first digest."""
    case = new_case(
        kind=kind, unit=unit, monitoring_unit=monitoring_unit, title=title, period=period, by=by, now=now,
        drafted_by_office=drafted_by_office,
    )  # fmt: skip
    case.save(force_insert=True)
    return case


def new_case(
    *, kind: str, unit: Unit, monitoring_unit: Unit, title: str, period: str, by: User, now: datetime,
    drafted_by_office: bool = False, due_at: datetime | None = None, of_itself: bool = False,
) -> Case:  # fmt: skip
    """A draft that is not in the database yet, for those who open many at once.

    Args:
        due_at: when it is due where it goes next.
        of_itself: nobody wrote in it yet: it was drafted from other tables.
    """
    return Case(
        institution=by.institution,
        kind=kind,
        procedure=newest(kind),
        unit=unit,
        monitoring_unit=monitoring_unit,
        title=title,
        search=fold(title),
        period=period,
        waits_for=first_wait(kind, drafted_by_office=drafted_by_office),
        waits_unit=by.institution.office if drafted_by_office else unit,
        since=now,
        due_at=due_at,
        created_at=now,
        created_by=by,
        edited_by=None if of_itself else by,
        drafted_by_office=drafted_by_office,
    )


def lock_for_editing(case_id: UUID, *, seen: str | None, by: User, now: datetime) -> Case:
    """The case, locked, after the judge agreed that its content may be changed by this person. A draft that follows other tables
    is read only where a digest has to be compared.

    Raises:
        Refused: 403 rights, 409 not an open draft, 412 the digest seen is not the present one.
    """
    return docket_for_editing(case_id, seen=seen, by=by, now=now, following=seen is not None).case


def docket_for_editing(
    case_id: UUID, *, seen: str | None, by: User, now: datetime, following: bool = True
) -> Docket:
    """As lock_for_editing; the docket holds the content of a draft that follows other tables."""
    case = held(lock({case_id}), by)[case_id]
    docket = dockets_for(
        [case],
        Request(by=by, now=now, acts=()),
        seen=None if seen is None else {case_id: seen},
        following=following,
    )[case_id]
    refuse(reasons_against_editing(docket.facts))
    return docket


def mark_edited(
    cases: Sequence[Case], *, by: User, contents: Mapping[UUID, Mapping[str, object]] | None = None
) -> None:
    """Take the digest of the changed working content of open drafts, and who changed it; windows that show them look again.

    A draft that follows other tables has no digest of its own: it is taken whenever it is looked at.

    Args:
        contents: what the drafts say, where it is known already.
    """
    fixed = [case for case in cases if not kinds.follows(case)]
    known = kinds.contents(fixed) if contents is None else contents
    for case in fixed:
        case.digest = working_digest(framed(case, known[case.id], case.submission + 1))
    for case in cases:
        case.edited_by, case.search = by, fold(case.title)
    Case.objects.bulk_update(cases, ["digest", "edited_by", "title", "search", "period"])
    hint(cases)


def settle_due(cases: QuerySet[Case]) -> None:
    """Gives each of these cases the moment that its kind names for where it stands; one statement."""
    cases.update(due_at=kinds.due_at(kinds.REGISTER))


@transaction.atomic
def follow_office() -> int:
    """Let what waits for an admin office, or at it in place of a monitoring unit with nobody left, wait at the unit that is the
    office now; safe to repeat.

    Returns:
        How many cases the office took over.
    """
    instead = Q(waits_for=WaitsFor.MONITOR) & ~Q(waits_unit=F("monitoring_unit"))
    left = Case.objects.filter(Q(waits_for=WaitsFor.OFFICE) | instead, waits_unit__isnull=False)
    left = left.exclude(waits_unit=F("institution__office"))
    locked = [case.id for case in lock(left.values_list("id", flat=True))]
    office = Institution.objects.filter(id=OuterRef("institution")).values("office")[:1]
    return left.filter(id__in=locked).update(waits_unit=Subquery(office)) if locked else 0


@transaction.atomic
def refresh_waiting(now: datetime) -> int:
    """Let the admin office review what waits for a monitoring unit that has nobody left who may.

    People leave between one act and the next; the job calls this so that nothing waits at an empty desk. Those of
    the office who may review are told.

    Returns:
        How many cases were given to their office.
    """
    waiting = list(
        Case.objects.filter(waits_for=WaitsFor.MONITOR, waits_unit__isnull=False)
        .exclude(waits_unit=F("institution__office"))
        .select_related("institution")
        .order_by("id")  # the order of every lock on cases
    )
    held = holders({("review", case.waits_unit_id) for case in waiting if case.waits_unit_id}, now)
    signed = earlier(waiting)
    given = {}
    for case in waiting:
        desk = held["review", case.waits_unit_id] if case.waits_unit_id else set()
        if all((case.id, person) in signed for person in desk):
            # Only if it still waits there: an act may have moved it since it was read.
            still = Case.objects.filter(id=case.id, waits_for=WaitsFor.MONITOR, waits_unit=case.waits_unit_id)
            if still.update(waits_unit=case.institution.office_id) and case.institution.office_id:
                given[case] = case.institution.office_id
    tell_desk(given, DESK, actor=None, now=now)
    return len(given)
