"""What became of last year's rows, beside those that carry them on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from approvals.queries import ids_seen
from organization.models import User
from periods.models import Period
from plans.kinds import outcomes_of
from plans.models import Plan, PlanRow
from plans.queries.renewals import CarriableRow, against_renewing, carriable_rows
from plans.queries.revisions import last_adopted, line_of
from plans.words import Outcome
from workflow.rules import Reason

#: Of a row that no signed report spoke of.
UNSPOKEN = Outcome(done=None, completed_on="", result="", month="")


@dataclass(frozen=True, slots=True)
class ShownCarried:
    """The row of last year: its key, when it was due in its own words, and what became of it."""

    key: UUID
    was: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ShownCarriable(ShownCarried):
    """A row in force that can go into a later year; see `queries.renewals.CarriableRow`."""

    row: PlanRow
    due_text: str
    again: bool
    taken: bool


def renewed_by(plan: Plan, user: User, now: datetime) -> UUID | None:
    """Last year's plan that this one carries on, as far as the reader sees it; one statement, none where it carries on none."""
    renews: UUID | None = plan.renews_id
    if renews is None or not ids_seen(user, now).filter(id=renews).exists():
        return None
    return renews


def carried_by(renews: UUID | None, keys: Collection[str]) -> dict[str, ShownCarried]:
    """Key of a row of last year's plan, of these -> what became of it; a fixed number of statements, none where nothing is
    carried."""
    if renews is None or not keys:
        return {}
    rows = PlanRow.objects.filter(plan__root=renews, key__in=keys)
    was = dict(rows.order_by("plan__revision").values_list("key", "due_text"))
    outcomes = outcomes_of(renews)
    return {str(key): ShownCarried(key, text, outcomes.get(key, UNSPOKEN)) for key, text in was.items()}


@dataclass(frozen=True, slots=True)
class ShownRenewal:
    """Why a plan cannot be carried into a year, empty: it can; and its rows as they would read there, in force or not: they can be
    copied where the whole cannot be carried. None of a meeting's conclusions."""

    against: Sequence[Reason]
    rows: Sequence[ShownCarriable]


def read_renewal(plan: Plan, period: Period, now: datetime) -> ShownRenewal:
    """The rows of a plan with what became of each, as the plan of another year would begin with them."""
    line = line_of(plan)
    against = against_renewing(line, period)
    if plan.kind == Plan.Kind.CONCLUSIONS:
        return ShownRenewal(against, ())
    rows = carriable_rows(last_adopted(line) or line[-1], period, now)
    return ShownRenewal(against, [shown_carriable(one) for one in rows])


def shown_carriable(one: CarriableRow) -> ShownCarriable:
    """One of them."""
    return ShownCarriable(
        key=one.row.key, was=one.row.due_text, outcome=one.outcome or UNSPOKEN, row=one.row, due_text=one.due_text,
        again=one.again, taken=one.taken,
    )  # fmt: skip
