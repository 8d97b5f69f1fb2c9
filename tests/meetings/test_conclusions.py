"""Conclusions: drafted by the office, signed by the leadership after the close, read by the units that they name."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from approvals.models import Signature
from meetings.actions.reminders import remind_leadership
from meetings.jobs import remind_of_conclusions
from notifications.actions import number_pending
from tests.api import Api
from tests.clock import Clock
from workflow.models import Case

from .october_meeting import Hearing, codes, conclusion


def told(api: Api) -> list[str]:
    """What the person has been told, newest first."""
    while number_pending():
        pass
    return [row["text"] for row in api.get("notifications").json()["results"]]


def test_the_office_begins_them_once(heard: Hearing) -> None:
    path, clerk = f"meetings/{heard.id}/conclusions", heard.api("VP", "clerk")
    for who in (heard.api("B", "head"), heard.leader):
        assert codes(who.post(path)) == (403, ["not-permitted"])
    made = clerk.post(path)
    plan = made.json()
    assert (made.status_code, plan["kind"], plan["unit"], plan["monitoring_unit"]) == (
        201,
        "conclusions",
        "W-VP",
        "W-VP",
    )
    assert (plan["title"], plan["period"], plan["state"]) == (
        "Kết luận giao ban ngày 30/10/2026",
        "2026-2027",
        "draft",
    )
    assert codes(clerk.post(path)) == (409, ["conclusions-exist"])


def test_two_people_write_them_field_by_field(heard: Hearing) -> None:
    """They are rows of a plan, whose address takes them: written, added with an id of their writer's, removed, moved."""
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    clerk, head, address = heard.api("VP", "clerk"), heard.api("VP", "head"), f"plans/{case_id}/rows"
    [row] = clerk.get(f"plans/{case_id}").json()["rows"]
    fresh = {"id": str(uuid4()), "is": {"text": "Báo cáo lại", "leads": ["W-A"], "due_text": "20/11/2026"}}
    first = {"id": row["id"], "was": {"text": row["text"]}, "is": {"text": "Chấm lại 3 lớp"}}
    sent = {"rows": [first, fresh], "moved": [{"id": fresh["id"], "after": None}]}
    for _time in range(2):
        assert clerk.send("patch", address, sent).json()["unfit"] == []
    second = {"id": row["id"], "was": {"text": row["text"], "due_text": row["due_text"]},
              "is": {"text": "Chấm lại", "due_text": "18/11/2026"}}  # fmt: skip
    [unfit] = head.send("patch", address, {"rows": [second]}).json()["unfit"]
    assert (unfit["field"], unfit["stands"]) == ("text", "Chấm lại 3 lớp")
    stands = [
        (one["text"], one["leads"], one["due_text"]) for one in heard.agenda(head)["conclusions"]["rows"]
    ]
    assert stands == [
        ("Báo cáo lại", ["W-A"], "20/11/2026"), ("Chấm lại 3 lớp", ["W-D"], "18/11/2026"),
    ]  # fmt: skip
    assert heard.api("D", "head").send("patch", address, sent).status_code == 404
    assert heard.leader.send("patch", address, sent).status_code == 403
    gone = {"removed": [{"id": fresh["id"], "was": {"text": "Báo cáo lại"}}]}
    assert head.send("patch", address, gone).json()["unfit"] == []
    assert len(heard.agenda(clerk)["conclusions"]["rows"]) == 1


def test_a_draft_is_seen_by_office_and_leadership_only(heard: Hearing) -> None:
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    for who in (heard.api("VP", "clerk"), heard.leader):
        agenda = heard.agenda(who)["conclusions"]
        assert (agenda["id"], agenda["state"]) == (str(case_id), "draft")
        assert [(row["text"], row["leads"], row["due_text"]) for row in agenda["rows"]] == [
            ("Chấm lại 2 lớp", ["W-D"], "15/11/2026")
        ]
    head = heard.api("D", "head")
    assert heard.agenda(head)["conclusions"] is None
    assert head.get(f"meetings/{heard.id}").json()["conclusions"] is None
    assert head.get(f"plans/{case_id}").status_code == 404


def test_the_leadership_signs_them_after_the_close(heard: Hearing) -> None:
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    assert codes(heard.leader.act(case_id, "conclude")) == (409, ["meeting-open"])
    assert heard.leader.acts(case_id)["conclude"] == ["meeting-open"]
    answer = heard.close()
    assert answer.status_code == 200
    assert [row["status"] for row in answer.json()["results"]] == [201]
    assert Case.objects.get(id=case_id).state == "draft"
    assert heard.api("A", "officer").get(f"plans/{case_id}").status_code == 404
    assert heard.leader.act(case_id, "conclude").status_code == 201
    plan = heard.api("A", "officer").get(f"plans/{case_id}").json()
    assert (plan["state"], plan["in_force"], [row["text"] for row in plan["rows"]]) == (
        "presented",
        True,
        ["Chấm lại 2 lớp"],
    )
    [signed] = Signature.objects.filter(case=case_id)
    assert (signed.act, signed.signer) == ("conclude", heard.month.world.person("", "leader"))
    inside = Case.objects.filter(inside__consolidation=UUID(heard.consolidation))
    assert {case.state for case in inside} == {"presented"}
    assert inside.count() == 4


