"""The year a plan is for: a calendar year or a school year."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from .text import one_line, plain_dashes

# The ministry's time frames open the school year in August and end its work in July; the seed
# documents count the same way (Hòa Bình's list of 2021 closes a school year and opens the next
# in August).
SCHOOL_YEAR_STARTS_IN = 8
EARLIEST, LATEST = 1990, 2100

_LABEL = re.compile(r"(\d{4})(?:\s*-\s*(\d{4}))?")


@dataclass(frozen=True)
class PlanYear:
    """A calendar year (`school` false) or the school year that begins in the year `first`."""

    first: int
    school: bool = False

    @classmethod
    def parse(cls, label: str) -> Self:
        """Read "2021" or "2025-2026" (any dash, blanks allowed).

        Raises ValueError when the label is neither, or the two years do not follow each other.
        """
        match = _LABEL.fullmatch(plain_dashes(one_line(label)))
        if not match or not EARLIEST <= int(match[1]) <= LATEST:
            raise ValueError(f"not a plan year: {label!r}")
        if match[2] and int(match[2]) != int(match[1]) + 1:
            raise ValueError(f"not a school year: {label!r}")
        return cls(int(match[1]), school=bool(match[2]))

    @classmethod
    def of(cls, day: date) -> Self:
        """The school year that the day lies in."""
        return cls(day.year - (day.month < SCHOOL_YEAR_STARTS_IN), school=True)

    @property
    def label(self) -> str:
        """The label as the contract writes it: "2021" or "2025-2026"."""
        return f"{self.first}-{self.first + 1}" if self.school else str(self.first)

    @property
    def start(self) -> date:
        """The first day: 1 January, or 1 August of a school year."""
        return date(self.first, SCHOOL_YEAR_STARTS_IN if self.school else 1, 1)

    @property
    def end(self) -> date:
        """The last day: 31 December, or 31 July of a school year."""
        return self.start.replace(year=self.first + 1) - timedelta(days=1)

    def year_of(self, month: int) -> int:
        """Return the calendar year in which the given month (1-12) of this plan year falls."""
        return self.first + (self.school and month < SCHOOL_YEAR_STARTS_IN)
