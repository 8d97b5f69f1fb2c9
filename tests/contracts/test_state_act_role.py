"""Every state × act × role × own or other unit, against the tables of the design (sections 2 and 4).

The grids are written by hand. A column is a person; a cell is what POST cases/{id}/acts answers, and GET
cases/{id} must announce the same: `+` done (201), `x` no right (403), `=` the state forbids it (409),
`.` not theirs to see (404).
"""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from approvals.actions import keep_evidence
from tests.api import Api
from tests.factories import (
    APPROVED,
    BEGAN,
    CONSOLIDATED,
    DRAFT,
    PRESENTED,
    RETURNED,
    REVIEWED,
    SUBMITTED,
    World,
    small_world,
)

STATUS = {"+": 201, "x": 403, "=": 409, ".": 404}
#: Code of the first reason -> the status that it stands for (design, section 2, "The judge").
STATUS_OF_CODE = {
    "not-permitted": 403, "separation-of-duties": 403, "own-draft": 403,
    "already-done": 409, "wrong-state": 409, "submitted": 409, "not-submitted": 409, "not-for-this-kind": 409,
    "outside-consolidation": 409, "outside-meeting": 409, "reviewed": 409,
}  # fmt: skip
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
    "foreign.head",
]

PLAN = {
    DRAFT: """
        #            A    B    C    VP   root foreign
        submit       +++  ...  ...  .... xx.  .
        withdraw     ===  ...  ...  .... xx.  .
        approve      x==  ...  ...  .... xx.  .
        recall       x==  ...  ...  .... xx.  .
        review       xxx  ...  ...  .... xx.  .
        return       x==  ...  ...  .... xx.  .
        send-back    xxx  ...  ...  .... xx.  .
        consolidate  xxx  ...  ...  .... xx.  .
        present      xxx  ...  ...  .... =x.  .
        reopen       xxx  ...  ...  .... =x.  .
        register     xxx  ...  ...  .... xx.  .
    """,
    SUBMITTED: """
        submit       ===  xxx  ...  xxxx xx.  .
        withdraw     +++  xxx  ...  xxxx xx.  .
        approve      x++  xxx  ...  xxxx xx.  .
        recall       x==  xxx  ...  xxxx xx.  .
        review       xxx  x==  ...  xxxx xx.  .
        return       x++  xxx  ...  xxxx xx.  .
        send-back    xxx  xxx  ...  x=== xx.  .
        consolidate  xxx  xxx  ...  x=== xx.  .
        present      xxx  xxx  ...  xxxx =x.  .
        reopen       xxx  xxx  ...  x=== =x.  .
        register     xxx  xxx  ...  x=== xx.  .
    """,
    RETURNED: """
        submit       +++  xxx  ...  xxxx xx.  .
        withdraw     ===  xxx  ...  xxxx xx.  .
        approve      x==  xxx  ...  xxxx xx.  .
        recall       x==  xxx  ...  xxxx xx.  .
        review       xxx  x==  ...  xxxx xx.  .
        return       x==  x==  ...  xxxx xx.  .
        send-back    xxx  xxx  ...  x=== xx.  .
        consolidate  xxx  xxx  ...  x=== xx.  .
        present      xxx  xxx  ...  xxxx =x.  .
        reopen       xxx  xxx  ...  x=== =x.  .
        register     xxx  xxx  ...  x+++ xx.  .
    """,
    APPROVED: """
        submit       ===  xxx  ...  xxxx xx.  .
        withdraw     ===  xxx  ...  xxxx xx.  .
        approve      x==  xxx  ...  xxxx xx.  .
        recall       x++  xxx  ...  xxxx xx.  .
        review       xxx  x++  ...  xxxx xx.  .
        return       xxx  x++  ...  xxxx xx.  .
        send-back    xxx  xxx  ...  x=== xx.  .
        consolidate  xxx  xxx  ...  x=== xx.  .
        present      xxx  xxx  ...  xxxx =x.  .
        reopen       xxx  xxx  ...  x=== =x.  .
        register     xxx  xxx  ...  x=== xx.  .
    """,
    REVIEWED: """
        submit       ===  xxx  ...  xxxx xx.  .
        withdraw     ===  xxx  ...  xxxx xx.  .
        approve      x==  xxx  ...  xxxx xx.  .
        recall       x==  xxx  ...  xxxx xx.  .
        review       xxx  x==  ...  xxxx xx.  .
        return       x==  x==  ...  xxxx xx.  .
        send-back    xxx  xxx  ...  x+++ xx.  .
        consolidate  xxx  xxx  ...  x=== xx.  .
        present      xxx  xxx  ...  xxxx =x.  .
        reopen       xxx  xxx  ...  x=== =x.  .
        register     xxx  xxx  ...  x=== xx.  .
    """,
    CONSOLIDATED: """
        submit       ===  xxx  ...  xxxx xx.  .
        withdraw     ===  xxx  ...  xxxx xx.  .
        approve      x==  xxx  ...  xxxx xx.  .
        recall       x==  xxx  ...  xxxx xx.  .
        review       xxx  x==  ...  xxxx xx.  .
        return       x==  x==  ...  xxxx xx.  .
        send-back    xxx  xxx  ...  x=== xx.  .
        consolidate  xxx  xxx  ...  x=== xx.  .
        present      xxx  xxx  ...  xxxx =x.  .
        reopen       xxx  xxx  ...  x+++ xx.  .
        register     xxx  xxx  ...  x=== xx.  .
    """,
    PRESENTED: """
        submit       ===  xxx  xxx  xxxx xx.  .
        withdraw     ===  xxx  xxx  xxxx xx.  .
        approve      x==  xxx  xxx  xxxx xx.  .
        recall       x==  xxx  xxx  xxxx xx.  .
        review       xxx  x==  xxx  xxxx xx.  .
        return       x==  x==  xxx  xxxx xx.  .
        send-back    xxx  xxx  xxx  x=== xx.  .
        consolidate  xxx  xxx  xxx  x=== xx.  .
        present      xxx  xxx  xxx  xxxx =x.  .
        reopen       xxx  xxx  xxx  xxxx +x.  .
        register     xxx  xxx  xxx  x=== xx.  .
    """,
}
#: A consolidation skips unit-approved and monitor-reviewed: those acts are not for it, whoever asks.
CONSOLIDATION = {
    DRAFT: """
        submit       ...  ...  ...  ++++ xx.  .
        withdraw     ...  ...  ...  ==== xx.  .
        approve      ...  ...  ...  ==== ==.  .
        recall       ...  ...  ...  ==== ==.  .
        review       ...  ...  ...  ==== ==.  .
        return       ...  ...  ...  x==x xx.  .
        send-back    ...  ...  ...  ==== ==.  .
        consolidate  ...  ...  ...  x==x xx.  .
        present      ...  ...  ...  xxxx =x.  .
        reopen       ...  ...  ...  ==== ==.  .
        register     ...  ...  ...  ==== ==.  .
    """,
    SUBMITTED: """
        submit       ...  ...  ...  ==== xx.  .
        withdraw     ...  ...  ...  ++++ xx.  .
        approve      ...  ...  ...  ==== ==.  .
        recall       ...  ...  ...  ==== ==.  .
        review       ...  ...  ...  ==== ==.  .
        return       ...  ...  ...  x++x xx.  .
        send-back    ...  ...  ...  ==== ==.  .
        consolidate  ...  ...  ...  x++x xx.  .
        present      ...  ...  ...  xxxx =x.  .
        reopen       ...  ...  ...  ==== ==.  .
        register     ...  ...  ...  ==== ==.  .
    """,
    CONSOLIDATED: """
        submit       ...  ...  ...  ==== xx.  .
        withdraw     ...  ...  ...  ==== xx.  .
        approve      ...  ...  ...  ==== ==.  .
        recall       ...  ...  ...  ==== ==.  .
        review       ...  ...  ...  ==== ==.  .
        return       ...  ...  ...  x==x xx.  .
        send-back    ...  ...  ...  ==== ==.  .
        consolidate  ...  ...  ...  x==x xx.  .
        present      ...  ...  ...  xxxx =x.  .
        reopen       ...  ...  ...  ==== ==.  .
        register     ...  ...  ...  ==== ==.  .
    """,
    PRESENTED: """
        submit       xxx  xxx  xxx  ==== xx.  .
        withdraw     xxx  xxx  xxx  ==== xx.  .
        approve      ===  ===  ===  ==== ==.  .
        recall       ===  ===  ===  ==== ==.  .
        review       ===  ===  ===  ==== ==.  .
        return       xxx  xxx  xxx  x==x xx.  .
        send-back    ===  ===  ===  ==== ==.  .
        consolidate  xxx  xxx  xxx  x==x xx.  .
        present      xxx  xxx  xxx  xxxx =x.  .
        reopen       ===  ===  ===  ==== ==.  .
        register     ===  ===  ===  ==== ==.  .
    """,
}
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
]


