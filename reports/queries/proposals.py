"""Proposals as they were signed, with what the leadership answered."""

from collections.abc import Sequence

from approvals.kinds import Content
from reports.models import Proposal


def answered(proposals: Sequence[Content]) -> list[Content]:
    """Each proposal of signed contents with the case it was written in and its answer, empty until then; one statement."""
    ids = [proposal["id"] for proposal in proposals]
    found = {str(row.id): row for row in Proposal.objects.filter(id__in=ids)}
    rows = [(proposal, found.get(proposal["id"])) for proposal in proposals]
    return [
        proposal
        | {
            "case": row.case_id if row else None,
            "answer": row.answer if row else "",
            "answer_text": row.answer_text if row else "",
        }
        for proposal, row in rows
    ]
