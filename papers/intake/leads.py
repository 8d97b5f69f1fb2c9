"""The units that a cell names: one or several, spelt as offices spell them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from notation.limits import ROW
from notation.text import fold, one_line, plain_dashes, tidy

_SEPARATOR = re.compile(r"\s*[\n;,+/]\s*|\s+(?:và|va|-|–)\s+", re.IGNORECASE)
_TIGHT = re.compile(r"\s*([-&/,.])\s*")
_SHORT = (
    (re.compile(r"^p\.\s*"), "phong "),
    (re.compile(r"^tt\.?\s+"), "trung tam "),
    (re.compile(r"^pgd\b"), "phong gd"),
)
_COMMON_WORDS = ("phong ", "trung tam ", "khoa ", "to ", "ban ")


class Leads(NamedTuple):
    """Codes in the order named, each once, and the names that no unit bears."""

    codes: tuple[str, ...]
    unknown: tuple[str, ...]


def wording(text: str, units: Leads, field: str) -> str:
    """What a cell is kept as. Of nothing but names of several units that is longer than can be kept, the units are enough: so
    a row that names many is printed, and so it is read back."""
    return "" if len(units.codes) > 1 and not units.unknown and len(text) > ROW[field] else text


def unit_key(name: str) -> str:
    """Return the spelling under which names, aliases and codes are compared: "TCCB – HSSV" is "tccb-hssv"."""
    key = re.sub(r"\s*\([^()]*\)$", "", plain_dashes(fold(name)).strip(" .;:,-"))  # "Văn phòng (chủ trì)"
    for pattern, full in _SHORT:
        key = pattern.sub(full, key)
    return _TIGHT.sub(r"\1", key)


class Units:
    """The units of an institution, by every name they go by.

    A lead may drop the common word ("GDTH-GDMN" for "Phòng GDTH - GDMN", Lâm Đồng 2024 II.2, rows 6.5-6.8)
    or add it ("Phòng HCQT").
    """

    def __init__(self, known: Mapping[str, str]) -> None:
        """`known` maps names, aliases and codes, folded or not, to unit codes."""
        self._codes = {unit_key(name): code for name, code in known.items()}
        #: A name is parted into no more pieces than this.
        self._pieces = 1 + max((len(_SEPARATOR.findall(name)) for name in known), default=0)
        self._cells: dict[str, Leads] = {}

    def code(self, name: str) -> str | None:
        """Return the code of the unit that bears this name, None when no unit does."""
        key = unit_key(name)
        spellings = [key, *(word + key for word in _COMMON_WORDS)]
        spellings += [key.removeprefix(word) for word in _COMMON_WORDS if key.startswith(word)]
        return next((self._codes[spelling] for spelling in spellings if spelling in self._codes), None)

    def read(self, cell: str) -> Leads:
        """Read the units of a cell, parted by line breaks, `;`, `,`, `/` or "và".

        Names may hold the same marks ("Phòng Khảo thí và Quản lý chất lượng giáo dục"), so the longest
        piece that is a unit wins.
        """
        if cell not in self._cells:  # a list names the same few units over and over
            self._cells[cell] = self._split(tidy(cell))
        return self._cells[cell]

    def _split(self, text: str) -> Leads:
        cuts = [match.span() for match in _SEPARATOR.finditer(text)]
        starts = [0, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), len(text)]
        codes: list[str] = []
        unknown: list[str] = []
        piece = 0
        while piece < len(starts):
            last, code = self._longest(text, starts, ends, piece)
            name = one_line(text[starts[piece] : ends[last]]).strip(" -")
            if code is None and name:
                unknown.append(name)
            elif code and code not in codes:
                codes.append(code)
            piece = last + 1
        return Leads(tuple(codes), tuple(unknown))

    def _longest(self, text: str, starts: list[int], ends: list[int], piece: int) -> tuple[int, str | None]:
        for last in range(min(len(ends), piece + self._pieces) - 1, piece - 1, -1):
            code = self.code(text[starts[piece] : ends[last]])
            if code:
                return last, code
        return piece, None
