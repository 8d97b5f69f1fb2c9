"""Whom an act is told to."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from approvals import kinds
from notifications.actions import Notice, notify
from workflow.models import Case

from .move import Move, Recipients, seen_at
from .order import Order


def tell(
    moves: Sequence[Move],
    order: Order,
    waits: Mapping[UUID, tuple[UUID | None, set[UUID]]],
    held: Recipients,
) -> None:
    """Notifies whom the case waits for now, and those who signed this submission and still see it; never the actor.

    All that one request moves is one notice; what was asked for comes before what it contains.
    """
    people: dict[UUID, dict[UUID, str]] = defaultdict(dict)
    heard = hearers(moves, order)
    for move in moves:
        told = people[move.case.id]
        told |= dict.fromkeys(heard.get(move.case.id, ()), "progress")
        for row in move.docket.facts.signed:
            told |= dict.fromkeys(row.persons, "progress")
        if move.case.edited_by_id:
            told[move.case.edited_by_id] = "progress"
        seeing = {person for pair in seen_at(move) for person in held.get(pair, ())}
        told = people[move.case.id] = {person: kind for person, kind in told.items() if person in seeing}
        told |= dict.fromkeys(waits[move.case.id][1], "waiting")
        told.pop(order.by.id, None)
    notify(
        [
            Notice(
                recipient=person,
                kind=kind,
                link=move.case.id,
                data=told_of(
                    move.case, event_of(move, order), actor=order.by.full_name, state=move.edge.target
                ),
            )
            for move in sorted(moves, key=lambda move: move.case.id in order.members)
            for person, kind in people[move.case.id].items()
        ],
        now=order.now,
        request=order.within,
    )


def event_of(move: Move, order: Order) -> str:
    """What the act is told as: by its own name, or as its kind calls it where it is signed by itself."""
    return order.act if order.within else move.docket.facts.procedure.called(order.act).event


def told_of(case: Case, event: str, *, actor: str = "", state: str = "") -> dict[str, str]:
    """What a notice of an event keeps of it.

    Args:
        state: where the case stands after it; where it stands, unless an act moved it.
    """
    state = str(state or case.state)
    return {"act": event, "title": case.title, "case_kind": case.kind, "actor": actor, "state": state}


def hearers(moves: Sequence[Move], order: Order) -> dict[UUID, Collection[UUID]]:
    """Case -> whom its kind lets hear of the act beside."""
    found: dict[UUID, Collection[UUID]] = {}
    for code in {move.case.kind for move in moves}:
        hears = kinds.REGISTER[code].hearers
        if hears is not None:
            mine = [move.case for move in moves if move.case.kind == code]
            found |= hears(
                kinds.Deed(act=order.act, cases=mine, by=order.by.id, now=order.now, details=order.details)
            )
    return found
