"""What a return leaves open: inside the unit the whole; from outside what was marked, and what the unit opens beside, with a reason."""

from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from approvals.models import Signature
from approvals.queries.scope import beyond
from plans.models import PlanRow
from plans.serializers.rows import RowInput
from plans.words import MARKED
from reports.serializers.rows import WordInput
from reports.words import MARKED as MARKED_IN_REPORTS
from tests.api import Api
from tests.factories import APPROVED, SUBMITTED, World
from workflow.models import Case
from workflow.rules import EVERYTHING, Scope, scope_of_marks

WHY = "Sửa cho khớp với dòng trên"


@pytest.fixture
def officer(one: World) -> Api:
    return Api(one.person("A", "officer"))


@pytest.fixture
def monitor(one: World) -> Api:
    return Api(one.person("B", "head"))


def returned(one: World, *marks: tuple[int, str], inside: bool = False, rows: int = 3) -> UUID:
    """A plan that was returned from outside with a remark on each (row counted from 0, field)."""
    case_id = one.plan_at(SUBMITTED if inside else APPROVED, rows=rows)
    ids = rows_of(case_id)
    remarks = [{"row": ids[row], "field": field, "text": "Rõ hơn"} for row, field in marks]
    by = Api(one.person("A", "head") if inside else one.person("B", "head"))
    answer = by.act(case_id, "return", comment="Sửa", remarks=remarks)
    assert answer.status_code == 201, answer.json()
    return case_id


def rows_of(case_id: Any) -> list[str]:
    found = PlanRow.objects.filter(plan=case_id).order_by("position")
    return [str(row) for row in found.values_list("id", flat=True)]


def patch(api: Api, case_id: UUID, row: str, **now: Any) -> list[tuple[str, str]]:
    """Fields of a row are changed: what did not fit, and why."""
    stands: dict[str, Any] = next((one for one in shown(api, case_id)["rows"] if one["id"] == row), {})
    was = {name: stands[name] for name in now if name in stands}
    answer = api.send("patch", f"plans/{case_id}/rows", {"rows": [{"id": row, "was": was, "is": now}]})
    assert answer.status_code == 200, answer.json()
    return [(one["field"], one["code"]) for one in answer.json()["unfit"]]


def shown(api: Api, case_id: UUID) -> dict[str, Any]:
    return dict(api.get(f"plans/{case_id}").json())


def open_row(api: Api, case_id: UUID, row: str | None, reason: str = WHY) -> Any:
    return api.post(f"cases/{case_id}/opened-rows", {"row": row, "reason": reason})


def answer_all(api: Api, case_id: UUID) -> None:
    for remark in api.get(f"cases/{case_id}/remarks").json()["results"]:
        if remark["blocking"] and remark["answer"] is None:
            assert api.post(f"remarks/{remark['id']}/answer", {"answer": "fixed"}).status_code == 200


def places(api: Api, case_id: UUID) -> Any:
    return api.get(f"cases/{case_id}").json()["open"]


def test_a_return_from_outside_opens_the_marked_field_of_the_marked_row_only(one, officer):
    case_id = returned(one, (0, "product"))
    first, second, _third = rows_of(case_id)
    assert patch(officer, case_id, first, product="20 hồ sơ") == []
    assert patch(officer, case_id, first, text="Khác", due_text="Tháng 1/2027") == [
        ("text", "not-marked"),
        ("due_text", "not-marked"),
    ]
    assert patch(officer, case_id, second, product="Khác") == [("product", "not-marked")]
    rows = shown(officer, case_id)["rows"]
    assert [row["product"] == "20 hồ sơ" for row in rows] == [True, False, False]
    assert "Khác" not in {row["text"] for row in rows}
    assert [(one["row"], "product" in one["fields"], one["by"]) for one in places(officer, case_id)] == [
        (first, True, "")
    ]


def test_a_mark_on_a_row_opens_all_of_it_to_be_moved_and_taken_out(one, officer):
    case_id = returned(one, (1, ""))
    first, second, third = rows_of(case_id)
    moved = officer.send(
        "patch", f"plans/{case_id}/rows", {"rows": [], "moved": [{"id": third, "after": None}]}
    )
    assert [found["code"] for found in moved.json()["unfit"]] == ["not-marked"]
    assert patch(officer, case_id, second, text="Viết lại", product="Báo cáo") == []
    gone = officer.send(
        "patch",
        f"plans/{case_id}/rows",
        {"rows": [], "removed": [{"id": first, "was": {}}, {"id": second, "was": {}}]},
    )
    assert [found["id"] for found in gone.json()["unfit"]] == [first]
    assert rows_of(case_id) == [first, third]


