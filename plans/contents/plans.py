"""What a plan signs."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from django.db.models import TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat

from approvals.kinds import Content
from approvals.queries import submitted_contents
from plans.models import CLASS, Plan, PlanRow, RowUnit
from plans.queries.ids import IdText
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
    """What the plan says: as it was submitted, an open draft as its tables stand; one statement, three for a draft."""
    if plan.case.submitted:
        content: PlanContent = submitted_contents([plan.case_id])[plan.case_id]  # type: ignore[assignment]
        return content
    return plan_contents([plan.case_id])[plan.case_id]


def rows_by_plan(case_ids: Collection[UUID]) -> dict[UUID, list[PlanRowContent]]:
    """The rows of each plan in their order, with the codes of lead and coordinating units; one statement, whose values are taken as
    they come: a plan has thousands."""
    rows: dict[UUID, list[PlanRowContent]] = {case_id: [] for case_id in case_ids}
    plans = {str(case_id): found for case_id, found in rows.items()}
    understood: dict[str | None, Any] = {None: None}  # rows say the same times again and again
    found = PlanRow.objects.filter(plan__in=case_ids).order_by("plan", "position", "units__position")
    last, content = "", {}  # type: str, Any
    for row, part, code, plan, supplement, key, ended, reason, due, *said in found.values_list(
        *OF_ROW, *ROW_FIELDS
    ):
        if row != last:
            last = row
            if due not in understood:
                understood[due] = json.loads(due)
            content = said_by(row, understood[due], *said)
            plans[plan].append(content)
            if supplement:
                content.update(change_said(key, ended, reason))
        if part:
            content[PARTS[part]].append(code)
    return rows


#: What of a row its content is made of, beside ROW_FIELDS; with each of its units once more.
OF_ROW = (
    IdText("id"), "units__part", NAMED, IdText("plan"), "plan__revision", IdText("key"), "ended", "reason",
    Cast("due", TextField()), IdText("carried_from"),
)  # fmt: skip


def row_content(row: PlanRow) -> PlanRowContent:
    """A row before its units are named."""
    carried = str(row.carried_from) if row.carried_from else None
    return said_by(str(row.id), row.due, carried, *(getattr(row, name) for name in ROW_FIELDS))


def said_by(row: str, due: Any, carried: str | None, *texts: str) -> PlanRowContent:
    """A row by its id, what was understood of its due time, the key of the one that it carries on, and ROW_FIELDS; before its
    units are named."""
    content: Any = dict(zip(ROW_FIELDS, texts, strict=True))
    content.update(id=row, leads=[], coordinating=[], due=due)
    if carried:
        content["carried_from"] = carried
    return content  # type: ignore[no-any-return]


def change_said(key: str, ended: bool, reason: str) -> RevisedRow:  # noqa: FBT001 a column
    """What a row of a supplement says beside, before it is compared."""
    return {"key": key, "change": {"kind": ENDED if ended else KEPT, "was": {}, "reason": reason}}


def restated_plans(signed: Mapping[UUID, Content]) -> dict[UUID, Content]:
    """Submitted contents of plans as their tables stand, the data of an issued document among them; four statements."""
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
