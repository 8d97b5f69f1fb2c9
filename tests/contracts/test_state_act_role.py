"""Every kind × state × act × role × own or other unit, against the tables of the design (sections 2 and 4).

The grids are written by hand (`grids`, `grids_of_reports`, where the signs are explained): a cell is what POST
cases/{id}/acts answers, and GET cases/{id} must announce the same. Who does not see the case, and an act that its kind does not have,
are answered before anything else is looked at: of those GET says all, and POST is sent by the leader, and once by everybody.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from approvals.actions import keep_evidence
from approvals.kinds import REGISTER
from plans.models import PlanRow
from tests.api import Api
from tests.clock import Clock
from tests.contracts.cases_in_states import (
    LAST_DAYS,
    all_said,
    conclusions_at,
    extension_at,
    handover_at,
    instruction_at,
    monitoring_report_at,
    opinion_at,
    sheet_at,
    unit_report_at,
    update_at,
)
from tests.contracts.grids import CONSOLIDATION, PLAN, PLAN_1
from tests.contracts.grids_of_conclusions import CONCLUSIONS, UPDATE
from tests.contracts.grids_of_extensions import EXTENSION
from tests.contracts.grids_of_handovers import HANDOVER
from tests.contracts.grids_of_instructions import INSTRUCTION, OPINION
from tests.contracts.grids_of_openings import OPENING_SHEET
from tests.contracts.grids_of_reports import MONITORING_REPORT, UNIT_REPORT
from tests.factories import BEGAN, CONSOLIDATED, DRAFT, PRESENTED, REVIEWED, SUBMITTED, World
from tests.reported_month import Month
from workflow.models import Case

STATUS = {"+": 201, "x": 403, "=": 409, "!": 422, ".": 404}
#: Code of the first reason -> the status that it stands for (design, section 2, "The judge").
STATUS_OF_CODE = {
    "meeting-open": 409,
    "not-permitted": 403, "separation-of-duties": 403, "own-draft": 403,
    "already-done": 409, "wrong-state": 409, "submitted": 409, "not-submitted": 409, "not-for-this-kind": 409,
    "given-already": 409, "not-passed-on": 409, "strike-over": 409, "outside-consolidation": 409, "outside-meeting": 409, "reviewed": 409, "cited": 409, "discarded": 409, "approved": 409, "issued-before": 409,
    "lapsed": 409, "answer-missing": 422, "outcome-missing": 422, "finding-missing": 422, "rows-missing": 422,
}  # fmt: skip
#: Codes that say nothing of the person or of where the case stands.
EVERYBODYS = ("not-for-this-kind", "not-found")
#: The columns of the grids; A wrote the plan, B follows it, C has nothing to do with it, VP is the office.
PEOPLE = [
    "a.officer",
    "a.head",
    "a.deputy",
    "b.officer",
    "b.head",
    "b.deputy",
    "c.officer",
    "c.head",
    "c.deputy",
    "vp.officer",
    "vp.head",
    "vp.deputy",
    "vp.clerk",
    "leader",
    "auditor",
    "administrator",
    "personnel",
    "foreign.head",
]

ACTS = [
    "submit",
    "withdraw",
    "approve",
    "recall",
    "review",
    "return",
    "send-back",
    "consolidate",
    "present",
    "reopen",
    "register",
    "conclude",
    "instruct",
    "close",
    "strike",
    "discard",
    "stop",
    "reassign",
    "occur",
    "grant",
    "decline",
]
#: What the acts that decide something of rows say; `rows` are those of the plan.
TERMS: dict[str, dict[str, object]] = {
    "stop": {"decision": {"number": "7/QĐ", "date": "2026-10-20"}},
    "reassign": {"decision": {"number": "7/QĐ", "date": "2026-10-20"}, "unit": "W-C", "on": "2026-11-01"},
    "occur": {"event": {"number": "9/NĐ-CP", "date": "2026-10-20"}, "on": "2026-12-31"},
}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """When it is asked."""
    return Clock(monkeypatch, LAST_DAYS)


@pytest.fixture(autouse=True)
def sessions_in_memory(settings) -> None:
    """Some ten thousand requests each look their session up; what a cell says has nothing to do with where it is kept."""
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"


@pytest.fixture
def school(departments) -> tuple[World, dict[str, Api]]:
    """A world with three departments, and everybody's client by column."""
    world, foreign = departments
    return world, clients(world, foreign)


@pytest.fixture
def reporting(reporting_departments) -> tuple[Month, dict[str, Api]]:
    """The same where October is reported on."""
    month, foreign = reporting_departments
    return month, clients(month.world, foreign)


def test_every_kind_of_case_has_its_grid():
    grids = {
        "plan": PLAN,
        "consolidation": CONSOLIDATION,
        "unit-report": UNIT_REPORT,
        "monitoring-report": MONITORING_REPORT,
        "update": UPDATE,
        "opening-sheet": OPENING_SHEET,
        "conclusions": CONCLUSIONS,
        "instruction": INSTRUCTION,
        "draft-opinion": OPINION,
        "extension": EXTENSION,
        "handover": HANDOVER,
    }
    assert grids.keys() == REGISTER.keys()


