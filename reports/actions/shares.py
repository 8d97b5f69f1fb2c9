"""Verdicts on rows that a class of units leads: checked before they are written."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from organization.models import Unit
from reports.rules.judged import against_left, shares_found, word_digest
from reports.words import SignedRow
from workflow.models import Case
from workflow.rules import Reason

from .words import Words

#: What a verdict has beside the fields of a word.
FOUND = ("agreed", "judged", "shares")


def against_shares(words: Words, rows: Mapping[UUID, SignedRow], case: Case) -> list[Reason]:
    """Why these verdicts cannot leave the units that they do; one statement where a class of units leads a row, else none."""
    names = names_where_shared([rows[word["row"]] for word in words], case)
    return [
        reason
        for word in words
        for reason in against_left(
            rows[word["row"]], done=word.get("done"), left=word.get("left"), names=names
        )
    ]


def names_where_shared(rows: Iterable[SignedRow], case: Case) -> dict[str, str]:
    """Code -> name of the institution's units; one statement where a class of units leads one of these rows, else none."""
    shared = any(row.shares for row in rows)
    units = Unit.objects.filter(institution=case.institution_id) if shared else Unit.objects.none()
    return dict(units.values_list("code", "name"))


def found_columns(
    row: SignedRow, *, done: bool | None, left: Collection[str] | None, agreed: bool
) -> dict[str, Any]:
    """What a verdict on the row has beside the fields of a word (`FOUND`), judging the words that stand there now."""
    return {
        "agreed": agreed,
        "judged": word_digest(row.word),
        "shares": shares_found(row, done=done, left=left),
    }
