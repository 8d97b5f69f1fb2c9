"""How plans stand in time, as a list is narrowed: not adopted yet, in force, stopped, over, replaced."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from plans.models import RowTerm
from workflow.models import State

DRAFT, IN_FORCE, STOPPED, ENDED, SUPERSEDED = STANDS = (
    "draft", "in-force", "stopped", "ended", "superseded",
)  # fmt: skip
ADOPTED = Q(case__state=State.PRESENTED)


def standing_as(stands: str, today: date) -> Q:
    """A condition on Plan; the five exclude each other, and every plan is one of them.

    Args:
        stands: "superseded": a supplement holds in its place; "stopped": all of it was, by a decision; "ended": its year is over.
    """
    stopped = Q(Exists(RowTerm.objects.filter(root=OuterRef("root"), kind=RowTerm.Kind.STOPPED, row=None)))
    replaced, over = Q(until__isnull=False, until__lte=today), Q(period__ends__lt=today)
    conditions: dict[str, Q] = {
        DRAFT: ~ADOPTED,
        SUPERSEDED: ADOPTED & replaced,
        STOPPED: ADOPTED & ~replaced & stopped,
        ENDED: ADOPTED & ~replaced & ~stopped & over,
        IN_FORCE: ADOPTED & ~replaced & ~stopped & ~over,
    }
    return conditions[stands]
