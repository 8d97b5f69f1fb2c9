"""Who may administer, how links look, and how often somebody who is not logged in may try."""

import hashlib
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_noop as _
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView

from administration.queries.people import people_in
from administration.queries.units import unit_in
from approvals.queries.names import who_can
from organization.http.given import fields_of
from organization.http.person import PersonRequest
from organization.http.proxies import address_of
from organization.models import Unit, User
from organization.rules import Absent
from workflow.rules import RIGHTS, Reason, Refused

#: Permission on the institution -> the sentence to whom it is missing.
ONLY: Mapping[str, str] = {
    "staff": _("Only who keeps units, people and posts may do this%(holders)s."),
    "administer": _("Only the administrator may do this%(holders)s."),
    "audit": _("Only auditors, and for their own acts those who administer, may do this%(holders)s."),
}


def holds_on_root(request: PersonRequest, permission: str) -> bool:
    """Whether the person holds it on the institution itself."""
    root = request.user.institution.root
    return root is not None and request.user.has_perm(f"organization.{permission}", root)


def require_on_root(request: PersonRequest, permission: str) -> None:
    """Raises Refused: 403 where the person does not hold it on the institution itself."""
    if not holds_on_root(request, permission):
        root = request.user.institution.root
        holders = who_can(permission, root.id, request.now) if root else ""
        raise Refused([Reason("not-permitted", RIGHTS, ONLY[permission], {"holders": holders})])


def unit_at(request: PersonRequest, code: str) -> Unit:
    """The unit that the address names. Raises Absent: the institution has none."""
    unit = unit_in(request.user.institution_id, code)
    if unit is None:
        raise Absent
    return unit


def person_at(request: PersonRequest, person: UUID) -> User:
    """The person whom the address names, with posts. Raises Absent: the institution has none."""
    found = people_in(request.user.institution_id).filter(id=person).select_related("institution").first()
    if found is None:
        raise Absent
    return found


def page_of(request: Request, page: str, secret: str) -> str:
    """The address of the page that takes a secret."""
    return request.build_absolute_uri(f"/{page}/{secret}")


class SecretThrottle(SimpleRateThrottle):
    """So many attempts per address and secret, as at the login; secrets themselves are too long to be guessed."""

    scope = "login"

    def get_cache_key(self, request: Request, view: APIView) -> str:
        given: Any = view.kwargs.get("secret") or fields_of(request).get("secret", "")
        mark = hashlib.sha256(str(given).encode(errors="replace")).hexdigest()
        return f"secret-{address_of(request)}-{mark}"


class OldPasswordThrottle(SimpleRateThrottle):
    """So many attempts per person: who found an open window does not find out its password."""

    scope = "login"

    def get_cache_key(self, request: Request, view: APIView) -> str:
        return f"old-password-{request.user.pk}"
