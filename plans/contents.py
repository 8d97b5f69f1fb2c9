"""What a plan signs, and what else changes with an act on it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Literal
from uuid import UUID

from django.db.models import F, Value
from django.db.models.functions import Coalesce, Concat

from approvals.kinds import Content, Deed
from approvals.models import Evidence, EvidenceCitation
from approvals.queries import submitted_contents
from plans.models import CLASS, Plan, PlanRow, RowUnit
from plans.words import PlanContent, PlanRowContent

#: The code of a unit that a row names, or of a class.
NAMED = Coalesce("units__unit__code", Concat(Value(CLASS), "units__unit_class"))
#: Which part a unit has in a row -> the field of the content that names it.
PARTS: Mapping[str, Literal["leads", "coordinating"]] = {
    RowUnit.Part.LEAD: "leads",
    RowUnit.Part.COORDINATING: "coordinating",
}


def plan_contents(case_ids: Collection[UUID]) -> dict[UUID, PlanContent]:
    """The content of each plan: two statements, whatever the number of plans."""
    plans = Plan.objects.filter(case__in=case_ids).select_related("case__unit", "period")
    rows = rows_by_plan(case_ids)
    return {plan.case_id: content_of(plan, rows[plan.case_id]) for plan in plans}


def content_of(plan: Plan, rows: list[PlanRowContent]) -> PlanContent:
    """The working content of a plan that was read with its case's unit and its period."""
    return {
        "title": plan.case.title,
        "kind": plan.kind,
        "unit": plan.case.unit.code,
        "period": plan.period.label,
        "number": plan.number,
        "note": plan.note,
        "rows": rows,
    }


def content_shown(plan: Plan) -> PlanContent:
    """What the plan says: as it was submitted, an open draft as its tables stand; one statement."""
    if plan.case.submitted:
        content: PlanContent = submitted_contents([plan.case_id])[plan.case_id]  # type: ignore[assignment]
        return content
    return content_of(plan, rows_by_plan([plan.case_id])[plan.case_id])


def rows_by_plan(case_ids: Collection[UUID]) -> dict[UUID, list[PlanRowContent]]:
    """The rows of each plan in their order, with the codes of lead and coordinating units; one statement."""
    rows: dict[UUID, list[PlanRowContent]] = defaultdict(list)
    named = PlanRow.objects.filter(plan__in=case_ids).order_by("plan", "position", "units__position")
    last: UUID | None = None
    for row in named.annotate(part=F("units__part"), code=NAMED):
        if row.id != last:
            last = row.id
            rows[row.plan_id].append(row_content(row))
        if row.part:
            rows[row.plan_id][-1][PARTS[row.part]].append(row.code)
    return rows


def row_content(row: PlanRow) -> PlanRowContent:
    """A row before its units are named."""
    return {
        "id": str(row.id),
        "kind": row.kind,
        "section": row.section,
        "number": row.number,
        "text": row.text,
        "lead_text": row.lead_text,
        "coordinating_text": row.coordinating_text,
        "due_text": row.due_text,
        "product": row.product,
        "person": row.person,
        "authority": row.authority,
        "note": row.note,
        "leads": [],
        "coordinating": [],
        "due": row.due,
    }


def restated_plans(signed: Mapping[UUID, Content]) -> dict[UUID, Content]:
    """Submitted contents of plans as their tables stand, the data of an issued document among them; three statements."""
    working: dict[UUID, Content] = {
        case_id: {**said} for case_id, said in plan_contents(list(signed)).items()
    }
    issued = Plan.objects.filter(case__in=signed, issued_evidence__isnull=False)
    for plan in issued.select_related("issued_evidence"):
        if plan.issued_evidence and plan.issued_date:
            working[plan.case_id]["issued"] = {
                "number": plan.issued_number,
                "date": plan.issued_date.isoformat(),
                "signer": plan.issued_signer,
                "evidence": plan.issued_evidence.sha256,
            }
    return working


def after_plan_act(deed: Deed) -> None:
    """A registered plan holds its number, date, signer and file; a reopened one is issued no longer."""
    ids = [case.id for case in deed.cases]
    if deed.act == "register":
        record_issue(deed)
    if deed.act == "reopen":
        Plan.objects.filter(case__in=ids).update(
            issued_number="", issued_date=None, issued_signer="", issued_evidence=None
        )


def record_issue(deed: Deed) -> None:
    """Keeps the data of the issued document beside the plan; the file is seen by whoever sees the plan."""
    issued = deed.details["issued"]
    for case in deed.cases:
        evidence = Evidence.objects.get(institution=case.institution_id, sha256=issued["evidence"])
        EvidenceCitation.objects.get_or_create(case=case, evidence=evidence)
        Plan.objects.filter(case=case).update(
            issued_number=issued["number"],
            issued_date=date.fromisoformat(issued["date"]),
            issued_signer=issued["signer"],
            issued_evidence=evidence,
        )
