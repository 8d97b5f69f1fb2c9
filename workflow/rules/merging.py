"""Which edits of a row fit what it says by now: field by field, so that two people in one document lose nothing. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias
from uuid import UUID

from django.utils.translation import gettext_noop as _

from .reasons import CONFLICT, Reason
from .scope import Scope, not_marked

#: What a field of a row holds; two are the same where they are equal, so whoever compares by meaning gives meanings.
Value: TypeAlias = object

CHANGED = _("Somebody else has changed this meanwhile.")
GONE = _("Somebody else has deleted this row meanwhile.")


@dataclass(frozen=True, slots=True)
class RowEdit:
    """What somebody makes of fields of a row, and what they had before them; `was` is empty for a row that is new."""

    id: UUID
    was: Mapping[str, Value]
    now: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class RowMove:
    """A row stands after another one, None: first."""

    id: UUID
    after: UUID | None


@dataclass(frozen=True, slots=True)
class Unfit:
    """What of an edit was left out, and what stands there: None where the row is gone."""

    reason: Reason
    stands: Value | None = None


def open_fields(
    edits: Sequence[RowEdit], scope: Scope, *, free: frozenset[str] = frozenset()
) -> tuple[list[RowEdit], list[Unfit]]:
    """Those of the edits that are on what a return left open, and what is not; whoever has the rows says what stands there.

    Args:
        free: fields that can always be changed.
    """
    kept, closed = [], []
    for edit in edits:
        row = str(edit.id)
        shut = [name for name in edit.now if name not in free and not scope.allows(row, name)]
        closed += [Unfit(not_marked(row, name)) for name in shut]
        now = {name: value for name, value in edit.now.items() if name not in shut}
        if now or not edit.now:
            kept.append(replace(edit, now=now))
    return kept, closed


def gone(row: UUID, field: str = "id") -> Unfit:
    """The row, or the one that it should stand after, is no longer there."""
    return Unfit(Reason("row-gone", CONFLICT, GONE, row=str(row), field=field))


def taken(edit: RowEdit, stands: Mapping[str, Value]) -> dict[str, Value]:
    """The fields that are written: those whose value is still the one that the person had before them."""
    return {
        name: value
        for name, value in edit.now.items()
        if stands[name] != value and stands[name] == edit.was.get(name, value)
    }


def unfit(edit: RowEdit, stands: Mapping[str, Value]) -> Iterator[Unfit]:
    """The fields that somebody else has changed to something else since; what stands there already was done before."""
    for name, value in edit.now.items():
        if stands[name] not in (value, edit.was.get(name, value)):
            yield Unfit(
                Reason("changed-meanwhile", CONFLICT, CHANGED, row=str(edit.id), field=name), stands[name]
            )


def stale(removal: RowEdit, stands: Mapping[str, Value]) -> list[Unfit]:
    """The fields of a row that is to be taken out in which somebody has written since."""
    return list(unfit(replace(removal, now=removal.was), stands))


def merged(
    edit: RowEdit,
    stands: Mapping[str, Value],
    *,
    fresh: bool,
    wrong: Callable[[Mapping[str, Value]], Mapping[str, Reason]],
) -> tuple[dict[str, Value], list[Unfit]]:
    """The fields that are written, and what is not: what does not fit, and what cannot be kept.

    Args:
        stands: what the row says now; of one that is new (`fresh`) what it is before anything is written.
        wrong: field -> why it cannot say what these fields make of the row.
    """
    wanted = dict(edit.now) if fresh else taken(edit, stands)
    reasons = {name: reason for name, reason in wrong(wanted).items() if name in wanted}
    left = [] if fresh else list(unfit(edit, stands))
    left += [Unfit(reason, stands[name]) for name, reason in reasons.items()]
    return {name: value for name, value in wanted.items() if name not in reasons}, left
