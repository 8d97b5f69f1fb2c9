"""What an app above says of rows of plans: registered at start-up, asked here (docs/adr/0019)."""

from collections.abc import Callable, Mapping
from uuid import UUID

from plans.words import Outcome

#: (first revision of a plan) -> key of a row -> what became of it; rows that nothing was said of are left out.
Telling = Callable[[UUID], Mapping[UUID, Outcome]]
TELLERS: list[Telling] = []


def tell_outcomes(teller: Telling) -> None:
    """Let an app above say what became of the rows of a plan; called once at start-up."""
    TELLERS.append(teller)


def outcomes_of(root: UUID) -> dict[UUID, Outcome]:
    """Key of a row -> what became of it."""
    return {key: outcome for teller in TELLERS for key, outcome in teller(root).items()}
