"""Opening sheets as their list and their screen show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from approvals.queries import Request, dockets_for, submitted_contents
from organization.models import User
from organization.rules import Absent
from reports.contents.openings import opening_contents
from reports.models import OpeningSheet
from reports.queries.openings import counts_of, visible_sheets
from workflow.models import Case
from workflow.rules import Reason, reasons_against_editing


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A sheet in a list, with how many of its rows are said to be done, open or unclear."""

    sheet: OpeningSheet
    counts: Mapping[str, int]

    @property
    def case(self) -> Case:
        """Its case."""
        return self.sheet.case

    @property
    def case_id(self) -> UUID:
        """Its id."""
        return self.sheet.case_id

    @property
    def title(self) -> str:
        """What it is called."""
        return self.case.title

    @property
    def silent(self) -> int:
        """How many of its rows nobody has counts_of."""
        counts = self.counts
        return counts["rows"] - counts["done"] - counts["open"] - counts["unclear"]


@dataclass(frozen=True, slots=True)
class ShownSheet(SheetLine):
    """A sheet on its screen.

    Attributes:
        said: its content, as it was submitted or as its open draft stands.
        digest: as of now.
        editable: why the reader may not change it; empty: they may.
    """

    said: Mapping[str, Any]
    digest: str
    editable: Sequence[Reason]


def read_sheets(found: Sequence[OpeningSheet]) -> list[SheetLine]:
    """Sheets as the list shows them; one statement."""
    counts = counts_of(found)
    return [SheetLine(one, counts[one.case_id]) for one in found]


def read_opening(user: User, case_id: UUID, now: datetime) -> ShownSheet:
    """The sheet.

    Raises:
        Absent: the person sees none there.
    """
    one = visible_sheets(user, now).filter(case=case_id).first()
    if one is None:
        raise Absent
    facts = dockets_for([one.case], Request(by=user, now=now, acts=()))[case_id].facts
    signed = submitted_contents([case_id]).get(case_id) if one.case.submitted else None
    said = signed or {**opening_contents([case_id])[case_id]}
    counts = counts_of([one])[case_id]
    return ShownSheet(one, counts, said, facts.digest, reasons_against_editing(facts))
