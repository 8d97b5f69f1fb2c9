"""What is decided after a meeting, until the next one closes; and a month that closes without a meeting."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from approvals.models import Signature
from meetings.models import Meeting
from tests.clock import Clock
from tests.meetings.consolidations.october_school import School
from workflow.models import Case

from .october_meeting import HELD_AT, Hearing, codes, conclusion, hear

TEXT = "Thêm máy chiếu"


@pytest.fixture
def heard(month: School) -> Hearing:
    """A proposes something; C is silent; what D and C reported was checked after the consolidation."""
    officer = Hearing(month, "", "").api("A", "officer")
    report = month.report("A", "B")
    body = {"proposals": [TEXT]}
    assert officer.send("patch", f"reports/{report}", body, digest=officer.digest(report)).status_code == 200
    month.a_done()
    return hear(month)


def answered(heard: Hearing, answer: str = "accepted") -> Any:
    """The leadership answers A's proposal."""
    [proposal] = heard.agenda()["proposals"]
    return heard.put("answers", [{"proposal": proposal["id"], "answer": answer, "text": "Đồng ý"}])


def decided(heard: Hearing, *, applied: bool) -> Any:
    """The leadership decides on C's silence."""
    [case] = [one for one in heard.agenda()["consequences"] if one["unit"] == "W-C"]
    named = {name: case[name] for name in ("period", "unit", "item", "trigger")}
    return heard.put("consequences", [named | {"applied": applied, "reason": "Có giải trình"}])


def november(heard: Hearing) -> Hearing:
    """The next meeting: it hears what came late."""
    month = heard.month
    whole = month.sign(month.post(period="2026-11")["id"])
    body = {"consolidations": [whole["id"]], "held_at": HELD_AT, "title": "Giao ban tháng 11"}
    made = month.clerk.post("meetings", body)
    assert made.status_code == 201, made.json()
    return Hearing(month, whole["id"], made.json()["id"])


def test_what_is_open_is_decided_until_the_next_meeting_closes(heard: Hearing) -> None:
    assert heard.close().status_code == 200
    assert heard.agenda()["deciding"]
    for unit in ("D", "C"):
        body = {"unit": f"W-{unit}", "until": "2026-11-03", "reason": "Mất điện"}
        path = f"periods/{heard.month.period.id}/openings"
        assert heard.api("VP", "clerk").post(path, body).status_code == 201
    heard.month.until("2026-11-02 08:00")
    heard.month.d_done()
    following = november(heard)
    assert answered(heard).status_code == 200
    assert codes(answered(heard, "declined")) == (409, ["answered"])
    assert decided(heard, applied=True).status_code == 200
    assert decided(heard, applied=False).status_code == 200
    assert following.close().status_code == 200
    assert not heard.agenda()["deciding"]
    assert codes(decided(heard, applied=True)) == (409, ["closed"])
    assert [one["applied"] for one in heard.agenda()["consequences"]] == [False]


# --- báo cáo bằng văn bản, không họp giao ban ----------------------------------------------------------


def in_writing(heard: Hearing, *, digest: str = "", key: str = "", who: Any = None) -> Any:
    """The leadership takes the consolidation in writing."""
    api = who or heard.leader
    seen = digest or api.digest(heard.consolidation)
    return api.post(f"consolidations/{heard.consolidation}/close", digest=seen, key=key or str(uuid4()))


@pytest.fixture
def signed(month: School) -> Hearing:
    """October is consolidated and no meeting is planned."""
    month.a_done()
    return Hearing(month, month.sign(month.post()["id"])["id"], "")


@pytest.mark.server
def test_the_leadership_closes_a_month_without_a_meeting(signed: Hearing) -> None:
    key = str(uuid4())
    digest = signed.leader.digest(signed.consolidation)
    first, again = (in_writing(signed, digest=digest, key=key) for _ in range(2))
    assert first.status_code == 200, first.json()
    assert first.json() == again.json()
    assert {row["status"] for row in first.json()["results"]} == {201}
    [meeting] = Meeting.objects.all()
    assert meeting.in_writing
    assert meeting.title == "Báo cáo bằng văn bản, không họp giao ban (tháng 10/2026)"
    said = Signature.objects.filter(act="present").values_list("comment", "within")
    assert set(said) == {("Báo cáo bằng văn bản, không họp giao ban", meeting.id)}
    assert signed.month.period.heard_at == meeting.closed_at
    inside = Case.objects.filter(inside__consolidation=UUID(signed.consolidation))
    assert {case.state for case in inside} == {"presented"}
    report = signed.month.report("D", "C")
    assert "period-closed" in signed.api("D", "officer").acts(report)["submit"]
    assert in_writing(signed, digest=digest).status_code == 409


def test_its_conclusions_are_signed_as_after_any_meeting(signed: Hearing) -> None:
    in_writing(signed)
    held = Hearing(signed.month, signed.consolidation, str(Meeting.objects.get().id))
    case_id = held.conclude(conclusion("Chấm lại 2 lớp", "D"))
    assert Case.objects.get(id=case_id).title == "Kết luận của lãnh đạo ngày 30/10/2026"
    assert held.leader.act(case_id, "conclude").status_code == 201


def test_that_is_the_leaderships_and_of_what_it_saw(signed: Hearing) -> None:
    for short, role in (("VP", "head"), ("A", "head")):
        assert codes(in_writing(signed, digest="x" * 64, who=signed.api(short, role)))[0] in {403, 404}
    assert codes(in_writing(signed, digest="x" * 64)) == (412, ["stale"])
    assert not Meeting.objects.exists()


def test_a_planned_meeting_is_closed_in_writing_itself(heard: Hearing, clock: Clock) -> None:
    assert codes(in_writing(heard)) == (409, ["heard-elsewhere"])
    office, path = heard.api("VP", "head"), f"meetings/{heard.id}/close"
    seen = heard.agenda()["digest"]
    refused = office.post(path, {"in_writing": True}, digest=seen, key=str(uuid4()))
    assert refused.status_code == 403
    answer = heard.leader.post(path, {"in_writing": True}, digest=seen, key=str(uuid4()))
    assert answer.status_code == 200, answer.json()
    assert heard.agenda()["in_writing"]
    assert heard.month.period.heard_at is not None
    assert Signature.objects.filter(act="present").first().comment.startswith("Báo cáo bằng văn bản")  # type: ignore[union-attr]
