"""What is longer than it can be kept, whoever writes it: by hand, from a workbook, from a command."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext_noop as _

from notation import limits
from papers.intake.sentences import SENTENCES
from workflow.rules import CONTENT, Reason

TOO_MANY_ROWS = _("A plan has at most %(limit)s rows.")
TOO_MUCH_TEXT = _("All rows together have too much text; at most %(limit)s characters can be kept.")


def against_texts(
    texts: Mapping[str, str], limit_of: Mapping[str, int] = limits.ROW, *, row: str = ""
) -> Iterator[Reason]:
    """Each of these fields that is too long, named with the row that it stands in."""
    for field, text in texts.items():
        if len(text) > limit_of[field]:
            params = {"length": len(text), "limit": limit_of[field]}
            yield Reason("too-long", CONTENT, SENTENCES["cell-too-long"], params, row=row, field=field)


def against_units(units: Mapping[str, int], *, row: str) -> Iterator[Reason]:
    """Each field that names more units than a row may; `units`: how many by field."""
    for field, count in units.items():
        if count > limits.UNITS[field]:
            params = {"count": count, "limit": limits.UNITS[field]}
            yield Reason("too-many-units", CONTENT, SENTENCES["unit-too-many"], params, row=row, field=field)


def against_size(rows: int, characters: int) -> Iterator[Reason]:
    """Why so many rows with so much text (`limits.characters` of each) are no plan."""
    if rows > limits.ROWS:
        yield Reason("too-many-rows", CONTENT, TOO_MANY_ROWS, {"limit": limits.ROWS}, field="rows")
    if characters > limits.ROWS_TEXT:
        yield Reason("too-much-text", CONTENT, TOO_MUCH_TEXT, {"limit": limits.ROWS_TEXT}, field="rows")


#: What a plan says of itself -> how long it may be.
HEAD: Mapping[str, int] = {"title": limits.TITLE, "number": limits.DOCUMENT_NUMBER, "note": limits.TEXT}


def against_head(**texts: str) -> Iterator[Reason]:
    """What a plan says of itself and cannot keep."""
    return against_texts(texts, HEAD)
