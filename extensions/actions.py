"""Asking for an extension; everything after that is an act like any other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from approvals import kinds
from approvals.actions import lock_for_editing, mark_edited, open_case
from approvals.actions.citing import cite, files_cited, kept_evidence
from approvals.actions.locking import lock
from approvals.queries.authority import require
from approvals.rules import against_evidence
from approvals.words import GivenEvidence
from extensions.models import Extension
from extensions.queries import RowInForce, against_open, named, rows_in_force
from extensions.rules import NOT_IN_FORCE, against_day, extension_title
from organization.models import User
from plans.models import PlanRow
from workflow.models import Case
from workflow.rules import Reason, Refused, refuse


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, as it came in: until which day, why, and what proves it."""

    on: date
    cause: str = ""
    evidence: Sequence[GivenEvidence] = ()


@transaction.atomic
def ask_extension(row: PlanRow, asked: Asked, *, by: User, now: datetime) -> Extension:
    """A draft that asks for another day of a row, of the unit that leads it now.

    Args:
        row: of whichever revision, with its plan.

    Raises:
        Refused: 403 not staff of that unit; 409 the row is not in force, was stopped, is done, or another request for it is
            open; 422 it has no single day of its own, or the day asked for cannot be.
    """
    list(lock({row.plan.root_id}))  # of two requests for a row the second sees the first
    found = rows_in_force([row.key], now).get(row.key)
    if found is None:
        raise Refused(named(row, [NOT_IN_FORCE]))
    refuse(named(found.row, found.against(None)))
    unit, was = found.lead, found.day
    if unit is None or was is None:
        raise Refused(named(row, [NOT_IN_FORCE]))
    require(by, unit, now, for_office=False)
    refuse(named(found.row, [*against_open(row.key), *against_asked(found, was, asked.on, now)]))
    plan = found.row.plan
    case = open_case(
        kind="extension", unit=unit, monitoring_unit=plan.case.monitoring_unit, title=extension_title(found.row.text),
        period=plan.period.label, by=by, now=now,
    )  # fmt: skip
    one = Extension.objects.create(case=case, row=found.row, was=was, asked_on=asked.on, cause=asked.cause)
    keep_proofs(case, asked.evidence, by=by, now=now)
    mark_edited([case], by=by)
    # What would stop it at once is said before anything is written about it: the row may be done already.
    refuse(kinds.objections({"submit": [case]}, by, now).get(case.id, {}).get("submit", ()))
    return one


def against_asked(found: RowInForce, was: date, on: date, now: datetime) -> list[Reason]:
    """Why the row cannot be put off from one day to another."""
    today = timezone.localtime(now).date()
    return against_day(on, was=was, plan_ends=found.row.plan.period.ends, today=today)


def keep_proofs(case: Case, evidence: Sequence[GivenEvidence], *, by: User, now: datetime) -> None:
    """Keeps what proves a request, in the place of what did.

    Raises:
        Refused: 422 evidence that is none.
    """
    files = files_cited(evidence, by=by, now=now)
    refuse(against_evidence(evidence, files))
    Extension.objects.filter(case=case).update(evidence=kept_evidence(evidence, files))
    cite([case], files)


@transaction.atomic
def change_extension(
    case_id: UUID, changes: Mapping[str, Any], *, seen: str | None, by: User, now: datetime
) -> None:
    """Change the day, the cause or the evidence of an open request; what is left out stays. The day that it puts off is the
    row's present one from then on.

    Raises:
        Refused: as lock_for_editing; 422 a day that cannot be, evidence that is none.
    """
    case = lock_for_editing(case_id, seen=seen, by=by, now=now)
    one = Extension.objects.select_related("row__plan__period").get(case=case)
    found = rows_in_force([one.row.key], now).get(one.row.key)
    if found is not None and found.day is not None:
        one.row, one.was = found.row, found.day
    one.asked_on, one.cause = changes.get("on", one.asked_on), changes.get("cause", one.cause)
    if "on" in changes and found is not None:
        refuse(named(one.row, against_asked(found, one.was, one.asked_on, now)))
    one.save(update_fields=["row", "was", "asked_on", "cause"])
    if "evidence" in changes:
        keep_proofs(case, changes["evidence"], by=by, now=now)
    mark_edited([case], by=by)
