"""How days and moments are written here: the one place that knows the order of day, month and hour.

Moments come in the reader's time zone.
"""

from datetime import date, datetime


def day(on: date) -> str:
    """ "25/07/2025"."""
    return on.strftime("%d/%m/%Y")


def month(on: date) -> str:
    """ "07/2025"."""
    return on.strftime("%m/%Y")


def clock(at: datetime) -> str:
    """ "17:00"."""
    return at.strftime("%H:%M")


def moment(at: datetime) -> str:
    """ "17:00 25/07/2025"."""
    return f"{clock(at)} {day(at)}"
