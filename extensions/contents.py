"""What an extension signs, and what follows from the leadership's decision."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from approvals.kinds import Content, Deed, Derived, Details
from approvals.models import Signature
from extensions.models import Extension
from extensions.rules import day_granted
from extensions.words import ExtensionContent
from plans.models import RowTerm
from workflow.models import Case


def extension_contents(case_ids: Collection[UUID]) -> dict[UUID, ExtensionContent]:
    """The content of each extension; one statement."""
    found = Extension.objects.filter(case__in=case_ids).select_related("case__unit", "row__plan__case")
    return {one.case_id: content_of(one) for one in found}


def content_of(one: Extension) -> ExtensionContent:
    """One extension, read with its case's unit and its row's plan."""
    return {
        "title": one.case.title,
        "unit": one.case.unit.code,
        "plan": str(one.row.plan_id),
        "plan_title": one.row.plan.case.title,
        "row": str(one.row.key),
        "text": one.row.text,
        "due_text": one.row.due_text,
        "was": one.was.isoformat(),
        "on": one.asked_on.isoformat(),
        "cause": one.cause,
        "evidence": one.evidence,
        "period": one.case.period,
    }


def content_shown(one: Extension, signed: Content | None) -> Content:
    """What it says: as it was submitted, an open draft as it stands."""
    return signed if signed is not None and one.case.submitted else {**content_of(one)}


def day_put_off(act: str, cases: Sequence[Case], now: datetime) -> Mapping[UUID, Details]:
    """Extension -> the last day that a grant puts off, as its signature says beside the new one; one statement."""
    if act != "grant":
        return {}
    found = Extension.objects.filter(case__in=[case.id for case in cases]).values_list("case", "was")
    return {case: {"was": was.isoformat()} for case, was in found}


def after_extension_act(deed: Deed) -> None:
    """A row that was granted another day is due then; three statements."""
    if deed.act != "grant":
        return
    sequences = {case.id: case.sequence + 1 for case in deed.cases}
    terms = deed.details.get("terms", {})
    found = list(Extension.objects.filter(case__in=sequences).select_related("row__plan"))
    for one in found:
        one.granted_on = day_granted(one.asked_on, terms)
    Extension.objects.bulk_update(found, ["granted_on"])
    RowTerm.objects.bulk_create(
        RowTerm(
            root_id=one.row.plan.root_id, row_id=one.row.key, kind=RowTerm.Kind.EXTENDED, since=deed.now,
            on=day_granted(one.asked_on, terms), was=one.was, case_id=one.case_id, sequence=sequences[one.case_id],
        )
        for one in found
    )  # fmt: skip


#: What is kept of a grant: the signature's place in the chain, the row's key, both days.
Kept = tuple[int, UUID | None, str, date | None, date]


def granted_anew(case_ids: Collection[UUID]) -> dict[UUID, list[Derived]]:
    """What was granted, as the tables keep it and as the leadership's signatures say; three statements."""
    kept: dict[UUID, list[Kept]] = defaultdict(list)
    for term in RowTerm.objects.filter(case__in=case_ids).order_by("sequence"):
        kept[term.case_id].append((term.sequence, term.row_id, term.kind, term.was, term.on))
    grants = Signature.objects.filter(case__in=case_ids, act="grant")
    signed = {one.case_id: one for one in grants}
    found: dict[UUID, list[Derived]] = {}
    for one in Extension.objects.filter(case__in=case_ids).select_related("row"):
        grant = signed.get(one.case_id)
        on = day_granted(one.asked_on, grant.details.get("terms", {})) if grant else None
        said: list[Kept] = []
        if grant and on:
            was = date.fromisoformat(grant.details["was"])
            said = [(grant.sequence, one.row.key, RowTerm.Kind.EXTENDED.value, was, on)]
        found[one.case_id] = [("granted_on", one.granted_on, on), ("terms", kept[one.case_id], said)]
    return found
