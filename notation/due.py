"""When a row is due, in the words of Vietnamese plans.

The notations are those of Lâm Đồng 2024 (III, IV), An Lão 2024 (II), Notice 242 (II) and Hòa Bình 2021
(task list), with the spellings that stand between them. What the words say is never replaced: `Due` is
stored beside them.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from .issues import Issue
from .spans import ImpossibleDate, Span, read_span
from .text import fold, one_line, plain_dashes
from .year import PlanYear


class DueKind(StrEnum):
    """Stable values, stored and sent. Days are inclusive; `start` is null where only the end is said."""

    DAY = (
        "day"  # "25/3/2024"; "trước ngày 30/3/2024" ends on the 29th, "chậm nhất ngày 25/3/2024" on the 25th
    )
    DAY_RANGE = "day_range"
    MONTH = "month"  # due on its last day
    MONTH_RANGE = "month_range"
    QUARTER = "quarter"
    QUARTER_RANGE = "quarter_range"
    HALF_YEAR = "half_year"  # "6 tháng đầu năm"
    YEAR = "year"
    YEAR_RANGE = "year_range"  # "giai đoạn 2021-2025"
    WITHIN_YEAR = "within_year"  # "Trong năm 2021"
    ONWARD = "onward"  # "Năm 2024 và các năm tiếp theo": begins and does not end
    WEEKLY = "weekly"
    WEEKLY_AND_MONTHLY = "weekly_and_monthly"  # "hàng tuần, tháng" (Notice 242, II.3)
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"  # with a day ("trước ngày 05/11 hằng năm") `end` is that of the plan year
    PERIODIC = "periodic"  # "định kỳ … theo quy định": again and again, no interval said
    STANDING = "standing"  # "Thường xuyên"
    AFTER_EVENT = "after_event"  # "Sau khi có Nghị định": no date until somebody sets one


EVERY: dict[DueKind, tuple[str, ...]] = {
    DueKind.WEEKLY: ("week",),
    DueKind.WEEKLY_AND_MONTHLY: ("week", "month"),
    DueKind.MONTHLY: ("month",),
    DueKind.QUARTERLY: ("quarter",),
    DueKind.HALF_YEARLY: ("half_year",),
    DueKind.YEARLY: ("year",),
}


@dataclass(frozen=True)
class Due:
    """A parsed due time. `event` is what an `after_event` waits for, in the plan's words."""

    kind: DueKind
    start: date | None = None
    end: date | None = None
    event: str | None = None

    @property
    def every(self) -> tuple[str, ...]:
        """The intervals of a recurring due time: week, month, quarter, half_year, year; else empty."""
        return EVERY.get(self.kind, ())

    def is_past(self, today: date) -> bool:
        """Whether the due time has run out. Never without an end: conditional, standing, undated recurring."""
        return self.end is not None and today > self.end

    def to_json(self) -> dict[str, str | None]:
        """Return {kind, start, end, event} with ISO dates, as the API and stored content carry it."""
        return {
            "kind": self.kind.value,
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "event": self.event,
        }

    @classmethod
    def from_json(cls, data: dict[str, str | None]) -> Self:
        """The inverse of `to_json`. Raises KeyError or ValueError on anything else."""
        start, end = data["start"], data["end"]
        return cls(
            kind=DueKind(data["kind"] or ""),
            start=date.fromisoformat(start) if start else None,
            end=date.fromisoformat(end) if end else None,
            event=data["event"],
        )


@dataclass(frozen=True)
class DueReading:
    """A cell as it was, what it means (None: blank or not understood) and what is wrong with it."""

    wording: str
    due: Due | None = None
    issues: tuple[Issue, ...] = ()


def read_due(wording: str, year: PlanYear) -> DueReading:
    """Read a due cell for a plan of the given year. A blank gives no due time and no issue.

    Issues, each quoting the cell as `text`: error `due-impossible`; warnings `due-unknown`,
    `due-before-year` and `due-after-year` (a typing slip in most plans, but not ours to correct).
    """
    text = one_line(wording)
    if not text:
        return DueReading(wording)
    try:
        due = _parse(text, year)
    except ImpossibleDate:
        return DueReading(wording, None, (Issue("error", "due-impossible", {"text": text}),))
    if due is None:
        return DueReading(wording, None, (Issue("warning", "due-unknown", {"text": text}),))
    return DueReading(wording, due, _outside(due, text, year))


def _outside(due: Due, text: str, year: PlanYear) -> tuple[Issue, ...]:
    params = {"text": text, "year": year.label}
    if due.end and due.end < year.start:
        return (Issue("warning", "due-before-year", params),)
    if due.start and due.start > year.end:
        return (Issue("warning", "due-after-year", params),)
    return ()


def _parse(text: str, year: PlanYear) -> Due | None:
    folded = re.sub(r"\s*\([^()]*\)\s*$", "", plain_dashes(fold(text))).rstrip(" .;,:/")
    return _after_event(text) or _recurring(folded, year) or _onward(folded) or _dated(folded, year)


_EVENT = re.compile(
    r"(?:ngay\s+)?(?:sau\s+khi|khi|sau)\s+(?!(?:ngày|tháng|quý|ngay|thang|quy)\s|năm\s+\d|nam\s+\d|\d)(?:(?:có|co)\s+)?(\S.*)",
    re.IGNORECASE,
)


