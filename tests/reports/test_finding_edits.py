"""Verdicts are edited field by field, beside others: what fits is kept, what does not is answered, nothing is lost."""

from time import process_time
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.models import PlanRow
from reports.actions.finding_edits import edit_findings
from reports.models import EarlierFinding, Finding
from tests.api import Api
from tests.clock import Clock, moment
from tests.reported_month import Month, done, not_done
from tests.speed import YARDSTICK_MILLISECONDS, garbage_collected_as_by_a_server, yardstick
from workflow.rules.merging import RowEdit

MOST_STATEMENTS, MOST_MILLISECONDS = 13, 60.0


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The day before the units' reports are due."""
    return Clock(monkeypatch, moment("2026-10-25 09:00"))


@pytest.fixture
def signed(month: Month) -> Month:
    """Two rows of October: of one its unit says that it is done, of the other that it is not."""
    month.plan("Kế hoạch", [month.task("Xong", "Tháng 10/2026"), month.task("Chưa", "Tháng 10/2026")])
    month.open()
    month.until("2026-10-24 08:00")
    words = [
        done(id_of("Xong"), completed_on="2026-10-20"),
        not_done(id_of("Chưa"), expected_on="2026-11-20"),
    ]
    month.say(month.report(), words)
    month.sign_report(month.report())
    month.until("2026-10-25 08:00")
    return month


@pytest.fixture
def officer(signed: Month) -> Api:
    return Api(signed.world.person("B", "officer"))


def id_of(text: str) -> str:
    return str(PlanRow.objects.get(text=text).id)


