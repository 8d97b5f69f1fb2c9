"""What is longer than a plan can keep: an error at its row, so that whatever is taken over can be changed and printed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from notation.limits import ROW, ROWS_TEXT, UNITS, characters

from .archive import Unreadable
from .problems import Field, Problem

if TYPE_CHECKING:
    from .task_rows import TaskRow

#: Field of a row that is kept -> how a problem calls it.
_NAMES: Mapping[str, Field] = {
    "number": "number",
    "text": "text",
    "lead_text": "lead",
    "coordinating_text": "coordinating",
    "due_text": "due",
    "product": "product",
    "person": "person",
    "authority": "authority",
    "note": "note",
}


class Room:
    """What the rows of one sheet may still hold; a cell that is merged downwards counts in every row that it covers."""

    def __init__(self, sheet: str) -> None:
        self._sheet = sheet
        self._rows: dict[int, int] = {}
        self._taken = 0

    def keep(self, row: int, length: int) -> None:
        """Counts a row anew as it stands. Raises Unreadable when all rows together are more than a plan can keep."""
        self._taken += length - self._rows.get(row, 0)
        self._rows[row] = length
        if self._taken > ROWS_TEXT:
            raise Unreadable("sheet-too-much-text", sheet=self._sheet, limit=str(ROWS_TEXT))


def within_room(rows: Iterable["TaskRow"], sheet: str) -> None:
    """Raises Unreadable when all rows together are more than a plan can keep."""
    room = Room(sheet)
    for row in rows:
        texts = {kept: getattr(row, kept) for kept in ROW}
        room.keep(row.row, characters(texts, len(row.leads) + len(row.coordinating)))


def headings_too_long(rows: Iterable["TaskRow"]) -> Iterator[tuple[int, Problem]]:
    """The headings that are longer than they can be kept, each at the first row under it; with that row's place, from 0."""
    section = ""
    for place, row in enumerate(rows):
        if row.section != section and len(row.section) > ROW["section"]:
            params = {"length": str(len(row.section)), "limit": str(ROW["section"])}
            yield place, Problem(row.row, "section", "heading-too-long", params)
        section = row.section


def fields_too_long(row: "TaskRow") -> Iterator[Problem]:
    """The fields of the row that are longer than they can be kept, and units beyond those that can."""
    for kept, name in _NAMES.items():
        length, limit = len(getattr(row, kept)), ROW[kept]
        if length > limit:
            yield Problem(row.row, name, "cell-too-long", {"length": str(length), "limit": str(limit)})
    for codes, name, limit in (
        (row.leads, _NAMES["lead_text"], UNITS["leads"]),
        (row.coordinating, _NAMES["coordinating_text"], UNITS["coordinating"]),
    ):
        if len(codes) > limit:
            yield Problem(row.row, name, "unit-too-many", {"count": str(len(codes)), "limit": str(limit)})
