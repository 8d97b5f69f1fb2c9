"""Who answers for the rows of a plan, and by whose authority, as it stands under Phụ lục 1, which has no column for it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from papers import forms

#: Numbers of rows in one line: a cell holds only so much.
NUMBERS = 200


class ClearRow(Protocol):
    """What of a printed row is read here."""

    @property
    def kind(self) -> str: ...
    @property
    def section(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def person(self) -> str: ...
    @property
    def authority(self) -> str: ...


def clear_lines(rows: Sequence[ClearRow], parts: dict[str, str]) -> Iterator[str]:
    """One line where it is the same for every row, else one for the rows of a group for which it is; none where nothing is given.

    Args:
        parts: kind of row -> the numeral of its part.
    """
    named = {(row.person, row.authority) for row in rows}
    if len(named) == 1:
        yield from said(forms.WHOLE_PLAN, *named.pop())
        return
    same: dict[tuple[str, str, str, str], list[str]] = {}
    for place, row in enumerate(rows, start=1):
        key = parts[row.kind], row.section, row.person, row.authority
        same.setdefault(key, []).append(row.number or str(place))
    for (part, section, person, authority), numbers in same.items():
        for begin in range(0, len(numbers), NUMBERS):
            some = numbers[begin : begin + NUMBERS]
            where = ", ".join(filter(None, [part, section, f"TT {', '.join(some)}"]))
            yield from said(where, person, authority)


def said(where: str, person: str, authority: str) -> Iterable[str]:
    """The line of these rows."""
    told = [(forms.PERSON, person), (forms.AUTHORITY, authority)]
    given = "; ".join(f"{name}: {text}" for name, text in told if text)
    return [f"{forms.CLEAR} ({where}) – {given}"] if given else []
