"""Cases as one screen shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from organization.models import User
from workflow.machine import ACTS
from workflow.models import Case
from workflow.rules import Reason, is_next, reasons_against

from .queries import Request, dockets_for


@dataclass(frozen=True, slots=True)
class JudgedAct:
    """An act, and why the reader cannot do it; no reasons: they can."""

    act: str
    reasons: Sequence[Reason]


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in a list, with its digest as of now."""

    case: Case
    digest: str


@dataclass(frozen=True, slots=True)
class ShownCase(CaseLine):
    """A case with every act of the machine."""

    acts: Sequence[JudgedAct]


def read_case(case: Case, user: User, now: datetime) -> ShownCase:
    """Where the case stands, and what the person may do with it."""
    facts = dockets_for([case], Request(by=user, now=now, acts=ACTS))[case.id].facts
    judged = [JudgedAct(act, reasons_against(act, facts)) for act in ACTS]
    return ShownCase(case, facts.digest, judged)


def read_inbox(cases: Sequence[Case], user: User, now: datetime) -> list[CaseLine]:
    """Those of the cases (`queries.inbox_of`) whose next step is really the person's."""
    dockets = dockets_for(cases, Request(by=user, now=now, acts=()))
    facts = {case.id: dockets[case.id].facts for case in cases}
    return [
        CaseLine(case, facts[case.id].digest) for case in cases if is_next(case.waits_for, facts[case.id])
    ]
