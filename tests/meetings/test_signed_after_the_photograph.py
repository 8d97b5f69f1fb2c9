"""What was not handed in at the moment that the consolidation shows and is signed since: "Nộp sau khi chốt", on every screen."""

from tests.clock import Clock
from tests.meetings.consolidations.october_school import School
from tests.reported_month import done

from .october_meeting import Hearing, hear


def after_closing(heard: Hearing) -> dict[tuple[str, str], bool]:
    """(unit, monitoring unit or "") -> whether the matrix says so."""
    body = heard.leader.get(f"periods/{heard.month.period.id}/matrix").json()
    found: dict[tuple[str, str], bool] = {}
    for row in body["units"]:
        [cell] = row["cells"]
        found |= {(row["unit"], part["monitor"]): part["after_closing"] for part in cell["reports"]["parts"]}
        found |= {(row["unit"], ""): cell["monitoring"]["after_closing"]} if cell["monitoring"] else {}
    return found


def test_what_its_head_took_back_and_signed_again_came_after_it(month: School, clock: Clock) -> None:
    """D signed and took it back: chưa nộp in the paper, whatever its first signature says; C was silent; A and B are inside."""
    month.a_done()
    words = [done(month.row("Đề thi")), done(month.row("Chấm thi"))]
    report = month.unit_reports("D", words)
    month.world.stage.sign(report, "recall", month.world.person("D", "head"), comment="Sửa lại")
    heard = hear(month)
    assert [line["unit"] for line in heard.agenda()["missing"]] == ["W-C", "W-D"]
    month.until("2026-10-30 07:30")
    month.sign_report(report, unit="D")
    month.monitor_signs("C")
    clock.at("2026-10-30 09:00")
    assert after_closing(heard) == {
        ("W-A", "W-B"): False, ("W-B", ""): False, ("W-D", "W-C"): True, ("W-C", ""): True,
    }  # fmt: skip
    assert [bool(line["signed_after"]) for line in heard.agenda()["missing"]] == [True, True]
    [slip] = heard.slips(unit="W-D")
    assert (
        slip["questions"][-1] == "Your report for tháng 10/2026 came on 30/10/2026, after the closing: why?"
    )


def test_what_was_inside_and_was_corrected_since_did_not(month: School, clock: Clock) -> None:
    report, _monitoring = month.a_done()
    heard = hear(month)
    month.until("2026-10-30 07:30")
    month.reopen(report)
    month.sign_report(report, unit="A")
    clock.at("2026-10-30 09:00")
    assert after_closing(heard)["W-A", "W-B"] is False
