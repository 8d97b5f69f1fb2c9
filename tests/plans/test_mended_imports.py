"""What was read of a workbook is mended row by row before it is taken over, by the rules it was read by."""

from importlib import import_module
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook

from notation import limits
from notation.year import PlanYear
from organization.models import Unit
from papers.intake.leads import Units
from plans.actions import Edits, edit_import
from plans.models import ImportDraft, Plan
from plans.queries import names_of_units
from plans.rules.previews import EDITABLE, mended
from tests.api import Api
from tests.factories import World
from tests.papers.books import TASK_LIST, book_of, hoa_binh, saved
from workflow.rules.merging import RowEdit

MOST_STATEMENTS = 6
WRONG = [["1", "Nhiệm vụ một", "Phòng A W", "Tháng 12/2026", "Báo cáo"],
         ["2", "Nhiệm vụ hai", "Phòng Không Có", "Tháng 12/2026", "Báo cáo"],
         ["3", "Nhiệm vụ ba", "Phòng A W", "Tháng 13/2026", None]]  # fmt: skip


@pytest.fixture
def officer(one: World) -> Api:
    return Api(one.person("A", "officer"))


def read(api: Api, rows: Any = WRONG, **book: Any) -> dict[str, Any]:
    """The preview of a workbook with these rows."""
    return uploaded(api, book_of(rows, **book))


def uploaded(api: Api, data: bytes) -> dict[str, Any]:
    file = SimpleUploadedFile("ke-hoach.xlsx", data)
    answer = api.upload("imports", file, unit="W-A", period="2026-2027")
    assert answer.status_code == 201, answer.json()
    return dict(answer.json())


def patch(api: Api, given: dict[str, Any], **edits: Any) -> dict[str, Any]:
    """PATCH rows: what became of it; it is seen that a reload finds the same."""
    answer = api.send("patch", f"imports/{given['id']}/rows", edits)
    assert answer.status_code == 200, answer.json()
    told, shown = dict(answer.json()), now(api, given)
    assert {name: told[name] for name in FOUND} == {name: shown[name] for name in FOUND}
    return told


FOUND = ("targets", "tasks", "groups", "errors", "warnings")


def now(api: Api, given: dict[str, Any]) -> dict[str, Any]:
    """GET: the preview as it stands."""
    answer = api.get(f"imports/{given['id']}")
    assert answer.status_code == 200
    return dict(answer.json())


def edit(row: dict[str, Any], **said: Any) -> dict[str, Any]:
    """Fields of a row, after what it says."""
    return {"id": row["id"], "was": {name: row[name] for name in said}, "is": said}


def told(found: dict[str, Any], what: str = "errors") -> list[tuple[str | None, str, str]]:
    return [(one["id"], one["field"], one["code"]) for one in found[what]]


def unfit(answer: dict[str, Any]) -> list[tuple[str, str, int, Any]]:
    return [(one["field"], one["code"], one["status"], one["stands"]) for one in answer["unfit"]]


def test_errors_are_mended_one_by_one_and_then_it_is_taken_over(officer: Api) -> None:
    given = read(officer)
    _one, two, three = given["rows"]
    assert told(given) == [(two["id"], "leads", "unit-unknown"), (three["id"], "due_text", "due-impossible")]
    assert told(given, "warnings") == [(three["id"], "product", "product-missing")]
    answer = patch(officer, given, rows=[edit(two, leads=["W-B"], lead_text="")])
    assert (unfit(answer), told(answer)) == ([], [(three["id"], "due_text", "due-impossible")])
    assert officer.post(f"imports/{given['id']}/confirm", {}).json()["code"] == "import-errors"
    answer = patch(officer, given, rows=[edit(three, due_text="Tháng 3/2027", product="Biên bản")])
    assert (told(answer), told(answer, "warnings")) == ([], [])
    assert [row["due"]["end"] for row in answer["rows"]] == ["2027-03-31"]
    plan = officer.post(f"imports/{given['id']}/confirm", {}).json()
    assert [(row["text"], row["leads"], row["due_text"], row["product"]) for row in plan["rows"]] == [
        ("Nhiệm vụ một", ["W-A"], "Tháng 12/2026", "Báo cáo"),
        ("Nhiệm vụ hai", ["W-B"], "Tháng 12/2026", "Báo cáo"),
        ("Nhiệm vụ ba", ["W-A"], "Tháng 3/2027", "Biên bản"),
    ]
    assert now(officer, given)["plan"] == plan["id"]


