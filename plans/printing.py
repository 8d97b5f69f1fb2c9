"""A plan from the database onto paper."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils import timezone
from django.utils.translation import override

from notation import moments
from papers.output.appendix_1 import Approval, PaperRow, PlanPaper, write_appendix_1
from workflow.models import State

from .contents import content_shown
from .models import Plan, PlanRow
from .queries import called, demo_rows
from .queries.derived import issued_as_signed
from .queries.people import officers_of
from .reading.clarities import ShownExemption, exemption_of
from .rules.clarities import Clear, clear_rows
from .rules.revisions import still_said
from .words import PlanRowContent

#: The paper of a Vietnamese office is in Vietnamese, whatever the reader's screen is in.
PAPER_LANGUAGE = "vi"


def appendix_1(plan: Plan) -> bytes:
    """Phụ lục 1 (Notice 242) as an .xlsx: an open draft as it stands, else as it was submitted, of a supplement what it does not
    end; an approved plan says so, with its digest."""
    case, content = plan.case, content_shown(plan)
    clear = clear_rows(content)
    rows = [(row, clear[place - 1]) for place, row in still_said(content["rows"])]
    issued, demo = issued_as_signed([plan.case_id]).get(plan.case_id), demo_rows(plan)
    leads = {code for row, _clear in rows for code in row["leads"]}
    with override(PAPER_LANGUAGE):
        names = called(leads, case.institution_id)
        approval = Approval(str(State(case.state).label), case.digest) if case.state != State.DRAFT else None
        paper = PlanPaper(
            title=content["title"],
            issuer=case.unit.name,
            rows=tuple(paper_row(row, one, names, demo=row["id"] in demo) for row, one in rows),
            number=issued["number"] if issued else content["number"],
            issued_on=date.fromisoformat(issued["date"]) if issued else None,
            approval=approval,
            exemption=exemption_line(exemption_of(plan, content)),
            officers=tuple(f"{one.user.full_name} ({one.unit.name})" for one in officers_of([plan.root_id])),
        )
        return write_appendix_1(paper)


def paper_row(row: PlanRowContent, clear: Clear, names: Mapping[str, str], *, demo: bool) -> PaperRow:
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
        person=clear.person,
        authority=clear.authority,
        demo=demo,
    )


def exemption_line(claimed: ShownExemption | None) -> str:
    """Why the six clarities are not asked of a plan, who accepted that and when; "" where nothing is claimed."""
    if claimed is None:
        return ""
    if claimed.accepted is None:
        return claimed.reason
    signed = claimed.accepted
    day = moments.day(timezone.localtime(signed.signed_at).date())
    return f"{claimed.reason} – chấp nhận bởi {signed.signer_title} {signed.signer_name}, ngày {day}"


def lines(codes: Sequence[str], names: Mapping[str, str]) -> str:
    """What these units are called, one under the other."""
    return "\n".join(names.get(code, code) for code in codes)
