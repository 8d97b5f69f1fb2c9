"""A row that a class of units leads, at the meeting: counted once, with who is not done; each unit is asked for its own share."""

from typing import Any

import pytest

from reports.actions.findings import put_findings
from tests.clock import Clock
from tests.factories import small_world
from tests.journeys.answers import done as ok
from tests.meetings.consolidations.october_school import School
from tests.reported_month import DOCUMENT, done, not_done

from .hearings import MORNING
from .october_meeting import Hearing, hear

FACULTIES = ("K1", "K2", "K3", "K4")
TEXT = "Lấy ý kiến sinh viên"


@pytest.fixture
def faculties(db: None, monkeypatch: pytest.MonkeyPatch) -> Hearing:
    """Of four faculties two are done and one is not; the fourth says that it is, and B does not believe it: 2/4."""
    Clock(monkeypatch, MORNING)
    month = School(small_world("W"))
    for short in FACULTIES:
        month.world.open_unit(short, kind="faculty")
    month.plan("Kế hoạch", [month.task(TEXT, "Tháng 10/2026", "class:faculty")])
    month.until("2026-10-20 08:00")
    month.open()
    row = month.row(TEXT)
    for short in FACULTIES:
        word = not_done(row, expected_on="2026-11-10") if short == "K3" else done(row)
        month.say(month.report(short), [word], unit=short)
        month.sign_report(month.report(short), unit=short)
    verdict: Any = not_done(row, expected_on="2026-11-10", left=["W-K3", "W-K4"])
    officer = month.world.person("B", "officer")
    put_findings(month.monitoring(), [verdict], seen=None, by=officer, now=month.world.now())
    month.sign_report(month.monitoring(), unit="B")
    for short in FACULTIES:
        month.check(month.report(short), "B")
    month.check(month.monitoring(), "VP")
    return hear(month)


def test_it_counts_once_and_names_who_is_not_done(faculties: Hearing) -> None:
    agenda = faculties.agenda()
    assert (agenda["figures"]["due"], agenda["figures"]["done"], agenda["figures"]["not_done"]) == (1, 0, 1)
    [row] = agenda["units"][0]["plans"][0]["rows"]
    assert [one["unit"] for one in row["members"] if not one["done"]] == ["W-K3", "W-K4"]
    assert [(one["unit"], one["monitor"]) for one in agenda["contradictions"]] == [("W-K4", "W-B")]


def test_each_unit_is_asked_for_its_own_share(faculties: Hearing) -> None:
    slips = {slip["unit"]: slip for slip in faculties.slips()}
    assert {unit: len(slip["unfinished"]) for unit, slip in slips.items()} == {
        "W-K1": 0, "W-K2": 0, "W-K3": 1, "W-K4": 1,
    }  # fmt: skip
    assert slips["W-K3"]["questions"] == [f"“{TEXT}” is expected on 10/11/2026: will it be done by then?"]
    assert slips["W-K4"]["questions"] == [
        f"“{TEXT}”: you reported it as done, W-B found that it is not. What shows it?"
    ]


def test_it_is_done_at_the_meeting_once_the_last_of_them_is(faculties: Hearing) -> None:
    said = {"period": "2026-10", "done": True, "result": "Đã xong", "evidence": DOCUMENT}
    path, done_now = f"rows/{faculties.month.row(TEXT)}/updates", []
    for short in ("K3", "K4"):
        case_id = ok(faculties.api(short, "officer").post(path, said))["id"]
        for who, role, act in (
            (short, "officer", "submit"),
            (short, "head", "approve"),
            ("B", "head", "review"),
        ):
            ok(faculties.api(who, role).act(case_id, act))
        done_now.append(faculties.agenda()["figures"]["done_now"])
    assert done_now == [0, 1]