def edit(text: str, was: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    return {"id": id_of(text), "was": was, "is": now}


def patch(api: Api, case_id: UUID, **edits: Any) -> dict[str, Any]:
    """PATCH findings: what became of it, after it was seen that the rows of the answer are those that GET gives."""
    answer = api.send("patch", f"reports/{case_id}/findings", {"findings": [], **edits})
    assert answer.status_code == 200, answer.json()
    found, shown = dict(answer.json()), api.get(f"reports/{case_id}").json()
    lists = {
        "findings": [row for plan in shown["plans"] for row in plan["rows"]],
        "earlier": shown["earlier"],
    }
    for name, rows in lists.items():
        beside = {row["row"]: row for row in rows}
        for one in found[name]:
            said = {key: value for key, value in one["said"].items() if key not in {"id", "left"}}
            assert said == {key: beside[one["said"]["id"]][key] for key in said}
            assert [told["code"] for told in one["warnings"]] == [
                told["code"] for told in beside[one["said"]["id"]]["warnings"]
            ]
    return found


def unfit(answer: dict[str, Any]) -> list[tuple[str, str, int, Any]]:
    return sorted((one["field"], one["code"], one["status"], one["stands"]) for one in answer["unfit"])


def test_a_verdict_that_was_taken_over_agrees_until_it_says_something_else(
    signed: Month, officer: Api
) -> None:
    signed.agree_to_all()
    case_id = signed.monitoring()
    same = patch(officer, case_id, findings=[edit("Xong", {"result": "Đã xong"}, {"result": "Đã xong "})])
    assert (same["unfit"], same["findings"][0]["said"]["agreed"]) == ([], True)
    other = patch(officer, case_id, findings=[edit("Xong", {"result": "Đã xong"}, {"result": "Còn thiếu"})])
    said = other["findings"][0]["said"]
    assert (said["agreed"], said["done"], said["completed_on"]) == (False, True, "2026-10-20")
    assert set(Finding.objects.values_list("agreed", flat=True)) == {True, False}


def test_done_without_a_day_takes_the_units_day(signed: Month, officer: Api) -> None:
    """As with PUT; sent once more it changes nothing."""
    edits = [edit("Xong", {"done": None, "completed_on": None}, {"done": True, "completed_on": None})]
    first = patch(officer, signed.monitoring(), findings=edits)
    assert (first["unfit"], first["findings"][0]["said"]["completed_on"]) == ([], "2026-10-20")
    assert patch(officer, signed.monitoring(), findings=edits) == first
    assert Finding.objects.get().judged != ""


def test_two_people_in_one_row_lose_nothing(signed: Month, officer: Api) -> None:
    head, case_id = Api(signed.world.person("B", "head")), signed.monitoring()
    first = edit("Chưa", {"done": None, "cause": ""}, {"done": False, "cause": "Thiếu người"})
    assert unfit(patch(officer, case_id, findings=[first])) == []
    second = edit("Chưa", {"cause": "", "remedy": ""}, {"cause": "Chờ kinh phí", "remedy": "Xin thêm"})
    answer = patch(head, case_id, findings=[second])
    assert unfit(answer) == [("cause", "changed-meanwhile", 409, "Thiếu người")]
    said = answer["findings"][0]["said"]
    assert (said["done"], said["cause"], said["remedy"]) == (False, "Thiếu người", "Xin thêm")


def test_what_cannot_be_kept_is_answered_and_the_rest_is_kept(signed: Month, officer: Api) -> None:
    now = {"completed_on": "2026-10-26", "promised_on": "2026-10-01", "result": "Được"}
    strange = {"id": str(UUID(int=1)), "is": {"result": "Lạ"}}
    answer = patch(officer, signed.monitoring(), findings=[edit("Chưa", {}, now), strange], earlier=[strange])
    assert unfit(answer) == [
        ("completed_on", "completed-ahead", 422, None), ("id", "row-unknown", 422, None), ("id", "row-unknown", 422, None),
        ("promised_on", "day-past", 422, None),
    ]  # fmt: skip
    assert answer["findings"][0]["said"]["result"] == "Được"


@pytest.fixture
def faculties(month: Month) -> Month:
    """A row that three faculties lead; one says that it is done, one that it is not, one has signed nothing."""
    for short in ("K1", "K2", "K3"):
        month.world.open_unit(short, kind="faculty")
    month.plan("Kế hoạch", [month.task("Các khoa", "Tháng 10/2026", "class:faculty")])
    month.open()
    month.until("2026-10-24 08:00")
    for short, word in (
        ("K1", done(id_of("Các khoa"), completed_on="2026-10-20")),
        ("K2", not_done(id_of("Các khoa"), expected_on="2026-11-20")),
    ):
        month.say(month.report(short), [word], unit=short)
        month.sign_report(month.report(short), unit=short)
    return month


def test_of_a_class_it_is_said_which_units_are_left(faculties: Month) -> None:
    """Left out, those that do not say that they are; what is written beside leaves them as they are."""
    officer, case_id = Api(faculties.world.person("B", "officer")), faculties.monitoring()
    answer = patch(officer, case_id, findings=[edit("Các khoa", {}, {"done": False})])
    assert answer["findings"][0]["said"]["left"] == ["W-K2", "W-K3"]
    left = edit("Các khoa", {"left": ["W-K3", "W-K2"]}, {"left": ["W-K2"]})
    assert patch(officer, case_id, findings=[left])["findings"][0]["said"]["left"] == ["W-K2"]
    assert patch(officer, case_id, findings=[left])["unfit"] == []
    beside = patch(officer, case_id, findings=[edit("Các khoa", {}, {"cause": "Bận thi"})])
    assert beside["findings"][0]["said"]["left"] == ["W-K2"]
    shares = Finding.objects.get().shares
    assert {unit: share["done"] for unit, share in shares.items()} == {
        "W-K1": True,
        "W-K2": False,
        "W-K3": True,
    }


def test_of_a_class_done_and_left_are_written_together_or_not(faculties: Month) -> None:
    officer, case_id = Api(faculties.world.person("B", "officer")), faculties.monitoring()
    answer = patch(officer, case_id, findings=[edit("Các khoa", {}, {"done": True, "result": "Được"})])
    assert unfit(answer) == [("done", "units-left", 422, None)]
    assert (answer["findings"][0]["said"]["done"], answer["findings"][0]["said"]["result"]) == (None, "Được")
    both = edit("Các khoa", {}, {"done": False, "left": ["W-B"]})
    assert unfit(patch(officer, case_id, findings=[both])) == [
        ("done", "unit-unknown", 422, None), ("left", "unit-unknown", 422, []),
    ]  # fmt: skip


@pytest.fixture
def silent(signed: Month, clock: Clock) -> Month:
    """October passed without B, November is open."""
    signed.until("2026-11-02 08:00")
    signed.open("2026-11")
    clock.at("2026-11-20 09:00")
    signed.until("2026-11-20 08:00")
    return signed


def test_rows_of_the_month_before_are_edited_apart(silent: Month) -> None:
    officer, case_id = Api(silent.world.person("B", "officer")), silent.monitoring(label="2026-11")
    edits = [edit("Xong", {"done": None}, {"done": True, "promised_on": "2026-11-01"})]
    answer = patch(officer, case_id, earlier=edits)
    assert [one["id"] for one in answer["unfit"]] == [f"{id_of('Xong')}@2026-10"]
    assert unfit(answer) == [("promised_on", "day-past", 422, None)]
    assert (len(answer["findings"]), answer["earlier"][0]["said"]["done"]) == (0, True)
    assert patch(officer, case_id, earlier=edits)["earlier"] == answer["earlier"]
    [found] = EarlierFinding.objects.select_related("period")
    assert (found.period.label, found.agreed, str(found.completed_on)) == (
        "2026-10",
        False,
        "2026-10-20",
    )
    here = patch(officer, case_id, findings=edits)
    assert (unfit(here), here["findings"]) == ([("id", "row-unknown", 422, None)], [])


def test_who_may_not_edit_is_refused_and_nothing_is_written(signed: Month, officer: Api) -> None:
    address, body = (
        f"reports/{signed.monitoring()}/findings",
        {"findings": [edit("Xong", {}, {"result": "Lén"})]},
    )
    assert Api(signed.world.person("A", "officer")).send("patch", address, body).status_code == 404
    assert Api(signed.world.person("", "leader")).send("patch", address, body).status_code == 403
    signed.agree_to_all()
    signed.world.stage.submit(signed.monitoring(), "W-B")
    assert officer.send("patch", address, body).status_code == 409
    assert not Finding.objects.filter(result="Lén").exists()


@pytest.mark.parametrize(
    "body",
    [
        {}, {"findings": {}}, {"findings": [], "rows": []}, {"findings": [{"id": str(UUID(int=1)), "is": {"left": None}}]},
        {"findings": [{"id": str(UUID(int=1)), "is": {"agreed": True}}]}, {"findings": [], "earlier": [{"is": {}}]},
    ],
)  # fmt: skip
def test_malformed_edits_are_refused_whole(signed: Month, officer: Api, body: dict[str, Any]) -> None:
    assert officer.send("patch", f"reports/{signed.monitoring()}/findings", body).status_code == 400


def test_one_verdict_of_two_thousand_is_written_without_the_others(month: Month) -> None:
    """Statements, and processor time by the yardstick."""
    month.plan("Kế hoạch", [month.task(f"Việc {number:04}", "Tháng 10/2026") for number in range(2000)])
    month.open()
    case_id, officer = month.monitoring(), month.world.person("B", "officer")
    row, was, took = UUID(id_of("Việc 1000")), "", []
    for number in range(5):
        with CaptureQueriesContext(connection) as seen, garbage_collected_as_by_a_server():
            measure, began = yardstick(), process_time()
            wanted = RowEdit(row, {"result": was}, {"result": f"Lần {number}"})
            edited = edit_findings(case_id, [wanted], by=officer, now=month.world.now())
            took.append((process_time() - began) * 1000 * YARDSTICK_MILLISECONDS / measure)
        assert (edited.unfit, len(edited.findings)) == ([], 1)
        was = f"Lần {number}"
    statements = [one["sql"] for one in seen if "SAVEPOINT" not in one["sql"]]
    assert len(statements) <= MOST_STATEMENTS, [one[:90] for one in statements]
    assert min(took) <= MOST_MILLISECONDS, took
