"""The machine as data: every edge, read once from the declarations on Case."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .models import Case, State, WaitsFor
from .words import Act

#: Every act that Case declares, by its code and in that order.
DECLARED: Mapping[str, Act] = MappingProxyType(
    {member.act.code: member.act for member in vars(Case).values() if hasattr(member, "act")}
)
ACTS = tuple(DECLARED)


@dataclass(frozen=True, slots=True)
class Edge:
    """One way an act can go.

    Attributes:
        permission, held_on: what the signer holds, and where: unit, monitor, office, institution.
        either: another (permission, place) that does as well.
        also: a second permission that the signer holds on the case's unit.
        by_order: the head of the admin office may sign it TL. the institution's head, by a rule that is recorded.
        submitted: whether a draft must (True) or must not (False) have been submitted; None: no matter.
        opens: what is signed is frozen, and the draft stays open for what is to be added to it.
        reason: a comment is mandatory.
        step: one of the three steps that nobody signs two of on one submission.
        within: what else must be signed with it: "consolidation" or "meeting".
        checks: content, answers, unreviewed, issued, other-hand, opening; see workflow.rules.
        then: whom the case waits for afterwards.
    """

    act: str
    source: State
    target: State
    permission: str
    held_on: str
    then: WaitsFor
    submitted: bool | None
    either: tuple[str, str] | None
    opens: bool
    reason: bool
    step: bool
    also: str
    by_order: bool
    within: str
    checks: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What names this edge: the act and where it starts."""
        return self.act, self.source.value

    @property
    def rights(self) -> tuple[tuple[str, str], ...]:
        """The (permission, place) pairs of which the signer holds one; signed with the first that they hold."""
        own = (self.permission, self.held_on)
        return (own, self.either) if self.either else (own,)

    def right_in(self, held: Collection[tuple[str, str]]) -> tuple[str, str] | None:
        """The right that a person who holds these signs with; None: they hold none."""
        return next((right for right in self.rights if right in held), None)


def read_edges(act: str) -> tuple[Edge, ...]:
    """The edges that Case declares for one act, in the order of the states."""
    declared = getattr(Case, DECLARED[act].method)
    edges = [
        Edge(act=act, source=State(found.source), target=State(found.target), **found.custom)
        for found in declared._django_fsm.transitions.values()
    ]
    return tuple(sorted(edges, key=lambda edge: State.values.index(edge.source)))


EDGES: Mapping[str, tuple[Edge, ...]] = MappingProxyType({act: read_edges(act) for act in ACTS})
STEPS = frozenset(act for act, edges in EDGES.items() if any(edge.step for edge in edges))

#: Whom a case waits for -> the permission, and where it is held.
AWAITED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        WaitsFor.OFFICERS: ("edit", "unit"),
        WaitsFor.UNIT: ("edit", "unit"),
        WaitsFor.HEAD: ("approve", "unit"),
        WaitsFor.MONITOR: ("review", "monitor"),
        WaitsFor.OFFICE: ("consolidate", "office"),
        WaitsFor.LEADERSHIP: ("present", "institution"),
    }
)
