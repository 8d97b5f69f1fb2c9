"""What a person is told by one request is one notice: it counts the cases that he sees, and opens them."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from notifications.actions import number_pending
from notifications.models import Notification
from organization.models import User
from tests.api import Api
from tests.factories import APPROVED, SUBMITTED, World
from tests.meetings.conftest import clock, heard, heard_october
from tests.meetings.october_meeting import Hearing, conclusion
from tests.reported_month import Month
from workflow.models import Case

__all__ = ["clock", "heard", "heard_october"]


def listed(user: User | Api, language: str = "en") -> list[dict[str, Any]]:
    """The notices of the person as the screen gets them, newest first."""
    while number_pending():
        pass
    api = user if isinstance(user, Api) else Api(user)
    answer = api.client.get("/api/v1/notifications", headers={"accept-language": language})
    assert answer.status_code == 200, answer.json()
    return list(answer.json()["results"])


def unread(user: User) -> int:
    """What the bell shows."""
    return int(Api(user).get("notifications").json()["unread"])


def opened(user: User, notice: dict[str, Any]) -> list[str]:
    """The cases that the notice opens, for the person."""
    answer = Api(user).get("cases", notice=notice["id"])
    assert answer.status_code == 200, answer.json()
    return [row["id"] for row in answer.json()["results"]]


def forget() -> None:
    """What was told while the world was built is no part of the test."""
    Notification.objects.all().delete()


def act_on_all(user: User, act: str, case_ids: list[UUID]) -> None:
    """One request for all the cases."""
    api = Api(user)
    cases = [{"id": str(case_id), "digest": api.digest(case_id)} for case_id in case_ids]
    answer = api.post("acts", {"act": act, "cases": cases}, key=str(uuid4()))
    assert {row["status"] for row in answer.json()["results"]} == {201}, answer.json()


@pytest.fixture
def twenty(one: World) -> list[UUID]:
    """Twenty plans that the head approved at once."""
    made = [one.plan_at(SUBMITTED, rows=1) for _ in range(20)]
    forget()
    act_on_all(one.person("A", "head"), "approve", made)
    return made


def test_twenty_approved_at_once_are_one_notice(one: World, twenty: list[UUID]) -> None:
    monitor = one.person("B", "head")
    [notice] = listed(monitor)
    assert (notice["kind"], notice["cases"], notice["act"]) == ("waiting", 20, "approve")
    assert notice["text"].endswith("approved “Kế hoạch của W-A” and 19 other plans. They wait for you.")
    [said] = listed(monitor, "vi")
    assert "“Kế hoạch của W-A” và 19 kế hoạch khác" in said["text"]
    assert unread(monitor) == 1
    assert sorted(opened(monitor, notice)) == sorted(map(str, twenty))


def test_it_is_read_at_once_and_stays_read(one: World, twenty: list[UUID]) -> None:
    monitor = one.person("B", "head")
    [notice] = listed(monitor)
    answer = Api(monitor).post("notifications/read", {"up_to": notice["position"]})
    assert answer.json() == {"unread": 0}
    Case.objects.filter(id=UUID(notice["case"])).update(monitoring_unit=one.unit("VP"))
    [left] = listed(monitor)
    assert (left["cases"], left["read"], unread(monitor)) == (19, True, 0)


def test_nobody_asks_twice_for_what_he_has(one: World, twenty: list[UUID]) -> None:
    """The window asks for what came after the position that it knows: the rest of a notice is nothing new."""
    monitor = one.person("B", "head")
    [notice] = listed(monitor)
    assert Api(monitor).get("notifications", after=notice["position"]).json()["results"] == []


def test_a_case_that_he_sees_no_longer_neither_counts_nor_shows(one: World, twenty: list[UUID]) -> None:
    monitor, gone = one.person("B", "head"), twenty[:5]
    Case.objects.filter(id__in=gone).update(monitoring_unit=one.unit("VP"))
    [notice] = listed(monitor)
    assert (notice["cases"], "and 14 other plans" in notice["text"]) == (15, True)
    assert sorted(opened(monitor, notice)) == sorted(map(str, twenty[5:]))
    Case.objects.filter(id__in=twenty[1:]).update(monitoring_unit=one.unit("VP"))
    Case.objects.filter(id=twenty[0]).update(monitoring_unit=one.unit("B"))
    [notice] = listed(monitor)
    assert (notice["cases"], notice["case"], "other" in notice["text"]) == (1, str(twenty[0]), False)
    Case.objects.filter(id=twenty[0]).update(monitoring_unit=one.unit("VP"))
    assert (listed(monitor), unread(monitor)) == ([], 0)


def test_a_title_that_answers_404_leaves_the_list(one: World) -> None:
    case_id, monitor = one.plan_at(APPROVED), one.person("B", "head")
    assert [row["case"] for row in listed(monitor)] == [str(case_id)]
    Case.objects.filter(id=case_id).update(monitoring_unit=one.unit("VP"))
    assert Api(monitor).get(f"cases/{case_id}").status_code == 404
    assert (listed(monitor), unread(monitor)) == ([], 0)


def test_the_notice_of_another_opens_nothing(one: World, twenty: list[UUID]) -> None:
    [notice] = listed(one.person("B", "deputy"))
    assert opened(one.person("B", "head"), notice) == []
    assert Api(one.person("B", "head")).get("cases", notice="x").status_code == 400


def test_a_list_of_many_such_notices_takes_as_many_statements(one: World) -> None:
    monitor, costs = one.person("B", "head"), []
    for _ in range(3):
        act_on_all(one.person("A", "head"), "approve", [one.plan_at(SUBMITTED, rows=1) for _ in range(3)])
        listed(monitor)
        with CaptureQueriesContext(connection) as seen:
            listed(monitor)
        costs.append(len(seen))
    assert len(set(costs)) == 1, costs


def test_a_meeting_tells_each_person_once(heard: Hearing) -> None:
    """Reports and consolidation are closed by one request: one notice; the conclusions are signed in another."""
    heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    forget()
    assert heard.close().status_code == 200
    head = heard.month.world.person("D", "head")
    [notice] = listed(head)
    assert "The meeting heard “" in notice["text"]
    assert "Kết luận" not in notice["text"]
    assert len(opened(head, notice)) == notice["cases"]
    told = Notification.objects.values_list("recipient", flat=True)
    for person in User.objects.filter(id__in=set(told)):
        assert unread(person) == len(listed(person)) == 1, person


def test_the_office_reads_the_consolidation_first(heard: Hearing) -> None:
    forget()
    assert heard.close().status_code == 200
    [notice] = listed(heard.month.world.person("VP", "head"))
    assert notice["case"] == heard.consolidation
    assert "other documents" in notice["text"]


def test_reports_that_draft_themselves_are_told_together(one: World) -> None:
    """An officer whose unit reports to two monitoring units is told once."""
    month = Month(one)
    for monitor in ("B", "VP"):
        month.plan(f"Kế hoạch {monitor}", [month.task("Chấm thi", "20/10/2026")], monitor=monitor)
    forget()
    month.open()
    [notice] = listed(one.person("A", "officer"))
    assert (notice["act"], notice["cases"], notice["kind"]) == ("draft", 2, "waiting")
    assert notice["text"].endswith("” and 1 other report. They wait for you.")
