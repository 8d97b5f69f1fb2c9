"""People and their posts."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from administration.actions.people import alter_person, enlist
from administration.actions.posts import PostGiven, end_post, give_post
from administration.actions.units import unit_of
from administration.http import person_at, require_on_root
from administration.queries.people import appointment_in, narrowed, people_in
from administration.serializers.people import (
    HeldPostOutput,
    PeopleFilter,
    PersonChangeInput,
    PersonInput,
    PersonOutput,
    PostEndInput,
    PostInput,
)
from organization.actions import Decision
from organization.http.clerks import clerk_of
from organization.http.given import asked, body
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.schema import paged
from organization.models import Institution, User
from organization.rules import Absent


class PeopleView(APIView):
    """The people of the institution."""

    @extend_schema(operation_id="people_list", parameters=[PeopleFilter], responses=paged(PersonOutput))
    def get(self, request: PersonRequest) -> Response:
        """Everybody, also who is gone, with posts held now, past and to come."""
        require_on_root(request, "staff")
        wanted = asked(request, PeopleFilter)
        people = narrowed(
            people_in(request.user.institution_id), unit=wanted.get("unit"), active=wanted.get("active"),
            now=request.now,
        )  # fmt: skip
        context = {"now": request.now}
        return page(
            request,
            people,
            ["full_name", "id"],
            lambda rows: PersonOutput(rows, many=True, context=context).data,
        )

    @extend_schema(request=PersonInput, responses={201: PersonOutput})
    def post(self, request: PersonRequest) -> Response:
        """A new person, without a post; a link lets them set a password."""
        require_on_root(request, "staff")
        given = body(request, PersonInput)
        user = enlist(request.user.institution, **given, changed_by=clerk_of(request))
        return Response(shown(request, user), status=201)


class PersonView(APIView):
    """One person."""

    @extend_schema(request=PersonChangeInput, responses=PersonOutput)
    def patch(self, request: PersonRequest, person: UUID) -> Response:
        """Another name, e-mail address, telephone number; let in no longer, or again."""
        user = kept_person(request, person)
        given = body(request, PersonChangeInput)
        alter_person(user, active=given.pop("active", None), **given, changed_by=clerk_of(request))
        return Response(shown(request, user))


class PostsView(APIView):
    """The posts of one person."""

    @extend_schema(request=PostInput, responses={201: HeldPostOutput})
    def post(self, request: PersonRequest, person: UUID) -> Response:
        """A post; one that signs with the decision, and the leadership is told of it."""
        user = kept_person(request, person)
        given = post_given(request.user.institution, body(request, PostInput), request)
        made = give_post(user, given, changed_by=clerk_of(request))
        return Response(HeldPostOutput(made, context={"now": request.now}).data, status=201)


class PostEndView(APIView):
    """The end of a post."""

    @extend_schema(request=PostEndInput, responses=HeldPostOutput)
    def post(self, request: PersonRequest, post: UUID) -> Response:
        """End it with a day, or at once; from then on it grants nothing."""
        found = appointment_in(request.user.institution_id, post)
        if found is None:
            raise Absent
        require_on_root(request, "staff")
        given = body(request, PostEndInput)
        end_post(found, on=given.get("on"), changed_by=clerk_of(request))
        return Response(HeldPostOutput(found, context={"now": request.now}).data)


def kept_person(request: PersonRequest, person: UUID) -> User:
    """The person whom the address names, for who may change them."""
    user = person_at(request, person)
    require_on_root(request, "staff")
    return user


def shown(request: PersonRequest, user: User) -> Any:
    """The person as they stand now."""
    return PersonOutput(person_at(request, user.id), context={"now": request.now}).data


def post_given(institution: Institution, given: dict[str, Any], request: PersonRequest) -> PostGiven:
    """The post that a body says."""
    return PostGiven(
        unit=unit_of(institution, given["unit"], "unit"),
        role=given["role"],
        title=given["title"],
        since=given.get("since") or timezone.localtime(request.now).date(),
        until=given["until"],
        fields=[unit_of(institution, code, "fields_in_charge") for code in given["fields_in_charge"]],
        decision=Decision(given["decision_number"], given["decision_date"]),
    )
