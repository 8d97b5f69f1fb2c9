"""Who does an administrative act, and from where."""

from organization.actions import Clerk

from .person import PersonRequest
from .proxies import address_of


def clerk_of(request: PersonRequest) -> Clerk:
    """The person who asks, at the moment of the request, from the address that asks."""
    return Clerk(request.user, request.now, address_of(request))
