"""Who is told what, in which order, and that reading loses nothing."""

import pytest
from django.utils import timezone

from approvals.queries import visible_to
from notifications.actions import Notice, notify, number_pending
from notifications.models import Notification
from tests.api import Api
from tests.factories import APPROVED, DRAFT, REVIEWED, SUBMITTED, World


@pytest.fixture
def one(one: World) -> World:
    """A world of its own with two drafts, whose building has been told and numbered."""
    one.plan_at(DRAFT)
    one.plan_at(DRAFT, unit="B")
    number_all()
    return one


def number_all() -> None:
    """What the job does."""
    while number_pending():
        pass


def told(world: World, case_id, act: str) -> dict[str, str]:
    """Username -> kind, of what was told about one act."""
    names = {user.id: name.removeprefix("w-").removeprefix("w.") for name, user in world.people.items()}
    rows = Notification.objects.filter(link=case_id, data__act=act)
    return {names[row.recipient_id]: row.kind for row in rows}


def send(user, count: int) -> None:
    """So many notices to one person, each of another request about the same case, which the person sees."""
    data = {"act": "submit", "title": "Kế hoạch", "actor": "Ai đó", "state": "draft"}
    link = visible_to(user, timezone.now())[0].id
    for _ in range(count):
        notify([Notice(recipient=user.id, kind="waiting", link=link, data=data)], now=timezone.now())


def test_submit_tells_head_and_deputy_that_it_is_their_move(one):
    case_id = one.plan_at(SUBMITTED)
    assert told(one, case_id, "submit") == {"a.head": "waiting", "a.deputy": "waiting"}


def test_approve_tells_the_monitoring_unit_and_who_submitted(one):
    case_id = one.plan_at(APPROVED)
    assert told(one, case_id, "approve") == {
        "b.head": "waiting",
        "b.deputy": "waiting",
        "a.officer": "progress",
    }


def test_review_tells_the_office_and_who_signed_before(one):
    case_id = one.plan_for_meeting(REVIEWED)
    assert told(one, case_id, "review") == {
        "vp.head": "waiting", "vp.deputy": "waiting", "vp.clerk": "waiting",
        "a.officer": "progress", "a.head": "progress",
    }  # fmt: skip


def test_a_return_tells_the_whole_unit_but_not_who_returned_it(one):
    case_id = one.plan_at("returned")
    assert told(one, case_id, "return") == {"a.officer": "waiting", "a.deputy": "waiting"}


def test_signing_a_consolidation_tells_the_leadership_once(one):
    case_id = one.plan_for_meeting(REVIEWED)
    consolidation = one.consolidate([case_id])
    assert told(one, consolidation, "consolidate") == {"leader": "waiting", "vp.clerk": "progress"}
    assert "leader" not in told(one, case_id, "consolidate")


def test_whoever_leaves_is_not_told(one):
    case_id = one.plan_at(DRAFT)
    deputy = one.person("A", "deputy")
    deputy.is_active = False
    deputy.save()
    one.stage.submit(case_id, "W-A")
    assert told(one, case_id, "submit") == {"a.head": "waiting"}


def test_the_text_is_made_in_the_language_of_the_reader(one):
    one.plan_at(SUBMITTED)
    number_all()
    head = one.person("A", "head")
    english = Api(head).get("notifications").json()["results"][0]["text"]
    vietnamese = Api(head).client.get("/api/v1/notifications", headers={"accept-language": "vi"}).json()
    assert "submitted “Kế hoạch của W-A”. It waits for you." in english
    assert vietnamese["results"][0]["text"] != english


def test_a_cursor_over_positions_loses_nothing_and_repeats_nothing(one):
    head = one.person("A", "head")
    api, read, last = Api(head), [], 0
    for count in (1, 3, 0, 120, 2):
        send(head, count)
        number_all()
        page = api.get("notifications", after=last, page_size=200).json()
        read += [row["id"] for row in page["results"]]
        last = page["results"][-1]["position"] if page["results"] else last
    assert len(read) == len(set(read)) == 126
    assert set(read) == {str(row.id) for row in Notification.objects.filter(recipient=head)}


def test_what_is_not_numbered_yet_comes_later_and_not_never(one):
    head = one.person("A", "head")
    send(head, 1)
    api = Api(head)
    assert api.get("notifications", after=0).json()["results"] == []
    number_all()
    assert len(api.get("notifications", after=0).json()["results"]) == 1


def test_pages_of_a_long_list_follow_each_other_without_gap(one):
    head = one.person("A", "head")
    send(head, 130)
    number_all()
    api, positions = Api(head), []
    page = api.get("notifications").json()
    while True:
        positions += [row["position"] for row in page["results"]]
        if page["next"] is None:
            break
        page = api.client.get(page["next"]).json()
    assert positions == sorted(positions, reverse=True)
    assert len(positions) == 130


def test_positions_are_unique_and_go_up_with_the_order_of_writing(one):
    send(one.person("A", "head"), 40)
    send(one.person("B", "head"), 40)
    number_all()
    rows = list(Notification.objects.order_by("id").values_list("position", flat=True))
    positions = [position for position in rows if position is not None]
    assert len(positions) == len(rows) >= 80
    assert positions[-80:] == sorted(set(positions[-80:]))


def test_reading_marks_up_to_a_position_and_only_ones_own(one):
    head, other = one.person("A", "head"), one.person("B", "head")
    send(head, 3)
    send(other, 1)
    number_all()
    api = Api(head)
    positions = sorted(row["position"] for row in api.get("notifications").json()["results"])
    assert api.get("notifications").json()["unread"] == 3
    assert api.post("notifications/read", {"up_to": positions[1]}).json() == {"unread": 1}
    assert [row["read"] for row in api.get("notifications", after=0).json()["results"]] == [True, True, False]
    assert Api(other).get("notifications").json()["unread"] == 1


@pytest.mark.parametrize("after", ["-1", "x", "1.5"])
def test_a_bad_position_is_refused(one, after):
    answer = Api(one.person("A", "head")).get("notifications", after=after)
    assert (answer.status_code, answer.json()["reasons"][0]["field"]) == (400, "after")
