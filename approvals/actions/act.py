"""The act: the one function that moves a state.

Always a list. One transaction: lock the cases by ascending id, answer a replayed request, let the judge
look at each, write for the allowed (signatures, then cases, then notifications), and hand the kind its
follow-up. The number of statements does not depend on the number of cases.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_noop as _

from approvals import kinds
from approvals.models import Signature
from approvals.queries import Docket, Request, dockets_for
from approvals.rules import Issued, reasons_against_capacity
from approvals.words import Terms
from organization.models import User
from workflow.machine import EDGES
from workflow.models import Case
from workflow.rules import CONFLICT, CONTENT, Reason, edge_for, reasons_against

from .locking import held, lock, name_units
from .move import Move
from .order import Order
from .prepared import prepared
from .writing import write

#: Acts that carry what is inside a container along.
CARRYING = frozenset(act for act, edges in EDGES.items() if any(edge.within for edge in edges))
NOT_THEN = Reason(
    "not-then", CONFLICT, _("The first request with this key did not sign this one. Send a new request.")
)
INSIDE_TWICE = Reason(
    "inside-twice", CONFLICT, _("It is also inside another consolidation that is being signed.")
)
KEY_REUSED = Reason(
    "key-reused", CONTENT, _("This Idempotency-Key was used for another request."), field="Idempotency-Key"
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case: a signature, or the reasons against it."""

    case_id: UUID
    signature: Signature | None = None
    reasons: tuple[Reason, ...] = ()


@prepared()
def act(
    *,
    cases: Sequence[tuple[UUID, str]],
    act: str,
    by: User,
    now: datetime,
    key: str,
    comment: str = "",
    remarks: Sequence[Mapping[str, str]] = (),
    issued: Issued | None = None,
    on_behalf_of: UUID | None = None,
    capacity: str = "",
    session: str = "",
    within: UUID | None = None,
    until: date | None = None,
    ground: str | None = None,
    terms: Terms | None = None,
) -> list[Outcome]:
    """Do one act on every case where the judge allows it, in one transaction.

    The caller has made sure that `by` sees the cases (approvals.queries.visible_to).

    Args:
        cases: (id, digest that the signer saw), at most 500.
        act: one of workflow.machine.ACTS.
        key: the request's idempotency key; the same key and request gives the same answer and one effect.
        remarks, issued: for return {"row", "field", "text"} each; for register {"number", "date", "signer", "evidence"}.
        capacity: own, TM., KT., TL., TUQ., Q.; empty: the usual one of the post.
        session, within: hash of the session or token that asked; the meeting at whose close this is signed.
        until: for reopen: the day until which a closed period is opened for the case's unit.
        ground, terms: what a check sends it back for (`Kind.grounds`); what it decides of rows (`Kind.terms`).

    Returns:
        One outcome per case asked for, in that order; what was carried inside a container is not listed.
    """
    seen = dict(cases)
    with transaction.atomic():
        inside = kinds.inside(seen) if act in CARRYING else {}
        order = Order(
            act=act, by=by, now=now, key=key, seen=seen, comment=comment, remarks=remarks, issued=issued, on_behalf_of=on_behalf_of,
            capacity=capacity, session=session, within=within, inside=inside, until=until, ground=ground, terms=terms,
        )  # fmt: skip
        signatures = known(order, locked := hold(order))
        if (replayed := replay(order, signatures)) is not None:
            return replayed
        moves, refused = judge(order, locked, signatures)
        name_units(locked[case_id] for case_id in refused)
        written = write(moves, order) if moves else {}
    return [Outcome(case_id, written.get(case_id), tuple(refused.get(case_id, ()))) for case_id in seen]


def hold(order: Order) -> dict[UUID, Case]:
    """The cases of the request and what they contain, locked; what opening a period writes on as
    well, and what the act rests on, is locked with them."""
    judged = {*order.seen, *order.members}
    beside = kinds.along(order.act, order.seen)
    beside |= kinds.beside(order.seen) if order.until is not None else set()
    found = held(lock(judged | beside), order.by)
    return {case_id: case for case_id, case in found.items() if case_id in judged}


