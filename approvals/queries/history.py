"""Reading one case's past; the case itself was looked up through the door of visibility."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import F, QuerySet

from approvals.kinds import Content
from approvals.ledger.content import opened
from approvals.models import Signature, Submission
from workflow.models import Case


def history_of(case: Case) -> QuerySet[Signature]:
    """Every signature of the case."""
    return Signature.objects.filter(case=case)


def submissions_of(case: Case) -> QuerySet[Submission]:
    """Every submission of the case."""
    return Submission.objects.filter(case=case).select_related("created_by")


def submitted_contents(case_ids: Collection[UUID]) -> dict[UUID, Content]:
    """The content of the latest submission of each case that was ever submitted; one statement."""
    latest = Submission.objects.filter(case__in=case_ids, number=F("case__submission"))
    return {case_id: opened(text) for case_id, text in latest.values_list("case", "content")}