@pytest.mark.parametrize("state", PLAN)
def test_a_plan_can_be_acted_on_exactly_as_the_table_says(school, state):
    world, people = school
    case_id = world.plan_at(state, due="Sau khi có Nghị định")
    assert grid_of(people, case_id) == expected(PLAN[state])


@pytest.mark.parametrize("state", PLAN_1)
def test_a_plan_of_the_first_procedure_goes_on_by_it(school, state):
    world, people = school
    case_id = world.plan_at(state, procedure=1)
    assert grid_of(people, case_id) == expected(PLAN_1[state])


@pytest.mark.parametrize("state", CONSOLIDATION)
def test_a_consolidation_can_be_acted_on_exactly_as_the_table_says(school, state):
    world, people = school
    inside = [world.plan_for_meeting(REVIEWED)]
    if state == DRAFT:
        made = people["vp.clerk"].post("consolidations", {"period": "2026-2027", "cases": inside})
        case_id = made.json()["id"]
    else:
        case_id = world.consolidate(inside, sign=state != SUBMITTED, present=state == PRESENTED)
    assert grid_of(people, case_id) == expected(CONSOLIDATION[state])


@pytest.mark.parametrize("state", UNIT_REPORT)
def test_a_unit_report_can_be_acted_on_exactly_as_the_table_says(reporting, state):
    month, people = reporting
    case_id = unit_report_at(month, state)
    assert grid_of(people, case_id) == expected(UNIT_REPORT[state])


@pytest.mark.parametrize("state", MONITORING_REPORT)
def test_a_monitoring_report_can_be_acted_on_exactly_as_the_table_says(reporting, state):
    month, people = reporting
    case_id = monitoring_report_at(month, state)
    assert grid_of(people, case_id) == expected(MONITORING_REPORT[state])


@pytest.mark.parametrize("state", UPDATE)
def test_an_update_can_be_acted_on_exactly_as_the_table_says(reporting, state):
    month, people = reporting
    case_id = update_at(month, state)
    assert grid_of(people, case_id) == expected(UPDATE[state])


@pytest.mark.parametrize("state", OPENING_SHEET)
def test_an_opening_sheet_can_be_acted_on_exactly_as_the_table_says(school, state):
    world, people = school
    assert grid_of(people, sheet_at(world, state)) == expected(OPENING_SHEET[state])


@pytest.mark.parametrize("state", CONCLUSIONS)
def test_conclusions_can_be_acted_on_exactly_as_the_table_says(school, state):
    world, people = school
    assert grid_of(people, conclusions_at(world, state, "Sau khi có Nghị định")) == expected(
        CONCLUSIONS[state]
    )


@pytest.mark.parametrize("state", INSTRUCTION)
def test_an_instruction_can_be_acted_on_exactly_as_the_table_says(school, state):
    world, people = school
    assert grid_of(people, instruction_at(world, state)) == expected(INSTRUCTION[state])


@pytest.mark.parametrize("state", OPINION)
def test_an_opinion_on_a_draft_can_be_acted_on_exactly_as_the_table_says(school, state):
    world, people = school
    assert grid_of(people, opinion_at(world, state)) == expected(OPINION[state])


@pytest.mark.parametrize("state", EXTENSION)
def test_an_extension_can_be_acted_on_exactly_as_the_table_says(school, state):
    world, people = school
    assert grid_of(people, extension_at(world, state)) == expected(EXTENSION[state])


@pytest.mark.parametrize("state", HANDOVER)
def test_a_handover_can_be_acted_on_exactly_as_the_table_says(school, state):
    world, people = school
    assert grid_of(people, handover_at(world, state)) == expected(HANDOVER[state])


def test_a_report_with_nothing_said_is_not_submitted(reporting):
    month, people = reporting
    assert row_of_grid("submit", people, month.report()) == "!!! ... ... .... xx.. ."
    assert row_of_grid("submit", people, month.monitoring()) == "... !!! ... .... xx.. ."


def test_a_unit_report_is_not_reviewed_without_a_finding_on_every_due_row(reporting):
    month, people = reporting
    month.sign_report(all_said(month))
    assert row_of_grid("review", people, month.report()) == "xxx x!! ... xxxx xx.. ."
    month.agree_to_all()
    assert row_of_grid("review", people, month.report()) == "xxx x++ ... xxxx xx.. ."


@pytest.mark.parametrize(
    ("state", "before", "after"),
    [
        (CONSOLIDATED, "xxx xxx ... x+++ xx.. .", "xxx xxx ... x=== xx.. ."),
        (PRESENTED, "xxx xxx xxx xxxx +x.. .", "xxx xxx xxx xxxx =x.. ."),
    ],
)
def test_a_plan_that_a_report_cites_is_not_reopened(reporting, state, before, after):
    month, people = reporting
    plan_id, case_id = month.plans["Kế hoạch"], all_said(month)
    month.check(plan_id, "B")
    month.world.adopt(plan_id, present=state == PRESENTED)
    assert row_of_grid("reopen", people, plan_id) == before
    month.world.stage.submit(case_id, "W-A")
    assert row_of_grid("reopen", people, plan_id) == after


