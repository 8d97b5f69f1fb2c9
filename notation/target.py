"""What a target asks for, in the words of Vietnamese plans (Lâm Đồng 2024 II.2; Hòa Bình 2021 II; Sơn La 1646 II.4)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Self

from .issues import Issue
from .number import NUMBER, AmbiguousNumber, read_number
from .text import fold, one_line, plain_dashes


class TargetKind(StrEnum):
    """Stable values, stored and sent."""

    NUMBER = "number"  # "99,5": exactly, or simply the figure
    AT_LEAST = "at_least"
    GREATER_THAN = "greater_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    RANGE = "range"
    FRACTION = "fraction"  # "10/10 huyện": `low` of `of`
    MAINTAIN = "maintain"  # "duy trì 95 ± 2": `low` to `high`; both None when only "duy trì"
    LEVEL = "level"  # "mức độ 2": a grade, not an amount
    MILESTONE = "milestone"  # "Hoàn thành": done or not
    NONE = "none"  # "-": no target for this year
    TEXT = "text"  # any other words


@dataclass(frozen=True)
class Target:
    """A parsed target: bounds, the whole of a fraction, the unit as written ("%", "giải", "đơn vị/tháng")."""

    kind: TargetKind
    low: Decimal | None = None
    high: Decimal | None = None
    of: Decimal | None = None
    unit: str = ""

    @property
    def measurable(self) -> bool:
        """Whether "% so với kế hoạch" can be worked out; never for words, levels or "-"."""
        return self.kind != TargetKind.LEVEL and (self.low is not None or self.high is not None)

    def met_by(self, value: Decimal) -> bool | None:
        """Whether a figure that was reached keeps what is asked for; None where no bound is."""
        match self.kind:
            case TargetKind.AT_LEAST | TargetKind.RANGE if self.low is not None:
                return value >= self.low
            case TargetKind.GREATER_THAN if self.low is not None:
                return value > self.low
            case TargetKind.AT_MOST if self.high is not None:
                return value <= self.high
            case TargetKind.LESS_THAN if self.high is not None:
                return value < self.high
        return None

    def to_json(self) -> dict[str, str | None]:
        """Return {kind, low, high, of, unit}; numbers as strings, so that nothing is rounded on the way."""
        numbers = {name: getattr(self, name) for name in ("low", "high", "of")}
        shown = {name: None if value is None else str(value) for name, value in numbers.items()}
        return {"kind": self.kind.value, **shown, "unit": self.unit}

    @classmethod
    def from_json(cls, data: dict[str, str | None]) -> Self:
        """The inverse of `to_json`. Raises KeyError, ValueError or decimal.InvalidOperation on anything else."""
        numbers = {name: data[name] for name in ("low", "high", "of")}
        parsed = {name: None if value is None else Decimal(value) for name, value in numbers.items()}
        return cls(kind=TargetKind(data["kind"] or ""), unit=data["unit"] or "", **parsed)


@dataclass(frozen=True)
class TargetReading:
    """A cell as it was, what it asks for (None: blank, or doubtful) and what is wrong with it."""

    wording: str
    target: Target | None = None
    issues: tuple[Issue, ...] = ()


class _Backwards(ValueError):
    pass


def read_target(wording: str) -> TargetReading:
    """Read a target's value. A blank is no target, never 0; words that say no figure are kind `text`.

    Issues, each quoting the cell as `text`: warning `target-number-ambiguous` (`1.000`), error
    `target-impossible` (a range that falls, a fraction of nothing).
    """
    text = one_line(wording)
    if not text:
        return TargetReading(wording)
    try:
        return TargetReading(wording, _parse(text))
    except AmbiguousNumber:
        return TargetReading(wording, None, (Issue("warning", "target-number-ambiguous", {"text": text}),))
    except _Backwards:
        return TargetReading(wording, None, (Issue("error", "target-impossible", {"text": text}),))


_MILESTONES = {
    "hoan thanh",
    "da hoan thanh",
    "xong",
    "dat",
    "dat chuan",
    "dat yeu cau",
    "co",
    "da co",
    "ban hanh",
}
_UNIT = r"(?P<unit>\s*%|\s*[^\W\d_][^\d;,]{0,39}?)?"
_GOAL = r"(?:(?:phan dau|du kien)\s+)?(?:dat\s+)?"
_LOWER = r">=|=>|≥|(?:it nhat|toi thieu|khong duoi|khong it hon|khong thap hon)(?:\s+dat)?\b"
_UPPER = r"<=|=<|≤|(?:toi da|khong qua|khong vuot qua|nhieu nhat|khong hon)\b"
_BOUNDS = {
    "low": TargetKind.AT_LEAST,
    "high": TargetKind.AT_MOST,
    "over": TargetKind.GREATER_THAN,
    "under": TargetKind.LESS_THAN,
}
_BOUND = re.compile(
    rf"{_GOAL}(?:(?P<low>{_LOWER})|(?P<high>{_UPPER})|(?P<over>>|(?:tren|hon|vuot)\b)"
    rf"|(?P<under><|(?:duoi|it hon|thap hon)\b)|=|bang\b|tu\b)?"
    rf"\s*(?P<number>{NUMBER}){_UNIT}(?:\s+(?P<up>tro len)|\s+(?P<down>tro xuong))?"
)
_RANGE = re.compile(rf"{_GOAL}(?:tu\s+)?(?P<low>{NUMBER})\s*%?\s*(?:-|\bden\b)\s*(?P<high>{NUMBER}){_UNIT}")
_FRACTION = re.compile(rf"{_GOAL}(?P<low>\d+)\s*/\s*(?P<of>\d+){_UNIT}")
_MAINTAIN = re.compile(
    rf"(?:tiep tuc\s+)?(?:duy tri|giu vung|giu nguyen|on dinh)(?:\s+(?:o\s+)?(?:muc\s+)?(?P<number>{NUMBER})"
    rf"(?:\s*%?\s*(?:±|\+/-)\s*(?P<tolerance>{NUMBER}))?{_UNIT})?"
)
_LEVEL = re.compile(r"(?:dat\s+)?(?:muc do|cap do|muc|cap)\s+(?P<level>\d{1,2})")


def _parse(text: str) -> Target:
    folded = plain_dashes(fold(text)).rstrip(" .;")
    if folded and not folded.strip("-"):
        return Target(TargetKind.NONE)
    if folded in _MILESTONES:
        return Target(TargetKind.MILESTONE)
    for pattern, build in _FORMS:
        match = pattern.fullmatch(folded)
        target = match and build(match, _unit(match, text, folded))
        if target:
            return target
    return Target(TargetKind.TEXT)


def _unit(match: re.Match[str], text: str, folded: str) -> str:
    if "unit" not in match.re.groupindex or match["unit"] is None:
        return ""
    start, end = match.span("unit")
    aligned = text if len(fold(text)) == len(text) else folded
    return aligned[start:end].strip()


def _bound(match: re.Match[str], unit: str) -> Target | None:
    number = read_number(match["number"])
    if number is None:
        return None
    said = next((kind for name, kind in _BOUNDS.items() if match[name] is not None), TargetKind.NUMBER)
    kind = TargetKind.AT_LEAST if match["up"] else TargetKind.AT_MOST if match["down"] else said
    low = None if kind in (TargetKind.AT_MOST, TargetKind.LESS_THAN) else number
    high = None if kind in (TargetKind.AT_LEAST, TargetKind.GREATER_THAN) else number
    return Target(kind, low, high, unit=unit)


def _range(match: re.Match[str], unit: str) -> Target | None:
    low, high = read_number(match["low"]), read_number(match["high"])
    if low is None or high is None:
        return None
    if low > high:
        raise _Backwards
    return Target(TargetKind.RANGE, low, high, unit=unit)


def _fraction(match: re.Match[str], unit: str) -> Target:
    low, whole = Decimal(match["low"]), Decimal(match["of"])
    if low > whole or not whole:
        raise _Backwards
    return Target(TargetKind.FRACTION, low, low, of=whole, unit=unit)


def _maintain(match: re.Match[str], unit: str) -> Target | None:
    if not match["number"]:
        return Target(TargetKind.MAINTAIN)
    number = read_number(match["number"])
    tolerance = read_number(match["tolerance"]) if match["tolerance"] else Decimal(0)
    if number is None or tolerance is None:
        return None
    return Target(TargetKind.MAINTAIN, number - tolerance, number + tolerance, unit=unit)


def _level(match: re.Match[str], unit: str) -> Target:
    level = Decimal(match["level"])
    return Target(TargetKind.LEVEL, level, level)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], Target | None]], ...] = (
    (_RANGE, _range),
    (_FRACTION, _fraction),
    (_LEVEL, _level),
    (_MAINTAIN, _maintain),
    (_BOUND, _bound),
)


_FIGURE = re.compile(
    r"\d\s*%|(?:>=|<=|≥|≤|>|<|it nhat|toi thieu|tren|duoi|khong qua|toi da|khong duoi|dat|tu)\s+(?:tu\s+)?\d"
)


def has_figure(wording: str) -> bool:
    """Whether a sentence names the figure to reach: "Hoàn thành ít nhất 95% nội dung", "từ 03 giải trở lên"."""
    read = read_target(wording).target
    return bool(read and read.measurable) or _FIGURE.search(fold(wording)) is not None


def bound_in(wording: str) -> Target | None:
    """The bound that a whole sentence ends with ("Tỷ lệ tốt nghiệp đạt ít nhất 95%"); None where it names none."""
    words = one_line(wording).split()
    for place in range(len(words)):
        target = read_target(" ".join(words[place:])).target
        if target and target.met_by(Decimal(0)) is not None:
            return target
    return None
