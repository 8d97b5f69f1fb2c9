"""One case on its way, and who sees it there."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from approvals.queries import Docket
from organization.queries import Power
from workflow.machine import Edge
from workflow.models import Case, State

#: (permission, unit) -> who holds it.
Recipients = Mapping[tuple[str, UUID], set[UUID]]


@dataclass(frozen=True, slots=True)
class Move:
    """One case on its way along one edge."""

    docket: Docket
    edge: Edge
    power: Power
    within: UUID | None

    @property
    def case(self) -> Case:
        """The locked case, as it stood before."""
        return self.docket.case

    @property
    def freezes(self) -> bool:
        """Whether this move makes a submission of the working content: whatever is signed in an open draft."""
        edge = self.edge
        asked = edge.submitted is None and edge.source == State.DRAFT and not self.case.submitted
        return edge.submitted is False or asked

    @property
    def locks(self) -> bool:
        """Whether the content is what was frozen afterwards, and not open for editing."""
        return self.edge.target != State.DRAFT or (self.freezes and not self.edge.opens)

    @property
    def reopens(self) -> bool:
        """Whether the content is open for editing afterwards."""
        return self.edge.target == State.DRAFT and not self.freezes


def seen_at(move: Move) -> list[tuple[str, UUID]]:
    """(view, unit) of the units that act on the case."""
    case = move.case
    units = (case.unit_id, case.monitoring_unit_id, case.institution.office_id)
    return [("view", unit) for unit in units if unit is not None]
