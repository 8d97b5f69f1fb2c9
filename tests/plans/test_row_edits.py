"""Rows are edited field by field, beside others: what fits is kept, what does not is answered, nothing is lost."""

from time import process_time
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from approvals import kinds
from approvals.ledger.content import framed, working_digest
from plans.actions import Edits, edit_rows
from plans.models import Plan, PlanRow, RowDigest
from tests.api import Api
from tests.factories import DRAFT, SUBMITTED, World
from tests.reported_month import Month
from tests.speed import YARDSTICK_MILLISECONDS, garbage_collected_as_by_a_server, yardstick
from workflow.rules.merging import RowEdit

from .changing_plans import begun, in_force, person
from .test_writing_plans import NEW, ROW

MOST_STATEMENTS, MOST_MILLISECONDS = 8, 60.0


@pytest.fixture
def officer(one: World) -> Api:
    return Api(one.person("A", "officer"))


@pytest.fixture
def plan(officer: Api) -> dict[str, Any]:
    """A draft with three rows."""
    made = officer.post("plans", NEW).json()
    rows = [{**ROW, "text": f"Việc {number}", "number": str(number)} for number in (1, 2, 3)]
    answer = officer.send("put", f"plans/{made['id']}/rows", {"rows": rows}, digest=made["digest"])
    assert answer.status_code == 200
    return dict(answer.json())


def patch(api: Api, plan: dict[str, Any], **edits: Any) -> dict[str, Any]:
    """PATCH rows: what became of it."""
    answer = api.send("patch", f"plans/{plan['id']}/rows", edits)
    assert answer.status_code == 200, answer.json()
    assert answer.headers["ETag"] == f'"{answer.json()["digest"]}"'
    return dict(answer.json())


