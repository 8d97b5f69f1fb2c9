"""What reports say of plans: a plan that a signed report cites is not reopened, a row of it is not deleted."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_noop as _

from plans.models import Finding, Highlight, PlanRow, Result, RowUpdate
from workflow.policies import CONFLICT, Reason

CITED = Reason(
    "cited",
    CONFLICT,
    _("A report of a month cites this plan; it changes by a supplement only."),
)


def cited_by_reports(case_ids: Collection[UUID]) -> dict[UUID, Sequence[Reason]]:
    """Plan -> why it cannot be reopened: a submitted report speaks of one of its rows. Two statements."""
    cited: set[UUID] = set()
    for word in (Result, Finding):
        spoken = word._default_manager.filter(row__plan__in=case_ids, report__case__submission__gt=0)
        cited |= set(spoken.values_list("row__plan", flat=True).distinct())
    return {case_id: [CITED] for case_id in cited}


def spoken_of(rows: Collection[PlanRow]) -> set[UUID]:
    """Those of the rows that a report, an update or a consolidation speaks of."""
    spoken: set[UUID] = set()
    for word in (Result, Finding, RowUpdate, Highlight):
        said = word._default_manager.filter(Q(row__in=rows))
        spoken |= set(said.values_list("row", flat=True))
    return spoken
