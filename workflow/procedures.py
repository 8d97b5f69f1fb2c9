"""Which edges of the one machine each kind of case uses: versioned data, a running case keeps its version."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from django.utils.translation import gettext

from .machine import DECLARED, EDGES, Edge
from .models import State, WaitsFor
from .words import Called


@dataclass(frozen=True, slots=True)
class Procedure:
    """The way of one kind through the machine.

    Attributes:
        kind: code of the kind of case.
        version: a new one for every change; Case.procedure holds the one that a case began with.
        edges: (act, source state) of every edge that this kind may go.
        ends: where a short way ends: a case that has come there waits for nobody.
        lets: edge -> another right, (permission, place), that does as well in this kind.
        asks: edge -> whom the case waits for after it, where that is another than the machine says.
        alone: edges that are signed by themselves here, although the machine signs them within something.
        calls: act -> what it is called in this kind, where the machine's word would not be true of it.
        stands: state -> msgid of what it is called in this kind, the same.
    """

    kind: str
    version: int
    edges: frozenset[tuple[str, str]]
    ends: State = State.PRESENTED
    asks: Mapping[tuple[str, str], WaitsFor] = field(default_factory=dict)
    lets: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    alone: frozenset[tuple[str, str]] = frozenset()
    calls: Mapping[str, Called] = field(default_factory=dict)
    stands: Mapping[str, str] = field(default_factory=dict)

    def edges_of(self, act: str) -> tuple[Edge, ...]:
        """The edges of this act that the kind may go; empty when the act is not for it."""
        return tuple(self.settled(edge) for edge in EDGES[act] if edge.key in self.edges)

    def settled(self, edge: Edge) -> Edge:
        """The edge as this kind goes it: nobody is asked any more where it leads to the end of the way."""
        then = WaitsFor.NOBODY if edge.target == self.ends else self.asks.get(edge.key, edge.then)
        either = self.lets.get(edge.key, edge.either)
        within = "" if edge.key in self.alone else edge.within
        if (then, either, within) == (edge.then, edge.either, edge.within):
            return edge
        return replace(edge, then=then, either=either, within=within)

    def state_called(self, state: str) -> str:
        """What the state is called in this kind, in the language that is active."""
        return gettext(self.stands[state]) if state in self.stands else str(State(state).label)

    def called(self, act: str) -> Called:
        """What the act is called in this kind."""
        return self.calls.get(act) or Called(act, DECLARED[act].name)


REGISTER: dict[tuple[str, int], Procedure] = {}


def register(procedure: Procedure) -> None:
    """Add a procedure; called once at start-up by the app that owns the kind.

    Raises:
        ValueError: the version exists, or names an edge that the machine has not.
    """
    known = {edge.key for edges in EDGES.values() for edge in edges}
    if unknown := procedure.edges - known:
        raise ValueError(f"no such edges: {sorted(unknown)}")
    if (procedure.kind, procedure.version) in REGISTER:
        raise ValueError(f"procedure {procedure.kind} {procedure.version} exists")
    REGISTER[procedure.kind, procedure.version] = procedure


def procedure(kind: str, version: int) -> Procedure:
    """The procedure that a case of this kind and version follows."""
    return REGISTER[kind, version]


@cache
def signed_alone(kind: str, version: int, state: str, *, submitted: bool) -> tuple[str, ...]:
    """The acts that begin in a state, of a draft whether it was submitted or not, and are signed by themselves, not within something
    else; in the machine's order."""
    way = REGISTER[kind, version]
    return tuple(
        act
        for act in EDGES
        if any(
            edge.source == state and not edge.within and edge.submitted in (None, submitted)
            for edge in way.edges_of(act)
        )
    )


def newest(kind: str) -> int:
    """The version that a new case of this kind begins with."""
    return max(version for code, version in REGISTER if code == kind)