def known(order: Order, locked: Mapping[UUID, Case]) -> list[Signature]:
    """The signatures that matter, in one statement: on these cases, and under this request's key."""
    keyed = Q(signer=order.by, idempotency_key=order.key)
    return list(Signature.objects.filter(Q(case__in=locked) | keyed).order_by("case_id", "sequence"))


def replay(order: Order, signatures: Sequence[Signature]) -> list[Outcome] | None:
    """The answer of an earlier request with this key, or None when there was none that took effect."""
    found = [row for row in signatures if (row.signer_id, row.idempotency_key) == (order.by.id, order.key)]
    if not found:
        return None
    if any(signature.fingerprint != order.fingerprint for signature in found):
        return [Outcome(case_id, None, (KEY_REUSED,)) for case_id in order.seen]
    signed = {signature.case_id: signature for signature in found}
    return [
        Outcome(case_id, signed.get(case_id), () if case_id in signed else (NOT_THEN,))
        for case_id in order.seen
    ]


def judge(
    order: Order, locked: Mapping[UUID, Case], signatures: Sequence[Signature]
) -> tuple[list[Move], dict[UUID, list[Reason]]]:
    """Asks the judge about every case; answers the moves allowed and the reasons against the others.

    What is inside a container is judged too. Signing a consolidation needs all of it; presenting takes
    along what still stands consolidated and leaves out what has been reopened meanwhile.
    """
    dockets = summon(order, locked, signatures)
    refused: dict[UUID, list[Reason]] = {}
    moves: dict[UUID, Move] = {}
    for case_id in order.seen:
        if case_id in order.members:
            continue  # it goes, or stays, with the container that was named beside it
        against = against_one(order, dockets[case_id])
        carried = [
            as_contained(dockets[member], seen) for member, seen in order.inside.get(case_id, {}).items()
        ]
        if order.act == "consolidate":
            against += [named(reason, member) for member in carried for reason in against_one(order, member)]
            against += [named(INSIDE_TWICE, member) for member in carried if member.case.id in moves]
        else:
            carried = [member for member in carried if not against_one(order, member)]
        if against:
            refused[case_id] = against
            continue
        moves[case_id] = move_of(order, dockets[case_id], order.within)
        moves |= {member.case.id: move_of(order, member, order.within or case_id) for member in carried}
    for member in order.seen.keys() & order.members.keys() - moves.keys():
        refused[member] = against_one(order, dockets[member]) or refused[order.members[member]]
    return [moves[case_id] for case_id in sorted(moves)], refused


def summon(order: Order, locked: Mapping[UUID, Case], signatures: Sequence[Signature]) -> dict[UUID, Docket]:
    """The dockets of the cases asked for, and of what they contain."""
    within = dict.fromkeys(order.members, "consolidation")
    if order.within:
        within = dict.fromkeys(locked, "meeting")
    request = Request(
        by=order.by, now=order.now, acts=(order.act,), comment=order.comment, issued=order.issued,
        principal=order.on_behalf_of, within=within, until=order.until,
        ground=order.ground, terms=order.terms, remarks=order.remarks,
    )  # fmt: skip
    return dockets_for(list(locked.values()), request, seen=order.seen, signatures=signatures)


def as_contained(docket: Docket, seen: str) -> Docket:
    """The docket of a contained case, seen with the digest that this container took it in with."""
    return replace(docket, facts=replace(docket.facts, seen=seen))


def against_one(order: Order, docket: Docket) -> list[Reason]:
    """The judge's reasons, and those against the capacity asked for."""
    reasons = reasons_against(order.act, docket.facts)
    if not reasons:
        reasons = reasons_against_capacity(docket.power_for(order.act), order.capacity)
    return reasons


def named(reason: Reason, member: Docket) -> Reason:
    """The reason, pointing at the contained case that it is about."""
    case = member.case
    return replace(reason, row=str(case.id), case=str(case.id), place=f"“{case.title}”")


def move_of(order: Order, docket: Docket, within: UUID | None) -> Move:
    """The move that an allowed act makes of one case."""
    return Move(
        docket=docket,
        edge=edge_for(order.act, docket.facts),
        power=docket.power_for(order.act),
        within=within,
    )
