"""Verdicts on rows that a class of units leads: checked before they are written."""

from collections.abc import Mapping
from uuid import UUID

from organization.models import Unit
from reports.rules.judged import against_left
from reports.words import SignedRow
from workflow.models import Case
from workflow.rules import Reason

from .words import Words

#: What a verdict has beside the fields of a word.
FOUND = ("agreed", "judged", "shares")


def against_shares(words: Words, rows: Mapping[UUID, SignedRow], case: Case) -> list[Reason]:
    """Why these verdicts cannot leave the units that they do; one statement where a class of units leads a row, else none."""
    shared = any(rows[word["row"]].shares for word in words)
    units = Unit.objects.filter(institution=case.institution_id) if shared else Unit.objects.none()
    names = dict(units.values_list("code", "name"))
    return [
        reason
        for word in words
        for reason in against_left(
            rows[word["row"]], done=word.get("done"), left=word.get("left"), names=names
        )
    ]
