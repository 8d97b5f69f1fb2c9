"""Notifications; and the session, which begins and ends here because its sockets end with it."""

import hashlib
from typing import Any
from unicodedata import normalize

from django.contrib.auth import authenticate, login, logout
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control
from django.views.decorators.vary import vary_on_headers
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle, SimpleRateThrottle
from rest_framework.views import APIView

from notation.text import fold
from organization.http.given import asked, body, fields_of
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.problems import Detail, Problem
from organization.http.proxies import address_of
from organization.http.tokens import tokens_of
from organization.http.unchanged import unless_unchanged
from organization.models import User
from organization.queries import me_of
from organization.serializers import LoginInput, MeOutput

from .actions import end_everywhere, mark_read
from .push import end_sessions, session_mark
from .queries import notices, sessions_of, told_to, unread_count
from .reading import read_notices
from .serializers import (
    AfterFilter,
    EverywhereOutput,
    NotificationOutput,
    NotificationPage,
    ReadInput,
    UnreadOutput,
)


class LoginThrottle(SimpleRateThrottle):
    """So many attempts per address and user name: a whole college behind one address can still log in."""

    scope = "login"

    def get_cache_key(self, request: Request, view: APIView) -> str:
        given = fields_of(request).get("username", "")
        # As loosely as names can be meant to be one: with the letters as sent, each way to write a name would count anew.
        mark = hashlib.sha256(fold(normalize("NFKC", str(given))).encode(errors="replace")).hexdigest()
        return f"login-{address_of(request)}-{mark}"


class SessionView(APIView):
    """Logging in and out."""

    def get_permissions(self) -> Any:
        return [AllowAny()] if self.request.method == "POST" else super().get_permissions()

    def get_throttles(self) -> list[BaseThrottle]:
        return [LoginThrottle()] if self.request.method == "POST" else []

    @extend_schema(request=LoginInput, responses=MeOutput)
    def post(self, request: PersonRequest) -> Response:
        """Log in; sets the session cookie. JSON only, so no foreign page can send it without being asked."""
        given = body(request, LoginInput)
        user = authenticate(request._request, **given)
        if not isinstance(user, User):
            text = gettext("User name or password is wrong.")
            raise Problem(403, "wrong-credentials", [Detail("wrong-credentials", text)])
        login(request._request, user)
        return Response(MeOutput(me_of(user, request.now)).data)

    @extend_schema(responses={204: None})
    def delete(self, request: PersonRequest) -> Response:
        """Log out; open windows of this session lose their socket."""
        if request.session.session_key:
            end_sessions(request.user.id, [session_mark(request.session.session_key)])
        logout(request._request)
        return Response(status=204)


class SessionsView(APIView):
    """All that the person is logged in by."""

    @extend_schema(responses=EverywhereOutput)
    def get(self, request: PersonRequest) -> Response:
        """How many sessions and API tokens there are."""
        sessions, tokens = sessions_of(request.user, request.now), tokens_of(request.user, request.now)
        return Response({"sessions": len(sessions), "tokens": len(tokens)})

    @extend_schema(responses={204: None})
    def delete(self, request: PersonRequest) -> Response:
        """Log out everywhere: all sessions end, this one too, with their sockets, and all API tokens."""
        end_everywhere(request.user, now=request.now)
        logout(request._request)
        return Response(status=204)


class NotificationsView(APIView):
    """What the person has been told."""

    @extend_schema(
        parameters=[AfterFilter],
        responses={200: NotificationPage, 304: OpenApiResponse(description="As If-None-Match has it.")},
    )
    @method_decorator(vary_on_headers("Accept-Language", "Authorization", "Cookie"))
    @method_decorator(cache_control(private=True, no_cache=True))
    @method_decorator(unless_unchanged)
    def get(self, request: PersonRequest) -> Response:
        """Newest first; with `after`, what came after that position, oldest first. Every window asks each minute; with the ETag
        that it has it is told in a few bytes that nothing is new."""
        wanted, told = asked(request, AfterFilter), told_to(request.user, request.now)
        rows, ordering = notices(told), ["-position"]
        if "after" in wanted:
            rows, ordering = rows.filter(position__gt=wanted["after"]), ["position"]
        answer = page(
            request,
            rows,
            ordering,
            lambda found: NotificationOutput(read_notices(found, told), many=True).data,
        )
        answer.data["unread"] = unread_count(told)
        return answer


class ReadView(APIView):
    """Marking as read."""

    @extend_schema(request=ReadInput, responses=UnreadOutput)
    def post(self, request: PersonRequest) -> Response:
        """Everything up to a position has been read."""
        given = body(request, ReadInput)
        mark_read(request.user, up_to=given["up_to"], now=request.now)
        return Response({"unread": unread_count(told_to(request.user, request.now))})
