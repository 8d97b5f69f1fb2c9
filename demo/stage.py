"""Moves one case of the demo: every step is the real act, by the person whose step it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypedDict, Unpack
from uuid import UUID

from approvals.actions import act
from approvals.kinds import REGISTER, follows
from approvals.queries import Request, dockets_for
from approvals.rules import INACCURATE
from approvals.words import Terms
from organization.models import User
from workflow.models import Case

NAMED = ("unit", "monitoring_unit", "institution__office", "institution__root", "waits_unit")


class Said(TypedDict, total=False):
    """What is said with an act, see `approvals.actions.act`."""

    comment: str
    remarks: Sequence[Mapping[str, str]]
    until: date
    ground: str
    terms: Terms


@dataclass
class Stage:
    """The people of one institution and a clock that only goes forwards.

    Attributes:
        clock: when the next act happens.
        pace: how far the clock goes with every act.
    """

    people: dict[str, User]
    clock: datetime
    pace: timedelta = timedelta(minutes=7)

    def tick(self) -> datetime:
        """The next moment."""
        self.clock += self.pace
        return self.clock

    def person(self, unit_code: str, role: str) -> User:
        """The officer, head or deputy of a unit."""
        return self.people[f"{unit_code.lower()}.{role}"]

    def sign(self, case_id: UUID, name: str, by: User, **more: Unpack[Said]) -> None:
        """One act on one case; raises as sign_all."""
        self.sign_all([case_id], name, by, **more)

    def sign_all(self, case_ids: Sequence[UUID], name: str, by: User, **more: Unpack[Said]) -> None:
        """One act on several cases; what a check sends back unless told otherwise is inaccurate.

        Raises:
            RuntimeError: the judge refused one; the demo is wrong then.
        """
        now = self.tick()
        cases = list(Case.objects.select_related(*NAMED).filter(id__in=case_ids))
        if any((name, case.state) in REGISTER[case.kind].grounds for case in cases):
            more.setdefault("ground", INACCURATE)
        live = [case for case in cases if follows(case)]
        digests = {case.id: case.digest for case in cases}
        for docket in dockets_for(live, Request(by=by, now=now, acts=())).values() if live else ():
            digests[docket.case.id] = docket.facts.digest
        outcomes = act(
            cases=[(case_id, digests[case_id]) for case_id in case_ids],
            act=name,
            by=by,
            now=now,
            key=f"demo-{case_ids[0]}-{now.isoformat()}",
            **more,
        )
        for outcome in outcomes:
            if outcome.signature is None:
                raise RuntimeError(f"{name} {outcome.case_id}: {[reason.text for reason in outcome.reasons]}")

    def submit(self, case_id: UUID, unit: str) -> None:
        """The unit's officer submits."""
        self.sign(case_id, "submit", self.person(unit, "officer"))

    def approve(self, case_id: UUID, unit: str) -> None:
        """The unit's head approves."""
        self.sign(case_id, "approve", self.person(unit, "head"))

    def review(self, case_id: UUID, unit: str, monitor: str) -> None:
        """The monitoring unit's head checks; its deputy where the head approved it for the own unit."""
        self.sign(case_id, "review", self.person(monitor, "deputy" if unit == monitor else "head"))
