"""Words from the tables, as a content names them."""

from datetime import date
from decimal import Decimal

from reports.models import Word
from reports.words import SILENT, Said


def iso(day: date | None) -> str | None:
    """A day as a content carries it."""
    return day.isoformat() if day else None


def plain(number: Decimal | None) -> str | None:
    """A decimal without the zeros that only its column has: 95.5000 is 95.5."""
    return None if number is None else f"{number.normalize():f}"


def said_in(word: Word | None) -> Said:
    """What is said of a row; silent where nothing is."""
    if word is None:
        return SILENT
    return Said(
        done=word.done,
        completed_on=iso(word.completed_on),
        result=word.result,
        value=plain(word.value),
        cause=word.cause,
        remedy=word.remedy,
        promised_on=iso(word.promised_on),
        expected_on=iso(word.expected_on),
        evidence=word.evidence,
    )
