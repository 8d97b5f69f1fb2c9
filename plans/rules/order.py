"""In which order rows stand, and which of them have to be renumbered. Pure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID


def placed_after(order: Sequence[UUID], row: UUID, after: UUID | None) -> list[UUID]:
    """The order in which the row, which is in it, stands after another one, None: first."""
    others = [one for one in order if one != row]
    place = others.index(after) + 1 if after is not None else 0
    return [*others[:place], row, *others[place:]]


def shifts(before: Mapping[UUID, int], order: Sequence[UUID]) -> dict[int, list[UUID]]:
    """By how much rows move -> those that do. Those that were not there before are left out."""
    moved: dict[int, list[UUID]] = defaultdict(list)
    for place, row in enumerate(order):
        if row in before and before[row] != place:
            moved[place - before[row]].append(row)
    return dict(moved)
