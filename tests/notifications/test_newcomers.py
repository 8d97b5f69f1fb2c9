"""Who comes to a desk learns what lies on it: a new head, a deputy, a delegate, a monitoring unit, the office."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from approvals.jobs import brief_newcomers, newcomers_wait, release_empty_desks
from notifications.actions import number_pending
from notifications.models import Notification
from organization.actions import appoint, delegate, set_office
from organization.models import Appointment, Role, User
from tests.api import Api
from tests.factories import APPROVED, DRAFT, REVIEWED, SUBMITTED, World


def stranger(one: World, name: str = "new") -> User:
    """A person of the institution without a post."""
    return User.objects.create(
        username=f"w.{name}", full_name=f"Người {name}", institution=one.institution, password="!"
    )


def told(user: User) -> list[dict[str, Any]]:
    """The notices of the person, newest first, after the jobs have run."""
    brief_newcomers()
    while number_pending():
        pass
    return list(Api(user).get("notifications").json()["results"])


def make_head(one: World, user: User, *, since: Any = None) -> Appointment:
    """The person becomes head of unit A; the officer's titles of today are "Trưởng" and "Q. Trưởng" alike."""
    return appoint(
        user=user, unit=one.unit("A"), role=Role.HEAD, title="Q. Trưởng phòng", since=since or timezone.now()
    )


def test_a_new_head_is_told_what_waits_in_one_notice(one: World) -> None:
    waiting = {str(one.plan_at(SUBMITTED)) for _ in range(3)}
    one.plan_at(DRAFT), one.plan_at(APPROVED)
    head = stranger(one)
    make_head(one, head)
    [notice] = told(head)
    assert (notice["kind"], notice["cases"], notice["act"]) == ("waiting", 3, "brief")
    assert notice["text"] == (
        "Waiting since before your post began: “Kế hoạch của W-A” and 2 other plans. They wait for you."
    )
    rows = Api(head).get("cases", notice=notice["id"]).json()["results"]
    assert {row["id"] for row in rows} == waiting == {row["case"] for row in inbox(head)}


def inbox(user: User) -> list[dict[str, Any]]:
    """What waits for the person."""
    return list(Api(user).get("inbox").json()["results"])


def test_nobody_is_told_twice(one: World) -> None:
    one.plan_at(SUBMITTED)
    head = stranger(one)
    make_head(one, head)
    assert len(told(head)) == 1
    assert len(told(head)) == 1
    assert not newcomers_wait()
    assert told(one.person("A", "deputy"))[0]["act"] == "submit"
    appoint(
        user=one.person("A", "deputy"),
        unit=one.unit("A"),
        role=Role.HEAD,
        title="Trưởng",
        since=timezone.now(),
    )
    assert [row["act"] for row in told(one.person("A", "deputy"))] == ["submit"]


def test_a_post_that_begins_tomorrow_is_told_tomorrow(one: World, monkeypatch: pytest.MonkeyPatch) -> None:
    one.plan_at(SUBMITTED)
    head, tomorrow = stranger(one), timezone.now() + timedelta(days=1)
    make_head(one, head, since=tomorrow)
    assert (told(head), newcomers_wait()) == ([], False)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow + timedelta(minutes=1))
    assert newcomers_wait()
    assert [row["act"] for row in told(head)] == ["brief"]


def test_a_delegate_is_told_what_he_may_sign(one: World) -> None:
    one.plan_at(SUBMITTED)
    own = Appointment.objects.get(user=one.person("A", "head"))
    now, acting = timezone.now(), one.person("A", "officer")
    delegate(
        appointment=own, to=acting, permissions=["approve"], mandate="QĐ 5", since=now, until=now + timedelta(days=9),
        by=own.user,
    )  # fmt: skip
    assert told(acting) == []  # he submitted it himself: it is not his to approve
    other = one.person("B", "officer")
    delegate(
        appointment=own, to=other, permissions=["approve"], mandate="QĐ 6", since=now, until=now + timedelta(days=9),
        by=own.user,
    )  # fmt: skip
    assert [row["act"] for row in told(other)] == ["brief"]


