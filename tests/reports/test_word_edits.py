"""The unit's words are edited field by field, beside others: what fits is kept, what does not is answered, nothing is lost."""

from decimal import Decimal
from time import process_time
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.models import PlanRow
from reports.actions.edits import edit_results
from reports.models import Result
from tests.api import Api
from tests.clock import Clock, moment
from tests.reported_month import Month, done
from tests.speed import YARDSTICK_MILLISECONDS, garbage_collected_as_by_a_server, yardstick
from workflow.rules.merging import RowEdit

MOST_STATEMENTS, MOST_MILLISECONDS = 10, 60.0
PAPER = {"kind": "document", "value": "12/BC-W", "name": ""}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The day before the units' reports are due."""
    return Clock(monkeypatch, moment("2026-10-25 09:00"))


@pytest.fixture
def opened(month: Month) -> Month:
    """A task and a target of October, a task that was due in September."""
    rows = [
        month.task("Tuyển sinh", "Tháng 10/2026"),
        month.task("Tỷ lệ tốt nghiệp đạt ít nhất 95%", "Tháng 10/2026", kind="target"),
        month.task("Hạn 10/9", "10/9/2026"),
    ]
    month.plan("Kế hoạch", rows)
    month.open()
    month.until("2026-10-25 08:00")
    return month


@pytest.fixture
def officer(opened: Month) -> Api:
    return Api(opened.world.person("A", "officer"))


def id_of(text: str) -> str:
    return str(PlanRow.objects.get(text__startswith=text).id)


