"""Conclusions: drafted by the office, in force with the close, read by the units that they name."""

from typing import Any
from uuid import UUID, uuid4

from approvals.models import Signature
from notifications.actions import number_pending
from tests.api import Api
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


def test_the_close_puts_them_in_force(heard: Hearing) -> None:
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    answer = heard.close()
    assert answer.status_code == 200
    assert [row["status"] for row in answer.json()["results"]] == [201, 201]
    plan = heard.api("A", "officer").get(f"plans/{case_id}").json()
    assert (plan["state"], plan["in_force"], [row["text"] for row in plan["rows"]]) == (
        "presented",
        True,
        ["Chấm lại 2 lớp"],
    )
    [signed] = Signature.objects.filter(case=case_id)
    assert (signed.act, str(signed.within), signed.signer) == (
        "conclude",
        heard.id,
        heard.month.world.person("", "leader"),
    )
    inside = Case.objects.filter(inside__consolidation=UUID(heard.consolidation))
    assert {case.state for case in inside} == {"presented"}
    assert inside.count() == 4


def test_a_repeated_close_is_answered_as_the_first(heard: Hearing) -> None:
    heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    digest, key = heard.agenda()["digest"], str(uuid4()).ljust(100, "x")
    first, again = heard.close(digest=digest, key=key), heard.close(digest=digest, key=key)
    assert first.status_code == again.status_code == 200
    assert first.json() == again.json()
    assert Signature.objects.filter(act="conclude", within=heard.id).count() == 1
    assert codes(heard.close(key=str(uuid4())))[0] == 409


def test_a_conclusion_without_time_or_unit_keeps_the_meeting_open(heard: Hearing) -> None:
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D"), conclusion("Rà soát", due=""))
    rows = heard.agenda()["conclusions"]["rows"]
    answer = heard.close()
    assert answer.status_code == 422
    found = {(row["row"], row["field"]) for row in answer.json()["reasons"]}
    assert found == {(rows[1]["id"], "leads"), (rows[1]["id"], "due_text")}
    states = Case.objects.filter(id__in=[case_id, heard.consolidation]).values_list("state", flat=True)
    assert set(states) == {"draft", "consolidated"}
    assert heard.agenda()["closed_at"] is None


def test_nobody_closes_what_they_did_not_see(heard: Hearing) -> None:
    seen = heard.agenda()["digest"]
    case_id = heard.conclude()
    assert codes(heard.close(digest=seen)) == (412, ["stale"])
    seen, clerk = heard.agenda()["digest"], heard.api("VP", "clerk")
    row = conclusion("Chấm lại 2 lớp", "D")
    clerk.send("put", f"plans/{case_id}/rows", {"rows": [row]}, digest=clerk.digest(case_id))
    assert codes(heard.close(digest=seen)) == (412, ["stale"])
    assert heard.close().status_code == 200


def test_only_the_leadership_closes(heard: Hearing) -> None:
    heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    answer = heard.close(heard.api("VP", "head"))
    assert (answer.status_code, set(codes(answer)[1])) == (403, {"not-permitted"})


def test_they_travel_by_no_other_way(heard: Hearing) -> None:
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    for who, act in (
        (heard.api("VP", "clerk"), "submit"),
        (heard.leader, "conclude"),
        (heard.leader, "present"),
    ):
        assert who.act(case_id, act).status_code == 409, act


def test_closed_is_closed(heard: Hearing) -> None:
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D"))
    seen = heard.agenda()["digest"]
    heard.close()
    clerk, meeting = heard.api("VP", "clerk"), f"meetings/{heard.id}"
    assert codes(clerk.post(f"{meeting}/conclusions")) == (409, ["closed"])
    assert codes(clerk.send("patch", meeting, {"title": "Khác"}, digest=seen)) == (409, ["closed"])
    rows = clerk.send("put", f"plans/{case_id}/rows", {"rows": []}, digest=clerk.digest(case_id))
    assert rows.status_code == 409


def test_the_units_that_lead_are_told(heard: Hearing) -> None:
    heard.conclude(conclusion("Chấm lại 2 lớp", "D", coordinating=("A",)))
    heard.close()
    text = "“Kết luận giao ban ngày 30/10/2026” is in force since the close of the meeting."

    def times(short: str, role: str) -> int:
        """In how many of the person's notices it stands."""
        return sum(text in notice for notice in told(heard.api(short, role)))

    assert [times("D", role) for role in ("officer", "head", "deputy")] == [1, 1, 1]
    assert (times("B", "head"), times("VP", "clerk")) == (0, 1)


def acknowledge(heard: Hearing, case_id: Any, short: str, role: str = "officer") -> Any:
    """A person says that the own unit has read them."""
    return heard.api(short, role).post(f"plans/{case_id}/acknowledgements")


def test_named_units_acknowledge_once(heard: Hearing) -> None:
    case_id = heard.conclude(conclusion("Chấm lại 2 lớp", "D", coordinating=("A",)))
    heard.close()
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
    heard.conclude(conclusion("Chấm lại 2 lớp", "D", due="Tháng 11/2026"))
    heard.close()
    heard.month.until("2026-11-20 08:00")
    heard.month.open("2026-11")
    [case] = Case.objects.filter(
        kind="unit-report", period="2026-11", unit__code="W-D", monitoring_unit__code="W-VP"
    )
    report = heard.api("D", "officer").get(f"reports/{case.id}").json()
    assert [(row["text"], row["listing"]) for row in report["rows"]] == [("Chấm lại 2 lớp", "due")]
