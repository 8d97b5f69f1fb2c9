"""Columns that follow from signatures and other tables: computed anew as the acts that write them do, and compared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from approvals import kinds
from approvals.models import Signature
from notation.text import fold
from organization.models import Institution
from workflow import procedures
from workflow.machine import Edge
from workflow.models import Case, State, WaitsFor

from .chain import Fault
from .tables import told
from .waiting import standing

#: What a kind that says nothing of these columns leaves in them.
UNSAID: Mapping[str, object] = {"due_at": None, "closed_at": None, "open_until": None}
Chains = Mapping[UUID, Sequence[Signature]]


class Ways(dict[tuple[str, int], Mapping[tuple[str, str], Edge]]):
    """(kind, version) -> the edges that its procedure goes, by act and where they start; none of one that is not known."""

    def __missing__(self, key: tuple[str, int]) -> Mapping[tuple[str, str], Edge]:
        known = procedures.REGISTER.get(key)
        acts = {act for act, _state in known.edges} if known else ()
        self[key] = {edge.key: edge for act in acts for edge in known.edges_of(act)} if known else {}
        return self[key]


def way_fault(case: Case, signatures: Sequence[Signature], ways: Ways) -> Fault | None:
    """The first signature of another institution, or that does not go the way of the case's procedure."""
    way = ways[case.kind, case.procedure]
    for signature in signatures:
        if signature.institution_id != case.institution_id:
            return Fault(str(case.id), signature.sequence, "institution")
        edge = way.get((signature.act, signature.from_state))
        version = case.procedure if signature.procedure is None else signature.procedure
        if edge is None or edge.target != signature.to_state or version != case.procedure:
            said = f"signed {told(signature.procedure)}, in the tables {told(case.procedure)}"
            return Fault(str(case.id), signature.sequence, "procedure", said)
    return None


def derived_differences(cases: Sequence[Case], chains: Chains, ways: Ways, now: datetime) -> dict[UUID, str]:
    """The first column of each case that is not what it is computed to be, of those that have one; a fixed number of
    statements for each kind."""
    institutions = Institution.objects.in_bulk({case.institution_id for case in cases})
    by_kind: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        case.institution = institutions[case.institution_id]
        by_kind[case.kind].append(case)
    found: dict[UUID, str] = {}
    for code, mine in by_kind.items():
        settled, own = settled_of(code, mine), own_of(code, mine)
        for case in mine:
            expected = computed(case, chains.get(case.id, ()), settled[case.id], ways, now)
            columns = ((name, getattr(case, name), value) for name, value in expected.items())
            if said := first_of([*columns, *own.get(case.id, ())]):
                found[case.id] = said
    return found


def first_of(columns: Sequence[kinds.Derived]) -> str:
    """The first of these columns in which something else stands, with both values, or an empty string."""
    wrong = (
        f"{name.removesuffix('_id')}: computed {told(value)}, in the tables {told(stored)}"
        for name, stored, value in columns
        if stored != value
    )
    return next(wrong, "")


def own_of(code: str, cases: Sequence[Case]) -> Mapping[UUID, Sequence[kinds.Derived]]:
    """What of the kind's own tables follows from others, of what is no open draft."""
    derived = kinds.REGISTER[code].derived
    return derived([case.id for case in cases if case.submitted]) if derived else {}


def settled_of(code: str, cases: Sequence[Case]) -> dict[UUID, dict[str, object]]:
    """What other tables say in columns of these cases of a kind: `*` before whom a case waits for; one statement, none where
    nothing does."""
    kind = kinds.REGISTER[code]
    said = {**kind.settles, **{f"*{name}": one for name, one in kind.awaits.items()}}
    if kind.due_points is not None:
        said["due_at"] = kinds.due_at({code})
    if not said:
        return {case.id: {} for case in cases}
    columns = {f"said_{place}": one for place, one in enumerate(said.values())}
    rows = Case.objects.filter(id__in=[case.id for case in cases]).annotate(**columns)
    return {row[0]: dict(zip(said, row[1:], strict=True)) for row in rows.values_list("id", *columns)}


def computed(
    case: Case, signatures: Sequence[Signature], settled: Mapping[str, object], ways: Ways, now: datetime
) -> dict[str, object]:
    """Columns of one case as they follow from its chain and from what other tables say."""
    last = signatures[-1] if signatures else None
    edge = ways[case.kind, case.procedure][last.act, last.from_state] if last else None
    expected: dict[str, object] = (
        {**UNSAID, "search": fold(case.title)} | standing(case, edge, signatures) | dict(names_of(settled))
    )
    if kinds.REGISTER[case.kind].lapses and lapsed(case, now):
        expected |= {"waits_for": WaitsFor.NOBODY, "waits_unit_id": None}
    if last is not None and last.monitor_id is not None:
        expected.setdefault("monitoring_unit_id", last.monitor_id)
    return expected


def names_of(settled: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """What other tables say, by the attribute of a case; what they leave to the last signature is left out."""
    for name, value in settled.items():
        if name.startswith("*") and value is None:
            continue
        field: Any = Case._meta.get_field(name.removeprefix("*"))
        column = field.attname
        yield column, UUID(str(value)) if column.endswith("_id") and value is not None else value


def lapsed(case: Case, now: datetime) -> bool:
    """Whether silence has ended it already: the job that says so may still be on its way."""
    silent = case.waits_for == WaitsFor.NOBODY and case.state == State.DRAFT
    return silent and case.due_at is not None and case.due_at <= now
