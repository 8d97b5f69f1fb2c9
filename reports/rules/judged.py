"""A verdict follows the word: it remembers which one it judged. Pure."""

from collections.abc import Collection, Iterator, Mapping
from typing import TypedDict

from django.utils.translation import gettext_noop as _

from approvals.ledger.canonical import digest
from reports.words import MemberContent, Said, SignedRow
from workflow.rules import CONTENT, Reason


class Share(TypedDict):
    """How a verdict found the share of one unit of a class, and the digest of the word that it judged."""

    done: bool
    judged: str


def word_digest(word: Said | None) -> str:
    """The digest of a signed word; empty where nothing was said."""
    return "" if word is None or word.done is None else digest(word.to_content())


def word_of(share: MemberContent) -> Said | None:
    """What the unit signed."""
    return None if share["word"] is None else Said.read(share["word"])


def asked_of(row: SignedRow) -> list[MemberContent]:
    """The units of the class that are asked of the row."""
    return [one for one in row.shares if not one["before"]]


def left_by_word(row: SignedRow) -> list[str]:
    """Codes of the units of the class that do not say that they are done."""
    return [one["unit"] for one in asked_of(row) if (word := word_of(one)) is None or word.done is not True]


def left_found(row: SignedRow) -> list[str]:
    """Codes of the units of a class that are not done by the verdict; none while there is none."""
    return sorted(row.left) if row.said.done is False else []


def shares_found(row: SignedRow, *, done: bool | None, left: Collection[str] | None) -> dict[str, Share]:
    """Code of each unit of the class -> how its share is found; empty without a verdict, and where one unit answers.

    Args:
        left: the units that are not done; None: those that do not say so.
    """
    if done is None:
        return {}
    open_ = [] if done else left_by_word(row) if left is None else left
    return {
        one["unit"]: {"done": one["unit"] not in open_, "judged": word_digest(word_of(one))}
        for one in asked_of(row)
    }


def against_left(
    row: SignedRow, *, done: bool | None, left: Collection[str] | None, names: Mapping[str, str]
) -> Iterator[Reason]:
    """Why the verdict cannot leave these units of the class: done is a row only when all are, not done while one is not.

    Args:
        names: code of a unit -> its name.
    """

    def reason(name: str, message: str, field: str, **params: str) -> Reason:
        return Reason(name, CONTENT, message, params, row=row.row, field=field)

    asked = [one["unit"] for one in asked_of(row)]
    for code in left or ():
        if code not in asked:
            yield reason("unit-unknown", _("“%(code)s” is not asked of this row."), "left", code=code)
    if not asked or done is None:
        return
    refused = [one["unit"] for one in asked_of(row) if (word := word_of(one)) and word.done is False]
    if done and (left or refused):
        message = _("It is done only when every unit is; not done: %(units)s.")
        yield reason(
            "units-left", message, "done", units=", ".join(names.get(code, code) for code in left or refused)
        )
    if done is False and not (left_by_word(row) if left is None else left):
        yield reason("units-unnamed", _("Name the units that are not done."), "left")
