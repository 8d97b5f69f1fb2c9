"""What the tables of a consolidation say beside what was submitted; the figures come from the reports inside."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from approvals.kinds import Content
from approvals.models import Submission
from meetings.models import Consolidation, ConsolidationItem, Highlight
from reports.contents.restated import with_own
from reports.contents.unit_reports import proposals_of
from reports.models import Proposal


def restated_consolidations(signed: Mapping[UUID, Content]) -> dict[UUID, Content]:
    """Submitted contents of consolidations with what the tables say in its place; five statements."""
    inside: dict[UUID, dict[str, str]] = defaultdict(dict)
    items = ConsolidationItem.objects.filter(consolidation__in=signed).order_by("consolidation", "position")
    for container, case_id, digest in items.values_list("consolidation", "case", "digest"):
        inside[container][str(case_id)] = digest
    highlights: dict[UUID, list[str]] = defaultdict(list)
    chosen = Highlight.objects.filter(consolidation__in=signed).order_by("id")
    for container, row in chosen.values_list("consolidation", "row"):
        highlights[container].append(str(row))
    proposals = proposals_of(signed)
    others = of_others(signed, inside)
    found = Consolidation.objects.filter(case__in=signed).select_related("case__unit", "period")
    return {
        one.case_id: signed[one.case_id]
        | {
            "title": one.case.title,
            "period": one.period.label,
            "assessment": one.assessment,
            "unchecked_reason": one.unchecked_reason,
            "supplement_of": str(one.supplement_of_id) if one.supplement_of_id else None,
            "cases": cases_anew(signed[one.case_id]["cases"], inside[one.case_id]),
            "highlights": highlights[one.case_id],
            "proposals": with_own(
                signed[one.case_id]["proposals"],
                [*proposals[one.case_id]],
                one.case.unit.code,
                others,
                last=True,
            ),
        }
        for one in found
    }


def cases_anew(signed: list[Content], inside: Mapping[str, str]) -> list[Content]:
    """What is inside by the table, with what the content says of it beside its digest."""
    known = {case["case"]: case for case in signed}
    return [
        known.get(case_id, {}) | {"case": case_id, "digest": digest} for case_id, digest in inside.items()
    ]


def of_others(signed: Mapping[UUID, Content], inside: Mapping[UUID, Mapping[str, str]]) -> set[str]:
    """Ids of the proposals that stand in other cases, or did when those were submitted; two statements at most."""
    told = {one["id"] for content in signed.values() for one in content["proposals"]}
    places = Proposal.objects.filter(id__in=told).values_list("id", "case")
    where = {str(key): case_id for key, case_id in places}
    gone = told - where.keys()
    if gone:
        digests = {digest for cases in inside.values() for digest in cases.values()}
        texts = list(Submission.objects.filter(digest__in=digests).values_list("content", flat=True))
        gone = {key for key in gone if any(key in text for text in texts)}
    return gone | {key for key, case_id in where.items() if case_id not in signed}