@pytest.mark.parametrize("state", PLAN)
def test_a_plan_can_be_acted_on_exactly_as_the_table_says(db, state):
    world, people = populated()
    case_id = world.plan_at(state)
    assert grid_of(world, people, case_id) == expected(PLAN[state])


@pytest.mark.parametrize("state", CONSOLIDATION)
def test_a_consolidation_can_be_acted_on_exactly_as_the_table_says(db, state):
    world, people = populated()
    inside = [world.plan_at(REVIEWED)]
    if state == DRAFT:
        made = people["vp.clerk"].post("consolidations", {"period": "2026-2027", "cases": inside})
        case_id = made.json()["id"]
    else:
        case_id = world.consolidate(inside, sign=state != SUBMITTED, present=state == PRESENTED)
    assert grid_of(world, people, case_id) == expected(CONSOLIDATION[state])


def populated() -> tuple[World, dict[str, Api]]:
    """A world with three departments beside a foreign one, and everybody's client by column."""
    world, foreign = small_world("W"), small_world("F")
    world.open_unit("C")
    people = {
        name: Api(world.people[f"w-{name}"]) for name in PEOPLE if name.split(".")[0] in {"a", "b", "c", "vp"}
    }
    people |= {name: Api(world.person("", name)) for name in ("leader", "auditor", "administrator")}
    return world, people | {"foreign.head": Api(foreign.person("VP", "head"))}


