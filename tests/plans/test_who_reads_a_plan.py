"""Who reads a plan: whoever leads or coordinates one of its rows, the first lead or another, from its head's signature on."""

from typing import Any

import pytest

from tests.api import Api
from tests.factories import APPROVED, PRESENTED, SUBMITTED, World

from .test_reading_plans import TASK, exported, listed


def coordinated(one: World, where: str, **named: list[str]) -> Any:
    """A plan of A with three rows, the second of which C coordinates (or has another part), walked to where it shall stand."""
    one.open_unit("C")
    case_id, officer = one.plan_at(rows=0), Api(one.person("A", "officer"))
    rows = [TASK | {"text": text} for text in ("Một", "Hai", "Ba")]
    rows[1] |= named or {"coordinating": ["W-C"]}
    body = {"rows": rows}
    assert (
        officer.send("put", f"plans/{case_id}/rows", body, digest=officer.digest(case_id)).status_code == 200
    )
    one.walk(case_id, where)
    return case_id


@pytest.mark.parametrize("named", [{"coordinating": ["W-C"]}, {"leads": ["W-A", "W-C"]}, {"leads": ["W-C"]}])
def test_a_unit_that_a_row_names_sees_the_whole_plan_from_the_signature_of_the_head_on(one, named):
    case_id = coordinated(one, SUBMITTED, **named)
    coordinator = Api(one.person("C", "officer"))
    everywhere = (
        "plans/{}",
        "cases/{}",
        "cases/{}/signatures",
        "cases/{}/submissions",
        "cases/{}/submissions/1",
    )
    assert {coordinator.get(path.format(case_id)).status_code for path in everywhere} == {404}
    assert listed(coordinator) == set()
    one.stage.approve(case_id, "W-A")
    assert {coordinator.get(path.format(case_id)).status_code for path in everywhere} == {200}
    assert [row["text"] for row in coordinator.get(f"plans/{case_id}").json()["rows"]] == ["Một", "Hai", "Ba"]
    [row] = coordinator.get("plans").json()["results"]
    assert (row["id"], row["tasks"]) == (str(case_id), 3)


def test_a_coordinating_unit_sees_all_once_it_is_presented(one):
    case_id = coordinated(one, PRESENTED)
    rows = Api(one.person("C", "head")).get(f"plans/{case_id}").json()["rows"]
    assert [row["text"] for row in rows] == ["Một", "Hai", "Ba"]


def test_a_coordinating_unit_prints_the_whole_plan(one):
    case_id = coordinated(one, APPROVED)
    _answer, cells = exported(Api(one.person("C", "head")), case_id)
    assert {"Một", "Hai", "Ba"} <= set(cells)
