"""What a return leaves open for change (docs/adr/0055). Pure.

A return inside the unit opens the whole. One from outside opens what was marked; what else has to change is opened with a reason.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from .reasons import CONFLICT, Reason

#: Row of a mark that is on what stands above the rows, and field of one that is on the whole of it.
HEAD = WHOLE = ""
ONLY_MARKED = _(
    "It was returned for what is marked: only that can be changed. To change this as well, open it with “Change this row too” and "
    "say why."
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What can be changed.

    Attributes:
        marks: row -> the fields that can, none: all of them, and the row can be moved and taken out; None: everything can.
        columns: fields that can in every row, because they were marked without one.
    """

    marks: Mapping[str, frozenset[str]] | None = None
    columns: frozenset[str] = frozenset()

    @property
    def limited(self) -> bool:
        return self.marks is not None

    def allows(self, row: str, field: str = WHOLE) -> bool:
        """Whether a field of a row can be changed; of a row as such: whether all of it can."""
        if self.marks is None:
            return True
        fields = self.marks.get(row)
        return field in self.columns or (fields is not None and (not fields or field in fields))


EVERYTHING = Scope()


def scope_of_marks(
    marks: Iterable[tuple[str, str]], opened: Collection[str], together: Mapping[str, Collection[str]]
) -> Scope:
    """What marks, and rows that were opened beside them, leave open.

    Args:
        marks: (row, field) of each remark; one on neither is on the whole, and so is a return without any.
        together: field -> those that are asked for where it says something else.
    """
    found: dict[str, set[str]] = {}
    wholly = set(opened)
    for row, field in marks:
        if (row, field) == (HEAD, WHOLE):
            return EVERYTHING
        if field == WHOLE:
            wholly.add(row)
        found.setdefault(row, set()).update({field, *together.get(field, ())})
    if not found:
        return EVERYTHING
    wide: dict[str, frozenset[str]] = dict.fromkeys(wholly, frozenset())
    return Scope(
        {row: frozenset(fields) for row, fields in found.items()} | wide, frozenset(found.get(HEAD, ()))
    )


def against_scope(scope: Scope, changes: Iterable[tuple[str, str]]) -> list[Reason]:
    """Why these (row, field) cannot be changed: they were not marked."""
    return [not_marked(row, field) for row, field in changes if not scope.allows(row, field)]


def not_marked(row: str, field: str) -> Reason:
    """That a field of a row, or the row as such, is not open."""
    return Reason("not-marked", CONFLICT, ONLY_MARKED, row=row, field=field or "id")
