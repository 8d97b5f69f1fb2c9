"""The ways beside the straight one: reopening, sending back, recalling, withdrawing, empty desks."""

from uuid import uuid4

import pytest
from django.utils import timezone

from approvals.actions import refresh_waiting
from organization.actions import end_appointment
from organization.models import Appointment
from tests.api import Api
from tests.factories import APPROVED, CONSOLIDATED, DRAFT, PRESENTED, REVIEWED, SUBMITTED, World
from tests.journeys.answers import done, inbox, refused, stands


@pytest.mark.server
def test_reopening_a_plan_makes_its_consolidation_stale_and_opens_it_for_the_unit(one):
    case_id = one.plan_for_meeting(REVIEWED)
    consolidation, office = one.consolidate([case_id]), Api(one.person("VP", "head"))
    assert refused(office.act(case_id, "reopen")) == (422, ["reason-missing"])
    done(office.act(case_id, "reopen", comment="Số liệu sai"))
    assert stands(office, case_id) == ("draft", "unit")
    assert office.get(f"consolidations/{consolidation}").json()["stale"] is True
    officer = Api(one.person("A", "officer"))
    assert officer.get(f"plans/{case_id}").json()["editable"] == []
    assert str(case_id) in inbox(officer)


def test_what_was_reopened_is_left_out_when_the_meeting_closes(one):
    stays, leaves = one.plan_for_meeting(REVIEWED), one.plan_for_meeting(REVIEWED)
    consolidation = one.consolidate([stays, leaves])
    clerk, leader = Api(one.person("VP", "clerk")), Api(one.person("", "leader"))
    done(Api(one.person("VP", "head")).act(leaves, "reopen", comment="Số liệu sai"))
    held = {"consolidations": [str(consolidation)], "held_at": "2026-12-01T08:00:00+07:00"}
    meeting = done(clerk.post("meetings", held))
    done(leader.post(f"meetings/{meeting['id']}/close", digest=meeting["digest"], key=str(uuid4())), 200)
    assert stands(clerk, stays) == ("presented", "nobody")
    assert stands(clerk, leaves) == ("draft", "unit")


@pytest.mark.server
def test_a_presented_plan_is_reopened_by_the_leadership_only(one):
    case_id = one.plan_for_meeting(PRESENTED)
    assert refused(Api(one.person("VP", "head")).act(case_id, "reopen", comment="Sai"))[0] == 403
    done(Api(one.person("", "leader")).act(case_id, "reopen", comment="Sai"))
    assert stands(Api(one.person("A", "head")), case_id) == ("draft", "unit")


def test_the_office_sends_an_inaccurate_review_back_and_the_monitor_reviews_again(one):
    case_id, office = one.plan_for_meeting(REVIEWED), Api(one.person("VP", "clerk"))
    assert refused(office.act(case_id, "send-back")) == (422, ["reason-missing"])
    done(office.act(case_id, "send-back", comment="Nhận xét chưa đúng"))
    monitor = Api(one.person("B", "head"))
    assert stands(monitor, case_id) == ("unit-approved", "monitor")
    assert str(case_id) in inbox(monitor)
    done(monitor.act(case_id, "review"))
    assert stands(office, case_id) == ("monitor-reviewed", "office")


def test_the_head_recalls_what_nobody_has_reviewed_and_not_what_was(one):
    head, fresh, seen = Api(one.person("A", "head")), one.plan_at(APPROVED), one.plan_for_meeting(REVIEWED)
    assert refused(head.act(fresh, "recall")) == (422, ["reason-missing"])
    done(head.act(fresh, "recall", comment="Nhầm"))
    assert stands(head, fresh) == ("draft", "officers")
    done(Api(one.person("VP", "head")).act(seen, "send-back", comment="Chưa đúng"))
    assert refused(head.act(seen, "recall", comment="Nhầm")) == (409, ["reviewed"])


