"""What a case waits for: the step, and who can take it, so that they can be asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from organization.models import User
from organization.queries import Holder, named_holders
from workflow.machine import AWAITED, DECLARED, EDGES
from workflow.models import Case
from workflow.rules import Facts
from workflow.rules.judge import fits

from .facts import dockets_for
from .handings import WRITTEN, able
from .names import MOST
from .request import Request


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody who can take the step: by a post, whose title it is, or lent."""

    name: str
    title: str
    lent: bool
    telephone: str


@dataclass(frozen=True, slots=True)
class Awaited:
    """The steps forward that the case waits for, where, and who can take them; `others`: how many more can."""

    acts: Sequence[str]
    unit: str
    people: Sequence[Taker]
    others: int


def awaited_of(case: Case, by: User, now: datetime) -> Awaited:
    """What the case waits for, whoever reads it."""
    awaited = AWAITED.get(case.waits_for)
    if awaited is None or case.waits_unit is None:
        return Awaited([], "", [], 0)
    facts = dockets_for([case], Request(by=by, now=now, acts=()))[case.id].facts
    people = takers_of(case, awaited[0], now)
    return Awaited(steps_of(awaited, facts), case.waits_unit.name, people[:MOST], max(len(people) - MOST, 0))


def steps_of(awaited: tuple[str, str], facts: Facts) -> list[str]:
    """The acts forward that go from where the case stands and need this right."""
    return [
        act
        for act in EDGES
        if not DECLARED[act].backward
        and any(
            fits(edge, facts) and awaited in {*edge.rights, (edge.also, "unit")}
            for edge in facts.procedure.edges_of(act)
        )
    ]


def takers_of(case: Case, permission: str, now: datetime) -> list[Taker]:
    """Who can take the awaited step; of those who hold its right, not who signed another step of it."""
    assert case.waits_unit_id is not None  # noqa: S101 # whoever waits, waits somewhere
    pair = (permission, case.waits_unit_id)
    named: Sequence[Holder] = named_holders({pair}, now).get(pair, ())
    if case.waits_for not in WRITTEN:
        may = {user.id for user in able(case, now)}
        named = [holder for holder in named if holder.person in may]
    numbers = dict(User.objects.filter(id__in=[one.person for one in named]).values_list("id", "telephone"))
    return [Taker(one.name, one.title, one.lent, numbers.get(one.person, "")) for one in named]