def test_what_is_mended_wrong_is_found_by_the_rules_of_reading(officer: Api) -> None:
    """The same words give the same problems, whether they were read or typed."""
    given, wrong = (
        read(officer, WRONG[:1]),
        read(officer, [["1", None, "Phòng Không Có", "31/02/2027", None]]),
    )
    [row], [same] = given["rows"], wrong["rows"]
    words = {name: same[name] for name in EDITABLE}
    answer = patch(officer, given, rows=[edit(row, **words)])
    assert unfit(answer) == []
    for what in ("errors", "warnings"):
        assert [{**one, "id": ""} for one in answer[what]] == [{**one, "id": ""} for one in wrong[what]]
    assert {one["id"] for one in answer["errors"]} == {row["id"]}
    assert len(answer["errors"]) == 3


def test_units_that_are_named_in_words_are_understood_as_in_a_cell(officer: Api) -> None:
    """Their codes are answered; the same request once more changes nothing."""
    given = read(officer)
    sent = [edit(given["rows"][1], leads=[], lead_text="Phòng A W; P. B W")]
    first = patch(officer, given, rows=sent)
    assert [(row["leads"], row["lead_text"]) for row in first["rows"]] == [
        (["W-A", "W-B"], "Phòng A W; P. B W")
    ]
    assert patch(officer, given, rows=sent) == first
    assert [code for _row, _field, code in told(first)] == ["due-impossible"]


def test_two_windows_lose_nothing(officer: Api) -> None:
    given = read(officer)
    row = given["rows"][0]
    patch(officer, given, rows=[edit(row, text="Từ cửa sổ này")])
    answer = patch(officer, given, rows=[edit(row, text="Từ cửa sổ kia", note="Gấp")])
    assert unfit(answer) == [("text", "changed-meanwhile", 409, "Từ cửa sổ này")]
    found = now(officer, given)["rows"][0]
    assert (found["text"], found["note"]) == ("Từ cửa sổ này", "Gấp")
    answer = patch(officer, given, removed=[{"id": row["id"], "was": {"text": row["text"]}}])
    assert unfit(answer) == [("text", "changed-meanwhile", 409, "Từ cửa sổ này")]


def test_a_unit_that_is_not_there_or_ended_is_not_written(one: World, officer: Api) -> None:
    ended = Unit.objects.get(code="W-B")
    ended.valid_to = one.now().date().replace(year=2025)
    ended.save(update_fields=["valid_to"])
    given = read(officer)
    first, second, _three = given["rows"]
    answer = patch(
        officer, given, rows=[edit(first, leads=["KHONG-CO"], note="Được"), edit(second, leads=["W-B"])]
    )
    assert unfit(answer) == [("leads", "unit-unknown", 422, ["W-A"]), ("leads", "unit-ended", 422, [])]
    assert now(officer, given)["rows"][0]["note"] == "Được"


def test_rows_are_added_moved_and_taken_out(officer: Api) -> None:
    """Of a row that is gone nothing is wrong any more; of one that was added everything is asked."""
    given, fresh = read(officer), str(uuid4())
    one, two, three = (row["id"] for row in given["rows"])
    edits: dict[str, Any] = {
        "rows": [{"id": fresh, "was": {}, "is": {"text": "Việc mới", "leads": ["W-A"], "kind": "target"}}],
        "removed": [{"id": two, "was": {"lead_text": "Phòng Không Có"}}],
        "moved": [{"id": fresh, "after": None}, {"id": three, "after": fresh}],
    }
    answer = patch(officer, given, **edits)
    assert patch(officer, given, **edits) == answer
    assert told(answer) == [(fresh, "due_text", "due-missing"), (three, "due_text", "due-impossible")]
    assert (answer["targets"], answer["tasks"]) == (1, 2)
    assert [row["id"] for row in now(officer, given)["rows"]] == [fresh, three, one]
    assert [row["row"] for row in now(officer, given)["rows"]] == [0, 4, 2]
    gone = patch(
        officer, given, rows=[edit(given["rows"][1], note="Ai xóa?")], moved=[{"id": two, "after": None}]
    )
    assert unfit(gone) == [("id", "row-gone", 409, None)] * 2


