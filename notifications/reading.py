"""Notices as a list shows them: one for each request, with how many cases it is about."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, QuerySet
from django.db.models.fields.json import KT

from .models import Notification
from .words import Event, count_of, notice

WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class ShownNotice:
    """One line of the list.

    Attributes:
        row: the first case of the request that the reader sees.
        waiting: for how many of its cases it is the reader's move.
    """

    row: Notification
    events: Sequence[Event]
    waiting: int

    @property
    def kind(self) -> str:
        """Whether anything of it is the reader's move."""
        return WAITING if self.waiting else self.row.kind

    @property
    def cases(self) -> int:
        """How many cases it is about."""
        return count_of(self.events)

    @property
    def text(self) -> str:
        """What it says, in the active language."""
        return notice(self.events, waiting=self.waiting)


def read_notices(rows: Sequence[Notification], told: QuerySet[Notification]) -> list[ShownNotice]:
    """The notices that begin with these rows (`queries.notices`); two statements more where any has many cases.

    Args:
        told: all that its reader may know of (`queries.told_to`).
    """
    bundled = bundles([row.bundle for row in rows if row.bundle], told)
    return [bundled[row.bundle].of(row) if row.bundle in bundled else alone(row) for row in rows]


def alone(row: Notification) -> ShownNotice:
    """The notice of one case."""
    return ShownNotice(row, [Event(row.data)], int(row.kind == WAITING))


@dataclass(slots=True)
class Bundle:
    """What is known of all cases of one request: event -> how often, the first of them, of which kinds of case."""

    waiting: int
    events: dict[str, tuple[int, int, set[str]]]
    data: dict[int, dict[str, str]]

    def of(self, row: Notification) -> ShownNotice:
        """The notice, its events in the order in which they happened."""
        ordered = sorted(self.events.values(), key=lambda event: event[1])
        events = [Event(self.data[first], count - 1, kinds) for count, first, kinds in ordered]
        return ShownNotice(row, events, self.waiting)


def bundles(ids: Sequence[UUID], told: QuerySet[Notification]) -> dict[UUID | None, Bundle]:
    """The requests by their id, counted in the database: a meeting's close tells of hundreds of cases."""
    if not ids:
        return {}
    groups: Any = (
        told.filter(bundle__in=ids)
        .order_by()
        .annotate(act=KT("data__act"), of=KT("data__case_kind"))
        .values_list("bundle", "kind", "act", "of")
        .annotate(count=Count("id"), first=Min("position"))
    )
    counted: list[tuple[UUID, str, str, str | None, int, int]] = list(groups)
    named = told.filter(position__in=[group[-1] for group in counted])
    firsts: dict[int, Any] = {row.position: row.data for row in named if row.position}
    found: dict[UUID | None, Bundle] = defaultdict(lambda: Bundle(0, {}, firsts))
    for bundle, kind, act, of, count, first in counted:
        one = found[bundle]
        one.waiting += count if kind == WAITING else 0
        known, earliest, kinds = one.events.get(act, (0, first, set()))
        one.events[act] = (known + count, min(earliest, first), kinds | {of or ""})
    return found