def clients(world: World, foreign: World) -> dict[str, Api]:
    """Everybody's client by column."""
    people = {
        name: Api(world.people[f"w-{name}"]) for name in PEOPLE if name.split(".")[0] in {"a", "b", "c", "vp"}
    }
    people |= {
        name: Api(world.person("", name)) for name in ("leader", "auditor", "administrator", "personnel")
    }
    return people | {"foreign.head": Api(foreign.person("VP", "head"))}


def expected(grid: str) -> dict[str, str]:
    """Act -> the row of the grid, without blanks."""
    rows = (line.split(maxsplit=1) for line in grid.strip().splitlines() if not line.strip().startswith("#"))
    found = {act: cells.replace(" ", "") for act, cells in rows}
    assert list(found) == ACTS
    return found


def grid_of(people: dict[str, Api], case_id: UUID | str, acts: Sequence[str] = ACTS) -> dict[str, str]:
    """Act -> what really happens for each person; a cell where GET and POST differ shows both statuses."""
    digest = people["leader"].digest(case_id)
    columns = []
    for place, name in enumerate(PEOPLE):
        sent = acts if name == "leader" else [acts[place % len(acts)]]
        columns.append(list(column_of(people[name], case_id, digest, acts, sent)))
    return {act: "".join(column[place] for column in columns) for place, act in enumerate(acts)}


def row_of_grid(act: str, people: dict[str, Api], case_id: UUID | str) -> str:
    """One row of the grid, its columns by unit as in the tables: A, B, C, VP, root, foreign."""
    cells, parts = iter(grid_of(people, case_id, [act])[act]), (3, 3, 3, 4, 4, 1)
    return " ".join("".join(islice(cells, part)) for part in parts)


def column_of(
    api: Api, case_id: UUID | str, digest: str, acts: Sequence[str], sent: Collection[str]
) -> Iterator[str]:
    """For each act the sign of the status that this person gets; every act is undone again.

    Args:
        sent: the acts that are sent also where the answer is everybody's.
    """
    shown, issued = api.get(f"cases/{case_id}"), issued_on_paper(api)
    announced, grounds = announced_by(shown), grounds_offered(shown)
    for act in acts:
        status, code = announced[act]
        if code in EVERYBODYS and act not in sent:
            yield sign_of(status)
            continue
        body: dict[str, object] = {"act": act, "comment": "Lý do"}
        body |= {"issued": issued} if act == "register" else {}
        if act == "reopen" and Case.objects.filter(id=case_id, closed_at__isnull=False).exists():
            body["until"] = "2026-11-03"
        if act in TERMS:
            body["terms"] = {**TERMS[act], **({} if act == "stop" else {"rows": rows_of(case_id)})}
        if grounds[act]:
            body["ground"] = grounds[act][0]
        undo = transaction.savepoint()
        answer = api.post(f"cases/{case_id}/acts", body, digest=digest, key=str(uuid4()))
        transaction.savepoint_rollback(undo)
        yield (
            sign_of(answer.status_code)
            if status == answer.status_code
            else f"[{act}: GET {status} POST {answer.status_code} {answer.json()['code']}]"
        )


def rows_of(case_id: UUID | str) -> list[str]:
    """The rows of a plan."""
    return [str(row.id) for row in PlanRow.objects.all() if str(row.plan_id) == str(case_id)]


def announced_by(shown: Any) -> dict[str, tuple[int, str]]:
    """Act -> the status that the reasons listed by GET cases/{id} stand for, and the code of the first."""
    if shown.status_code == 404:
        return dict.fromkeys(ACTS, (404, "not-found"))
    listed = {row["act"]: [reason["code"] for reason in row["reasons"]] for row in shown.json()["acts"]}
    assert list(listed) == ACTS
    return {
        act: (STATUS_OF_CODE[codes[0]], codes[0]) if codes else (201, "") for act, codes in listed.items()
    }


def grounds_offered(shown: Any) -> dict[str, list[str]]:
    """Act -> the grounds of which GET cases/{id} wants one stated."""
    listed = shown.json()["acts"] if shown.status_code == 200 else []
    return {act: [] for act in ACTS} | {row["act"]: row["grounds"] for row in listed}


def sign_of(status: int) -> str:
    """The status as a sign of the grid."""
    return next((sign for sign, code in STATUS.items() if code == status), f"[{status}]")


def issued_on_paper(api: Api) -> dict[str, str]:
    """Data of a document that this person could register, with a file that they uploaded."""
    assert api.user is not None
    file = SimpleUploadedFile("cv.pdf", f"%PDF-1.7 {api.user}".encode())
    kept = keep_evidence(file, by=api.user, now=BEGAN)
    return {"number": "12/KH", "date": "2026-10-05", "signer": "Hiệu trưởng", "evidence": kept.sha256}