def edit(row: Any, was: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    return {"id": str(row), "was": was, "is": now}


def rows_of(api: Api, plan: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows as they stand, after it was seen that digests and content agree."""
    shown = api.get(f"plans/{plan['id']}").json()
    stored = Plan.objects.select_related("case").get(case=plan["id"])
    content = kinds.contents([stored.case])[stored.case_id]
    assert stored.case.digest == shown["digest"] == working_digest(framed(stored.case, content, 1))
    assert [row.position for row in stored.rows.order_by("position")] == list(range(stored.rows.count()))
    return list(shown["rows"])


def unfit(answer: dict[str, Any]) -> list[tuple[str, str, int, Any]]:
    return [(one["field"], one["code"], one["status"], one["stands"]) for one in answer["unfit"]]


def test_one_field_is_written_and_the_others_stay(officer: Api, plan: dict[str, Any]) -> None:
    first, *others = plan["rows"]
    answer = patch(officer, plan, rows=[edit(first["id"], {"text": "Việc 1"}, {"text": "Việc đầu"})])
    assert (unfit(answer), answer["digest"] != plan["digest"]) == ([], True)
    assert rows_of(officer, plan) == [{**first, "text": "Việc đầu"}, *others]


def test_two_people_in_one_row_lose_nothing(one: World, officer: Api, plan: dict[str, Any]) -> None:
    """Different fields both stand; of the same field the second one hears what stands there."""
    row, head = plan["rows"][0]["id"], Api(one.person("A", "head"))
    assert unfit(patch(officer, plan, rows=[edit(row, {"text": "Việc 1"}, {"text": "Của viên chức"})])) == []
    answer = patch(
        head, plan, rows=[edit(row, {"text": "Việc 1", "note": ""}, {"text": "Của trưởng", "note": "Gấp"})]
    )
    assert unfit(answer) == [("text", "changed-meanwhile", 409, "Của viên chức")]
    assert answer["unfit"][0]["text"] == "Somebody else has changed this meanwhile."
    found = rows_of(officer, plan)[0]
    assert (found["text"], found["note"]) == ("Của viên chức", "Gấp")


def test_sent_twice_it_is_done_once(officer: Api, plan: dict[str, Any]) -> None:
    """An answer that was lost on its way is asked for again: also for a new row, whose id its writer made."""
    fresh, edits = uuid4(), {}
    edits["rows"] = [
        edit(fresh, {}, {"text": "Việc mới", "leads": ["W-A"]}),
        edit(plan["rows"][2]["id"], {"due_text": "Tháng 12/2026"}, {"due_text": "trước 20/11/2026"}),
    ]
    edits["removed"] = [{"id": plan["rows"][1]["id"], "was": {"text": "Việc 2"}}]
    edits["moved"] = [{"id": str(fresh), "after": None}]
    first = patch(officer, plan, **edits)
    assert patch(officer, plan, **edits) == first
    assert [row["text"] for row in rows_of(officer, plan)] == ["Việc mới", "Việc 1", "Việc 3"]
    due = {row["said"]["id"]: row["due"] for row in first["rows"]}[plan["rows"][2]["id"]]
    assert due["end"] == "2026-11-19"


def test_what_cannot_be_kept_is_answered_and_the_rest_is_kept(officer: Api, plan: dict[str, Any]) -> None:
    row = plan["rows"][0]["id"]
    was = {"due_text": "Tháng 12/2026", "leads": ["W-A"], "text": "Việc 1"}
    now = {"due_text": "31/02/2027", "leads": ["KHONG-CO"], "text": "Được"}
    answer = patch(officer, plan, rows=[edit(row, was, now)])
    assert sorted(unfit(answer)) == [
        ("due_text", "due-impossible", 422, "Tháng 12/2026"), ("leads", "unit-unknown", 422, ["W-A"]),
    ]  # fmt: skip
    found = rows_of(officer, plan)[0]
    assert (found["text"], found["leads"]) == ("Được", ["W-A"])


def test_a_row_that_somebody_deleted_is_answered(one: World, officer: Api, plan: dict[str, Any]) -> None:
    row, head = plan["rows"][1]["id"], Api(one.person("A", "head"))
    assert unfit(patch(head, plan, removed=[{"id": row, "was": {"text": "Việc 2"}}])) == []
    answer = patch(
        officer, plan, rows=[edit(row, {"note": ""}, {"note": "Ai xóa?"})], moved=[{"id": row, "after": None}]
    )
    assert unfit(answer) == [("id", "row-gone", 409, None)] * 2
    assert [row["text"] for row in rows_of(officer, plan)] == ["Việc 1", "Việc 3"]


def test_a_row_in_which_somebody_wrote_is_not_deleted(one: World, officer: Api, plan: dict[str, Any]) -> None:
    row, head = plan["rows"][1]["id"], Api(one.person("A", "head"))
    patch(head, plan, rows=[edit(row, {"note": ""}, {"note": "Quan trọng"})])
    answer = patch(officer, plan, removed=[{"id": row, "was": {"text": "Việc 2", "note": ""}}])
    assert unfit(answer) == [("note", "changed-meanwhile", 409, "Quan trọng")]
    assert len(rows_of(officer, plan)) == 3


def test_rows_are_moved_and_numbered_anew(officer: Api, plan: dict[str, Any]) -> None:
    one, two, three = (row["id"] for row in plan["rows"])
    patch(officer, plan, moved=[{"id": one, "after": three}, {"id": three, "after": None}])
    assert [row["id"] for row in rows_of(officer, plan)] == [three, two, one]
    assert unfit(patch(officer, plan, moved=[{"id": one, "after": str(uuid4())}])) == [
        ("after", "row-gone", 409, None)
    ]


def test_an_id_of_another_plan_makes_no_row_there(officer: Api, plan: dict[str, Any]) -> None:
    other = officer.post("plans", NEW).json()
    answer = patch(officer, other, rows=[edit(plan["rows"][0]["id"], {}, {"text": "Lấy"})])
    assert unfit(answer) == [("id", "row-gone", 409, None)]
    assert rows_of(officer, other) == []
    assert rows_of(officer, plan)[0]["text"] == "Việc 1"


def test_who_may_not_edit_is_refused_and_nothing_is_written(one: World, officer: Api) -> None:
    case_id = one.plan_at(SUBMITTED)
    row = PlanRow.objects.filter(plan=case_id)[0]
    body = {"rows": [edit(row.id, {"text": row.text}, {"text": "Sửa lén"})]}
    assert officer.send("patch", f"plans/{case_id}/rows", body).status_code == 409
    assert Api(one.person("B", "officer")).send("patch", f"plans/{case_id}/rows", body).status_code == 403
    assert PlanRow.objects.get(id=row.id).text == row.text


@pytest.mark.parametrize(
    "body",
    [
        {"rows": [{"id": "x", "is": {}}]}, {"rows": [{"id": str(UUID(int=1))}]}, {"rows": {}}, {"more": []},
        {"rows": [edit(UUID(int=1), {"title": ""}, {})]}, {"moved": [{"id": str(UUID(int=1))}]},
        {"rows": [edit(UUID(int=1), {}, {"text": "a\x00"})]}, {"rows": [edit(UUID(int=1), {}, {"leads": "W-A"})]},
    ],
)  # fmt: skip
def test_malformed_edits_are_refused_whole(officer: Api, plan: dict[str, Any], body: dict[str, Any]) -> None:
    assert officer.send("patch", f"plans/{plan['id']}/rows", body).status_code == 400
    assert len(rows_of(officer, plan)) == 3


def test_one_row_of_two_thousand_costs_as_much_as_one_of_three(one: World, officer: Api) -> None:
    """Statements, and processor time by the yardstick: no other row is read or hashed."""
    case_id = str(one.plan_at(DRAFT, rows=0))
    rows = [{**ROW, "text": f"Nhiệm vụ thứ {number} về công tác đào tạo, bồi dưỡng", "coordinating": ["W-B"]}
            for number in range(2000)]  # fmt: skip
    big = officer.send("put", f"plans/{case_id}/rows", {"rows": rows}, digest=officer.digest(case_id)).json()
    row, texts = big["rows"][1000], iter(f"Sửa lần {number}" for number in range(20))

    def once(was: str) -> str:
        text = next(texts)
        assert unfit(patch(officer, big, rows=[edit(row["id"], {"text": was}, {"text": text})])) == []
        return text

    text = once(row["text"])
    assert RowDigest.objects.filter(row__plan=UUID(case_id)).count() == 2000
    with CaptureQueriesContext(connection) as seen:
        wanted = RowEdit(UUID(row["id"]), {"text": text}, {"text": "Qua cửa khác"})
        edit_rows(UUID(case_id), Edits([wanted]), by=one.person("A", "officer"), now=one.now())
    statements = [said["sql"] for said in seen if "SAVEPOINT" not in said["sql"]]
    assert len(statements) <= MOST_STATEMENTS, statements
    text = "Qua cửa khác"
    took = []
    with garbage_collected_as_by_a_server():
        for _time in range(5):
            measure, began = yardstick(), process_time()
            text = once(text)
            took.append((process_time() - began) * 1000 * YARDSTICK_MILLISECONDS / measure)
    assert min(took) <= MOST_MILLISECONDS, took


def test_a_supplement_is_edited_field_by_field_and_keeps_rows_in_force(month: Month) -> None:
    """A row in force is ended, not deleted; the others of the same request are written, and the digest is the content's."""
    plan = in_force(month, month.task("Tuyển sinh", "Tháng 10/2026"), month.task("Tổng kết", "Tháng 12/2026"))
    draft, officer = begun(month, plan), person(month, "A", "officer")
    first, last = draft["rows"]
    answer = patch(
        officer, draft, removed=[{"id": first["id"], "was": {"text": "Tuyển sinh"}}],
        rows=[edit(last["id"], {"due_text": "Tháng 12/2026", "reason": ""}, {"due_text": "Tháng 11/2026", "reason": "Sớm hơn"})],
    )  # fmt: skip
    assert unfit(answer) == [("id", "row-in-force", 422, None)]
    assert [row["change"]["kind"] for row in rows_of(officer, draft)] == ["kept", "changed"]


@pytest.mark.parametrize(
    ("text", "end", "odd"),
    [
        ("trước 20/9", "2026-09-19", []),
        ("Tháng 9/2026", "2026-09-30", []),
        ("", None, []),
        ("31/2", None, ["due-impossible"]),
    ],
)
def test_a_due_time_is_read_while_it_is_typed(
    officer: Api, plan: dict[str, Any], text: str, end: str | None, odd: list[str]
) -> None:
    answer = officer.get(f"plans/{plan['id']}/due-time", text=text)
    assert answer.status_code == 200
    read = answer.json()
    assert (read["due"] and read["due"]["end"]) == end
    assert [warning["code"] for warning in read["warnings"]] == odd
