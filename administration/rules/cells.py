"""Single cells of a list, and what is wrong with them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as default
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext

from administration.words import SENTENCES
from papers.intake.lists import ListRow

_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_TELEPHONE = re.compile(r"\+?[\d .()\-]{6,}")


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something wrong, or odd, in a cell; `row` is the worksheet's, from 1 (0: the whole file)."""

    row: int
    field: str
    code: str
    params: Mapping[str, str] = default(default_factory=dict)

    @property
    def text(self) -> str:
        """The sentence, in the active language."""
        return gettext(SENTENCES[self.code]) % self.params


def day_of(text: str) -> date | None:
    """ "25/07/2025", "25.7.2025", "2025-07-25".

    Raises:
        ValueError: it is no day.
    """
    if not text:
        return None
    if found := _DAY.fullmatch(text):
        return date(int(found[3]), int(found[2]), int(found[1]))
    return date.fromisoformat(text)


def is_email(text: str) -> bool:
    """Whether it could be an e-mail address."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def is_telephone(text: str) -> bool:
    """Whether somebody could dial it."""
    return bool(_TELEPHONE.fullmatch(text))


def wrong_cells(
    line: ListRow, most: Mapping[str, int], *, needed: tuple[str, ...], days: tuple[str, ...] = ()
) -> Iterator[Wrong]:
    """What can be said of the cells of a line each by itself: Excel's errors, missing, too long, no day."""
    for name in line.broken:
        yield Wrong(line.row, name, "cell-fault", {"text": line[name]})
    for name in needed:
        if not line[name] and name not in line.broken:
            yield Wrong(line.row, name, "missing")
    for name, limit in most.items():
        if len(line[name]) > limit:
            yield Wrong(line.row, name, "too-long", {"length": str(len(line[name])), "limit": str(limit)})
    for name in days:
        if name not in line.broken and not is_day(line[name]):
            yield Wrong(line.row, name, "day-impossible", {"text": line[name]})


def is_day(text: str) -> bool:
    """Whether it is a day, or nothing."""
    try:
        day_of(text)
    except ValueError:
        return False
    return True


def day_in(line: ListRow, name: str) -> date | None:
    """The day in a cell; None where there is none, or it is none."""
    return day_of(line[name]) if is_day(line[name]) else None
