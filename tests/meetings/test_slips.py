"""One slip per head: what is open, how often it was promised, which questions to expect."""

import pytest

from tests.clock import Clock, moment
from tests.factories import small_world
from tests.meetings.consolidations.october_school import School
from tests.reported_month import DOCUMENT, done, not_done

from .october_meeting import Hearing, hear


class Promised(School):
    """A owes "Đề án" since August and promised it twice; "Tư vấn" is still in time; D says nothing of "Sổ tay"."""

    def begin(self) -> None:
        for short in ("C", "D"):
            self.world.open_unit(short)
        rows = [
            self.task("Đề án", "Tháng 8/2026"),
            self.task("Tư vấn", "Tháng 10/2026"),
            self.task("Hồ sơ", "Tháng 10/2026"),
            self.task("Sổ tay", "Tháng 10/2026", "D"),
        ]
        self.plan("Tuyển sinh", rows)
        self.report_of("2026-08", not_done(self.row("Đề án"), expected_on="2026-10-05"))
        late = {"cause": "Thiếu người", "remedy": "Thuê thêm"}
        self.report_of("2026-09", not_done(self.row("Đề án"), **late, promised_on="2026-10-10"))
        self.until("2026-10-20 08:00")
        words = [
            not_done(self.row("Đề án"), **late, promised_on="2026-11-20"),
            not_done(self.row("Tư vấn"), expected_on="2026-11-10"),
            done(self.row("Hồ sơ")),
        ]
        verdicts = [
            not_done(self.row("Hồ sơ"), expected_on="2026-11-05"),
            not_done(self.row("Sổ tay"), expected_on="2026-11-30"),
        ]
        self.open()
        self.both("A", words, verdicts)

    def report_of(self, label: str, word: dict[str, object]) -> None:
        """A signs a report of an earlier month."""
        self.open(label)
        case_id = self.report("A", "B", label)
        self.say(case_id, [word])
        self.sign_report(case_id)


@pytest.fixture
def promised(db: None, monkeypatch: pytest.MonkeyPatch) -> Hearing:
    """The meeting that hears it."""
    Clock(monkeypatch, moment("2026-10-30 07:00"))
    month = Promised(small_world())
    month.begin()
    return hear(month)


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
