"""What a plan signs."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from django.db.models import Value
from django.db.models.functions import Coalesce, Concat

from approvals.kinds import Content
from approvals.queries import submitted_contents
from plans.models import CLASS, Plan, PlanRow, RowUnit
from plans.rules.changes import ENDED, KEPT, with_change
from plans.rules.revisions import still_said
from plans.words import ROW_FIELDS, HeadContent, PlanContent, PlanRowContent, RevisedRow

from .heads import groups_by_plan, head_before, head_content

#: The code of a unit that a row names, or of a class.
NAMED = Coalesce("units__unit__code", Concat(Value(CLASS), "units__unit_class"))
#: Which part a unit has in a row -> the field of the content that names it.
PARTS: Mapping[str, Literal["leads", "coordinating"]] = {
    RowUnit.Part.LEAD: "leads",
    RowUnit.Part.COORDINATING: "coordinating",
}


@dataclass(frozen=True, slots=True)
class Before:
    """What the revision before a supplement says: its rows by key, and what it says of all of them."""

    rows: Mapping[str, PlanRowContent]
    head: HeadContent


def plan_contents(case_ids: Collection[UUID]) -> dict[UUID, PlanContent]:
    """The content of each plan: three statements, whatever the number of plans, one more where supplements are among them."""
    plans = list(Plan.objects.filter(case__in=case_ids).select_related("case__unit", "period"))
    earlier = revisions_before([plan for plan in plans if plan.revision])
    every = {*case_ids, *(plan.case_id for plan in earlier.values())}
    rows, groups = rows_by_plan(every), groups_by_plan(every)
    before = {
        case: Before(
            {row.get("key", row["id"]): row for _place, row in still_said(rows[plan.case_id])},
            head_content(plan, groups[plan.case_id]),
        )
        for case, plan in earlier.items()
    }
    return {
        plan.case_id: content_of(
            plan, rows[plan.case_id], head_content(plan, groups[plan.case_id]), before.get(plan.case_id)
        )
        for plan in plans
    }


def revisions_before(supplements: Collection[Plan]) -> dict[UUID, Plan]:
    """Supplement -> the revision before it, drafts that were discarded left out; one statement, none without supplements."""
    if not supplements:
        return {}
    line: dict[UUID, list[Plan]] = defaultdict(list)
    roots = {plan.root_id for plan in supplements}
    for one in Plan.objects.filter(root__in=roots).select_related("case").order_by("-revision"):
        if one.revision == 0 or not one.case.discarded:
            line[one.root_id].append(one)
    return {
        plan.case_id: next(one for one in line[plan.root_id] if one.revision < plan.revision)
        for plan in supplements
    }


def content_of(
    plan: Plan, rows: list[PlanRowContent], head: HeadContent, before: Before | None = None
) -> PlanContent:
    """The working content of a plan that was read with its case's unit and its period.

    Args:
        head: what it says of all of its rows.
        before: of a supplement: the revision before it.
    """
    content: PlanContent = {
        "title": plan.case.title,
        "kind": plan.kind,
        "unit": plan.case.unit.code,
        "period": plan.period.label,
        "number": plan.number,
        "note": plan.note,
        "rows": rows,
        **head,  # type: ignore[typeddict-item]
    }
    if before is not None:
        content["revision"] = {
            "of": str(plan.root_id),
            "number": str(plan.revision),
            "asked_from": plan.asked_from.isoformat() if plan.asked_from else "",
        }
        if was := head_before(head, before.head):
            content["revision"]["was"] = was
        content["rows"] = [with_change(row, before.rows.get(row.get("key", row["id"]))) for row in rows]
    return content


def content_shown(plan: Plan) -> PlanContent:
    """What the plan says: as it was submitted, an open draft as its tables stand; one statement, two for a draft."""
    if plan.case.submitted:
        content: PlanContent = submitted_contents([plan.case_id])[plan.case_id]  # type: ignore[assignment]
        return content
    return plan_contents([plan.case_id])[plan.case_id]


def rows_by_plan(case_ids: Collection[UUID]) -> dict[UUID, list[PlanRowContent]]:
    """The rows of each plan in their order, with the codes of lead and coordinating units; one statement, whose values are taken as
    they come: a plan has thousands."""
    rows: dict[UUID, list[PlanRowContent]] = defaultdict(list)
    found = PlanRow.objects.filter(plan__in=case_ids).order_by("plan", "position", "units__position")
    last: UUID | None = None
    for plan, supplement, part, code, row, *said in found.values_list(
        "plan", "plan__revision", "units__part", NAMED, "id", *BESIDE, *ROW_FIELDS
    ):
        if row != last:
            last = row
            content = said_by(row, said)
            rows[plan].append({**content, **change_said(*said[:3])} if supplement else content)
        if part:
            rows[plan][-1][PARTS[part]].append(code)
    return rows


#: What of a row its content is made of, beside ROW_FIELDS.
BESIDE = ("key", "ended", "reason", "due", "carried_from")


def row_content(row: PlanRow) -> PlanRowContent:
    """A row before its units are named."""
    return said_by(row.id, [getattr(row, name) for name in (*BESIDE, *ROW_FIELDS)])


def said_by(row: UUID, said: Sequence[Any]) -> PlanRowContent:
    """A row by its id and its columns (BESIDE, ROW_FIELDS), before its units are named."""
    due, carried, *texts = said[3:]
    content: Any = dict(zip(ROW_FIELDS, texts, strict=True))
    content |= {"id": str(row), "leads": [], "coordinating": [], "due": due}
    if carried:
        content["carried_from"] = str(carried)
    return content  # type: ignore[no-any-return]


def change_said(key: UUID, ended: bool, reason: str) -> RevisedRow:  # noqa: FBT001 a column
    """What a row of a supplement says beside, before it is compared."""
    return {"key": str(key), "change": {"kind": ENDED if ended else KEPT, "was": {}, "reason": reason}}


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
            } | ({"assigning": True} if plan.issued_assigning else {})
    return working
