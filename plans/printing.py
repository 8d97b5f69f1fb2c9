"""A plan from the database onto paper."""

from django.db.models import QuerySet
from django.utils.translation import override

from papers.output.appendix_1 import Approval, PaperRow, PlanPaper, write_appendix_1
from workflow.models import State

from .models import Plan, PlanRow, RowUnit

#: The paper of a Vietnamese office is in Vietnamese, whatever the reader's screen is in.
PAPER_LANGUAGE = "vi"


def appendix_1(plan: Plan, rows: QuerySet[PlanRow]) -> bytes:
    """Phụ lục 1 (Notice 242) as an .xlsx, with these rows; an approved plan says so, with its digest."""
    case = plan.case
    with override(PAPER_LANGUAGE):
        approval = Approval(str(State(case.state).label), case.digest) if case.state != State.DRAFT else None
        paper = PlanPaper(
            title=case.title,
            issuer=case.unit.name,
            rows=tuple(paper_row(row) for row in rows),
            number=plan.issued_number or plan.number,
            issued_on=plan.issued_date,
            approval=approval,
        )
        return write_appendix_1(paper)


def paper_row(row: PlanRow) -> PaperRow:
    """One row as printed: the wording of its lead cell, else the names of the units."""
    leads = [part.name for part in row.units.all() if part.part == RowUnit.Part.LEAD]
    return PaperRow(
        kind="target" if row.kind == PlanRow.Kind.TARGET else "task",
        section=row.section,
        number=row.number,
        text=row.text,
        lead_text=row.lead_text or "\n".join(leads),
        due_text=row.due_text,
        product=row.product,
        note=row.note,
        demo=row.demo,
    )