@pytest.mark.server
def test_a_repeated_close_is_answered_as_the_first(heard: Hearing) -> None:
    heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    digest, key = heard.agenda()["digest"], str(uuid4()).ljust(100, "x")
    first, again = heard.close(digest=digest, key=key), heard.close(digest=digest, key=key)
    assert first.status_code == again.status_code == 200
    assert first.json() == again.json()
    assert not Signature.objects.filter(act="conclude").exists()
    assert codes(heard.close(key=str(uuid4())))[0] == 409


def test_a_conclusion_without_time_or_unit_is_not_signed_and_keeps_no_meeting_open(heard: Hearing) -> None:
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D"), conclusion("Rà soát", due=""))
    rows = heard.agenda()["conclusions"]["rows"]
    assert heard.close().status_code == 200
    answer = heard.leader.act(case_id, "conclude")
    assert answer.status_code == 422
    found = {(row["row"], row["field"]) for row in answer.json()["reasons"]}
    assert found == {(rows[1]["id"], "leads"), (rows[1]["id"], "due_text")}
    clerk, draft = heard.api("VP", "clerk"), conclusion("Rà soát", "A")
    rows = [conclusion("Chấm lại 2 lớp", "D"), draft]
    mended = clerk.send("put", f"plans/{case_id}/rows", {"rows": rows}, digest=clerk.digest(case_id))
    assert mended.status_code == 200
    assert heard.leader.act(case_id, "conclude").status_code == 201


def test_what_is_due_by_the_day_of_signing_is_not_signed_before_it_has_a_later_day(
    heard: Hearing, clock: Clock
) -> None:
    """Each such conclusion is named with its row and field, in the reader's language; what recurs has no such day."""
    case_id = heard.conclude(
        conclusion("Chấm lại 2 lớp", "D", due="05/11/2026"),
        conclusion("Rà soát", "A", due="Tháng 11/2026"),
        conclusion("Báo cáo", "A", due="trước ngày 05/11/2026"),
        conclusion("Giao ban", "A", due="Hằng tháng"),
    )
    rows = heard.agenda()["conclusions"]["rows"]
    heard.close()
    assert heard.leader.acts(case_id)["conclude"] == []
    clock.at("2026-11-05 08:00")
    answer = heard.leader.act(case_id, "conclude")
    assert codes(answer) == (422, ["due-overtaken", "due-overtaken"])
    named = [(reason["row"], reason["field"], reason["brief"]) for reason in answer.json()["reasons"]]
    said = "It is due on {}, no later than the day of signing: give it a later day."
    assert named == [
        (rows[0]["id"], "due_text", said.format("05/11/2026")),
        (rows[2]["id"], "due_text", said.format("04/11/2026")),
    ]
    assert "Chấm lại 2 lớp" in answer.json()["reasons"][0]["text"]
    clerk = heard.api("VP", "clerk")
    later = [
        conclusion("Chấm lại 2 lớp", "D", due="06/11/2026"),
        conclusion("Rà soát", "A", due="Tháng 11/2026"),
    ]
    clerk.send("put", f"plans/{case_id}/rows", {"rows": later}, digest=clerk.digest(case_id))
    assert heard.leader.act(case_id, "conclude").status_code == 201


def test_nobody_signs_what_they_did_not_see(heard: Hearing) -> None:
    """What the clerk writes while the meeting closes does not disturb the close, but the signature on it."""
    agenda, case_id = heard.agenda()["digest"], heard.conclude()
    assert heard.close(digest=agenda).status_code == 200
    assert codes(heard.leader.act(case_id, "conclude")) == (422, ["rows-missing"])
    seen, clerk = heard.leader.digest(case_id), heard.api("VP", "clerk")
    row = conclusion("Chấm lại 2 lớp", "D")
    clerk.send("put", f"plans/{case_id}/rows", {"rows": [row]}, digest=clerk.digest(case_id))
    assert codes(heard.leader.act(case_id, "conclude", digest=seen)) == (412, ["stale"])
    assert heard.leader.act(case_id, "conclude").status_code == 201


def test_they_wait_for_the_leadership_from_the_close_on(heard: Hearing) -> None:
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D"))

    def waiting() -> list[str]:
        return [row["case"] for row in heard.leader.get("inbox").json()["results"]]

    assert str(case_id) not in waiting()
    heard.close()
    assert str(case_id) in waiting()
    heard.leader.act(case_id, "conclude")
    assert str(case_id) not in waiting()


def test_they_may_be_begun_after_the_close(heard: Hearing) -> None:
    heard.close()
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    assert Case.objects.get(id=case_id).waits_for == "leadership"
    assert heard.leader.act(case_id, "conclude").status_code == 201


