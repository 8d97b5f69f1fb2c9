"""Which rows of the month before a monitoring unit is asked for once more. Pure.

The unit had signed nothing of them by then (u of N = k + m + u). They stand apart in its next report, outside of that
month's N; what it finds there is the earlier month's finding (docs/adr/0032).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reports.words import SignedRow


@dataclass(frozen=True, slots=True)
class Settled:
    """What speaks for not asking a row of the month before.

    Attributes:
        listed: (row, due day) of what the month after reports on anyway, whoever follows it: it was carried on.
        begun: plans that had come before their monitoring unit when its report was due.
        updated: rows of which an update was confirmed for that month.
    """

    listed: Collection[tuple[str, str | None]]
    begun: Collection[str]
    updated: Collection[str]


def asked_again(rows: Iterable[SignedRow], settled: Settled) -> Iterator[SignedRow]:
    """Those of the rows that the month before counted which nobody has found, and nothing asks for elsewhere."""
    for row in rows:
        known = (row.row, row.due_on) in settled.listed or row.row in settled.updated
        if row.counted and row.plan in settled.begun and not known:
            yield row


def read_earlier_rows(content: Mapping[str, Any]) -> Iterator[tuple[str, SignedRow]]:
    """(month, row) of the earlier month's rows of a monitoring report; those of an older program have none."""
    return ((row["period"], SignedRow.read(row)) for row in content.get("earlier", ()))


def address_of(row: str, month: str) -> str:
    """What a reason names a row of an earlier month by: the same row may stand in the report's own month, too."""
    return f"{row}@{month}"


def month_of(label: str) -> str:
    """A month as it is written in any language: 10/2026."""
    year, _, month = label.partition("-")
    return f"{month}/{year}"