def test_replacing_all_rows_changes_only_what_was_marked(one, officer):
    case_id = returned(one, (0, "text"))
    rows = shown(officer, case_id)["rows"]
    sent = [{name: row[name] for name in ("id", "kind", "section", "number", "text", "lead_text", "leads",
             "coordinating_text", "coordinating", "due_text", "product", "person", "authority", "note")} for row in rows]  # fmt: skip

    def put(changed: list[dict[str, Any]]) -> Any:
        return officer.send("put", f"plans/{case_id}/rows", {"rows": changed}, digest=officer.digest(case_id))

    same = put(sent)
    assert same.status_code == 200, same.json()
    fields = {**sent[0], "text": "Viết lại", "number": "9"}, {**sent[1], "note": "Lén"}
    for changed, against in (
        ([fields[0], fields[1], sent[2]], [(rows[1]["id"], "note")]),
        ([sent[1], sent[0], sent[2]], [(rows[0]["id"], "id")]),
        (sent[:2], [(rows[2]["id"], "id")]),
        ([*sent, {name: value for name, value in sent[0].items() if name != "id"}], [("4", "id")]),
    ):
        refused = put(changed)
        assert refused.status_code == 409, refused.json()
        assert [(found["row"], found["field"]) for found in refused.json()["reasons"]] == against
    assert put([fields[0], *sent[1:]]).status_code == 200


def test_what_stands_above_the_rows_is_closed_unless_it_was_marked_or_opened(one, officer):
    case_id = returned(one, (0, "product"))
    refused = officer.send("patch", f"plans/{case_id}", {"title": "Tên khác"}, digest=officer.digest(case_id))
    assert (refused.status_code, refused.json()["reasons"][0]["field"]) == (409, "title")
    assert open_row(officer, case_id, None).status_code == 201
    changed = officer.send("patch", f"plans/{case_id}", {"title": "Tên khác"}, digest=officer.digest(case_id))
    assert changed.status_code == 200, changed.json()


@pytest.mark.parametrize("marks", [(), ((0, ""), (0, "product"))])
def test_a_return_inside_the_unit_opens_the_whole(one, officer, marks):
    case_id = returned(one, *marks, inside=True)
    assert places(officer, case_id) is None
    assert patch(officer, case_id, rows_of(case_id)[2], text="Khác") == []


def test_a_return_from_outside_of_the_whole_opens_the_whole(one, officer):
    case_id = returned(one)
    assert places(officer, case_id) is None
    assert patch(officer, case_id, rows_of(case_id)[2], text="Khác") == []


def test_a_row_is_opened_with_a_reason_which_the_next_signature_names(one, officer):
    case_id = returned(one, (0, "product"))
    _first, second, _third = rows_of(case_id)
    assert open_row(officer, case_id, second, "  ").status_code == 400
    made = open_row(officer, case_id, second)
    assert (made.status_code, made.json()["reason"]) == (201, WHY)
    assert [found["code"] for found in open_row(officer, case_id, second).json()["reasons"]] == [
        "open-already"
    ]
    assert patch(officer, case_id, second, text="Viết lại") == []
    fresh = str(uuid4())
    assert patch(officer, case_id, fresh, text="Thêm lén")[0][1] == "not-marked"
    assert open_row(officer, case_id, fresh).status_code == 201
    assert (
        patch(
            officer,
            case_id,
            fresh,
            text="Thêm",
            due_text="Tháng 12/2026",
            leads=[f"{one.code}-A"],
            product="Báo cáo",
        )
        == []
    )
    answer_all(officer, case_id)
    sent = officer.act(case_id, "submit")
    assert sent.status_code == 201, sent.json()
    signed = Signature.objects.filter(case=case_id, act="submit").latest("sequence")
    assert signed.details["beyond"] == [{"row": second, "reason": WHY}, {"row": fresh, "reason": WHY}]
    assert officer.get(f"cases/{case_id}").json()["open"] is None


def test_withdrawing_and_recalling_open_nothing_more(one, officer):
    case_id = returned(one, (0, "product"))
    last = rows_of(case_id)[2]
    answer_all(officer, case_id)
    head = Api(one.person("A", "head"))
    for act, by in (("withdraw", officer), ("approve", head)):
        assert officer.act(case_id, "submit").status_code == 201
        assert by.act(case_id, act).status_code == 201
        if act == "approve":
            assert head.act(case_id, "recall", comment="Xem lại").status_code == 201
        assert patch(officer, case_id, last, text="Lén") == [("text", "not-marked")]


