"""Links that work once, one's own password, and setting up."""

from typing import Any

from django.contrib.auth import login, update_session_auth_hash
from django.utils.translation import gettext
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from administration.actions.invitations import accept, change_password, digest_of, invite
from administration.actions.mailing import mail_links
from administration.actions.setup import Beginning, begin, may_begin
from administration.http import (
    OldPasswordThrottle,
    SecretThrottle,
    holds_on_root,
    page_of,
    require_on_root,
)
from administration.queries.invitations import living
from administration.queries.people import named
from administration.queries.setup import steps_done
from administration.serializers.beginning import (
    BeginInput,
    InvitationOutput,
    LinksInput,
    LinksOutput,
    NewPasswordInput,
    PasswordChangeInput,
    SetupFilter,
    SetupOutput,
)
from organization.http.clerks import clerk_of
from organization.http.given import asked, body
from organization.http.person import PersonRequest
from organization.http.problems import Detail, Problem
from organization.http.proxies import address_of
from organization.queries import me_of
from organization.rules import Absent
from organization.serializers import MeOutput


class LinksView(APIView):
    """Links by which people set their passwords."""

    @extend_schema(request=LinksInput, responses={201: LinksOutput})
    def post(self, request: PersonRequest) -> Response:
        """A link for each of these people who are let in, shown now and never again, and mailed where a mail server is set; earlier
        ones end."""
        require_on_root(request, "staff")
        people = named(request.user.institution_id, body(request, LinksInput)["people"])
        made = invite(people, changed_by=clerk_of(request))
        shown = {link.person: page_of(request, "invitations", link.secret) for link in made}
        mailed = mail_links(shown)
        links = [{"person": user, "link": link, "mailed": user in mailed} for user, link in shown.items()]
        return Response(LinksOutput({"results": links}).data, status=201)


def dead() -> Problem:
    """What a link answers that was never made, was used or withdrawn, or has run out: always the same."""
    text = gettext("This link does not work (any more). Ask for a new one.")
    return Problem(404, "link-dead", [Detail("link-dead", text)])


class InvitationView(APIView):
    """A link that works once."""

    permission_classes = (AllowAny,)
    throttle_classes = (SecretThrottle,)

    @extend_schema(responses=InvitationOutput)
    def get(self, request: PersonRequest, secret: str) -> Response:
        """Whose it is."""
        link = living(request.now).filter(digest=digest_of(secret), person__isnull=False).first()
        if link is None:
            raise dead()
        return Response(InvitationOutput(link.person).data)

    @extend_schema(request=NewPasswordInput, responses={204: None})
    def post(self, request: PersonRequest, secret: str) -> Response:
        """Set the password; then the link is dead."""
        given = body(request, NewPasswordInput)
        try:
            accept(secret, given["password"], now=request.now, origin=address_of(request))
        except Absent as error:
            raise dead() from error
        return Response(status=204)


class PasswordView(APIView):
    """One's own password."""

    throttle_classes = (OldPasswordThrottle,)

    @extend_schema(request=PasswordChangeInput, responses={204: None})
    def put(self, request: PersonRequest) -> Response:
        """Change it; all other sessions, windows and tokens end."""
        given = body(request, PasswordChangeInput)
        keep = request.session.session_key or ""
        change_password(
            request.user, old=given["old"], new=given["new"], keep=keep, changed_by=clerk_of(request)
        )
        if keep:
            update_session_auth_hash(request._request, request.user)
        return Response(status=204)


class SetupView(APIView):
    """Setting up."""

    def get_permissions(self) -> Any:
        secret = self.request.method == "POST" or "secret" in self.request.query_params
        return [AllowAny()] if secret else super().get_permissions()

    def get_throttles(self) -> Any:
        return [SecretThrottle()]

    @extend_schema(parameters=[SetupFilter], responses=SetupOutput)
    def get(self, request: PersonRequest) -> Response:
        """What is done of setting up, to those who administer; with the secret of the beginning, that nothing is."""
        wanted = asked(request, SetupFilter)
        if "secret" in wanted:
            if not may_begin(wanted["secret"], request.now):
                raise dead()
            return Response({"begun": False, "steps": []})
        if not holds_on_root(request, "staff"):
            require_on_root(request, "administer")
        done = steps_done(request.user.institution, request.now)
        steps = [{"step": step, "done": is_done} for step, is_done in done.items()]
        return Response(SetupOutput({"begun": True, "steps": steps}).data)

    @extend_schema(request=BeginInput, responses={201: MeOutput})
    def post(self, request: PersonRequest) -> Response:
        """Found the institution with its first administrator, who is then logged in."""
        given = body(request, BeginInput)
        try:
            user = begin(
                given["secret"],
                Beginning(**given["institution"], **given["administrator"]),
                now=request.now,
                origin=address_of(request),
            )
        except Absent as error:
            raise dead() from error
        login(request._request, user)
        return Response(MeOutput(me_of(user, request.now)).data, status=201)
