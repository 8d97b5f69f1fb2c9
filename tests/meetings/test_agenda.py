"""The agenda: by monitoring unit, unfinished first; figures and order made by hand."""

from typing import Any

import pytest

from meetings.serializers.agenda import (
    AgendaOutput,
    AgendaPlanOutput,
    AgendaRowOutput,
    AgendaUnitOutput,
    PlacedRowOutput,
    SlipOutput,
    SlipRowOutput,
)
from reports.actions.proposals import put_proposals
from tests.api import Api
from tests.factories import small_world
from tests.meetings.consolidations.october_school import School
from tests.reported_month import DOCUMENT, done
from workflow.models import Case

from .october_meeting import Hearing, hear


def figures(part: dict[str, Any]) -> tuple[int, int, int]:
    """N, k, m."""
    return part["due"], part["done"], part["not_done"]


def test_units_come_by_position_with_their_signed_figures(heard: Hearing) -> None:
    units = heard.agenda()["units"]
    assert [(unit["unit"], figures(unit)) for unit in units] == [("W-B", (3, 2, 1)), ("W-C", (2, 1, 1))]
    assert [unit["case"] for unit in units] == [str(heard.month.monitoring(short)) for short in ("B", "C")]


def test_what_is_not_done_comes_first_with_its_evidence_at_hand(heard: Hearing) -> None:
    [plan] = heard.agenda()["units"][0]["plans"]
    assert (plan["title"], figures(plan)) == ("Tuyển sinh", (3, 2, 1))
    assert [row["text"] for row in plan["rows"]] == ["Báo cáo", "Tư vấn", "Hồ sơ"]
    assert plan["rows"][1]["evidence"] == plan["rows"][1]["word"]["evidence"] == DOCUMENT


def test_the_offices_choice_is_heard_and_the_rest_is_an_annex(heard: Hearing) -> None:
    agenda = heard.agenda()
    assert [(row["text"], row["monitor"]) for row in agenda["highlights"]] == [("Chấm thi", "W-C")]
    assert [(row["text"], row["plan_title"]) for row in agenda["annex"]] == [("Báo cáo", "Tuyển sinh")]
    assert [row["assessment"] for row in agenda["consolidations"]] == ["Tháng 10 còn 2 nội dung."]


def test_two_words_that_differ_stand_side_by_side(heard: Hearing) -> None:
    [found] = heard.agenda()["contradictions"]
    assert (found["text"], found["unit"], found["monitor"]) == ("Chấm thi", "W-D", "W-C")
    assert (found["word"], found["verdict"]) == ("Đã chấm xong", "Còn 2 lớp chưa chấm")


def test_proposals_rise_word_for_word(month: School) -> None:
    text = "Đề nghị  bổ sung 02 máy chấm thi."
    put_proposals(Case.objects.get(id=month.report("A", "B")), [text])
    month.a_done()
    month.d_done()
    agenda = hear(month, proposals=["Giao ban sớm hơn"]).agenda()
    assert [(row["text"], row["unit"], row["answer"]) for row in agenda["proposals"]] == [
        (text, "W-A", ""),
        ("Giao ban sớm hơn", "W-VP", ""),
    ]
    assert agenda["proposals"][0]["case"] == str(month.report("A", "B"))


def test_an_update_is_heard_beside_the_report_and_counts_once_it_is_confirmed(heard: Hearing) -> None:
    said = {"period": "2026-10", "done": True, "result": "Đã gửi sáng nay", "evidence": DOCUMENT}
    row = heard.month.row("Báo cáo")
    officer, head, monitor = (heard.api(*who) for who in (("A", "officer"), ("A", "head"), ("B", "head")))
    case_id = officer.post(f"rows/{row}/updates", said).json()["id"]
    assert officer.act(case_id, "submit").status_code == 201
    assert heard.agenda()["updates"] == [], "its head has not signed it"
    assert head.act(case_id, "approve").status_code == 201
    [update] = heard.agenda()["updates"]
    assert (update["row"], update["row_text"], update["unit"]) == (str(row), "Báo cáo", "W-A")
    assert (update["result"], update["completed_on"], update["evidence"]) == (
        "Đã gửi sáng nay",
        "2026-10-30",
        DOCUMENT,
    )
    assert (update["confirmed"], heard.agenda()["units"][0]["done_now"]) == (False, 2)
    assert monitor.act(case_id, "review").status_code == 201
    unit = heard.agenda()["units"][0]
    assert figures(unit) == (3, 2, 1), "what was signed stays"
    assert (unit["done_now"], unit["plans"][0]["done_now"]) == (3, 3)
    assert heard.agenda()["updates"][0]["confirmed"] is True


