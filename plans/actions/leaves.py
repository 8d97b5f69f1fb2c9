"""The digests of the rows of an open draft: of what each says, kept so that one row is changed without reading the others."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce, Length

from approvals.ledger.canonical import digest
from notation import limits
from plans.contents.heads import groups_by_plan, head_content
from plans.contents.plans import content_of, plan_contents
from plans.models import Plan, PlanRow, RowDigest, RowUnit
from plans.words import PlanContent


class Leaf(NamedTuple):
    """A row of a plan in its place: what it counts towards what a plan can keep, and the digest of what it says; None: not known."""

    id: UUID
    characters: int
    digest: str | None


def read_leaves(plan: Plan) -> list[Leaf]:
    """The rows of the plan in their order; one statement."""
    named = RowUnit.objects.filter(row=OuterRef("pk")).order_by().values("row").annotate(count=Count("pk"))
    codes = Coalesce(Subquery(named.values("count")), 0) * limits.UNIT_CODE
    size = sum((Length(name) for name in limits.ROW), start=codes)
    found = PlanRow.objects.filter(plan=plan).order_by("position").annotate(size=size)
    return [Leaf(*row) for row in found.values_list("id", "size", "hashed__digest")]


def drop_leaves(plan: Plan) -> None:
    """Forgets the digests of the plan's rows: they may say something else now."""
    RowDigest.objects.filter(row__plan=plan).delete()


def content_by_leaves(
    plan: Plan, order: Sequence[UUID], known: Mapping[UUID, str | None]
) -> Mapping[str, object]:
    """What the plan (with its case's unit and its period) says, each row by its digest. Where one is not known the whole plan is
    read, and they are kept; a supplement is read each time, for its rows say what they were before.

    Args:
        order: its rows, in their order.
        known: row -> digest.
    """
    if plan.revision == 0 and all(known.get(row) for row in order):
        groups = groups_by_plan([plan.case_id])[plan.case_id]
        return {**content_of(plan, [], head_content(plan, groups)), "rows": [known[row] for row in order]}
    content = plan_contents([plan.case_id])[plan.case_id]
    if plan.revision == 0:
        keep_leaves(content, known)
    return content


def keep_leaves(content: PlanContent, known: Mapping[UUID, str | None]) -> None:
    """Keeps the digests of the rows that have none; one statement."""
    missing = [row for row in content["rows"] if not known.get(UUID(row["id"]))]
    RowDigest.objects.bulk_create(
        [RowDigest(row_id=UUID(row["id"]), digest=digest(row)) for row in missing],
        update_conflicts=True, unique_fields=["row"], update_fields=["digest"],
    )  # fmt: skip