def edit(text: str, was: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    return {"id": id_of(text), "was": was, "is": now}


def patch(api: Api, month: Month, *edits: dict[str, Any]) -> dict[str, Any]:
    """PATCH rows: what became of it, after it was seen that the rows of the answer are those that GET gives."""
    answer = api.send("patch", f"reports/{month.report()}/rows", {"rows": list(edits)})
    assert answer.status_code == 200, answer.json()
    found = dict(answer.json())
    shown = {row["row"]: row for row in api.get(f"reports/{month.report()}").json()["rows"]}
    for row in found["rows"]:
        said = dict(row["said"])
        beside = shown[said.pop("id")]
        assert said == {name: beside[name] for name in said}
        told = [one.get("brief", one["text"]) for one in beside["warnings"]]
        assert [one["text"] for one in row["warnings"]] == told
    return found


def said(answer: dict[str, Any], text: str) -> dict[str, Any]:
    return next(row["said"] for row in answer["rows"] if row["said"]["id"] == id_of(text))


def unfit(answer: dict[str, Any]) -> list[tuple[str, str, int, Any]]:
    return sorted((one["field"], one["code"], one["status"], one["stands"]) for one in answer["unfit"])


def test_one_field_is_written_and_the_others_stay(opened: Month, officer: Api) -> None:
    opened.say(opened.report(), [done(id_of("Tuyển sinh"), completed_on="2026-10-20")])
    answer = patch(officer, opened, edit("Tuyển sinh", {"result": "Đã xong"}, {"result": " Đủ chỉ tiêu "}))
    assert (answer["unfit"], answer["digest"]) == ([], None)
    row = said(answer, "Tuyển sinh")
    assert (row["done"], row["completed_on"], row["result"]) == (True, "2026-10-20", "Đủ chỉ tiêu")
    assert (row["evidence"], Result.objects.count()) == ([PAPER], 1)


def test_two_people_in_one_row_lose_nothing(opened: Month, officer: Api) -> None:
    """Different fields both stand; of the same field the second one hears what stands there."""
    head = Api(opened.world.person("A", "head"))
    first = edit("Hạn 10/9", {"cause": "", "done": None}, {"cause": "Thiếu người", "done": False})
    assert unfit(patch(officer, opened, first)) == []
    second = edit("Hạn 10/9", {"cause": "", "remedy": ""}, {"cause": "Chờ kinh phí", "remedy": "Xin thêm"})
    answer = patch(head, opened, second)
    assert unfit(answer) == [("cause", "changed-meanwhile", 409, "Thiếu người")]
    row = said(answer, "Hạn 10/9")
    assert (row["done"], row["cause"], row["remedy"]) == (False, "Thiếu người", "Xin thêm")


def test_sent_twice_it_is_done_once(opened: Month, officer: Api) -> None:
    """Also where the day is left to the server: what stands there already is what was wanted."""
    was: dict[str, Any] = {"done": None, "completed_on": None, "value": None, "evidence": []}
    edits = [
        edit("Tỷ lệ", was, {"done": True, "completed_on": None, "value": "95.50", "evidence": [PAPER]}),
        edit("Hạn 10/9", {"done": None, "promised_on": None}, {"done": False, "promised_on": "2026-11-10"}),
    ]
    first = patch(officer, opened, *edits)
    assert first["unfit"] == []
    row = said(first, "Tỷ lệ")
    assert (row["done"], row["completed_on"], row["value"]) == (True, "2026-10-25", "95.5")
    assert patch(officer, opened, *edits) == first


def test_what_means_the_same_is_the_same(opened: Month, officer: Api) -> None:
    """A decimal with other zeros, evidence of another name, a text with blanks: nobody has changed anything."""
    word = done(id_of("Tỷ lệ"), value=Decimal("95.5"), evidence=[{**PAPER, "name": "Báo cáo"}])
    opened.say(opened.report(), [word])
    was = {"value": "95.5000", "evidence": [PAPER], "result": "Đã xong  "}
    now = {"value": 90, "evidence": [{"kind": "link", "value": "https://w.vn"}], "result": "Chưa đủ"}
    answer = patch(officer, opened, edit("Tỷ lệ", was, now))
    assert unfit(answer) == []
    row = said(answer, "Tỷ lệ")
    assert (row["value"], row["result"], row["evidence"][0]["value"]) == ("90", "Chưa đủ", "https://w.vn")
    assert [one["code"] for one in answer["rows"][0]["warnings"]] == ["target-missed"]


def test_what_cannot_be_kept_is_answered_and_the_rest_is_kept(opened: Month, officer: Api) -> None:
    nothing: dict[str, Any] = {"promised_on": None, "expected_on": None, "evidence": [], "result": ""}
    file = {"kind": "file", "value": "0" * 64}
    now = {"promised_on": "2026-10-25", "expected_on": "2031-01-01", "evidence": [file], "result": "Được"}
    late = edit(
        "Tuyển sinh", {"completed_on": None, "done": None}, {"completed_on": "2026-10-26", "done": True}
    )
    answer = patch(
        officer, opened, edit("Hạn 10/9", nothing, now), late, {"id": str(uuid4()), "is": {"result": "Lạ"}}
    )
    assert unfit(answer) == [
        ("completed_on", "completed-ahead", 422, "2026-10-25"), ("evidence", "evidence-unknown", 422, []),
        ("expected_on", "day-far", 422, None), ("id", "row-unknown", 422, None), ("promised_on", "day-past", 422, None),
    ]  # fmt: skip
    assert [said(answer, text)["result"] for text in ("Hạn 10/9", "Tuyển sinh")] == ["Được", ""]
    assert len(answer["rows"]) == 2


def test_a_promise_that_was_written_before_may_stay(opened: Month, officer: Api, clock: Clock) -> None:
    """Its day has come since; who changes the cause beside it is not asked for another one."""
    first = edit(
        "Hạn 10/9", {"done": None, "promised_on": None}, {"done": False, "promised_on": "2026-10-26"}
    )
    assert patch(officer, opened, first)["unfit"] == []
    clock.at("2026-10-26 08:00")
    later = Api(opened.world.person("A", "officer"))
    answer = patch(later, opened, edit("Hạn 10/9", {"cause": ""}, {"cause": "Thiếu người"}))
    assert (answer["unfit"], said(answer, "Hạn 10/9")["promised_on"]) == ([], "2026-10-26")


def test_what_is_not_done_any_more_was_done_on_no_day(opened: Month, officer: Api) -> None:
    """As with PUT: the day goes with the word, and comes anew."""
    opened.say(opened.report(), [done(id_of("Tuyển sinh"), completed_on="2026-10-20")])
    answer = patch(officer, opened, edit("Tuyển sinh", {"done": True}, {"done": None}))
    assert (said(answer, "Tuyển sinh")["done"], said(answer, "Tuyển sinh")["completed_on"]) == (None, None)
    answer = patch(officer, opened, edit("Tuyển sinh", {"done": None}, {"done": True}))
    assert said(answer, "Tuyển sinh")["completed_on"] == "2026-10-25"
    answer = patch(
        officer, opened, edit("Tuyển sinh", {"completed_on": "2026-10-25"}, {"completed_on": None})
    )
    assert (answer["unfit"], said(answer, "Tuyển sinh")["completed_on"]) == ([], "2026-10-25")


def test_files_that_are_named_are_seen_by_whoever_sees_the_report(opened: Month, officer: Api) -> None:
    file = SimpleUploadedFile("minh-chung.pdf", b"%PDF-1.4 x", content_type="application/pdf")
    kept = officer.client.post("/api/v1/evidence", {"file": file}).json()
    proof = {"kind": "file", "value": kept["sha256"]}
    answer = patch(officer, opened, edit("Tuyển sinh", {"evidence": []}, {"evidence": [proof]}))
    assert said(answer, "Tuyển sinh")["evidence"] == [{**proof, "name": "minh-chung.pdf"}]
    head = Api(opened.world.person("A", "head"))
    again = patch(head, opened, edit("Tuyển sinh", {"evidence": [proof]}, {"evidence": [proof, PAPER]}))
    assert (again["unfit"], len(said(again, "Tuyển sinh")["evidence"])) == ([], 2)


def test_a_row_of_another_report_is_none_of_this_one(opened: Month, officer: Api) -> None:
    opened.plan("Của đơn vị khác", [opened.task("Việc của VP", "Tháng 10/2026", "VP")], unit="VP")
    opened.open()
    answer = patch(officer, opened, edit("Việc của VP", {"result": ""}, {"result": "Viết nhờ"}))
    assert (unfit(answer), answer["rows"]) == ([("id", "row-unknown", 422, None)], [])
    assert Result.objects.count() == 0


def test_who_may_not_edit_is_refused_and_nothing_is_written(opened: Month, officer: Api) -> None:
    body = {"rows": [edit("Tuyển sinh", {"result": ""}, {"result": "Sửa lén"})]}
    address = f"reports/{opened.report()}/rows"
    assert Api(opened.world.person("B", "officer")).send("patch", address, body).status_code == 404
    assert Api(opened.world.person("", "leader")).send("patch", address, body).status_code == 403
    opened.say(opened.report(), [done(id_of("Tuyển sinh"), completed_on="2026-10-20"), done(id_of("Tỷ lệ"), value=96),
                                 done(id_of("Hạn 10/9"), completed_on="2026-09-09")])  # fmt: skip
    opened.world.stage.submit(opened.report(), "W-A")
    submitted = officer.send("patch", address, body)
    assert (submitted.status_code, submitted.json()["reasons"][0]["code"]) == (409, "submitted")
    assert set(Result.objects.values_list("result", flat=True)) == {"Đã xong"}


@pytest.mark.parametrize(
    "body",
    [
        {}, {"rows": {}}, {"rows": [{"id": "x", "is": {}}]}, {"rows": [{"id": str(UUID(int=1))}]}, {"rows": [], "more": 1},
        {"rows": [{"id": str(UUID(int=1)), "is": {"number": 1}}]}, {"rows": [{"id": str(UUID(int=1)), "is": {"left": []}}]},
        {"rows": [{"id": str(UUID(int=1)), "is": {"result": "a\x00"}}]}, {"rows": [{"id": str(UUID(int=1)), "is": {"value": "x"}}]},
        {"rows": [{"id": str(UUID(int=1)), "is": {"completed_on": "31/10/2026"}}]},
        {"rows": [{"id": str(UUID(int=1)), "is": {"evidence": [{"kind": "note", "value": "1"}]}}]},
    ],
)  # fmt: skip
def test_malformed_edits_are_refused_whole(opened: Month, officer: Api, body: dict[str, Any]) -> None:
    assert officer.send("patch", f"reports/{opened.report()}/rows", body).status_code == 400


def test_one_word_of_two_thousand_costs_as_much_as_one_of_three(month: Month) -> None:
    """Statements, and processor time by the yardstick: no other row is read."""
    rows = [month.task(f"Việc {number:04}", "Tháng 10/2026") for number in range(2000)]
    month.plan("Kế hoạch", rows)
    month.open()
    case_id, officer = month.report(), month.world.person("A", "officer")
    row, was, took = UUID(id_of("Việc 1000")), "", []
    for number in range(6):
        with CaptureQueriesContext(connection) as seen, garbage_collected_as_by_a_server():
            measure, began = yardstick(), process_time()
            wanted = RowEdit(row, {"result": was}, {"result": f"Lần {number}"})
            edited = edit_results(case_id, [wanted], by=officer, now=month.world.now())
            took.append((process_time() - began) * 1000 * YARDSTICK_MILLISECONDS / measure)
        assert (edited.unfit, len(edited.rows)) == ([], 1)
        was = f"Lần {number}"
    statements = [one["sql"] for one in seen if "SAVEPOINT" not in one["sql"]]
    assert len(statements) <= MOST_STATEMENTS, statements
    assert min(took) <= MOST_MILLISECONDS, took
