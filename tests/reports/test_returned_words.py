"""A report that was returned from outside: words and verdicts are changed where a remark was, and nowhere else."""

from typing import Any
from uuid import UUID

import pytest

from plans.models import PlanRow
from reports.models import Finding, Result
from tests.api import Api
from tests.clock import Clock, moment
from tests.reported_month import Month, done, not_done

CLOSED = ["not-marked"]


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
    return Api(signed.world.person("A", "officer"))


def id_of(text: str) -> str:
    return str(PlanRow.objects.get(text=text).id)


def give_back(month: Month, case_id: UUID, *marks: tuple[str, str], by: str = "B", ground: str = "") -> None:
    """Returned by whoever it waits for, with a remark on each (row, field)."""
    remarks = [{"row": row and id_of(row), "field": field, "text": "Rõ hơn"} for row, field in marks]
    body: dict[str, Any] = {"comment": "Sửa", "remarks": remarks, **({"ground": ground} if ground else {})}
    answer = Api(month.world.person(by, "head")).act(case_id, "return", **body)
    assert answer.status_code == 201, answer.json()


def patch(api: Api, address: str, name: str, text: str, was: dict[str, Any], now: dict[str, Any]) -> Any:
    edits = {name: [{"id": id_of(text), "was": was, "is": now}]}
    answer = api.send("patch", address, edits)
    assert answer.status_code == 200, answer.json()
    return [(one["field"], one["code"], one["stands"]) for one in answer.json()["unfit"]]


def test_a_unit_changes_the_word_that_was_marked_and_no_other(signed, officer):
    case_id = signed.report()
    give_back(signed, case_id, ("Xong", "result"))
    rows = f"reports/{case_id}/rows"
    assert patch(officer, rows, "rows", "Xong", {"result": "Đã xong"}, {"result": "12 hồ sơ"}) == []
    told = patch(officer, rows, "rows", "Xong", {"done": True}, {"done": False})
    assert told == [("done", "not-marked", True)]
    told = patch(officer, rows, "rows", "Chưa", {"result": "Đang làm"}, {"result": "Lén"})
    assert told == [("result", "not-marked", "Đang làm")]
    assert set(Result.objects.values_list("result", flat=True)) == {"12 hồ sơ", "Đang làm"}
    put = {"rows": [{"row": id_of("Chưa"), "done": False, "result": "Lén", "expected_on": "2026-11-20"}]}
    refused = officer.send("put", rows, put, digest=officer.digest(case_id))
    assert (refused.status_code, [one["field"] for one in refused.json()["reasons"]]) == (409, ["result"])


def test_a_mark_on_done_opens_all_that_is_asked_then(signed, officer):
    case_id = signed.report()
    give_back(signed, case_id, ("Xong", "done"))
    now = {"done": False, "completed_on": None, "expected_on": "2026-11-10", "result": "Chưa xong"}
    was = {"done": True, "completed_on": "2026-10-20", "expected_on": None, "result": "Đã xong"}
    assert patch(officer, f"reports/{case_id}/rows", "rows", "Xong", was, now) == []


def test_what_a_report_proposes_is_closed_until_it_is_opened(signed, officer):
    case_id = signed.report()
    give_back(signed, case_id, ("Xong", "result"))

    def propose() -> Any:
        return officer.send("patch", f"reports/{case_id}", {"proposals": []}, digest=officer.digest(case_id))

    refused = propose()
    assert (refused.status_code, [one["code"] for one in refused.json()["reasons"]]) == (409, CLOSED)
    opened = officer.post(f"cases/{case_id}/opened-rows", {"row": None, "reason": "Thêm kiến nghị"})
    assert opened.status_code == 201
    assert propose().status_code == 200


def test_verdicts_that_were_not_marked_stay_also_when_all_is_agreed_to(signed):
    signed.agree_to_all()
    case_id = signed.monitoring()
    signed.world.stage.submit(case_id, signed.unit_code(case_id))
    signed.world.stage.approve(case_id, signed.unit_code(case_id))
    give_back(signed, case_id, ("Xong", "done"), by="VP", ground="other")
    monitor, findings = Api(signed.world.person("B", "officer")), f"reports/{case_id}/findings"
    told = patch(monitor, findings, "findings", "Chưa", {"result": "Đang làm"}, {"result": "Lén"})
    assert told == [("result", "not-marked", "Đang làm")]
    Finding.objects.all().delete()
    answer = monitor.post(f"reports/{case_id}/agree", {}, digest=monitor.digest(case_id))
    assert answer.status_code == 200, answer.content
    assert [str(row) for row in Finding.objects.values_list("row", flat=True)] == [id_of("Xong")]