def test_the_projector_shows_the_figures_of_the_consolidation(month: School) -> None:
    """C is silent: its rows are in N, as u."""
    month.a_done()
    heard = hear(month)
    signed = month.clerk.get(f"consolidations/{heard.consolidation}").json()["figures"]["total"]
    shown = heard.agenda()["figures"]
    assert (
        {name: shown[name] for name in signed}
        == signed
        == {"due": 5, "done": 2, "not_done": 1, "unfollowed": 2}
    )
    assert (shown["unchecked"], shown["done_now"]) == (0, 2)


def test_who_did_not_report_is_named(month: School) -> None:
    month.a_done()
    missing = hear(month).agenda()["missing"]
    assert [(row["unit"], row["kind"], row["monitor"]) for row in missing] == [
        ("W-C", "monitoring-report", None),
        ("W-D", "unit-report", "W-C"),
    ]


def test_a_supplement_put_on_the_agenda_brings_the_late_ones(month: School) -> None:
    month.a_done()
    heard = hear(month)
    month.d_done()
    added = month.sign(month.post(supplement_of=heard.consolidation)["id"])
    body = {"consolidations": [heard.consolidation, added["id"]]}
    meeting, clerk = f"meetings/{heard.id}", heard.api("VP", "clerk")
    seen = heard.agenda()["digest"]
    assert heard.api("B", "head").send("patch", meeting, body, digest=seen).status_code == 403
    assert clerk.send("patch", meeting, body, digest="0" * 64).status_code == 412
    assert clerk.send("patch", meeting, body, digest=seen).status_code == 200
    agenda = heard.agenda()
    assert ([unit["unit"] for unit in agenda["units"]], agenda["missing"]) == (["W-B", "W-C"], [])
    assert agenda["digest"] != seen


@pytest.mark.server
def test_a_corrected_report_is_heard_as_corrected(month: School) -> None:
    _report, monitoring = month.a_done()
    heard = hear(month)
    month.reopen(monitoring)
    month.until("2026-10-29 08:00")
    month.monitor_signs("B", [done(month.row("Báo cáo"))])
    month.check(monitoring, "VP")
    added = month.sign(month.post(supplement_of=heard.consolidation)["id"])
    body = {"consolidations": [heard.consolidation, added["id"]]}
    seen = heard.agenda()["digest"]
    assert (
        heard.api("VP", "clerk").send("patch", f"meetings/{heard.id}", body, digest=seen).status_code == 200
    )
    assert [figures(unit) for unit in heard.agenda()["units"]] == [(3, 3, 0)]


def test_others_get_the_shell_until_the_close(heard: Hearing) -> None:
    head = heard.api("A", "head")
    before = heard.agenda(head)
    assert (before["title"], before["digest"]) == ("Giao ban tháng 10", heard.agenda()["digest"])
    lists = [value for value in before.values() if isinstance(value, list)]
    assert (lists, before["conclusions"]) == ([[]] * 12, None)
    assert heard.close().status_code == 200
    assert [unit["unit"] for unit in heard.agenda(head)["units"]] == ["W-B", "W-C"]


def test_another_institution_knows_no_such_meeting(heard: Hearing) -> None:
    leader = Api(small_world("F").person("", "leader"))
    for path in ("agenda", "slips"):
        assert leader.get(f"meetings/{heard.id}/{path}").status_code == 404


def fields_of(serializer: Any) -> set[str]:
    """The fields that the description of the API gives a shape, or the many of it."""
    described = getattr(serializer, "_spectacular_annotation", {}).get("field", serializer)
    return set(getattr(described, "child", described).fields)


def test_signed_contents_go_out_as_they_are_described(heard: Hearing) -> None:
    agenda = heard.agenda()
    [unit, _other] = agenda["units"]
    assert set(agenda) == fields_of(AgendaOutput())
    assert set(unit) == fields_of(AgendaUnitOutput())
    assert set(unit["plans"][0]) == fields_of(AgendaPlanOutput())
    assert set(unit["plans"][0]["rows"][0]) == fields_of(AgendaRowOutput())
    assert set(agenda["annex"][0]) == set(agenda["highlights"][0]) == fields_of(PlacedRowOutput())
    [slip, _other] = heard.slips()
    assert (set(slip), set(slip["unfinished"][0])) == (fields_of(SlipOutput()), fields_of(SlipRowOutput()))
