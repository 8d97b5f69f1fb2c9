"""An inspection is entered with its decision and its scope; its people read from then on, and it ends by itself (docs/adr/0051)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from administration.models import Inspection, Visit
from administration.queries.inspections import running_of, scope_of
from administration.rules.inspections import against_inspection, against_members
from administration.words import INSPECTION, INSPECTION_ENDED
from approvals.queries.visibility import CAME
from approvals.reading import titles_of
from notation import moments
from organization.actions import Clerk, Decision, Subject, appoint, end_appointment, enter
from organization.models import Appointment, Entry, Institution, Role, Unit, User
from organization.queries import valid_at
from organization.rules import BLIND_ROLES
from periods.models import Period
from plans.models import Plan
from workflow.models import Case
from workflow.rules import CONFLICT, Reason, refuse

from .locks import lock
from .posts import end_of, start_of
from .telling import tell

BLIND = _("%(name)s keeps posts or the machine, or enters this: they see no content.")
INACTIVE = _("%(name)s is deactivated.")
ENDED = Reason("inspection-ended", CONFLICT, _("It has ended already."))


@dataclass(frozen=True, slots=True)
class DecidedInspection:
    """What the decision says: who reads from which day until which, both belonging to it, and what."""

    name: str
    number: str
    dated: date
    since: date
    until: date
    years: Sequence[Period]
    plans: Sequence[Plan]
    members: Sequence[User]


@transaction.atomic
def enter_inspection(
    institution: Institution, given: DecidedInspection, *, by: User, changed_by: Clerk
) -> Inspection:
    """Enter it: its people hold the post of inspectors for these days. The leadership is told who comes to read what.

    Raises:
        Refused: 409 somebody is deactivated; 422 decision, days, scope or members that cannot be.
    """
    institution = lock(institution)
    today = timezone.localtime(changed_by.at).date()
    refuse([
        *against_inspection(given.name, given.number, given.dated, given.since, given.until, today),
        *against_members(len(given.members)),
        *against_blind(given.members, by, changed_by.at),
        *(
            Reason("person-inactive", CONFLICT, INACTIVE, {"name": user.full_name}, field="members")
            for user in given.members if not user.is_active
        ),
    ])  # fmt: skip
    root: Unit = Unit.objects.select_related("institution").get(institution=institution, parent=None)
    one = Inspection.objects.create(
        institution=institution, name=given.name.strip(), number=given.number.strip(), dated=given.dated,
        since=given.since, until=given.until, by=by, at=changed_by.at,
    )  # fmt: skip
    one.years.set(given.years)
    one.plans.set(given.plans)
    begins = max(start_of(given.since), changed_by.at)
    one.members.set([
        appoint(
            user=user, unit=root, role=Role.INSPECTOR, title=one.name, since=begins, until=end_of(given.until),
            decision=Decision(one.number, one.dated), changed_by=changed_by,
        )
        for user in given.members
    ])  # fmt: skip
    after = {
        "name": one.name, "number": one.number, "since": one.since.isoformat(), "until": one.until.isoformat(),
        "years": sorted(year.label for year in given.years), "plans": [str(plan.case_id) for plan in given.plans],
        "members": sorted(user.full_name for user in given.members),
    }  # fmt: skip
    enter_inspection_act(one, Entry.Act.ENTER_INSPECTION, after, changed_by)
    tell(institution, [(INSPECTION, named_in(one))], changed_by)
    return one


def against_blind(members: Sequence[User], by: User, now: datetime) -> Iterator[Reason]:
    """That nobody lets in themself, or somebody whose post sees no content (docs/adr/0044)."""
    held = Appointment.objects.filter(valid_at(now), user__in=members, post__role__in=BLIND_ROLES)
    blind = set(held.values_list("user", flat=True))
    for user in members:
        if user.id in blind or user.id == by.id:
            yield Reason("blind-member", CONFLICT, BLIND, {"name": user.full_name}, field="members")


def enter_inspection_act(one: Inspection, act: str, after: Mapping[str, Any], changed_by: Clerk) -> None:
    """Enters it into the register of administrative acts."""
    subject = Subject(Entry.Kind.INSTITUTION, one.institution_id)
    enter(changed_by, act, one.institution_id, subject, after={**after})


def named_in(one: Inspection) -> dict[str, str]:
    """What the sentences are made of."""
    return {"title": one.name, "days": f"{moments.day(one.since)} – {moments.day(one.until)}"}


@transaction.atomic
def name_plans(one: Inspection, plans: Sequence[Plan], *, changed_by: Clerk) -> None:
    """The office says which plans it reads beside its years, in the place of those that it said before.

    Raises:
        Refused: 409 it has ended.
    """
    lock(one.institution)
    refuse(against_ended_inspection(one, changed_by.at))
    one.plans.set(plans)
    after = {"name": one.name, "plans": [str(plan.case_id) for plan in plans]}
    enter_inspection_act(one, Entry.Act.CHANGE_INSPECTION, after, changed_by)


def against_ended_inspection(one: Inspection, now: datetime) -> list[Reason]:
    """That it reads no more."""
    one.refresh_from_db(fields=["ended_at"])
    over = one.ended_at is not None or one.until < timezone.localtime(now).date()
    return [ENDED] if over else []


@transaction.atomic
def end_inspection(one: Inspection, *, by: User, changed_by: Clerk) -> None:
    """End it before its last day.

    Raises:
        Refused: 409 it has ended already.
    """
    institution = lock(one.institution)
    refuse(against_ended_inspection(one, changed_by.at))
    one.ended_at, one.ended_by = changed_by.at, by
    one.save(update_fields=["ended_at", "ended_by"])
    for post in one.members.select_related("user", "post__unit"):
        if post.valid_to is None or post.valid_to > changed_by.at:
            end_appointment(post, at=max(changed_by.at, post.valid_from), changed_by=changed_by)
    enter_inspection_act(one, Entry.Act.END_INSPECTION, {"name": one.name}, changed_by)
    tell(institution, [(INSPECTION_ENDED, named_in(one))], changed_by)


def record_visit(user: User, path: str, case_id: UUID | None, now: datetime) -> None:
    """Keeps what somebody opened who inspects, for each inspection that they read for; nothing for anybody else, nor what only
    another post of theirs opens."""
    case = Case.objects.filter(CAME, scope_of(user.id, now), id=case_id).first() if case_id else None
    if case_id is not None and case is None:
        return  # another post of theirs opened it
    title = titles_of([case])[case.id] if case else ""
    Visit.objects.bulk_create(
        Visit(inspection=one, user=user, at=now, path=path, case=case, title=title)
        for one in running_of(user.id, now)
    )
