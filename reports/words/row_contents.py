"""How a row of a report stands in a content, field by field; `rows.SignedRow` tells what each means."""

from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from .basis import Basis
from .said import Number, WordContent


class MonthSaid(TypedDict):
    """What a month said of a row of a longer period: the verdict, or the unit's word where there is none."""

    period: str
    done: bool | None
    completed_on: str | None
    result: str
    value: str | None


class Extended(TypedDict):
    """How often a row was put off, and its day (ISO) before the first time."""

    times: Number
    original: str


class RowContent(WordContent):
    """`SignedRow`, as it stands in a unit's report."""

    row: str
    plan: str
    plan_title: str
    in_force: bool
    kind: str
    section: str
    number: str
    text: str
    due_text: str
    product: str
    due_on: str | None
    listing: str
    age: Number
    overdue: bool
    carried_in_time: bool
    settled: str
    months: list[MonthSaid]
    led_by: str
    beside: bool
    extended: NotRequired[Extended]


class MemberContent(TypedDict):
    """One of several units that speak of a row: its word (null: it signed none), and how the verdict finds its share.

    `beside`: a further lead unit, which does not answer for the row and is not judged; `before`: done in an earlier
    period, and not asked again.
    """

    unit: str
    word: WordContent | None
    done: bool | None
    beside: bool
    before: bool


class VerdictContent(RowContent):
    """`SignedRow`, as it stands in a monitoring report: the word of the row is the verdict, beside it the unit's."""

    unit: str
    self: bool
    agreed: bool
    word: WordContent | None
    members: list[MemberContent]


class JudgedContent(VerdictContent, Basis):
    """A verdict with what it has judged."""


def read_extended(content: Mapping[str, Any]) -> Extended | None:
    """How often the row of a content was put off, if it was."""
    said = content.get("extended")
    return {"times": int(said["times"]), "original": said["original"]} if said else None
