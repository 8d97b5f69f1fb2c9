"""Whom an act is told to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from notifications.actions import Notice, notify

from .move import Move, Recipients, seen_at
from .order import Order


def tell(
    moves: Sequence[Move],
    order: Order,
    waits: Mapping[UUID, tuple[UUID | None, set[UUID]]],
    held: Recipients,
) -> None:
    """Notifies whom the case waits for now, and those who signed this submission and still see it; never the actor."""
    people: dict[UUID, dict[UUID, str]] = defaultdict(dict)
    for move in moves:
        told = people[move.case.id]
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
                data={
                    "act": order.act,
                    "title": move.case.title,
                    "actor": order.by.full_name,
                    "state": move.edge.target.value,
                },
            )
            for move in moves
            for person, kind in people[move.case.id].items()
        ],
        now=order.now,
    )
