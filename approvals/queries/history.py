"""Reading one case's past; the case itself was looked up through the door of visibility."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from approvals.models import Remark, Signature, Submission
from organization.models import User
from workflow.models import Case

from .visibility import visible_to


def history_of(case: Case) -> QuerySet[Signature]:
    """Every signature of the case."""
    return Signature.objects.filter(case=case)


def submissions_of(case: Case) -> QuerySet[Submission]:
    """Every submission of the case."""
    return Submission.objects.filter(case=case).select_related("created_by")


def remarks_of(case: Case) -> QuerySet[Remark]:
    """Every remark on the case, with the people's names."""
    return Remark.objects.filter(case=case).select_related("author", "answered_by")


def visible_remark(user: User, remark_id: UUID, now: datetime) -> bool:
    """Whether the person sees the case that this remark is about."""
    return Remark.objects.filter(id=remark_id, case__in=visible_to(user, now).values("id")).exists()
