"""The request of somebody who is logged in."""

from datetime import datetime

from rest_framework.request import Request

from organization.models import User


class PersonRequest(Request):
    """What a view gets once authentication has let it through.

    Attributes:
        user: one of ours.
        now: the moment of the request, see `clock`.
    """

    user: User
    now: datetime
