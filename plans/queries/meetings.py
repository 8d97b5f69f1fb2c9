"""Reading consolidations and meetings, through the door of visibility."""

from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from approvals.queries import seen_by, visible_to
from organization.models import User
from plans.models import Consolidation, ConsolidationItem, Meeting
from workflow.models import Case

from .plans import CASE_NAMES


def visible_consolidations(user: User, now: datetime) -> QuerySet[Consolidation]:
    """The consolidations whose case the person sees."""
    return Consolidation.objects.filter(seen_by(user, now, "case__")).select_related(*CASE_NAMES, "period")


def items_of(consolidations: list[Consolidation]) -> QuerySet[ConsolidationItem]:
    """What is inside of these consolidations, in order."""
    return (
        ConsolidationItem.objects.filter(consolidation__in=consolidations)
        .select_related("case__unit")
        .order_by("consolidation", "position")
    )


def visible_meetings(user: User) -> QuerySet[Meeting]:
    """The meetings of the person's institution; what they hear is seen through its own door."""
    return Meeting.objects.filter(institution=user.institution_id).prefetch_related(
        Prefetch("consolidations", Consolidation.objects.select_related("case").order_by("case"))
    )


def consolidable(user: User, case_ids: list[UUID], now: datetime) -> list[Case]:
    """Those of the cases that the person sees, in the order asked for."""
    found = {case.id: case for case in visible_to(user, now).filter(id__in=case_ids)}
    return [found[case_id] for case_id in case_ids if case_id in found]
