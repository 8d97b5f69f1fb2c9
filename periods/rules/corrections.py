"""A due point that was corrected may turn late into on time, never on time into late. Pure."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TypedDict


class Correction(TypedDict):
    """A change of due points: when (ISO), by whom (a name), why, and the points (ISO) as they were until then."""

    at: str
    by: str
    reason: str
    before: dict[str, str]


def dues_since(
    point: str, due_at: datetime, signed_at: datetime, corrections: Iterable[Correction]
) -> list[datetime]:
    """The due points that were in force from a signature on: the first when it was given, the last is the present one.

    Args:
        point: one of DUE_POINTS.
        due_at: as it is now.
        corrections: oldest first.
    """
    changed = (correction for correction in corrections if point in correction["before"])
    before = [
        datetime.fromisoformat(correction["before"][point])
        for correction in changed
        if signed_at < datetime.fromisoformat(correction["at"])
    ]
    return [*before, due_at]


def due_for(
    point: str, due_at: datetime, signed_at: datetime | None, corrections: Iterable[Correction]
) -> datetime:
    """The due point that a signature is judged by: the latest that was in force since it was given.

    Nobody who signed in time is made late afterwards; who was late by a day that was wrong is not late.
    """
    return due_at if signed_at is None else max(dues_since(point, due_at, signed_at, corrections))


def came_at(point: str, due_at: datetime, corrections: Iterable[Correction]) -> datetime:
    """When a due point came, whatever was corrected afterwards: what was settled then stays.

    One that a correction put into the past came with that correction.
    """
    since = datetime.min.replace(tzinfo=UTC)
    for correction in corrections:
        if point in correction["before"]:
            before, at = (
                datetime.fromisoformat(correction["before"][point]),
                datetime.fromisoformat(correction["at"]),
            )
            if before <= at:
                return max(before, since)
            since = at
    return max(due_at, since)
