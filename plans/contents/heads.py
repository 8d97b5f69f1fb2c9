"""What a plan signs that it says of all of its rows at once: who answers for them, by whose authority, what it claims."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from plans.models import Plan, PlanGroup
from plans.words import GroupContent, HeadContent

#: What a supplement can change of it, with what stands there where nothing is said.
EMPTY: Mapping[str, Any] = {
    "person": "",
    "authority": "",
    "groups": [],
    "of_institution": False,
    "exemption": "",
}


def groups_by_plan(case_ids: Collection[UUID]) -> dict[UUID, list[GroupContent]]:
    """The groups of each plan by their section; one statement."""
    found: dict[UUID, list[GroupContent]] = defaultdict(list)
    for one in PlanGroup.objects.filter(plan__in=case_ids).order_by("plan", "section"):
        found[one.plan_id].append({"section": one.section, "person": one.person, "authority": one.authority})
    return found


def head_content(plan: Plan, groups: list[GroupContent]) -> HeadContent:
    """What is given of it; what is not is left out, so that what was signed before stays as it was."""
    said: dict[str, Any] = {
        "person": plan.person,
        "authority": plan.authority,
        "groups": groups,
        "of_institution": plan.of_institution,
        "exemption": plan.exemption,
        "renews": str(plan.renews_id) if plan.renews_id else "",
    }
    given: HeadContent = {name: value for name, value in said.items() if value}  # type: ignore[assignment]
    return given


def head_before(now: HeadContent, before: HeadContent) -> HeadContent:
    """What the revision before said of it, of what a supplement says otherwise."""
    was: HeadContent = {
        name: before.get(name, empty)
        for name, empty in EMPTY.items()
        if now.get(name, empty) != before.get(name, empty)
    }  # type: ignore[assignment]
    return was
