"""One cell of a workbook as the office sees it: text, whatever Excel stores."""

import re
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Literal, NamedTuple

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from notation import moments

Look = Literal["number", "percent", "day", "month"]
Kind = Literal["text", "number", "fault", "uncalculated"]

# Dates in the order of the reader's own locale; openpyxl's table leaves them out.
_LOCAL_DATES = {*range(27, 37), *range(50, 59)}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


class Cell(NamedTuple):
    """`text` as shown, decimals with a point; `fault` holds an error such as #REF!, `uncalculated` nothing."""

    text: str
    kind: Kind = "text"


def look_of(format_id: int, code: str | None) -> Look:
    """Tell from a number format how a stored number is shown: 44197 may be 01/01/2021, or 01/2021."""
    code = code if code is not None else BUILTIN_FORMATS.get(format_id, "")
    letters = _QUOTED.sub("", code.split(";")[0]).lower()
    if "d" in letters or format_id in _LOCAL_DATES:
        return "day"
    if "y" in letters and "m" in letters:
        return "month"
    return "percent" if "%" in letters else "number"


def number_cell(stored: str, look: Look, *, mac_dates: bool) -> Cell:
    """Show a stored number: 1.0 as "1", 0.95 in a percent format as "95%", a day as "25/03/2021"."""
    try:
        number = Decimal(stored)
    except InvalidOperation:
        return Cell(stored)
    if look in ("day", "month"):
        return _date_cell(number, look, mac_dates=mac_dates)
    if look == "percent":
        return Cell(f"{_plain(number * 100)}%", "number")
    return Cell(_plain(number), "number")


def iso_cell(stored: str) -> Cell:
    """Show a date that is stored as ISO 8601 text (cell type d)."""
    try:
        return Cell(moments.day(datetime.fromisoformat(stored.removesuffix("Z"))))
    except ValueError:
        return Cell(stored)


def _date_cell(number: Decimal, look: Look, *, mac_dates: bool) -> Cell:
    try:
        shown = from_excel(float(number), CALENDAR_MAC_1904 if mac_dates else CALENDAR_WINDOWS_1900)
    except (ValueError, OverflowError):
        return Cell(str(number), "number")
    if not isinstance(shown, datetime):  # a time of day says nothing about the day
        return Cell(str(number), "number")
    return Cell(moments.day(shown) if look == "day" else moments.month(shown))


def _plain(number: Decimal) -> str:
    # Excel stores binary fractions: 0.28999999999999998 is what it shows as 0.29.
    if not number.is_finite() or abs(number.adjusted()) > 20:
        return str(number)
    shortest = Decimal(repr(float(number)))
    return f"{shortest.normalize():f}"
