"""People that a request names by id."""

from uuid import UUID

from django.utils.translation import gettext

from organization.models import User
from organization.queries import person_by_id

from .person import PersonRequest
from .problems import Detail, Problem


def person_named(request: PersonRequest, user_id: UUID, field: str) -> User:
    """The person of the institution with this id, also one who is gone.

    Raises:
        Problem: 400 where there is none.
    """
    found = person_by_id(request.user, user_id)
    if found is None:
        text = gettext("There is none with this id.")
        raise Problem(400, f"{field}-unknown", [Detail(f"{field}-unknown", text, field=field)])
    return found
