"""Questions (đề nghị làm rõ) that nobody has answered: whom they wait for, and who waits for the answer."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from approvals.models import Remark
from organization.models import User
from organization.queries import reach_of
from workflow.models import Case

from .remarks import waiting_remarks
from .visibility import ids_seen


def questions_to(user: User, now: datetime) -> QuerySet[Remark]:
    """Those that the person may answer (`remarks.against_answering`), not their own."""
    staffed = reach_of(user.id, ("edit",), now)["edit"]
    return waiting_remarks().filter(asks=True, case__unit__in=staffed).exclude(author=user)


def questions_by(user: User, now: datetime) -> QuerySet[Remark]:
    """Those that the person asked, of what they still see."""
    return waiting_remarks().filter(asks=True, author=user, case__in=ids_seen(user, now))


def questions_on(cases: Sequence[Case], asked: QuerySet[Remark]) -> dict[UUID, list[Remark]]:
    """Case -> those of the questions that are on it, oldest first; one statement."""
    found: dict[UUID, list[Remark]] = {}
    for one in asked.filter(case__in=[case.id for case in cases]).select_related("author"):
        found.setdefault(one.case_id, []).append(one)
    return found
