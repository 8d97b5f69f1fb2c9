"""Proposals of a report or consolidation that is still open."""

from collections.abc import Sequence

from notation.text import written
from reports.models import Proposal
from workflow.models import Case


def put_proposals(case: Case, texts: Sequence[str]) -> None:
    """Make these the proposals of an open draft, in this order; one whose words stay keeps its id."""
    known: dict[str, list[Proposal]] = {}
    for proposal in Proposal.objects.filter(case=case):
        known.setdefault(proposal.text, []).append(proposal)
    fresh, kept = [], []
    for position, text in enumerate(text.strip() for text in texts if written(text)):
        before = known.get(text)
        if before:
            proposal = before.pop(0)
            proposal.position = position
            kept.append(proposal)
        else:
            fresh.append(Proposal(case=case, position=position, text=text))
    Proposal.objects.filter(case=case).exclude(id__in=[proposal.id for proposal in kept]).delete()
    Proposal.objects.bulk_update(kept, ["position"])
    Proposal.objects.bulk_create(fresh)
