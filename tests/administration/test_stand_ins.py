"""Who signs when somebody is away: entered by the admin office from the paper, in force at once, told, ended by those whom it
concerns (issue G, point 3)."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from organization.models import Appointment, Delegation, Entry, Role, User
from tests.api import Api
from tests.factories import APPROVED, CONSOLIDATED, SUBMITTED, World, small_world
from tests.journeys.answers import texts, verified

PAPER = {"number": "12/QĐ-CĐ", "dated": "2026-11-01"}


@pytest.fixture
def clerk(one: World) -> Api:
    return Api(one.person("VP", "clerk"))


def days(first: int = 0, last: int = 5) -> dict[str, str]:
    """From so many days from today until so many."""
    today = timezone.localtime().date()
    return {
        "since": (today + timedelta(days=first)).isoformat(),
        "until": (today + timedelta(days=last)).isoformat(),
    }


def without_deputies(one: World, unit: str) -> None:
    Appointment.objects.filter(post__unit=one.unit(unit), post__role=Role.DEPUTY).update(valid_to=one.now())


def charge(one: World, clerk: Api, person: User, unit: str = "A", **more: Any) -> Any:
    body = {"kind": "in-charge", "unit": f"W-{unit}", "person": str(person.id), **days(), **PAPER, **more}
    return clerk.post("stand-ins", body)


def authorise(one: World, clerk: Api, head: User, **more: Any) -> Any:
    leader = one.person("", "leader")
    body = {
        "kind": "authority",
        "absent": str(leader.id),
        "person": str(head.id),
        **days(),
        **PAPER,
        **more,
    }
    return clerk.post("stand-ins", body)


def refused(answer: Any) -> tuple[int, list[tuple[str, str]]]:
    found = [(reason["code"], reason.get("field", "")) for reason in answer.json()["reasons"]]
    return answer.status_code, found


def test_who_is_put_in_charge_signs_at_once_as_a_deputy_does(one, clerk):
    without_deputies(one, "A")
    case, officer = one.plan_at(SUBMITTED), one.person("B", "officer")
    assert Api(officer).act(case, "approve").status_code in {403, 404}
    made = charge(one, clerk, officer)
    assert made.status_code == 201, made.json()
    assert made.json()["barred"] == 0
    signed = Api(officer).act(case, "approve")
    assert signed.status_code == 201, signed.json()
    [last] = Api(one.person("A", "head")).get(f"cases/{case}/signatures").json()["results"][-1:]
    assert (last["signer"]["name"], last["capacity"]) == (officer.full_name, "KT.")
    assert last["signer"]["title"] == "Phụ trách Phòng A W"
    assert verified().endswith("0 bad chains\n")


def test_a_unit_with_a_deputy_needs_nobody_in_charge(one, clerk):
    answer = charge(one, clerk, one.person("B", "officer"))
    assert refused(answer) == (409, [("unit-has-deputy", "unit")])
    assert one.person("A", "deputy").full_name in answer.json()["detail"]
    without_deputies(one, "A")
    assert charge(one, clerk, one.person("B", "officer")).status_code == 201
    assert refused(charge(one, clerk, one.person("VP", "officer"))) == (409, [("unit-has-deputy", "unit")])


def test_who_wrote_it_is_told_before_that_they_cannot_sign_it(one, clerk):
    """Separation of duties looks at the person: an officer in charge does not approve what they submitted."""
    without_deputies(one, "A")
    officer, case = one.person("A", "officer"), one.plan_at(SUBMITTED)
    asked = clerk.get(f"people/{officer.id}/barred", unit="W-A")
    assert asked.json() == {"documents": 1}
    assert clerk.get(f"people/{officer.id}/barred", unit="W-B").json() == {"documents": 0}
    assert charge(one, clerk, officer).json()["barred"] == 1
    answer = Api(officer).act(case, "approve")
    assert answer.status_code == 403, answer.json()


def test_who_leads_authorises_the_head_of_a_unit_and_the_signature_says_so(one, clerk):
    head = one.person("B", "head")
    case = one.plan_at(CONSOLIDATED)
    assert Api(head).act(case, "present").status_code in {403, 404}
    made = authorise(one, clerk, head)
    assert made.status_code == 201, made.json()
    signed = Api(head).act(case, "present")
    assert signed.status_code == 201, signed.json()
    [last] = Api(one.person("A", "head")).get(f"cases/{case}/signatures").json()["results"][-1:]
    assert (last["capacity"], last["on_behalf_of"]["name"].split(",")[0]) == (
        "TUQ.",
        one.person("", "leader").full_name,
    )
    assert Delegation.objects.get().mandate == "12/QĐ-CĐ ngày 01/11/2026"
    assert verified().endswith("0 bad chains\n")


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"until": "2020-01-01"}, ("ends-before-it-begins", "until")),
        (days(0, 30), ("too-long", "until")),
        ({"number": "  "}, ("paper-missing", "number")),
        ({"dated": None}, ("paper-missing", "dated")),
        ({"absent": None}, ("missing", "absent")),
        ({"person": None}, ("missing", "person")),
    ],
)
def test_an_authorisation_that_cannot_be_is_refused_at_its_field(one, clerk, change, wrong):
    answer = authorise(one, clerk, one.person("B", "head"), **change)
    assert refused(answer) == (422, [wrong])
    assert not Delegation.objects.exists()


def test_nobody_passes_on_or_authorises_themself_or_somebody_without_a_unit(one, clerk):
    head, leader = one.person("B", "head"), one.person("", "leader")
    assert refused(authorise(one, clerk, one.person("B", "officer"))) == (422, [("no-head", "person")])
    assert ("oneself", "person") in refused(authorise(one, clerk, leader))[1]
    assert refused(authorise(one, clerk, head, absent=str(one.person("VP", "head").id))) == (
        422,
        [("not-the-leader", "absent")],
    )
    assert authorise(one, clerk, head).status_code == 201
    assert refused(authorise(one, clerk, one.person("VP", "head"), absent=str(head.id))) == (
        422,
        [("not-the-leader", "absent")],
    )
    Appointment.objects.filter(user=leader, post__role=Role.LEADER).update(title="Phó Hiệu trưởng")
    assert refused(authorise(one, clerk, head)) == (422, [("passed-on", "absent")])


def test_an_absence_gives_nobody_a_right_and_is_known_to_all(one, clerk):
    before = Appointment.objects.count()
    head = one.person("A", "head")
    made = clerk.post(
        "stand-ins", {"kind": "absence", "absent": str(head.id), **days(), "note": "Đi công tác"}
    )
    assert made.status_code == 201, made.json()
    assert (Appointment.objects.count(), Delegation.objects.count()) == (before, 0)
    [seen] = Api(one.person("B", "officer")).get("stand-ins", running=True).json()["results"]
    assert (seen["absent"], seen["unit"], seen["endable"]) == (head.full_name, "W-A", False)
    assert Entry.objects.order_by("-id")[0].act == "record-absence"


def test_the_leadership_and_those_whom_it_concerns_are_told_and_may_end_it(one, clerk):
    without_deputies(one, "A")
    officer, leader = one.person("B", "officer"), Api(one.person("", "leader"))
    one_id = charge(one, clerk, officer).json()["id"]
    for who in (leader, Api(officer)):
        assert any("Phòng A W" in text and officer.full_name in text for text in texts(who))
    case = one.plan_at(SUBMITTED)
    assert Api(one.person("A", "officer")).post(f"stand-ins/{one_id}/end", {}).status_code == 403
    ended = leader.post(f"stand-ins/{one_id}/end", {})
    assert ended.status_code == 200, ended.json()
    assert ended.json()["ended_by"] == one.person("", "leader").full_name
    assert Api(officer).act(case, "approve").status_code in {403, 404}
    assert refused(leader.post(f"stand-ins/{one_id}/end", {})) == (409, [("over", "")])
    lent = authorise(one, clerk, one.person("B", "head")).json()["id"]
    assert Api(one.person("B", "head")).post(f"stand-ins/{lent}/end", {}).status_code == 200
    listed = one.plan_at(CONSOLIDATED)
    assert Api(one.person("B", "head")).act(listed, "present").status_code in {403, 404}
    acts = set(Entry.objects.values_list("act", flat=True))
    assert {"appoint", "end-post", "delegate", "end-delegation"} <= acts


def test_only_the_office_enters_and_the_scan_is_for_those_whom_it_concerns(one, clerk):
    without_deputies(one, "A")
    officer = one.person("B", "officer")
    assert charge(one, Api(one.person("A", "head")), officer).status_code == 403
    assert charge(one, Api(one.person("", "personnel")), officer).status_code == 403
    sent = clerk.upload("evidence", SimpleUploadedFile("qd.pdf", b"%PDF-1.4 x")).json()["sha256"]
    made = charge(one, clerk, officer, evidence=sent).json()
    assert made["file"] == "qd.pdf"
    for who, status in ((officer, 200), (one.person("", "auditor"), 200), (one.person("A", "officer"), 404)):
        answer = Api(who).get(f"stand-ins/{made['id']}/file")
        assert answer.status_code == status
        assert not answer.streaming or b"".join(answer.streaming_content) == b"%PDF-1.4 x"
    unknown = charge(one, clerk, officer, unit="B", evidence="0" * 64)
    assert refused(unknown) == (422, [("file-unknown", "evidence")])


def test_another_institution_sees_and_ends_none_of_it(one, clerk):
    two = small_world("X")
    without_deputies(one, "A")
    one_id = charge(one, clerk, one.person("B", "officer")).json()["id"]
    foreign = Api(two.person("VP", "clerk"))
    assert foreign.get("stand-ins").json()["results"] == []
    assert foreign.post(f"stand-ins/{one_id}/end", {}).status_code == 404
    assert refused(charge(one, foreign, one.person("B", "officer")))[0] in {404, 422}


def test_it_ends_by_itself(one, clerk, monkeypatch):
    from tests.clock import Clock, moment

    clock = Clock(monkeypatch, moment("2026-11-24 09:00"))
    without_deputies(one, "A")
    officer = one.person("B", "officer")
    made = charge(one, clerk, officer, since="2026-11-24", until="2026-11-25")
    assert made.status_code == 201, made.json()
    clock.moment = moment("2026-11-25 23:30")
    case = one.plan_at(APPROVED)
    assert Api(officer).get(f"cases/{case}").status_code == 200
    clock.moment = moment("2026-11-26 00:00")
    assert [row["until"] for row in clerk.get("stand-ins", running=True).json()["results"]] == []
    assert refused(clerk.post(f"stand-ins/{made.json()['id']}/end", {})) == (409, [("over", "")])


def test_the_list_costs_the_same_for_many(one, clerk):
    counts = []
    for short in ("A", "B", "VP"):
        head = str(one.person(short, "head").id)
        assert clerk.post("stand-ins", {"kind": "absence", "absent": head, **days()}).status_code == 201
        with CaptureQueriesContext(connection) as seen:
            assert clerk.get("stand-ins").status_code == 200
        counts.append(len(seen))
    assert len(set(counts)) == 1
