"""One slip per head: what is open, how often it was promised, which questions to expect."""

import pytest

from tests.reported_month import DOCUMENT

from .october_meeting import Hearing


def test_a_head_gets_the_own_slip(promised: Hearing) -> None:
    [slip] = promised.slips(promised.api("A", "head"))
    assert (slip["unit"], slip["name"]) == ("W-A", "Phòng A W")
    assert [(row["text"], row["promised"]["times"]) for row in slip["unfinished"]] == [
        ("Đề án", 2), ("Tư vấn", 0), ("Hồ sơ", 0),
    ]  # fmt: skip
    assert [row["text"] for row in slip["contradictions"]] == ["Hồ sơ"]
    assert slip["questions"] == [
        "“Đề án” has been overdue since 8/2026 and promised 2 times: what is the cause, and when will it be done?",
        "“Tư vấn” is expected on 10/11/2026: will it be done by then?",
        "“Hồ sơ”: you reported it as done, W-B found that it is not. What shows it?",
    ]


def test_promises_are_remembered_with_their_days(promised: Hearing) -> None:
    [slip] = promised.slips(unit="W-A")
    first = slip["promised"][0]
    assert (first["text"], first["times"], first["dates"], first["now"]) == (
        "Đề án", 2, ["2026-10-05", "2026-10-10"], "2026-11-20",
    )  # fmt: skip


@pytest.mark.server
def test_the_office_and_the_leadership_get_all(promised: Hearing) -> None:
    for who in (promised.api("VP", "clerk"), promised.leader):
        assert [slip["unit"] for slip in promised.slips(who)] == ["W-A", "W-D"]
    [slip] = promised.slips(unit="W-D")
    assert slip["questions"] == [
        "“Sổ tay”: you reported nothing. What is the result?",
        "Your report for tháng 10/2026 was not received: why, and when will it come?",
    ]


def test_another_units_slip_is_not_shown(promised: Hearing) -> None:
    head = promised.api("A", "head")
    assert head.get(f"meetings/{promised.id}/slips", unit="W-D").status_code == 403
    assert head.get(f"meetings/{promised.id}/slips", unit="W-X").status_code == 400
    assert promised.slips(promised.api("B", "officer")) == []


def test_what_came_after_the_report_changes_the_question(promised: Hearing) -> None:
    said = {"period": "2026-10", "done": True, "result": "Đã ban hành", "evidence": DOCUMENT}
    officer, head = promised.api("A", "officer"), promised.api("A", "head")
    case_id = officer.post(f"rows/{promised.month.row('Đề án')}/updates", said).json()["id"]
    assert officer.act(case_id, "submit").status_code == head.act(case_id, "approve").status_code == 201
    [slip] = promised.slips(officer)
    assert slip["questions"][0] == (
        "“Đề án”: you reported it as done on 30/10/2026, after the report. What shows it?"
    )
