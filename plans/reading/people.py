"""Whom the rows of a plan name, as a screen shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_noop as _

from plans.models import Plan, PlanRow
from plans.queries.people import people_in_texts, people_of_rows, taken_rows
from plans.rules.people import holder
from plans.rules.places import place_in
from plans.words import PlanContent
from workflow.models import State
from workflow.rules import CONTENT, Reason

TWO_OF_ONE_NAME = _("Two people of its units are called %(name)s: the name stays text.")


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """A person whom a row names; `handed_to` has it now, empty: they do."""

    id: UUID
    name: str
    handed_to: str


def read_people(plan: Plan) -> Mapping[str, Sequence[ShownPerson]]:
    """Row -> the people whom its text names; three statements, two where it names nobody."""
    keys = dict(PlanRow.objects.filter(plan=plan).values_list("id", "key"))
    rows = people_of_rows(keys)
    if not rows:
        return {}
    taken = taken_rows(set(keys.values()))
    found = {}
    for row, people in rows.items():
        moves = taken.get(keys[row], ())
        names = {one.user_id: one.user.full_name for one in moves}
        shown = []
        for person in people:
            now = holder(person.id, [(one.was_id, one.user_id) for one in moves])
            shown.append(ShownPerson(person.id, person.full_name, "" if now == person.id else names[now]))
        found[str(row)] = shown
    return found


def unclear_names(plan: Plan, content: PlanContent, now: datetime) -> Mapping[str, Sequence[Reason]]:
    """Row of a draft -> names in it that two people of its units bear; three statements at most, else none."""
    if plan.case.state != State.DRAFT:
        return {}
    texts = {UUID(row["id"]): row["person"] for row in content["rows"] if row["person"]}
    found = people_in_texts(texts, plan.case.institution_id, now)
    unclear = {str(row): named.ambiguous for row, named in found.items() if named.ambiguous}
    return {
        row["id"]: [
            Reason(
                "person-ambiguous", CONTENT, TWO_OF_ONE_NAME, {"name": name}, row=row["id"], field="person",
                place=place_in(content["title"], place, row),
            )
            for name in unclear[row["id"]]
        ]
        for place, row in enumerate(content["rows"], start=1)
        if row["id"] in unclear
    }  # fmt: skip
