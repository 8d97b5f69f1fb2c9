"""What must come of a plan that changes: worked out from lists of what happened, by loops over them, never from what the product says."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

#: Completion time of a row, as one writes it -> its last day; or a word for what has none.
MONTHLY, STANDING, EVENT = "Hằng tháng", "Thường xuyên", "Sau khi có Nghị định"
DAYS = {
    "Tháng 9/2026": date(2026, 9, 30), "Tháng 10/2026": date(2026, 10, 31), "20/10/2026": date(2026, 10, 20),
    "Tháng 11/2026": date(2026, 11, 30), "Tháng 12/2026": date(2026, 12, 31), "Tháng 1/2027": date(2027, 1, 31),
    "Tháng 2/2027": date(2027, 2, 28),
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """A row: when it is due (a day, or one of the words), who leads it, the days that it had before it was put off."""

    text: str
    due: date | str
    lead: str
    put_off: tuple[date, ...] = ()
    stopped: bool = False


@dataclass(frozen=True)
class Change:
    """Something that was decided of a row at a moment; `kind`: stop, move, occur or extend."""

    at: datetime
    kind: str
    text: str
    on: date
    was: Any = None
    to: str = ""


@dataclass(frozen=True)
class Version:
    """What a revision says, adopted at a moment, from the month that begins on a day."""

    at: datetime
    since: date
    rows: tuple[Told, ...]


@dataclass(frozen=True)
class MonthDays:
    """A month, and when its units' reports are due."""

    label: str
    due: datetime

    @property
    def first(self) -> date:
        """Its first day."""
        return date.fromisoformat(f"{self.label}-01")

    @property
    def last(self) -> date:
        """Its last day."""
        return self.first.replace(day=monthrange(self.first.year, self.first.month)[1])


@dataclass(frozen=True)
class Frozen:
    """What a unit submitted: of which rows (text -> why it stands there), and which of them it said are done."""

    rows: dict[str, str]
    done: frozenset[str]


@dataclass
class History:
    """All that happened.

    Attributes:
        frozen: (month, unit) -> its report.
    """

    versions: list[Version]
    changes: list[Change] = field(default_factory=list)
    frozen: dict[tuple[str, str], Frozen] = field(default_factory=dict)

    def now(self, at: datetime) -> dict[str, Told]:
        """Text -> how each row of the revision adopted last stands."""
        version = [one for one in self.versions if one.at <= at][-1]
        return {row.text: self.after(row, at, at.date()) for row in version.rows}

    def after(self, row: Told, at: datetime, on: date) -> Told:
        """A row after all that was decided of it before a moment; who takes over has to by a day."""
        for change in self.changes:
            if change.text != row.text or change.at >= at:
                continue
            if change.kind == "stop":
                row = replace(row, stopped=True)
            if change.kind == "move" and change.on <= on and row.lead == change.was:
                row = replace(row, lead=change.to)
            if change.kind == "occur" and row.due == EVENT:
                row = replace(row, due=change.on)
            if change.kind == "extend" and row.due == change.was:
                row = replace(row, due=change.on, put_off=(*row.put_off, change.was))
        return row

    def rows_in(self, month: MonthDays, known: datetime) -> Iterator[Told]:
        """The rows of the revision that holds in a month, as they stand when its units' reports are due, as far as was known."""
        holding = [one for one in self.versions if one.at < known and one.since <= month.first]
        for row in holding[-1].rows:
            stands = self.after(row, min(known, month.due), month.due.date())
            if not stands.stopped:
                yield stands

    def was_done(self, text: str, month: MonthDays) -> bool:
        """Whether a unit said in an earlier month that it is done."""
        return any(text in one.done for (label, _unit), one in self.frozen.items() if label < month.label)

    def asked(self, month: MonthDays, unit: str, known: datetime) -> dict[str, str]:
        """Text -> why it stands in the unit's report: due, carried or standing."""
        found = {}
        for row in self.rows_in(month, known):
            why = self.why(row, month)
            if row.lead == unit and why:
                found[row.text] = why
        return found

    def why(self, row: Told, month: MonthDays) -> str:
        """Why a row stands in a month; empty: it does not."""
        if isinstance(row.due, str):
            return "due" if row.due == MONTHLY else "standing"
        if row.due > month.last or self.was_done(row.text, month):
            return ""
        return "due" if row.due >= month.first else "carried"

    def put_off(self, month: MonthDays, known: datetime) -> dict[str, tuple[date, int, date]]:
        """Text -> until when, for the how manyth time, and the first day of what was due in the month and is due later by now."""
        return {
            row.text: (row.due, len(row.put_off), row.put_off[0])
            for row in self.rows_in(month, known)
            if isinstance(row.due, date)
            and row.due > month.last
            and any(month.first <= day <= month.last for day in row.put_off)
            and not self.was_done(row.text, month)
        }

    def reports(self, month: MonthDays, units: str, known: datetime) -> dict[str, dict[str, str]]:
        """Unit -> its report: as it was submitted; else as its plan stands, without what another unit has submitted that led
        the row before."""
        found = {}
        for unit in units:
            if (month.label, unit) in self.frozen:
                found[unit] = self.frozen[month.label, unit].rows
                continue
            told = {
                change.text
                for change in self.changes
                if change.kind == "move" and change.text in self.frozen_rows(month, change.was)
            }
            asked = self.asked(month, unit, known)
            found[unit] = {text: why for text, why in asked.items() if text not in told or why == "standing"}
        return found

    def frozen_rows(self, month: MonthDays, unit: str) -> dict[str, str]:
        """What the unit has submitted, if it has."""
        one = self.frozen.get((month.label, unit))
        return one.rows if one else {}

    def form(self, month: MonthDays, units: str, known: datetime) -> dict[str, str]:
        """Text of each row of N -> the unit in whose report it stands: what came into a plan after its unit had submitted counts
        from the next month."""
        return {
            text: unit
            for unit, rows in self.reports(month, units, known).items()
            for text, why in rows.items()
            if why != "standing"
        }

    def done_in(self, month: MonthDays) -> set[str]:
        """What units said in the month is done."""
        return {
            text for (label, _unit), one in self.frozen.items() if label == month.label for text in one.done
        }
