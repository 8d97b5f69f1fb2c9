"""Who is away and who signs meanwhile: entered by the admin office from the paper."""

from typing import Any
from uuid import UUID

from django.http import FileResponse
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from administration.actions.stand_ins import (
    Given,
    concerns,
    end_stand_in,
    endable,
    enter_stand_in,
)
from administration.actions.units import unit_of
from administration.http import holds_on_root, person_at
from administration.models import StandIn
from administration.queries.people import named
from administration.queries.stand_ins import own_documents, running, stand_in_at, stand_ins_of
from administration.rules.standing import said
from administration.serializers.stand_ins import (
    BarredFilter,
    BarredOutput,
    StandInFilter,
    StandInInput,
    StandInOutput,
)
from approvals.http import evidence_answer
from approvals.models import Evidence
from approvals.queries import visible_evidence
from approvals.queries.authority import require_office
from organization.http.clerks import clerk_of
from organization.http.given import asked, body
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.schema import paged
from organization.models import User
from organization.rules import Absent
from workflow.rules import refuse


class StandInsView(APIView):
    """Vắng mặt, giao phụ trách, thừa ủy quyền."""

    @extend_schema(operation_id="stand_ins_list", parameters=[StandInFilter], responses=paged(StandInOutput))
    def get(self, request: PersonRequest) -> Response:
        """The latest first; everybody of the institution may know who is away and who signs."""
        wanted = asked(request, StandInFilter)
        found = stand_ins_of(request.user.institution)
        if "unit" in wanted:
            found = found.filter(unit__code=wanted["unit"])
        if wanted.get("running"):
            found = found.filter(running(timezone.localtime(request.now).date()))
        return page(request, found, ["-id"], lambda rows: lines_shown(request, rows))

    @extend_schema(request=StandInInput, responses={201: StandInOutput})
    def post(self, request: PersonRequest) -> Response:
        """Enter one; it holds at once or from its first day on. The admin office's."""
        require_office(request.user.institution, request.user, request.now)
        given = given_in(request, body(request, StandInInput))
        one = enter_stand_in(request.user.institution, given, by=request.user, changed_by=clerk_of(request))
        barred = own_documents(one.person, one.unit) if one.person else None
        return Response(lines_shown(request, [one], barred=barred)[0], status=201)


class BarredView(APIView):
    """What somebody could not sign in a unit, although a post or a paper let them."""

    @extend_schema(parameters=[BarredFilter], responses=BarredOutput)
    def get(self, request: PersonRequest, person: UUID) -> Response:
        """How many running documents of the unit the person has written or signed a step of: asked before anything is saved. For who
        keeps posts, and the office."""
        institution = request.user.institution
        if not holds_on_root(request, "staff"):
            require_office(institution, request.user, request.now)
        found = person_at(request, person)
        unit = unit_of(institution, asked(request, BarredFilter)["unit"], "unit")
        return Response(BarredOutput({"documents": own_documents(found, unit)}).data)


class StandInEndView(APIView):
    """The end of one before its last day."""

    @extend_schema(request=None, responses=StandInOutput)
    def post(self, request: PersonRequest, stand_in: UUID) -> Response:
        """End it now: the admin office, the leadership, or those whom it concerns."""
        one = stand_in_or_404(request, stand_in)
        end_stand_in(one, by=request.user, changed_by=clerk_of(request))
        return Response(lines_shown(request, [one])[0])


class StandInFileView(APIView):
    """The scanned paper."""

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    def get(self, request: PersonRequest, stand_in: UUID) -> FileResponse:
        """As a download: for the admin office, the leadership, auditors, and those whom it concerns; it may say why somebody is
        ill."""
        one = stand_in_or_404(request, stand_in)
        reads = concerns(one, request.user, request.now) or holds_on_root(request, "audit")
        if one.evidence is None or not reads:
            raise Absent
        return evidence_answer(one.evidence)


def stand_in_or_404(request: PersonRequest, stand_in: UUID) -> StandIn:
    """The one that the address names. Raises Absent: the institution has none."""
    one = stand_in_at(request.user.institution, stand_in)
    if one is None:
        raise Absent
    return one


def lines_shown(request: PersonRequest, rows: Any, *, barred: int | None = None) -> Any:
    """As the list shows them to this reader."""
    context = {"endable": endable(rows, request.user, request.now), "barred": barred}
    return StandInOutput(rows, many=True, context=context).data


def given_in(request: PersonRequest, given: dict[str, Any]) -> Given:
    """What a body says, with people, unit and file found. Raises Refused (422): one of them is none."""
    institution, unit = request.user.institution, None
    if "unit" in given:
        unit = unit_of(institution, given.pop("unit"), "unit")
    absent, person = (person_in(request, given.pop(name), name) for name in ("absent", "person"))
    evidence = file_in(request, given.pop("evidence"))
    return Given(**given, absent=absent, person=person, unit=unit, evidence=evidence)


def person_in(request: PersonRequest, person: UUID | None, field: str) -> User | None:
    """The person of the institution."""
    if person is None:
        return None
    found = named(request.user.institution_id, [person])
    refuse([] if found else [said("person-unknown", _("There is nobody with this id."), field)])
    return found[0]


def file_in(request: PersonRequest, sha256: str) -> Evidence | None:
    """The file that the person uploaded."""
    if not sha256:
        return None
    found = visible_evidence(request.user, request.now).filter(sha256=sha256).first()
    refuse([] if found else [said("file-unknown", _("There is no such file: upload it first."), "evidence")])
    return found
