"""The revisions of a plan, and what was decided of its rows, as a screen shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from approvals.queries import ids_seen, submitted_heads
from notation.due import Due
from organization.models import User
from plans.models import Plan, PlanRow
from plans.queries.terms import standings_of
from plans.rules.terms import Standing, waits
from workflow.models import State

from .ends import ShownEnd, ends_of


@dataclass(frozen=True, slots=True)
class ShownStanding:
    """What was decided of a row in force; see `serializers.revisions.StandingOutput`."""

    due_on: date | None
    original: date | None
    extended: int
    stopped_on: date | None
    led_by: str | None
    led_since: date | None
    waits: bool
    ended_by: ShownEnd | None


@dataclass(frozen=True, slots=True)
class ShownRevision:
    """A revision of a plan as its line in time shows it."""

    plan: Plan
    title: str


def shown_line(line: Sequence[Plan], user: User, now: datetime) -> list[ShownRevision]:
    """The revisions that the person sees; two statements."""
    seen = set(ids_seen(user, now).filter(id__in=[plan.case_id for plan in line]))
    heads = submitted_heads([plan.case for plan in line], "title")
    return [
        ShownRevision(plan, *heads.get(plan.case_id, (plan.case.title,)))
        for plan in line
        if plan.case_id in seen
    ]


def read_standings(plan: Plan, now: datetime) -> dict[str, ShownStanding]:
    """Row -> what was decided of it, or that it waits for an event; of a plan in force; six statements, else none."""
    if plan.case.state != State.PRESENTED:
        return {}
    rows = list(PlanRow.objects.filter(plan=plan, ended=False).only("key", "due", "plan"))
    for row in rows:
        row.plan = plan
    stand, ends = standings_of(rows, now), ends_of(plan.root_id)
    return {
        str(row.id): shown_standing(stand[row.id][0], ends.get(row.key) or ends.get(None))
        for row in rows
        if waits(stand[row.id][0].due)
        or stand[row.id][0] != Standing(Due.from_json(row.due) if row.due else None)
    }


def shown_standing(stand: Standing, end: ShownEnd | None) -> ShownStanding:
    """How a row stands; `end`: by what decision it stopped."""
    ended = end if stand.stopped else None
    return ShownStanding(
        due_on=stand.due.end if stand.due else None,
        original=stand.original,
        extended=stand.extended,
        stopped_on=ended.on if ended else None,
        led_by=stand.led_by.code if stand.led_by else None,
        led_since=stand.led_since,
        waits=waits(stand.due),
        ended_by=ended,
    )