def test_what_was_changed_outside_of_the_marks_comes_first_with_its_reason(one, officer, monitor):
    case_id = returned(one, (2, "text"))
    first, second, third = rows_of(case_id)
    assert patch(officer, case_id, third, text="Sửa theo ý kiến") == []
    assert open_row(officer, case_id, second).status_code == 201
    assert patch(officer, case_id, second, text="Sửa thêm") == []
    answer_all(officer, case_id)
    head = Api(one.person("A", "head"))
    assert officer.act(case_id, "submit").status_code == 201
    assert head.act(case_id, "return", comment="Cả dòng đầu").status_code == 201  # inside: the whole is open
    assert patch(officer, case_id, first, text="Sửa cả dòng đầu") == []
    assert officer.act(case_id, "submit").status_code == 201
    seen = head.get(f"cases/{case_id}/diff").json()
    assert (seen["from"], seen["to"], [found["name"] for found in seen["things"]]) == (2, 3, [first])
    assert head.act(case_id, "approve").status_code == 201
    found = monitor.get(f"cases/{case_id}/diff").json()
    assert (found["from"], found["to"]) == (1, 3)
    told = [(thing["name"], thing["beyond"], thing["reason"]) for thing in found["things"]]
    assert told == [(first, True, ""), (second, True, WHY), (third, False, "")]


def test_a_return_marks_only_what_is_there(one, monitor):
    case_id = one.plan_at(APPROVED)
    row = rows_of(case_id)[0]
    for mark in ({"row": "r9"}, {"row": row, "field": "colour"}):
        refused = monitor.act(case_id, "return", comment="Sửa", remarks=[{**mark, "text": "Rõ hơn"}])
        assert (refused.status_code, refused.json()["reasons"][0]["code"]) == (422, "mark-unknown")


def test_a_proposal_is_for_a_field_of_a_row_and_no_longer_than_a_text(one, monitor, officer):
    case_id = one.plan_at(APPROVED)
    row = rows_of(case_id)[0]
    mark = {"row": row, "field": "product", "text": "Ghi số", "proposed": "20 hồ sơ"}
    for wrong in ({"field": ""}, {"row": ""}, {"proposed": "x" * 5001}):
        assert monitor.act(case_id, "return", comment="Sửa", remarks=[{**mark, **wrong}]).status_code == 400
    assert monitor.act(case_id, "return", comment="Sửa", remarks=[mark]).status_code == 201
    [remark] = officer.get(f"cases/{case_id}/remarks").json()["results"]
    assert (remark["proposed"], remark["field"], remark["asks"]) == ("20 hồ sơ", "product", False)


def test_nobody_but_the_unit_opens_a_row(one, monitor):
    case_id = returned(one, (0, "product"))
    assert open_row(monitor, case_id, rows_of(case_id)[1]).status_code == 403


def test_what_was_never_returned_costs_no_statement(one, officer):
    case_id = one.plan_at()
    row = rows_of(case_id)[0]
    with CaptureQueriesContext(
        connection,
    ) as asked:
        patch(officer, case_id, row, text="Khác")
    assert not [one for one in asked if "approvals_openedrow" in one["sql"]]


def test_what_was_opened_is_read_at_once_for_many_cases(one, officer):
    cases = [returned(one, (0, "product")) for _ in range(3)]
    for case_id in cases:
        assert open_row(officer, case_id, rows_of(case_id)[1]).status_code == 201
    found = list(Case.objects.filter(id__in=cases))
    with CaptureQueriesContext(connection) as asked:
        said = beyond(found)
    assert ({case_id: len(said[case_id]["beyond"]) for case_id in cases}, len(asked)) == (
        dict.fromkeys(cases, 1),
        1,
    )


def test_marks_against_a_model():
    dice = Random(55)
    rows, fields = ["", "a", "b", "c"], ["", "text", "product", "leads"]
    for _round in range(3000):
        marks = [(dice.choice(rows), dice.choice(fields)) for _ in range(dice.randint(0, 3))]
        opened = dice.sample(rows, dice.randint(0, 2))
        scope = scope_of_marks(marks, opened, {})
        whole = not marks or ("", "") in marks
        for row in rows:
            for field in fields:
                wanted = whole or row in opened or (row, "") in marks
                wanted |= field != "" and ((row, field) in marks or ("", field) in marks)
                assert scope.allows(row, field) == wanted, (marks, opened, row, field)
    assert EVERYTHING.allows("x", "y")
    assert not Scope({}).allows("x", "y")


def test_a_remark_can_be_on_every_field_that_people_write():
    assert RowInput().fields.keys() - {"id", "number"} <= MARKED
    assert WordInput().fields.keys() - {"row"} <= MARKED_IN_REPORTS
