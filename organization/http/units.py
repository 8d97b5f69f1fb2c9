"""Units that a request names by code."""

from django.utils.translation import gettext

from organization.models import Unit
from organization.queries import unit_by_code

from .person import PersonRequest
from .problems import Detail, Problem


def unit_named(request: PersonRequest, code: str) -> Unit:
    """The unit of the person's institution with this code.

    Raises:
        Problem: 400 where there is none.
    """
    unit = unit_by_code(request.user, code)
    if unit is None:
        text = gettext("Unknown unit “%(code)s”.") % {"code": code}
        raise Problem(400, "unit-unknown", [Detail("unit-unknown", text, field="unit")])
    return unit
