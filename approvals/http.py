"""The case that an address names."""

from uuid import UUID

from approvals.queries import visible_to
from organization.http.person import PersonRequest
from organization.rules import Absent


def require_case(request: PersonRequest, case_id: UUID, *kinds: str) -> None:
    """Goes on where the person sees a case there, of one of these kinds (none: of any): before anything else is said of
    the request.

    Raises:
        Absent: they do not, or there is none; the two look the same.
    """
    seen = visible_to(request.user, request.now).filter(id=case_id)
    if not (seen.filter(kind__in=kinds) if kinds else seen).exists():
        raise Absent
