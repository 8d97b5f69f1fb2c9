"""Reading one case's past; the case itself was looked up through the door of visibility."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet

from approvals.kinds import Content
from approvals.ledger.content import opened
from approvals.models import Remark, Signature, Submission
from organization.models import User
from workflow.models import Case

from .visibility import acts_on, visible_to


def history_of(case: Case) -> QuerySet[Signature]:
    """Every signature of the case."""
    return Signature.objects.filter(case=case)


def submissions_of(case: Case) -> QuerySet[Submission]:
    """Every submission of the case."""
    return Submission.objects.filter(case=case).select_related("created_by")


def remarks_of(case: Case, user: User, now: datetime) -> QuerySet[Remark]:
    """Every remark on the case, with the people's names; none for whoever does not act on it."""
    remarks = Remark.objects.filter(case=case) if acts_on(user, case, now) else Remark.objects.none()
    return remarks.select_related("author", "answered_by")


def visible_remark(user: User, remark_id: UUID, now: datetime) -> bool:
    """Whether the person sees the case that this remark is about."""
    return Remark.objects.filter(id=remark_id, case__in=visible_to(user, now).values("id")).exists()


def submitted_contents(case_ids: Collection[UUID]) -> dict[UUID, Content]:
    """The content of the latest submission of each case that was ever submitted; one statement."""
    latest = Submission.objects.filter(case__in=case_ids, number=F("case__submission"))
    return {case_id: opened(text) for case_id, text in latest.values_list("case", "content")}