def _after_event(text: str) -> Due | None:
    match = _EVENT.fullmatch(text)
    return Due(DueKind.AFTER_EVENT, event=match[1]) if match else None


_STANDING = re.compile(r"(?:thuong xuyen|lien tuc)\b.*")
_HALF_YEARLY = re.compile(
    r"\b(?:hang|moi|dinh ky) (?:6|sau) thang\b|\b(?:6|sau) thang\s*(?:/|mot|1|01)\s*lan\b"
)
_INTERVAL = re.compile(
    r"\b(?:hang|moi)\s+(?P<units>(?:tuan|thang|quy|nam)\b(?:\s*(?:,|/|va)\s*(?:(?:hang|moi)\s+)?(?:tuan|thang|quy|nam)\b)*)"
    r"|\blan\s*(?:/|moi|mot)\s*(?P<unit>tuan|thang|quy|nam)\b"
    r"|\bcua (?P<whole>tuan|thang|quy)$"
)
_UNITS = {
    "tuan": DueKind.WEEKLY,
    "thang": DueKind.MONTHLY,
    "quy": DueKind.QUARTERLY,
    "nam": DueKind.YEARLY,
}


def _recurring(folded: str, year: PlanYear) -> Due | None:
    if _STANDING.fullmatch(folded):
        return Due(DueKind.STANDING)
    if _HALF_YEARLY.search(folded):
        return Due(DueKind.HALF_YEARLY)
    if match := _INTERVAL.search(folded):
        words = match["units"] or match["unit"] or match["whole"]
        kinds = {kind for word, kind in _UNITS.items() if word in words}
        if kinds == {DueKind.YEARLY}:
            return _yearly(folded[: match.start()], year)
        if {DueKind.WEEKLY, DueKind.MONTHLY} <= kinds:
            return Due(DueKind.WEEKLY_AND_MONTHLY)
        return Due(next(kind for kind in _UNITS.values() if kind in kinds))
    return Due(DueKind.PERIODIC) if folded.startswith("dinh ky") else None


def _yearly(before: str, year: PlanYear) -> Due:
    dated = _dated(before.removeprefix("dinh ky").strip(" ,"), year)
    return Due(DueKind.YEARLY, dated.start, dated.end) if dated else Due(DueKind.YEARLY)


_ONWARD = re.compile(
    r"(?P<till>den\s+)?(?:het\s+)?nam\s+(?P<year>\d{4})\s+va\s+(?:cac|nhung)\s+nam\s+(?:tiep theo|sau|tiep)"
)


def _onward(folded: str) -> Due | None:
    match = _ONWARD.fullmatch(folded)
    if not match:
        return None
    # "Đến năm 2025 và…" says nothing of when it begins; either way nothing ends it, so it is never overdue.
    return Due(DueKind.ONWARD, start=None if match["till"] else date(int(match["year"]), 1, 1))


_WITHIN_YEAR = re.compile(r"(?:trong|ca)\s+(?:ca\s+)?nam\b.*")
_HOUR = re.compile(r"^\d{1,2}\s*(?:h|g|gio|:)\s*\d{0,2}(?:\s*phut)?\s*,?\s*")
_BEFORE = re.compile(r"^(?:(?:hoan thanh|xong)\s+)?truoc\s+")
_NOT_AFTER = re.compile(
    r"^(?:(?:hoan thanh|xong)\s+)?(?:(?:cham nhat|muon nhat)(?:\s+la)?(?:\s+(?:vao|den|trong))?(?:\s+het)?|khong qua|den(?:\s+het)?|het)\s+"
)
_SOMEWHERE_IN = re.compile(r"^(?:(?:hoan thanh|du kien|khoang|xong|vao|trong|dau|giua|cuoi)\s+)+")


def _dated(folded: str, year: PlanYear) -> Due | None:
    if _WITHIN_YEAR.fullmatch(folded) or folded in ("nam", "nam hoc"):
        span = read_span(re.sub(r"^(?:(?:trong|ca)\s+)+", "", folded), year)
        return Due(DueKind.WITHIN_YEAR, span.start, span.end) if span else None
    if match := _BEFORE.match(folded):
        rest = folded[match.end() :]
        timed = _HOUR.match(rest)  # "trước 17h00 ngày 25/3" is still on the 25th
        return (
            _until(rest[timed.end() :], year, inclusive=True)
            if timed
            else _until(rest, year, inclusive=False)
        )
    if match := _NOT_AFTER.match(folded):
        return _until(_HOUR.sub("", folded[match.end() :]), year, inclusive=True)
    span = read_span(_HOUR.sub("", _SOMEWHERE_IN.sub("", folded)), year)
    return Due(DueKind(span.unit), span.start, span.end) if span else _open_start(folded, year)


def _until(text: str, year: PlanYear, *, inclusive: bool) -> Due | None:
    span: Span | None = read_span(text, year)
    if span is None:
        return None
    return Due(DueKind(span.unit), None, span.end if inclusive else span.start - timedelta(days=1))


def _open_start(folded: str, year: PlanYear) -> Due | None:
    span = read_span(folded.removeprefix("tu "), year) if folded.startswith("tu ") else None
    return Due(DueKind.ONWARD, start=span.start) if span else None
