"""Giving an instruction, and writing its answer; everything after that is an act like any other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions import act, lock_for_editing, mark_edited
from approvals.actions.act import KEY_REUSED
from approvals.actions.cases import new_case
from approvals.actions.citing import cite, files_cited, kept_evidence
from approvals.models import Signature
from approvals.queries import Request, dockets_for
from approvals.queries.authority import against_leading, no_office, require_office
from approvals.rules import against_evidence
from approvals.words import GivenEvidence
from instructions.models import Instruction
from instructions.queries import leaders_in, leaders_of
from instructions.rules import against_days, due_at, instruction_title, strike_until
from notation import limits
from organization.models import Unit, User
from organization.queries import holders
from periods.queries import calendar_around, zone_of
from plans.models import PlanRow
from workflow.models import Case
from workflow.rules import CONTENT, Reason, Refused, refuse


@dataclass(frozen=True, slots=True)
class Given:
    """What is instructed, as it came in.

    Attributes:
        person: of the unit; None: the unit as a whole.
        leader: whom the admin office cites; None: the signer's own instruction.
        occasion, said_on: where and when the cited leader said it.
        about, row: what it speaks of; the row is one of a plan, which then is `about`.
    """

    unit: Unit
    text: str
    due_on: date
    person: User | None = None
    leader: User | None = None
    occasion: str = ""
    said_on: date | None = None
    about: Case | None = None
    row: PlanRow | None = None

    def columns(self) -> Mapping[str, object]:
        """What is kept of it as it was given."""
        words = {"text": self.text, "due_on": self.due_on, "occasion": self.occasion, "said_on": self.said_on}
        return {
            **words,
            "person": self.person,
            "about": self.about,
            "row": self.row,
            "about_text": self.about_text,
        }

    @property
    def about_text(self) -> str:
        """How what it speaks of is called now."""
        if self.about is None:
            return ""
        return f"{self.about.title}: {self.row.text}"[: limits.ABOUT] if self.row else self.about.title


@transaction.atomic
def give_instruction(given: Given, *, by: User, now: datetime, key: str, session: str) -> UUID:
    """Write an instruction and sign it, in one: a leader's own, or one that the admin office passes on.

    Returns:
        The id of its case; the same for the same key and request.

    Raises:
        Refused: 403 neither the leadership nor, citing a leader, the admin office; 422 a day that cannot be, a leader who
            is none, a person of another unit, a unit where nobody could answer.
    """
    # Two requests of the same person with one key wait for each other here.
    User.objects.select_for_update().get(id=by.id)
    if (signed := Signature.objects.filter(signer=by, idempotency_key=key).first()) is not None:
        return replayed(signed, given)
    refuse(against_leading(by, now) if given.leader is None else [])
    office = by.institution.office if given.leader is None else require_office(by.institution, by, now)
    if office is None:
        raise Refused([no_office()])
    today = timezone.localtime(now).date()
    refuse([*against_days(given.due_on, given.said_on, today), *against_people(given, now)])
    one = written(given, office, by=by, now=now)
    seen = dockets_for([one.case], Request(by=by, now=now, acts=()))[one.case_id].facts.digest
    [outcome] = act(cases=[(one.case_id, seen)], act="instruct", by=by, now=now, key=key, session=session)
    if outcome.signature is None:
        raise Refused(outcome.reasons)
    return one.case_id


def written(given: Given, office: Unit, *, by: User, now: datetime) -> Instruction:
    """The instruction as a fresh draft of the unit that is to answer it."""
    zone, today = zone_of(by.institution), timezone.localtime(now).date()
    until = due_at(given.due_on, zone)
    case = new_case(
        kind="instruction", unit=given.unit, monitoring_unit=office, title=instruction_title(given.text),
        period=f"{today:%Y-%m}", by=by, now=now, due_at=until,
    )  # fmt: skip
    case.save(force_insert=True)
    passed_on = given.leader is not None
    return Instruction.objects.create(
        case=case,
        due_at=until,
        passed_on=passed_on,
        leader_id=given.leader.id if given.leader else leaders_in(by, now)[0],
        strike_until=strike_until(today, calendar_around(by.institution, today, today), zone)
        if passed_on
        else None,
        **given.columns(),
    )


def replayed(signed: Signature, given: Given) -> UUID:
    """The instruction that an earlier request with this key gave.

    Raises:
        Refused: 422 that was another request.
    """
    one = Instruction.objects.filter(case=signed.case_id).select_related("case").first()
    asked = {name: value for name, value in given.columns().items() if name != "about_text"}
    same = one is not None and signed.act == "instruct" and one.case.unit_id == given.unit.id
    if one is None or not same or any(getattr(one, name) != value for name, value in asked.items()):
        raise Refused([KEY_REUSED])
    if given.leader is not None and one.leader_id != given.leader.id:
        raise Refused([KEY_REUSED])
    return one.case_id


def against_people(given: Given, now: datetime) -> list[Reason]:
    """Why these people cannot be meant: nobody there could answer, a person of another unit, a leader who is none."""
    unit, reasons = given.unit, []
    held = holders({("edit", unit.id), ("approve", unit.id)}, now)
    if not held["approve", unit.id]:
        message, params = _("%(unit)s has no head who could answer."), {"unit": unit.name}
        reasons.append(Reason("nobody-answers", CONTENT, message, params, field="unit"))
    if given.person is not None and given.person.id not in held["edit", unit.id]:
        message, params = (
            _("%(name)s is not of %(unit)s."),
            {"name": given.person.full_name, "unit": unit.name},
        )
        reasons.append(Reason("person-elsewhere", CONTENT, message, params, field="person"))
    if given.leader is not None and not leaders_of(given.leader, now).filter(user=given.leader).exists():
        message, params = _("%(name)s is none of the leadership."), {"name": given.leader.full_name}
        reasons.append(Reason("no-leader", CONTENT, message, params, field="leader"))
    return reasons


@transaction.atomic
def write_answer(
    case_id: UUID,
    *,
    answer: str,
    evidence: Sequence[GivenEvidence],
    seen: str | None,
    by: User,
    now: datetime,
) -> None:
    """Write the unit's answer with what proves it; it is submitted and signed by its head as any draft.

    Raises:
        Refused: as lock_for_editing; 422 evidence that is none.
    """
    case = lock_for_editing(case_id, seen=seen, by=by, now=now)
    files = files_cited(evidence, by=by, now=now)
    refuse(against_evidence(evidence, files))
    kept = kept_evidence(evidence, files)
    Instruction.objects.filter(case=case).update(answer=answer, answer_evidence=kept)
    cite([case], files)
    mark_edited([case], by=by)