def test_who_is_gone_before_is_not_told(one: World) -> None:
    one.plan_at(SUBMITTED)
    head = stranger(one)
    make_head(one, head)
    head.is_active = False
    head.save()
    brief_newcomers()
    assert not Notification.objects.filter(recipient=head).exists()


def test_telling_costs_the_same_however_much_waits(one: World) -> None:
    costs = []
    for number, more in enumerate((2, 10)):
        for _ in range(more):
            one.plan_at(SUBMITTED, rows=1)
        make_head(one, stranger(one, f"new-{number}"))
        with CaptureQueriesContext(connection) as seen:
            brief_newcomers()
        costs.append(len(seen))
    assert costs[0] == costs[1], costs


def test_a_new_admin_office_is_told_what_waits_and_takes_it_over(one: World) -> None:
    """The report of the work is the office's, whichever unit that is: the old one is asked no more."""
    consolidated = one.consolidate([one.plan_for_meeting(REVIEWED)], sign=False)
    later = one.plan_for_meeting(REVIEWED)
    brief_newcomers()
    old, new = one.person("VP", "deputy"), one.person("B", "head")
    assert str(later) in {row["case"] for row in inbox(old)}
    set_office(one.institution, one.unit("B"))
    notices = told(new)
    assert (notices[0]["act"], notices[0]["kind"]) == ("brief", "waiting")
    assert str(later) in {row["case"] for row in inbox(new)}
    assert str(later) not in {row["case"] for row in inbox(old)}
    assert Api(new).acts(consolidated)["consolidate"] != []  # it stays the old office's own document
    count = len(notices)
    assert len(told(new)) == count


def test_what_was_told_already_is_not_told_again_to_an_office_that_stays_it(one: World) -> None:
    one.plan_for_meeting(REVIEWED)
    before = len(told(one.person("VP", "head")))
    set_office(one.institution, one.unit("VP"))
    assert len(told(one.person("VP", "head"))) == before


# --- Where a case comes to without an act ---------------------------------------------------------------


def assign(one: World, case_id: UUID, unit: str) -> None:
    """The office says who follows the plan."""
    answer = Api(one.person("VP", "head")).send(
        "put", f"plans/{case_id}/monitoring", {"unit": f"W-{unit}", "cadence": "monthly"}
    )
    assert answer.status_code == 200, answer.json()


def test_a_new_monitoring_unit_is_told_of_what_waits_to_be_checked(one: World) -> None:
    one.open_unit("C")
    case_id = one.plan_at(APPROVED)
    assign(one, case_id, "C")
    for role in ("head", "deputy"):
        [notice] = told(one.person("C", role))
        assert (notice["act"], notice["kind"], notice["case"]) == ("assign", "waiting", str(case_id))
        assert notice["text"].endswith("chose your unit to follow “Kế hoạch của W-A”. It waits for you.")
    assert told(one.person("B", "head")) == []  # it answers 404 there now


def test_one_of_a_plan_in_force_is_told_that_it_follows_it(one: World) -> None:
    one.open_unit("C")
    case_id = one.plan_for_meeting(REVIEWED)
    assign(one, case_id, "C")
    [notice] = told(one.person("C", "head"))
    assert (notice["act"], notice["kind"]) == ("assign", "progress")
    assign(one, case_id, "C")
    assert len(told(one.person("C", "head"))) == 1


def test_nobody_is_told_of_a_draft(one: World) -> None:
    one.plan_at(DRAFT, monitor="B")  # the office had it before
    assert told(one.person("B", "head")) == []


def test_the_office_is_told_of_what_an_empty_desk_leaves_to_it(one: World) -> None:
    case_id = one.plan_at(APPROVED)
    for role in ("head", "deputy"):
        person = one.person("B", role)
        person.is_active = False
        person.save()
    release_empty_desks()
    notice = told(one.person("VP", "head"))[0]
    assert (notice["act"], notice["kind"], notice["case"]) == ("desk", "waiting", str(case_id))
    release_empty_desks()
    assert [row["act"] for row in told(one.person("VP", "head"))].count("desk") == 1
