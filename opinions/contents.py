"""What an opinion on a draft signs, and the remark that follows from it."""

from collections.abc import Collection, Mapping
from uuid import UUID

from approvals.kinds import Content, Deed, Derived
from approvals.ledger.chain import moment
from approvals.models import Remark, Signature
from opinions.models import DraftOpinion
from opinions.words import OpinionContent


def opinion_contents(case_ids: Collection[UUID]) -> dict[UUID, OpinionContent]:
    """The content of each opinion as the plan's draft stands; one statement."""
    found = DraftOpinion.objects.filter(case__in=case_ids).select_related("case__unit", "plan__case")
    return {one.case_id: content_of(one) for one in found}


def content_of(one: DraftOpinion) -> OpinionContent:
    """One opinion, read with its case's unit and the case of its plan."""
    return {
        "title": one.case.title,
        "unit": one.case.unit.code,
        "plan": str(one.plan_id),
        "plan_digest": one.plan.case.digest,
        "due_on": one.due_on.isoformat(),
        "due_at": moment(one.due_at),
        "period": one.case.period,
        "agrees": one.agrees,
        "text": one.text,
    }


def restated_opinions(signed: Mapping[UUID, Content]) -> dict[UUID, Content]:
    """Submitted contents of opinions as their table stands; of the plan's draft as it was then. One statement."""
    return {
        case_id: {**said, "plan_digest": signed[case_id].get("plan_digest", "")}
        for case_id, said in opinion_contents(list(signed)).items()
    }


def remarks_anew(case_ids: Collection[UUID]) -> dict[UUID, list[Derived]]:
    """On which plan, since when and by whom each opinion stands as a remark, as the tables say and as its head's signature
    does; two statements."""
    heads = Signature.objects.filter(case__in=case_ids, act="approve").values_list(
        "case", "signer", "signed_at"
    )
    signed = {case_id: (signer, at) for case_id, signer, at in heads}
    found = DraftOpinion.objects.filter(case__in=case_ids).select_related("remark")
    return {
        one.case_id: [
            (
                "remark",
                (one.remark.case_id, one.remark.author_id, one.remark.created_at) if one.remark else None,
                (one.plan_id, *signed[one.case_id])
                if one.agrees is False and one.case_id in signed
                else None,
            )
        ]
        for one in found
    }


def after_opinion_act(deed: Deed) -> None:
    """What the head signed and did not agree to stands on the plan, to be answered there: it blocks nothing."""
    if deed.act != "approve":
        return
    signed = DraftOpinion.objects.filter(case__in=[case.id for case in deed.cases], agrees=False)
    for one in signed.select_related("case__unit", "plan__case"):
        one.remark = Remark.objects.create(
            case=one.plan.case, round=one.plan.case.submission, text=f"{one.case.unit.name}: {one.text}",
            blocking=False, author_id=deed.by, created_at=deed.now,
        )  # fmt: skip
        one.save(update_fields=["remark"])
