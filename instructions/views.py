"""Instructions over HTTP: the follow-up list, giving one, its answer."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.utils.translation import gettext
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.http import require_case
from approvals.queries import visible_to
from approvals.queries.authority import against_leading, against_office
from organization.http.given import asked, body, digest_seen, idempotency_key, session_of
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.problems import Detail, Problem
from organization.http.schema import IDEMPOTENCY_KEY, IF_MATCH, paged
from organization.http.units import unit_named
from organization.models import User

from .actions import Given, give_instruction, write_answer
from .models import Instruction
from .queries import colleague, leaders_of, search_instructions, staff_of, visible_row
from .reading import read_instruction, read_instructions
from .serializers import (
    AnswerTextInput,
    InstructionFilter,
    InstructionInput,
    InstructionLineOutput,
    InstructionOutput,
    PeopleFilter,
    PeopleOutput,
)


def instruction_answer(request: PersonRequest, case_id: UUID, status: int = 200) -> Response:
    """An instruction as its screen shows it."""
    shown = read_instruction(request.user, case_id, request.now)
    return Response(InstructionOutput(shown).data, status=status, headers={"ETag": f'"{shown.digest}"'})


def unknown(field: str) -> Problem:
    """That a request names what there is not, or what is not theirs to see."""
    text = gettext("There is none with this id.")
    return Problem(400, f"{field}-unknown", [Detail(f"{field}-unknown", text, field=field)])


def person_named(request: PersonRequest, user_id: UUID | None, field: str) -> User | None:
    """The person of the institution with this id."""
    found = colleague(request.user, user_id) if user_id else None
    if user_id and found is None:
        raise unknown(field)
    return found


def given_by(request: PersonRequest, fields: dict[str, Any]) -> Given:
    """What the request instructs, with what it names.

    Raises:
        Problem: 400 where something of it is unknown.
    """
    about_id, row_id = fields.pop("about"), fields.pop("row")
    row = visible_row(request.user, row_id, request.now) if row_id else None
    if row_id and row is None:
        raise unknown("row")
    about = visible_to(request.user, request.now).filter(id=row.plan_id if row else about_id).first()
    if about_id and about is None:
        raise unknown("about")
    return Given(
        unit=unit_named(request, fields.pop("unit")),
        person=person_named(request, fields.pop("person"), "person"),
        leader=person_named(request, fields.pop("leader"), "leader"),
        about=about,
        row=row,
        **fields,
    )


class InstructionsView(APIView):
    """Ý kiến chỉ đạo."""

    @extend_schema(
        operation_id="instructions_list",
        parameters=[InstructionFilter],
        responses=paged(InstructionLineOutput),
    )
    def get(self, request: PersonRequest) -> Response:
        """What is followed up, what is due first on top."""
        wanted = asked(request, InstructionFilter)

        def shaped(found: list[Instruction]) -> Collection[object]:
            return InstructionLineOutput(read_instructions(found, request.user, request.now), many=True).data

        rows = search_instructions(request.user, request.now, wanted)
        return page(request, rows, ["due_on", "case_id"], shaped)

    @extend_schema(request=InstructionInput, parameters=[IDEMPOTENCY_KEY], responses={201: InstructionOutput})
    def post(self, request: PersonRequest) -> Response:
        """Give one: signed at once, the unit is told; the same Idempotency-Key and body gives no second one."""
        given = given_by(request, body(request, InstructionInput))
        key, session = idempotency_key(request), session_of(request)
        case_id = give_instruction(given, by=request.user, now=request.now, key=key, session=session)
        return instruction_answer(request, case_id, status=201)


class InstructionPeopleView(APIView):
    """Whom an instruction can name."""

    @extend_schema(parameters=[PeopleFilter], responses=PeopleOutput)
    def get(self, request: PersonRequest) -> Response:
        """The leaders, the unit's people where one is named, and why the reader may not give one of their own or pass one on."""
        wanted = asked(request, PeopleFilter)
        unit = unit_named(request, wanted["unit"]) if "unit" in wanted else None
        shown = {
            "leaders": leaders_of(request.user, request.now),
            "staff": staff_of(unit, request.now) if unit else [],
            "own": against_leading(request.user, request.now),
            "passed_on": against_office(request.user.institution, request.user, request.now),
        }
        return Response(PeopleOutput(shown).data)


class InstructionView(APIView):
    """One instruction."""

    @extend_schema(responses=InstructionOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """With its answer as it stands."""
        return instruction_answer(request, case_id)

    @extend_schema(request=AnswerTextInput, parameters=[IF_MATCH], responses=InstructionOutput)
    def put(self, request: PersonRequest, case_id: UUID) -> Response:
        """Write the answer, in an open draft; the unit's staff."""
        require_case(request, case_id, "instruction")
        given, seen = body(request, AnswerTextInput), digest_seen(request)
        write_answer(case_id, seen=seen, by=request.user, now=request.now, **given)
        return instruction_answer(request, case_id)
