"""A plan from the database onto paper."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import override

from papers.output.appendix_1 import Approval, PaperRow, PlanPaper, write_appendix_1
from workflow.models import State

from .contents import content_shown
from .models import Plan, PlanRow
from .queries import called, demo_rows
from .queries.people import officers_of
from .words import PlanRowContent

#: The paper of a Vietnamese office is in Vietnamese, whatever the reader's screen is in.
PAPER_LANGUAGE = "vi"


def appendix_1(plan: Plan) -> bytes:
    """Phụ lục 1 (Notice 242) as an .xlsx: an open draft as it stands, else as it was submitted; an approved plan says so,
    with its digest."""
    case, content = plan.case, content_shown(plan)
    issued, demo = content.get("issued"), demo_rows(plan)
    leads = {code for row in content["rows"] for code in row["leads"]}
    with override(PAPER_LANGUAGE):
        names = called(leads, case.institution_id)
        approval = Approval(str(State(case.state).label), case.digest) if case.state != State.DRAFT else None
        paper = PlanPaper(
            title=content["title"],
            issuer=case.unit.name,
            rows=tuple(paper_row(row, names, demo=row["id"] in demo) for row in content["rows"]),
            number=issued["number"] if issued else content["number"],
            issued_on=date.fromisoformat(issued["date"]) if issued else None,
            approval=approval,
            officers=tuple(f"{one.user.full_name} ({one.unit.name})" for one in officers_of([plan.root_id])),
        )
        return write_appendix_1(paper)


def paper_row(row: PlanRowContent, names: Mapping[str, str], *, demo: bool) -> PaperRow:
    """One row as printed: the wording of its lead cell, else the names of the units."""
    return PaperRow(
        kind="target" if row["kind"] == PlanRow.Kind.TARGET else "task",
        section=row["section"],
        number=row["number"],
        text=row["text"],
        lead_text=row["lead_text"] or lines(row["leads"], names),
        due_text=row["due_text"],
        product=row["product"],
        note=row["note"],
        demo=demo,
    )


def lines(codes: Sequence[str], names: Mapping[str, str]) -> str:
    """What these units are called, one under the other."""
    return "\n".join(names.get(code, code) for code in codes)