def test_no_rows_are_no_plan(officer: Api) -> None:
    given = read(officer)
    removed = [{"id": row["id"], "was": {}} for row in given["rows"]]
    assert told(patch(officer, given, removed=removed)) == [(None, "text", "no-rows")]
    assert officer.post(f"imports/{given['id']}/confirm", {}).status_code == 422
    fresh = {
        "id": str(uuid4()),
        "was": {},
        "is": {"text": "Một", "leads": ["W-A"], "due_text": "Tháng 12/2026"},
    }
    assert told(patch(officer, given, rows=[fresh])) == []


def test_a_column_that_is_not_there_is_filled_in(officer: Api) -> None:
    """It is missed until the last row says it; what is wrong with the sheet otherwise stays in the list."""
    header = [name for name in TASK_LIST if name != "Thời gian hoàn thành"] + ["Mã số"]
    given = read(officer, [[number, "Việc", "Phòng A W", "Báo cáo", "x"] for number in "12"], header=header)
    assert told(given) == [(None, "due_text", "column-missing")]
    first, second = given["rows"]
    answer = patch(officer, given, rows=[edit(first, due_text="Tháng 12/2026")])
    assert told(answer) == [(None, "due_text", "column-missing")]
    answer = patch(officer, given, rows=[edit(second, due_text="Tháng 12/2026")])
    assert (told(answer), told(answer, "warnings")) == ([], [(None, "text", "column-ignored")])
    cleared = patch(
        officer,
        given,
        rows=[{"id": first["id"], "was": {"due_text": "Tháng 12/2026"}, "is": {"due_text": ""}}],
    )
    assert told(cleared) == [(first["id"], "due_text", "due-missing")]


def test_a_broken_cell_stays_broken_until_something_is_written_in_it(officer: Api) -> None:
    book = Workbook()
    for line in [TASK_LIST, ["1", "Việc", "#REF!", "Tháng 12/2026", "Báo cáo"]]:
        book.active.append(line)
    book.active["C2"].data_type = "e"
    given = uploaded(officer, saved(book))
    [row] = given["rows"]
    assert told(given) == [(row["id"], "leads", "cell-fault")]
    assert told(patch(officer, given, rows=[edit(row, note="Gấp")])) == [(row["id"], "leads", "cell-fault")]
    assert told(patch(officer, given, rows=[edit(row, leads=["W-A"])])) == []


def test_what_is_too_long_is_shortened(officer: Api) -> None:
    """It is longer than a row may say, and yet can be named as what it was; a heading is told at the first row under it."""
    long, heading = "đ" * (limits.ROW["due_text"] + 1), "Nhóm " + "g" * limits.ROW["section"]
    rows = [["I", heading], *([str(number), "Việc", "Phòng A W", long, "Báo cáo"] for number in (1, 2))]
    given = read(officer, rows)
    first, second = given["rows"]
    assert told(given) == [
        (first["id"], "due_text", "cell-too-long"), (first["id"], "section", "heading-too-long"),
        (second["id"], "due_text", "cell-too-long"),
    ]  # fmt: skip
    answer = patch(officer, given, rows=[edit(first, due_text="Tháng 12/2026", section="Nhóm")])
    assert told(answer) == [
        (second["id"], "due_text", "cell-too-long"),
        (second["id"], "section", "heading-too-long"),
    ]
    answer = patch(
        officer, given, removed=[{"id": second["id"], "was": {"due_text": long, "section": heading}}]
    )
    assert (unfit(answer), told(answer), answer["groups"]) == ([], [], 1)


@pytest.mark.parametrize(
    "body",
    [
        {"rows": [{"id": "x", "is": {}}]}, {"rows": {}}, {"more": []},
        {"rows": [{"id": str(uuid4()), "is": {"ended": True}}]},
        {"rows": [{"id": str(uuid4()), "is": {"number": "1" * (limits.ROW["number"] + 1)}}]},
        {"moved": [{"id": str(uuid4())}]},
    ],
)  # fmt: skip
def test_malformed_edits_are_refused_whole(officer: Api, body: dict[str, Any]) -> None:
    given = read(officer)
    assert officer.send("patch", f"imports/{given['id']}/rows", body).status_code == 400
    assert now(officer, given) == given