@pytest.mark.server
def test_the_leadership_is_reminded_once_after_three_working_days(heard: Hearing, clock: Clock) -> None:
    """The meeting was on a Friday: Wednesday at the same hour."""
    heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    heard.close()
    text = "has not been signed for 3 working days"
    for now, reminded in (("2026-11-04 06:59", 0), ("2026-11-04 07:05", 1), ("2026-11-05 08:00", 1)):
        clock.at(now)
        remind_of_conclusions()
        assert sum(text in line for line in told(heard.leader)) == reminded, now
    assert not any(text in line for line in told(heard.api("VP", "clerk")))


def test_nobody_is_reminded_of_what_is_signed(heard: Hearing, clock: Clock) -> None:
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    heard.close()
    heard.leader.act(case_id, "conclude")
    clock.at("2026-11-09 08:00")
    assert remind_leadership(clock.moment) == 0


def test_only_the_leadership_closes(heard: Hearing) -> None:
    heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    answer = heard.close(heard.api("VP", "head"))
    assert (answer.status_code, set(codes(answer)[1])) == (403, {"not-permitted"})


def test_they_travel_by_no_other_way(heard: Hearing) -> None:
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    for who, act in (
        (heard.api("VP", "clerk"), "submit"),
        (heard.api("VP", "head"), "register"),
        (heard.leader, "present"),
    ):
        assert who.act(case_id, act).status_code == 409, act


def test_closed_is_closed(heard: Hearing) -> None:
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    seen = heard.agenda()["digest"]
    heard.close()
    heard.leader.act(case_id, "conclude")
    clerk, meeting = heard.api("VP", "clerk"), f"meetings/{heard.id}"
    assert codes(clerk.post(f"{meeting}/conclusions")) == (409, ["conclusions-exist"])
    assert codes(clerk.send("patch", meeting, {"title": "Khác"}, digest=seen)) == (409, ["closed"])
    rows = clerk.send("put", f"plans/{case_id}/rows", {"rows": []}, digest=clerk.digest(case_id))
    assert rows.status_code == 409


def test_the_units_that_lead_are_told(heard: Hearing) -> None:
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D", coordinating=("A",)))
    heard.close()
    leader = heard.month.world.person("", "leader").full_name
    text = f"{leader} signed “Kết luận giao ban ngày 30/10/2026”: it is in force."

    def times(short: str, role: str) -> int:
        """In how many of the person's notices it stands."""
        return sum(text in notice for notice in told(heard.api(short, role)))

    assert times("D", "head") == 0
    heard.leader.act(case_id, "conclude")
    assert [times("D", role) for role in ("officer", "head", "deputy")] == [1, 1, 1]
    assert (times("B", "head"), times("VP", "clerk")) == (0, 1)


def acknowledge(heard: Hearing, case_id: Any, short: str, role: str = "officer") -> Any:
    """A person says that the own unit has read them."""
    return heard.api(short, role).post(f"plans/{case_id}/acknowledgements")


@pytest.mark.server
def test_named_units_acknowledge_once(heard: Hearing) -> None:
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D", coordinating=("A",)))
    heard.close()
    heard.leader.act(case_id, "conclude")
    assert heard.leader.get(f"plans/{case_id}/acknowledgements").json() == {
        "results": [],
        "waiting": ["W-A", "W-D"],
    }
    assert acknowledge(heard, case_id, "D", "head").status_code == 201
    again = acknowledge(heard, case_id, "D")
    assert (again.status_code, again.json()["waiting"]) == (200, ["W-A"])
    [read] = again.json()["results"]
    assert (read["unit"], read["by"]) == ("W-D", heard.month.world.person("D", "head").full_name)
    assert codes(acknowledge(heard, case_id, "B", "head")) == (403, ["not-permitted"])
    assert codes(heard.leader.post(f"plans/{case_id}/acknowledgements")) == (403, ["not-permitted"])


def test_only_conclusions_in_force_are_acknowledged(heard: Hearing) -> None:
    case_id = heard.conclude(conclusion("Chuẩn bị hội trường", "VP"))
    assert codes(acknowledge(heard, case_id, "VP", "clerk")) == (409, ["no-conclusions"])
    plan = heard.month.plans["Tuyển sinh"]
    assert codes(acknowledge(heard, plan, "A")) == (409, ["no-conclusions"])


def test_they_are_due_next_month_in_the_offices_report(heard: Hearing) -> None:
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D", due="Tháng 11/2026"))
    heard.close()
    heard.month.until("2026-11-20 08:00")
    heard.month.open("2026-11")
    assert not Case.objects.filter(period="2026-11", monitoring_unit__code="W-VP", unit__code="W-D").exists()
    heard.leader.act(case_id, "conclude")
    heard.month.open("2026-11")
    [case] = Case.objects.filter(
        kind="unit-report", period="2026-11", unit__code="W-D", monitoring_unit__code="W-VP"
    )
    report = heard.api("D", "officer").get(f"reports/{case.id}").json()
    assert [(row["text"], row["listing"]) for row in report["rows"]] == [("Chấm lại 2 lớp", "due")]
