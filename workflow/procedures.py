"""Which edges of the one machine each kind of case uses: versioned data, a running case keeps its version."""

from dataclasses import dataclass, replace

from .machine import EDGES, Edge
from .models import State, WaitsFor


@dataclass(frozen=True, slots=True)
class Procedure:
    """The way of one kind through the machine.

    Attributes:
        kind: code of the kind of case.
        version: a new one for every change; Case.procedure holds the one that a case began with.
        edges: (act, source state) of every edge that this kind may go.
        ends: where a short way ends: a case that has come there waits for nobody.
    """

    kind: str
    version: int
    edges: frozenset[tuple[str, str]]
    ends: State = State.PRESENTED

    def edges_of(self, act: str) -> tuple[Edge, ...]:
        """The edges of this act that the kind may go; empty when the act is not for it."""
        return tuple(self.settled(edge) for edge in EDGES[act] if edge.key in self.edges)

    def settled(self, edge: Edge) -> Edge:
        """The edge, after which nobody is asked any more where it leads to the end of the way."""
        ended = edge.target == self.ends and edge.then != WaitsFor.NOBODY
        return replace(edge, then=WaitsFor.NOBODY) if ended else edge


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


def newest(kind: str) -> int:
    """The version that a new case of this kind begins with."""
    return max(version for code, version in REGISTER if code == kind)
