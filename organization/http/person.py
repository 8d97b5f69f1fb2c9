"""The request of somebody who is logged in."""

from rest_framework.request import Request

from organization.models import User


class PersonRequest(Request):
    """What a view gets once authentication has let it through: `user` is one of ours."""

    user: User
