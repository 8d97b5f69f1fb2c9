"""API tokens that end with what they stand on: the password under which they were made, and the posts held then."""

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from drf_spectacular.contrib.knox_auth_token import KnoxTokenScheme
from knox.auth import TokenAuthentication
from knox.models import AuthToken
from rest_framework.exceptions import AuthenticationFailed

from organization.models import User
from organization.queries import has_left_a_post

#: Characters; Knox takes a prefix of 10 at most.
LENGTH = 8


def mark_of(user: User) -> str:
    """What a token of the user begins with; another one as soon as the password is."""
    return salted_hmac("organization.token", user.password).hexdigest()[:LENGTH]


def tokens_of(user: User, now: datetime) -> list[AuthToken]:
    """The user's tokens that are let in, oldest first."""
    rows = AuthToken.objects.filter(user=user, token_key__startswith=mark_of(user)).order_by("created")
    living = rows.filter(Q(expiry__isnull=True) | Q(expiry__gt=now))
    return [row for row in living if not has_left_a_post(user.id, row.created)]


class StandingTokenAuthentication(TokenAuthentication):  # type: ignore[misc] # Knox has no types
    """Knox's, for tokens whose person has the same password as then and has left no post since."""

    def authenticate_credentials(self, token: bytes) -> tuple[Any, Any]:
        user, row = super().authenticate_credentials(token)
        same = token.decode("utf-8", "replace").startswith(mark_of(user))
        if not same or has_left_a_post(user.id, row.created):
            raise AuthenticationFailed(gettext("This token has ended: ask for a new one."))
        return user, row


class StandingTokenScheme(KnoxTokenScheme):  # type: ignore[no-untyped-call]
    """In the description it is Knox's."""

    target_class = "organization.http.tokens.StandingTokenAuthentication"