def test_a_submitted_draft_is_locked_until_it_is_withdrawn(one):
    case_id, officer = one.plan_at(SUBMITTED), Api(one.person("A", "officer"))
    rows: dict[str, list[str]] = {"rows": []}
    locked = officer.send("put", f"plans/{case_id}/rows", rows, digest=officer.digest(case_id))
    assert refused(locked) == (409, ["submitted"])
    done(officer.act(case_id, "withdraw"))
    assert stands(officer, case_id) == ("draft", "officers")
    done(officer.send("put", f"plans/{case_id}/rows", rows, digest=officer.digest(case_id)), 200)


def leave_alone(one: World, short: str, role: str) -> Api:
    """Ends every other appointment in the unit; answers who is left."""
    left = one.person(short, role)
    for row in Appointment.objects.filter(post__unit=one.unit(short)).exclude(user=left):
        end_appointment(row, at=one.now())
    return Api(left)


def test_a_person_alone_in_a_unit_submits_and_approves_and_the_history_shows_it(one):
    case_id = one.plan_at(DRAFT)
    alone = leave_alone(one, "A", "head")
    done(alone.act(case_id, "submit"))
    done(alone.act(case_id, "approve"))
    names = [link["signer"]["name"] for link in alone.get(f"cases/{case_id}/signatures").json()["results"]]
    assert len(names) == 2
    assert len(set(names)) == 1


def test_a_person_alone_still_cannot_review_what_they_approved(one):
    case_id = one.plan_at(DRAFT, monitor="A")
    alone = leave_alone(one, "A", "head")
    done(alone.act(case_id, "submit"))
    done(alone.act(case_id, "approve"))
    assert refused(alone.act(case_id, "review"))[0] == 403
    done(Api(one.person("VP", "head")).act(case_id, "review"))


def test_the_office_reviews_where_the_monitoring_unit_is_vacant(one):
    case_id = one.plan_at(SUBMITTED)
    leave_alone(one, "B", "officer")
    done(Api(one.person("A", "head")).act(case_id, "approve"))
    office = Api(one.person("VP", "head"))
    assert office.get(f"cases/{case_id}").json()["waits_unit"] == "W-VP"
    assert str(case_id) in inbox(office)
    done(office.act(case_id, "review"))


def test_what_waits_at_a_desk_that_empties_goes_to_the_office(one):
    case_id = one.plan_at(APPROVED)
    leave_alone(one, "B", "officer")
    assert refresh_waiting(timezone.now()) == 1
    done(Api(one.person("VP", "deputy")).act(case_id, "review"))


def test_a_signed_consolidation_is_never_reopened(one):
    consolidation = one.consolidate([one.plan_for_meeting(REVIEWED)])
    for person in (one.person("VP", "head"), one.person("", "leader")):
        answer = Api(person).act(consolidation, "reopen", comment="Sai")
        assert refused(answer) == (409, ["not-for-this-kind"])


def test_a_consolidation_whose_member_moved_meanwhile_is_not_signed(one):
    stays, moves = one.plan_for_meeting(REVIEWED), one.plan_for_meeting(REVIEWED)
    consolidation = one.consolidate([stays, moves], sign=False)
    done(Api(one.person("VP", "clerk")).act(moves, "send-back", comment="Chưa đúng"))
    answer = Api(one.person("VP", "head")).act(consolidation, "consolidate")
    assert answer.status_code == 409
    assert {reason["row"] for reason in answer.json()["reasons"]} == {str(moves)}
    assert one.case(stays).state == REVIEWED


def test_a_plan_in_force_of_one_consolidation_cannot_be_taken_into_another(one):
    case_id = one.plan_for_meeting(CONSOLIDATED)
    body = {"period": "2026-2027", "cases": [str(case_id)]}
    assert refused(Api(one.person("VP", "clerk")).post("consolidations", body)) == (409, ["not-reviewed"])
