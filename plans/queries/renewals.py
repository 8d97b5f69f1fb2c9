"""The rows of a plan in force that the plan of a later year can carry on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from organization.models import Unit
from periods.models import Period
from plans.kinds import outcomes_of
from plans.models import Plan, PlanRow
from plans.rules.renewals import against_renewal, comes_again, taken_over, text_in
from plans.words import Outcome
from workflow.rules import CONFLICT, Reason

from .revisions import last_adopted
from .terms import WHOLLY_STOPPED, standings_of, wholly_stopped


@dataclass(frozen=True, slots=True)
class CarriableRow:
    """A row of last year's plan.

    Attributes:
        outcome: what became of it; None: no signed report spoke of it.
        due_text: of the later year; "" where the wording of last year says nothing there.
        again: it comes again; `taken`: it goes into the later plan unless somebody says otherwise.
        lead: who leads it first now; None: a class of units, or nobody.
    """

    row: PlanRow
    outcome: Outcome | None
    due_text: str
    again: bool
    taken: bool
    lead: Unit | None


def carriable_rows(base: Plan, period: Period, now: datetime) -> list[CarriableRow]:
    """The rows of a revision, in their order, as they would read in another year; what was ended or stopped is left out."""
    rows = list(PlanRow.objects.filter(plan=base, ended=False).select_related("plan").order_by("position"))
    stand, outcomes = standings_of(rows, now), outcomes_of(base.root_id)
    found = []
    for row in rows:
        standing, lead = stand[row.id]
        if not standing.stopped:
            outcome = outcomes.get(row.key)
            found.append(
                CarriableRow(
                    row=row,
                    outcome=outcome,
                    due_text=text_in(row.due_text, base.period, period),
                    again=comes_again(standing.due),
                    taken=taken_over(standing.due, outcome),
                    lead=lead,
                )
            )
    return found


def against_renewing(line: Sequence[Plan], period: Period) -> list[Reason]:
    """Why a plan (its revisions, the first one first) cannot be carried into a year: its kind, that it was never in force, was
    stopped, is carried there already; two statements."""
    base = last_adopted(line)
    renewals = Plan.objects.filter(renews=line[0], period=period, revision=0).select_related("case")
    kept = [plan for plan in renewals if not plan.case.discarded]
    reasons = against_renewal(line[0], base, period, kept)
    if not reasons and base is not None and wholly_stopped([base.root_id]):
        reasons.append(Reason("plan-stopped", CONFLICT, WHOLLY_STOPPED))
    return reasons
