"""What a handover signs, and what follows from the head's signature."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from approvals.kinds import Deed, Derived
from approvals.models import EvidenceUpload, Signature
from handovers.models import Handover, HandoverItem
from handovers.queries import lineage
from handovers.words import HandedItem, HandoverContent
from plans.actions.people import begin_officers
from plans.models import PlanOfficer, RowTaken

KINDS = HandoverItem.Kind


def handover_contents(case_ids: Collection[UUID]) -> dict[UUID, HandoverContent]:
    """The content of each handover as its tables stand; two statements."""
    found = Handover.objects.filter(case__in=case_ids).select_related("case__unit").prefetch_related("items")
    return {one.case_id: content_of(one) for one in found}


def content_of(one: Handover) -> HandoverContent:
    """One handover in codes, ids and words."""
    return {
        "title": one.case.title,
        "unit": one.case.unit.code,
        "period": one.case.period,
        "giver": one.giver_name,
        "giver_id": str(one.giver_id),
        "taker": one.taker_name,
        "taker_id": str(one.taker_id),
        "note": one.note,
        "items": [item_content(item) for item in one.items.all()],
    }


def item_content(item: HandoverItem) -> HandedItem:
    """One thing that goes along."""
    return {
        "kind": item.kind,
        "target": str(item.target),
        "within": str(item.within or ""),
        "text": item.text,
        "day": item.day.isoformat() if item.day else "",
    }


def after_handover_act(deed: Deed) -> None:
    """With the head's signature who takes over follows the plans, has the rows, and may cite the files."""
    if deed.act != "approve":
        return
    signed = Handover.objects.filter(case__in=[case.id for case in deed.cases])
    for one in signed.select_related("case__unit").prefetch_related("items"):
        targets: dict[str, list[UUID]] = defaultdict(list)
        for item in one.items.all():
            targets[item.kind].append(item.target)
        begin_officers(
            targets[KINDS.PLAN], lineage(one.case.unit), one.taker_id, by=deed.by, now=deed.now, case=one.case
        )
        RowTaken.objects.bulk_create(
            RowTaken(row_id=row, was_id=one.giver_id, user_id=one.taker_id, since=deed.now, case=one.case)
            for row in targets[KINDS.ROW]
        )
        EvidenceUpload.objects.bulk_create(
            (EvidenceUpload(evidence_id=file, by_id=one.taker_id) for file in targets[KINDS.FILE]),
            ignore_conflicts=True,
        )


def handed_anew(case_ids: Collection[UUID]) -> dict[UUID, list[Derived]]:
    """Whom each handover made follow plans and have rows, as the tables say and as its head's signature does; five
    statements."""
    signed = set(Signature.objects.filter(case__in=case_ids, act="approve").values_list("case", flat=True))
    kept: dict[UUID, dict[str, list[tuple[UUID, ...]]]] = {case: defaultdict(list) for case in case_ids}
    for case, *officer in PlanOfficer.objects.filter(case__in=case_ids).values_list(
        "case", "plan", "unit", "user"
    ):
        kept[case]["officers"].append(tuple(officer))
    for case, *taken in RowTaken.objects.filter(case__in=case_ids).values_list("case", "row", "was", "user"):
        kept[case]["rows"].append(tuple(taken))
    found: dict[UUID, list[Derived]] = {}
    for one in Handover.objects.filter(case__in=case_ids).select_related("case").prefetch_related("items"):
        items = [item for item in one.items.all() if one.case_id in signed]
        said = {
            "officers": [
                (item.target, one.case.unit_id, one.taker_id) for item in items if item.kind == KINDS.PLAN
            ],
            "rows": [(item.target, one.giver_id, one.taker_id) for item in items if item.kind == KINDS.ROW],
        }
        mine = kept[one.case_id]
        found[one.case_id] = [(name, sorted(mine[name]), sorted(made)) for name, made in said.items()]
    return found
