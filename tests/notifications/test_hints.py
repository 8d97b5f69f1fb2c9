"""An edit makes the windows look again that show it, after the commit, and nobody's who may not see it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from channels.db import database_sync_to_async as threaded

from approvals.actions import hints
from organization.models import User
from tests.api import Api
from tests.factories import APPROVED, DRAFT, SUBMITTED, World
from tests.meetings.conftest import asked, asked_october, clock, heard, heard_october
from tests.meetings.october_meeting import Hearing, conclusion
from tests.meetings.test_answers import answer
from tests.notifications.test_socket import HINT, logged_in, opened
from tests.reported_month import DOCUMENT, Month

__all__ = ["asked", "asked_october", "clock", "heard", "heard_october"]

Capture = Callable[..., AbstractContextManager[Any]]


@pytest.fixture
def woken(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Capture
) -> Callable[[Callable[[], Any]], set[str]]:
    """Does something, and answers the names of those whose windows look again because of it."""
    heard: list[Any] = []
    monkeypatch.setattr(hints, "look_again", heard.extend)

    def do(work: Callable[[], Any]) -> set[str]:
        heard.clear()
        with django_capture_on_commit_callbacks(execute=True):
            answer = work()
        assert answer.status_code < 300, answer.json()
        return {user.username.removeprefix("w-") for user in User.objects.filter(id__in=heard)}

    return do


#: Who sees everything of the institution.
ABOVE = {"w.leader", "w.auditor"}
UNIT_A = {"a.officer", "a.head", "a.deputy"}
UNIT_B = {"b.officer", "b.head", "b.deputy"}
OFFICE = {"vp.officer", "vp.head", "vp.deputy", "vp.clerk"}


def save_rows(api: Api, case_id: Any, text: str = "Mở lớp", digest: str | None = None) -> Any:
    """The person saves the rows of a plan."""
    row = {"kind": "task", "text": text, "leads": ["W-A"], "due_text": "Tháng 12/2026", "product": "Báo cáo"}
    return api.send(
        "put", f"plans/{case_id}/rows", {"rows": [row]}, digest=digest or api.digest(case_id)
    )  # fmt: skip


def test_two_with_the_same_plan_open(one: World, woken: Any) -> None:
    case_id = one.plan_at(DRAFT)
    assert woken(lambda: save_rows(Api(one.person("A", "officer")), case_id)) == UNIT_A | ABOVE


def test_the_monitoring_unit_sees_the_draft_once_it_was_submitted(one: World, woken: Any) -> None:
    case_id = one.plan_at("returned")
    assert (
        woken(lambda: save_rows(Api(one.person("A", "officer")), case_id)) == UNIT_A | UNIT_B | OFFICE | ABOVE
    )


def test_a_refused_edit_wakes_nobody(
    one: World, monkeypatch: Any, django_capture_on_commit_callbacks: Any
) -> None:
    heard: list[Any] = []
    case_id = one.plan_at(DRAFT)
    monkeypatch.setattr(hints, "look_again", heard.append)
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        assert save_rows(Api(one.person("A", "officer")), case_id, digest="0" * 64).status_code == 412
    assert (callbacks, heard) == ([], [])


def test_remarks_wake_those_between_whom_they_are(one: World, woken: Any) -> None:
    one.open_unit("C")
    case_id = one.plan_at(APPROVED)
    monitor = Api(one.person("B", "head"))
    say = lambda: monitor.post(f"cases/{case_id}/remarks", {"text": "Xem lại dòng 2"})  # noqa: E731
    assert woken(say) == UNIT_A | UNIT_B | OFFICE | ABOVE


def test_a_new_monitoring_unit_sees_it_come(one: World, woken: Any) -> None:
    case_id = one.plan_at(SUBMITTED)
    office, body = Api(one.person("VP", "head")), {"unit": "W-VP", "cadence": "monthly"}
    assign = lambda: office.send("put", f"plans/{case_id}/monitoring", body)  # noqa: E731
    assert woken(assign) == UNIT_A | OFFICE | ABOVE


def test_conclusions_on_the_projector_follow_the_clerk(heard: Hearing, woken: Any) -> None:
    clerk, case_id = heard.api("VP", "clerk"), heard.conclude()
    row = conclusion("Chấm lại 2 lớp", "D")
    write = lambda: clerk.send(  # noqa: E731
        "put", f"plans/{case_id}/rows", {"rows": [row]}, digest=clerk.digest(case_id)
    )
    assert woken(write) == OFFICE | ABOVE


def test_an_answer_wakes_the_meeting_and_the_unit_that_asked(asked: Hearing, woken: Any) -> None:
    answered = woken(lambda: asked.put("answers", [answer(asked)]))
    assert answered == OFFICE | ABOVE | UNIT_A


def test_a_meeting_that_changes_wakes_who_prepares_it(heard: Hearing, woken: Any) -> None:
    clerk, seen = heard.api("VP", "clerk"), heard.agenda()["digest"]
    change = lambda: clerk.send("patch", f"meetings/{heard.id}", {"title": "Giao ban"}, digest=seen)  # noqa: E731
    assert woken(change) == OFFICE | ABOVE


def test_a_confirmed_update_is_seen_on_the_projector(heard: Hearing, woken: Any) -> None:
    row, said = heard.month.row("Báo cáo"), {"done": True, "result": "Đã xong", "evidence": DOCUMENT}
    made = heard.api("A", "officer").post(f"rows/{row}/updates", said | {"period": "2026-10"})
    assert made.status_code == 201, made.json()
    case_id, monitor = made.json()["id"], heard.api("B", "head")
    for role, act in (("officer", "submit"), ("head", "approve")):
        assert heard.api("A", role).act(case_id, act).status_code == 201
    assert woken(lambda: monitor.act(case_id, "review")) == OFFICE | ABOVE | UNIT_A


def test_two_who_write_one_report(one: World, woken: Any) -> None:
    month = Month(one)
    month.plan("Khảo thí", [month.task("Chấm thi", "20/10/2026")])
    month.open()
    case_id, officer = month.report(), Api(one.person("A", "officer"))
    [row] = officer.get(f"reports/{case_id}").json()["rows"]
    word = {"row": row["row"], "done": False, "cause": "Chờ kinh phí"}
    write = lambda: officer.send(  # noqa: E731
        "put", f"reports/{case_id}/rows", {"rows": [word]}, digest=officer.digest(case_id)
    )
    assert woken(write) == UNIT_A | ABOVE


async def test_the_window_beside_hears_it_and_a_stranger_does_not(world: World) -> None:
    case_id = await threaded(world.plan_at)(DRAFT)
    writer = await logged_in(world, "A", "officer")
    beside, stranger = await logged_in(world, "A", "head"), await logged_in(world, "B", "head")
    windows = [await opened(beside), await opened(stranger)]
    await threaded(save_rows)(writer, case_id)
    assert await windows[0].hears() == HINT
    assert await windows[1].silent()
    for window in windows:
        await window.leave()
