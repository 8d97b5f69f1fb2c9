"""A list of units: what its lines say, what is wrong with them, how they stand to the units that are there."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from administration.words import CHANGED, NEW, SAME
from notation import limits
from notation.text import fold
from organization.models import Unit
from papers.intake.lists import ListRow

from .cells import Wrong, wrong_cells

CODE = re.compile(r"[\w.\-]+")
_MOST = {"code": limits.UNIT_CODE, "name": limits.UNIT_NAME, "aliases": limits.TEXT}
_KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^khoa\b"), Unit.Kind.FACULTY),
    (re.compile(r"^(?:trung tam|vien)\b"), Unit.Kind.CENTRE),
    (re.compile(r"^(?:ban|hoi dong|doan)\b"), Unit.Kind.BOARD),
    (re.compile(r"^(?:phong|van phong|thanh tra|to|bo phan)\b"), Unit.Kind.DEPARTMENT),
)


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit that is there; `parent` is None below the root itself."""

    code: str
    name: str
    kind: str
    parent: str | None
    aliases: Collection[str] = ()
    ended: bool = False


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit as a line has it, and how it stands to the one that is there; `parent`: None: the root."""

    row: int
    code: str
    name: str
    kind: str
    parent: str | None
    aliases: tuple[str, ...]
    change: str
    differs: tuple[str, ...] = ()


def kind_of(words: str) -> str | None:
    """The kind of unit that the words name, or that a name begins with."""
    folded = fold(words)
    return next((kind for called, kind in _KINDS if called.search(folded)), None)


class UnitList:
    """The lines of one list, beside the units that are there.

    Args:
        known: code -> unit, without the root.
        root: code and name of the root.
        foreign: which of the list's codes other institutions have.
    """

    def __init__(
        self, rows: Sequence[ListRow], known: Mapping[str, KnownUnit], root: Collection[str], foreign: Collection[str]
    ) -> None:  # fmt: skip
        self.rows, self.known, self.foreign = rows, known, foreign
        self.roots = {fold(name) for name in root}
        self.called: dict[str, set[str]] = defaultdict(set)
        for unit in known.values():
            for name in (unit.code, unit.name, *unit.aliases):
                self.called[fold(name)].add(unit.code)
        for row in rows:
            for name in (row["code"], row["name"], *others_of(row)):
                self.called[fold(name)].add(row["code"])

    def wrong(self) -> list[Wrong]:
        """All that is wrong, by row."""
        found = [one for row in self.rows for one in (*self.wrong_in(row), *self.wrong_parent(row))]
        found += [*self.doubles(), *self.circles()]
        return sorted(found, key=lambda one: one.row)

    def wrong_in(self, row: ListRow) -> Iterator[Wrong]:
        """What is wrong with code and kind."""
        yield from wrong_cells(row, _MOST, needed=("code", "name"))
        code, said = row["code"], {"text": row["code"]}
        if code and not CODE.fullmatch(code):
            yield Wrong(row.row, "code", "code-malformed", said)
        if fold(code) in self.roots or code in self.foreign:
            yield Wrong(row.row, "code", "code-taken", said)
        if code in self.known and self.known[code].ended:
            yield Wrong(row.row, "code", "unit-ended", said)
        if row["kind"] and kind_of(row["kind"]) is None:
            yield Wrong(row.row, "kind", "kind-unknown", {"text": row["kind"]})

    def wrong_parent(self, row: ListRow) -> Iterator[Wrong]:
        """The unit above is none, or one of several."""
        codes = self.called.get(fold(row["parent"]), set())
        if not row["parent"] or fold(row["parent"]) in self.roots:
            return
        if len(codes) != 1:
            code = "unit-ambiguous" if codes else "unit-unknown"
            yield Wrong(row.row, "parent", code, {"text": row["parent"]})

    def doubles(self) -> Iterator[Wrong]:
        """Codes that stand twice."""
        seen: dict[str, int] = {}
        for row in self.rows:
            code = row["code"]
            if code and seen.setdefault(code, row.row) != row.row:
                yield Wrong(row.row, "code", "code-double", {"text": code, "row": str(seen[code])})

    def circles(self) -> Iterator[Wrong]:
        """Units that would lie below themselves."""
        above = {code: unit.parent for code, unit in self.known.items()}
        above |= {row["code"]: self.parent_of(row) for row in self.rows if row["code"]}
        for row in self.rows:
            code, seen = above.get(row["code"]), {row["code"]}
            while code and code not in seen:
                seen.add(code)
                code = above.get(code)
            if code == row["code"] and code:
                yield Wrong(row.row, "parent", "parent-circle", {"text": row["parent"]})

    def parent_of(self, row: ListRow) -> str | None:
        """Code of the unit above; None: the root; where the cell is blank, what it is now."""
        if not row["parent"]:
            known = self.known.get(row["code"])
            return known.parent if known else None
        codes = self.called.get(fold(row["parent"]), set())
        return next(iter(codes)) if len(codes) == 1 and fold(row["parent"]) not in self.roots else None

    def lines(self) -> list[UnitLine]:
        """What the list says, those above before those below; of a list with nothing wrong."""
        return below_last([self.line_of(row) for row in self.rows])

    def line_of(self, row: ListRow) -> UnitLine:
        """One line; a blank kind is as it is, else as the name begins."""
        known, parent = self.known.get(row["code"]), self.parent_of(row)
        kind = kind_of(row["kind"]) or (known.kind if known else kind_of(row["name"])) or Unit.Kind.DEPARTMENT
        aliases = others_of(row)
        if known is None:
            return UnitLine(row.row, row["code"], row["name"], kind, parent, aliases, NEW)
        same = {
            "name": known.name == row["name"], "kind": known.kind == kind, "parent": known.parent == parent,
            "aliases": set(aliases) <= set(known.aliases),
        }  # fmt: skip
        differs = tuple(name for name, is_same in same.items() if not is_same)
        change = CHANGED if differs else SAME
        return UnitLine(row.row, row["code"], row["name"], kind, parent, aliases, change, differs)


def others_of(row: ListRow) -> tuple[str, ...]:
    """Other names of a unit, written with semicolons between them."""
    return tuple(name for name in (part.strip() for part in row["aliases"].split(";")) if name)


def below_last(lines: Sequence[UnitLine]) -> list[UnitLine]:
    """The lines, each after the one of the unit above it."""
    waiting, placed = list(lines), list[UnitLine]()
    while waiting:
        open_ = {line.code for line in waiting}
        ready = [line for line in waiting if line.parent not in open_] or waiting
        placed += ready
        waiting = [line for line in waiting if line not in ready]
    return placed
