"""An update as one screen shows it: the row with what is said of it now, beside what the report had said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from approvals.queries import Request, dockets_for, seen_by, submitted_contents
from organization.models import User
from organization.rules import Absent
from plans.queries import CASE_NAMES
from reports.models import RowUpdate
from reports.rules.gaps import wants_figure
from reports.rules.warnings import warnings_of
from reports.words import RowContent, SignedRow, read_rows
from workflow.models import Case
from workflow.rules import Reason, reasons_against_editing


@dataclass(frozen=True, slots=True)
class ShownUpdate:
    """An update of a row.

    Attributes:
        digest: as of now.
        editable: why its content cannot be changed by the reader; empty: it can.
        row: as it was submitted, in an open draft as its plan stands now; None: its period no longer has it.
        warnings: what is odd about what is said, although it can stand.
    """

    case: Case
    title: str
    row_id: UUID
    digest: str
    editable: Sequence[Reason]
    row: SignedRow | None
    warnings: Sequence[Reason]

    @property
    def case_id(self) -> UUID:
        """Its id."""
        return self.case.id

    @property
    def row_content(self) -> RowContent | None:
        """The row as it stands in the content."""
        return None if self.row is None else self.row.to_content()

    @property
    def value_wanted(self) -> bool:
        """Whether its target names a figure."""
        return self.row is not None and wants_figure(self.row)


def read_update(user: User, case_id: UUID, now: datetime) -> ShownUpdate:
    """The update.

    Raises:
        Absent: the person sees none there.
    """
    seen = RowUpdate.objects.filter(seen_by(user, now, "case__"), case=case_id)
    update = seen.select_related(*CASE_NAMES, "row__plan__period").first()
    if update is None:
        raise Absent
    case = update.case
    docket = dockets_for([case], Request(by=user, now=now, acts=()))[case.id]
    content = docket.content or submitted_contents([case.id])[case.id]
    row = next(read_rows(content), None)
    began: date = update.row.plan.period.starts
    return ShownUpdate(
        case=case,
        title=content["title"],
        row_id=update.row_id,
        digest=docket.facts.digest,
        editable=reasons_against_editing(docket.facts),
        row=row,
        warnings=list(warnings_of(1, row, began)) if row else [],
    )
