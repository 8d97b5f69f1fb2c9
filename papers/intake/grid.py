"""A worksheet with its merged cells in mind."""

from collections.abc import Iterator

from notation.limits import CELLS

from .archive import Unreadable
from .cells import Cell
from .workbook import Sheet

_BLANK = Cell("")


class Grid:
    """Looks up cells; what is merged downwards stands in every row it covers, in its leftmost column."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._tops: dict[tuple[int, int], int] = {}
        self._wide: set[tuple[int, int]] = set()
        last = max(sheet.rows, default=0)
        if (
            sum(max(0, min(merge.bottom, last) - merge.top) for merge in sheet.merges) > CELLS
        ):  # overlapping ones, too
            raise Unreadable("sheet-too-many-cells", sheet=sheet.name, limit=str(CELLS))
        for merge in sheet.merges:
            if merge.right > merge.left:
                self._wide.add((merge.top, merge.left))
            for row in range(merge.top + 1, min(merge.bottom, last) + 1):
                self._tops[row, merge.left] = merge.top

    def rows(self) -> Iterator[int]:
        """The numbers of the rows that hold anything themselves, ascending."""
        return iter(sorted(self.sheet.rows))

    def cell(self, row: int, column: int) -> Cell:
        """The cell shown there; blank when there is none."""
        top = self._tops.get((row, column), row)
        return self.sheet.rows.get(top, {}).get(column, _BLANK)

    def own(self, row: int, column: int) -> Cell:
        """The cell written there, not one that reaches down from above."""
        return self.sheet.rows.get(row, {}).get(column, _BLANK)

    def comes_from_above(self, row: int, column: int) -> bool:
        """Whether a merged cell with something in it reaches down to here."""
        return (row, column) in self._tops and bool(self.cell(row, column).text)

    def reaches_below(self, row: int, column: int) -> bool:
        """Whether the cell is merged with the one under it."""
        return self._tops.get((row + 1, column)) == row

    def is_wide(self, row: int, column: int) -> bool:
        """Whether the cell is merged with those to its right, as headings are."""
        return (row, column) in self._wide
