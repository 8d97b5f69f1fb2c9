"""Whom the rows of a plan name, as a screen shows them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_noop as _

from plans.models import Plan, PlanRow, RowTaken
from plans.queries.people import people_of_plan, taken_rows, unclear_in
from plans.rules.people import holder
from plans.rules.places import place_in
from plans.words import PlanContent
from workflow.models import State
from workflow.rules import CONTENT, Reason

TWO_OF_ONE_NAME = _("Two people of its units are called %(name)s: the name stays text.")


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """A person whom a row names; `handed_to` has it now, empty: they do."""

    id: str
    name: str
    handed_to: str


def read_people(plan: Plan) -> Mapping[str, Sequence[ShownPerson]]:
    """Row -> the people whom its text names; two statements, one where it names nobody."""
    named = people_of_plan(plan)
    if not named:
        return {}
    taken = {
        str(key): moves for key, moves in taken_rows(PlanRow.objects.filter(plan=plan).values("key")).items()
    }
    found: dict[str, list[ShownPerson]] = defaultdict(list)
    for one in named:
        found[one.row].append(ShownPerson(one.id, one.name, handed_to(one.id, taken.get(one.key, ()))))
    return found


def handed_to(person: str, moves: Sequence[RowTaken]) -> str:
    """The name of whoever has now the row that a person was named for; "": they do."""
    if not moves:
        return ""
    now = holder(UUID(person), [(one.was_id, one.user_id) for one in moves])
    return "" if str(now) == person else {one.user_id: one.user.full_name for one in moves}[now]


def unclear_names(plan: Plan, content: PlanContent, now: datetime) -> Mapping[str, Sequence[Reason]]:
    """Row of a draft -> names in it that two people of its units bear; three statements at most, else none."""
    if plan.case.state != State.DRAFT:
        return {}
    asked = [(row["person"], (*row["leads"], *row["coordinating"])) for row in content["rows"]]
    unclear = unclear_in({one for one in asked if one[0]}, plan.case.institution_id, now)
    return {
        row["id"]: [
            Reason(
                "person-ambiguous", CONTENT, TWO_OF_ONE_NAME, {"name": name}, row=row["id"], field="person",
                place=place_in(content["title"], place, row),
            )
            for name in unclear[asked[place - 1]]
        ]
        for place, row in enumerate(content["rows"], start=1)
        if asked[place - 1] in unclear
    }  # fmt: skip
