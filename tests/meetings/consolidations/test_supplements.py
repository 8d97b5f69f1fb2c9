"""What comes after a consolidation was signed: taken in by a supplement until the meeting, with the delta."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.api import Api
from tests.meetings.consolidations.october_school import School, codes, who
from tests.reported_month import done


@pytest.fixture
def signed(month: School) -> tuple[School, Any]:
    """October consolidated with A and B; C and D are missing."""
    month.a_done()
    return month, month.sign(month.post()["id"])


def correct(month: School, report: UUID) -> None:
    """A report of B is opened again, one more row is done, and it is checked once more."""
    month.reopen(report)
    month.until("2026-10-29 08:00")
    month.monitor_signs("B", [done(month.row("Báo cáo"))])
    month.check(report, "VP")


def close_meeting(month: School, *consolidations: str) -> None:
    """The leadership hears them and closes the meeting."""
    body = {"consolidations": list(consolidations), "held_at": "2026-10-30T08:00:00+07:00"}
    made = month.clerk.post("meetings", body)
    assert made.status_code == 201, made.json()
    leader = Api(month.world.person("", "leader"))
    meeting = leader.get(f"meetings/{made.json()['id']}").json()
    closed = leader.post(f"meetings/{meeting['id']}/close", digest=meeting["digest"], key=str(uuid4()))
    assert closed.status_code == 200, closed.json()


def test_a_supplement_takes_what_came_late(signed: tuple[School, Any]) -> None:
    month, base = signed
    late, monitoring = month.d_done()
    made = month.post(supplement_of=base["id"])
    assert [row["id"] for row in made["cases"]] == [str(monitoring), str(late)]
    assert (made["supplement_of"], made["title"]) == (
        base["id"],
        "Báo cáo tổng hợp tháng 10/2026 (bổ sung lần 1)",
    )
    assert made["figures"]["checked"] == {"due": 2, "done": 1, "not_done": 1, "unfollowed": 0}
    assert (made["missing"], made["delta"]) == ([], [])
    month.sign(made["id"])
    assert month.state(late) == month.state(monitoring) == "consolidated"
    assert who(month.get(base["id"])["missing"]) == [("W-C", "monitoring-report"), ("W-D", "unit-report")]


def test_a_corrected_report_comes_again_with_what_it_was(signed: tuple[School, Any]) -> None:
    month, base = signed
    report = UUID(base["cases"][0]["id"])
    correct(month, report)
    assert month.get(base["id"])["stale"]
    made = month.post(supplement_of=base["id"])
    [line] = made["delta"]
    assert line["case"] == str(report)
    assert {name: line["before"][name] for name in ("due", "done", "not_done")} == {
        "due": 3,
        "done": 2,
        "not_done": 1,
    }
    assert {name: line["after"][name] for name in ("due", "done", "not_done")} == {
        "due": 3,
        "done": 3,
        "not_done": 0,
    }
    assert line["before"]["digest"] == base["cases"][0]["digest"]
    assert who(made["missing"]) == [("W-C", "monitoring-report"), ("W-D", "unit-report")]
    month.sign(made["id"])
    content = month.clerk.get(f"cases/{made['id']}/submissions/1").json()["content"]["content"]
    assert [row["instead_of"] for row in content["cases"]] == [base["cases"][0]["digest"]]
    assert not month.get(base["id"])["stale"], "what it became was signed"
    month.reopen(report)
    assert month.get(base["id"])["stale"]


@pytest.mark.server
def test_a_second_supplement_knows_what_the_first_took(signed: tuple[School, Any]) -> None:
    month, base = signed
    words = [done(month.row(text)) for text in ("Đề thi", "Chấm thi")]
    unit = month.unit_reports("D", words)
    month.monitor_signs("C")
    month.check(unit, "C")
    draft = month.post(supplement_of=base["id"])["id"]
    refused = Api(month.world.person("VP", "clerk")).act(draft, "submit").json()
    assert [reason["code"] for reason in refused["reasons"]] == ["unchecked-unexplained"]
    month.patch(draft, unchecked_reason="Văn phòng kiểm tra xong sau giao ban")
    first = month.sign(draft)
    assert (who(first["missing"]), who(first["waiting"])) == ([], [("W-C", "monitoring-report")])
    month.check(month.monitoring("C"), "VP")
    second = month.post(supplement_of=base["id"])
    assert who(second["missing"]) == []
    assert second["title"].endswith("(bổ sung lần 2)")


@pytest.mark.server
def test_a_report_corrected_after_the_meeting_is_in_the_next_consolidation(
    signed: tuple[School, Any],
) -> None:
    month, base = signed
    close_meeting(month, base["id"])
    report = UUID(base["cases"][0]["id"])
    month.world.stage.sign(
        report, "reopen", month.world.person("", "leader"), comment="Sai số liệu", until=date(2026, 11, 5)
    )
    month.monitor_signs("B", [done(month.row("Báo cáo"))])
    month.check(report, "VP")
    assert codes(month.post(409, supplement_of=base["id"])) == [("meeting-closed", base["id"])]
    [line] = month.post(period="2026-11")["delta"]
    assert (line["before"]["done"], line["after"]["done"]) == (2, 3)


def test_what_is_not_signed_is_not_supplemented(month: School) -> None:
    made = month.post()
    assert codes(month.post(409, supplement_of=made["id"])) == [
        ("not-signed", made["id"]), ("open-consolidation", made["id"]),
    ]  # fmt: skip


def test_one_draft_at_a_time_supplements_too(signed: tuple[School, Any]) -> None:
    month, base = signed
    made = month.post(supplement_of=base["id"])
    assert codes(month.post(409, supplement_of=base["id"])) == [("open-consolidation", made["id"])]


def test_a_supplement_is_not_supplemented(signed: tuple[School, Any]) -> None:
    month, base = signed
    month.d_done()
    first = month.sign(month.post(supplement_of=base["id"])["id"])
    assert codes(month.post(409, supplement_of=first["id"])) == [("is-supplement", first["id"])]


def test_a_supplement_is_of_the_same_period(signed: tuple[School, Any]) -> None:
    month, base = signed
    assert codes(month.post(422, period="2026-11", supplement_of=base["id"])) == [
        ("other-period", base["id"])
    ]
    unknown = str(uuid4())
    assert codes(month.post(422, supplement_of=unknown)) == [("consolidation-unknown", unknown)]


def test_the_meeting_hears_both_and_presents_what_is_inside(signed: tuple[School, Any]) -> None:
    month, base = signed
    report = UUID(base["cases"][0]["id"])
    correct(month, report)
    added = month.sign(month.post(supplement_of=base["id"])["id"])
    close_meeting(month, base["id"], added["id"])
    assert {month.state(UUID(case)) for case in (base["id"], added["id"], str(report))} == {"presented"}
