"""The case that an address names."""

from uuid import UUID

from approvals.queries import visible_to
from organization.http.person import PersonRequest
from organization.rules import Absent


def require_case(request: PersonRequest, case_id: UUID, *kinds: str) -> None:
    """Goes on where the person sees a case of one of these kinds there: before anything else is said of the request.

    Raises:
        Absent: they do not, or there is none; the two look the same.
    """
    if not visible_to(request.user, request.now).filter(id=case_id, kind__in=kinds).exists():
        raise Absent