def test_more_than_a_plan_keeps_is_refused_whole(officer: Api) -> None:
    given = read(officer)
    fresh = [{"id": str(uuid4()), "is": {"text": "Thêm"}} for _ in range(limits.ROWS - 2)]
    answer = officer.send("patch", f"imports/{given['id']}/rows", {"rows": fresh})
    assert (answer.status_code, answer.json()["code"]) == (422, "too-many-rows")
    assert now(officer, given) == given


def test_it_is_its_uploaders_only(one: World, officer: Api) -> None:
    given = read(officer)
    body = {"rows": [edit(given["rows"][0], text="Sửa lén")]}
    for other in (Api(one.person("A", "head")), Api(one.person("B", "officer"))):
        assert other.send("patch", f"imports/{given['id']}/rows", body).status_code == 404
        assert other.get(f"imports/{given['id']}").status_code == 404
        assert other.get(f"imports/{given['id']}/due-time", text="Tháng 9").status_code == 404
    assert now(officer, given) == given


def test_what_was_taken_over_is_mended_in_its_plan(officer: Api) -> None:
    given = read(officer, WRONG[:1])
    plan = officer.post(f"imports/{given['id']}/confirm", {}).json()
    body = {"rows": [edit(given["rows"][0], text="Muộn")]}
    answer = officer.send("patch", f"imports/{given['id']}/rows", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "import-confirmed")
    assert Plan.objects.get(case=plan["id"]).rows.get().text == "Nhiệm vụ một"


def test_a_due_time_is_read_while_it_is_typed(officer: Api) -> None:
    given = read(officer)
    answer = officer.get(f"imports/{given['id']}/due-time", text="trước 20/9").json()
    assert (answer["due"]["end"], answer["warnings"]) == ("2026-09-19", [])


def test_one_row_of_a_thousand_costs_as_many_statements_as_one_of_three(one: World, officer: Api) -> None:
    rows = [
        [str(number), f"Việc {number}", "Phòng A W", "Tháng 12/2026", "Báo cáo"] for number in range(1000)
    ]
    for many in (rows[:3], rows):
        given = read(officer, many)
        draft, row = ImportDraft.objects.get(id=given["id"]), given["rows"][1]
        wanted = RowEdit(
            id=UUID(row["id"]),
            was={"text": row["text"], "leads": ["W-A"]},
            now={"text": "Sửa", "leads": ["W-B"]},
        )
        with CaptureQueriesContext(connection) as seen:
            edit_import(draft, Edits([wanted]), by=one.person("A", "officer"), now=one.now())
        statements = [said["sql"] for said in seen if "SAVEPOINT" not in said["sql"]]
        assert len(statements) <= MOST_STATEMENTS, statements


def test_what_was_read_before_rows_had_ids_is_mended_too(officer: Api) -> None:
    """The migration tells what is a row's from what is the sheet's."""
    given = read(officer, WRONG, header=[*TASK_LIST[:4], "Mã số"])
    draft = ImportDraft.objects.get(id=given["id"])
    for one in (*draft.content["rows"], *draft.content["errors"], *draft.content["warnings"]):
        del one["id"]
    draft.save(update_fields=["content"])
    import_module("plans.migrations.0010_rows_read_have_ids").give_ids(apps, None)
    again = now(officer, given)
    _one, two, three = again["rows"]
    assert told(again) == [(two["id"], "leads", "unit-unknown"), (three["id"], "due_text", "due-impossible")]
    assert {one["id"] for one in again["warnings"]} == {None}
    assert len(told(patch(officer, given, rows=[edit(two, leads=["W-B"], lead_text="")]))) == 1


def test_judging_every_row_of_a_list_anew_finds_what_reading_found(login: Any) -> None:
    """The list of Hòa Bình: all of its rows at once, by the rules that they were read by."""
    user = login("hb-vp.officer")
    data, _places = hoa_binh()
    file = SimpleUploadedFile("danh-muc.xlsx", data)
    given = user.upload("imports", file, unit="HB-VP", period="2021").json()
    draft = ImportDraft.objects.get(id=given["id"])
    changed = {row["id"]: EDITABLE for row in draft.content["rows"]}
    units = Units(names_of_units(draft.by))
    again = mended(draft.content, draft.content["rows"], changed, units, PlanYear.parse("2021"))
    assert again == ImportDraft.objects.get(id=given["id"]).content
    assert len(again["warnings"]) == 2