def expected(grid: str) -> dict[str, str]:
    """Act -> the row of the grid, without blanks."""
    rows = (line.split(maxsplit=1) for line in grid.strip().splitlines() if not line.strip().startswith("#"))
    found = {act: cells.replace(" ", "") for act, cells in rows}
    assert list(found) == ACTS
    return found


def grid_of(world: World, people: dict[str, Api], case_id: UUID | str) -> dict[str, str]:
    """Act -> what really happens for each person; a cell where GET and POST differ shows both statuses."""
    digest = world.case(UUID(str(case_id))).digest
    columns = [list(column_of(people[name], case_id, digest)) for name in PEOPLE]
    return {act: "".join(column[place] for column in columns) for place, act in enumerate(ACTS)}


def column_of(api: Api, case_id: UUID | str, digest: str) -> Iterator[str]:
    """For each act the sign of the status that this person gets; every act is undone again."""
    announced, issued = announced_by_get(api, case_id), issued_on_paper(api)
    for act in ACTS:
        body = {"act": act, "comment": "Lý do"} | ({"issued": issued} if act == "register" else {})
        undo = transaction.savepoint()
        answer = api.post(f"cases/{case_id}/acts", body, digest=digest, key=str(uuid4()))
        transaction.savepoint_rollback(undo)
        yield (
            sign_of(answer.status_code)
            if announced[act] == answer.status_code
            else (f"[{act}: GET {announced[act]} POST {answer.status_code} {answer.json()['code']}]")
        )


def announced_by_get(api: Api, case_id: UUID | str) -> dict[str, int]:
    """Act -> the status that the reasons listed by GET cases/{id} stand for."""
    answer = api.get(f"cases/{case_id}")
    if answer.status_code == 404:
        return dict.fromkeys(ACTS, 404)
    listed = {row["act"]: [reason["code"] for reason in row["reasons"]] for row in answer.json()["acts"]}
    assert list(listed) == ACTS
    return {act: STATUS_OF_CODE[codes[0]] if codes else 201 for act, codes in listed.items()}


def sign_of(status: int) -> str:
    """The status as a sign of the grid."""
    return next((sign for sign, code in STATUS.items() if code == status), f"[{status}]")


def issued_on_paper(api: Api) -> dict[str, str]:
    """Data of a document that this person could register, with a file that they uploaded."""
    assert api.user is not None
    file = SimpleUploadedFile("cv.pdf", f"%PDF-1.7 {api.user}".encode())
    kept = keep_evidence(file, by=api.user, now=BEGAN)
    return {"number": "12/KH", "date": "2026-10-05", "signer": "Hiệu trưởng", "evidence": kept.sha256}
