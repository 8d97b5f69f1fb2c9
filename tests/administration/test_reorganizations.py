"""A merges into C on 10 November 2026, or hands one of its plans to C (docs/adr/0050).

A leads "Kế hoạch 1" (Hồ sơ: October, not done, promised for 25/11; Tổng kết: December) and "Kế hoạch 2" (Rà soát: December), both
followed by B; A follows a plan of D; a draft of A waits for its head. November is still reported under A's name, December by C.
"""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from administration.actions.stand_ins import Given, enter_stand_in
from administration.jobs import carry_out_reorganizations
from administration.models import StandIn
from notifications.actions import number_pending
from organization.actions import Clerk, appoint, move_unit
from organization.models import Appointment, Entry, Role, Unit
from plans.models import MonitoringAssignment, RowTerm
from reports.models import UnitReport
from tests.api import Api
from tests.clock import Clock, moment
from tests.factories import DRAFT, PRESENTED, SUBMITTED
from tests.journeys.answers import done as ok
from tests.journeys.answers import inbox, refused, verified
from tests.reported_month import Month, done, not_done
from tests.reports.conftest import confirmed_month, month
from tests.reports.test_spans import row_id
from workflow.models import Case

__all__ = ["confirmed_month", "month"]
MERGE: dict[str, Any] = {
    "kind": "merge", "unit": "W-A", "successor": "W-C", "on": "2026-11-10", "number": "45/QĐ-W", "dated": "2026-11-02",
}  # fmt: skip
SPLIT: dict[str, Any] = {**MERGE, "kind": "split"}
del SPLIT["successor"]


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Between the decision and its day."""
    return Clock(monkeypatch, moment("2026-11-04 09:00"))


@pytest.fixture
def whole(month: Month) -> Month:
    """October was reported on; see above."""
    for short in ("C", "D"):
        month.world.open_unit(short)
    rows = [month.task("Hồ sơ", "Tháng 10/2026"), month.task("Tổng kết", "Tháng 12/2026")]
    month.plan("Kế hoạch 1", rows, where=PRESENTED)
    month.plan("Kế hoạch 2", [month.task("Rà soát", "Tháng 12/2026")], where=PRESENTED)
    month.plan(
        "Kế hoạch D", [month.task("Kiểm kê", "Tháng 12/2026", "D")], unit="D", monitor="A", where=PRESENTED
    )
    month.until("2026-10-20 08:00")
    month.open()
    month.say(
        month.report(),
        [not_done(row_id("Hồ sơ"), cause="Thiếu", promised_on="2026-11-25", expected_on="2026-11-25")],
    )
    month.sign_report(month.report())
    month.plans["draft"] = month.world.plan_at(SUBMITTED)
    month.until("2026-11-04 08:00")
    return month


def api(month: Month, unit: str, role: str) -> Api:
    """Somebody's client."""
    return Api(month.world.person(unit, role))


def enter(month: Month, **other: Any) -> Any:
    """Personnel enter it."""
    return api(month, "", "personnel").post("reorganizations", {**MERGE, **other})


def confirm(month: Month, one: str, who: str = "leader") -> Any:
    """The leadership confirms it."""
    return api(month, "", who).post(f"reorganizations/{one}/confirm", key=str(uuid4()))


def merged(month: Month) -> str:
    """Entered, confirmed, carried out on its day."""
    one: str = ok(enter(month))["id"]
    ok(confirm(month, one), 200)
    month.until("2026-11-10 00:30")
    month.world.stage.clock = moment("2026-11-10 00:30")
    return one


def on_the_day(month: Month, monkeypatch: pytest.MonkeyPatch) -> None:
    """The night of the day."""
    merged(month)
    Clock(monkeypatch, moment("2026-11-10 00:30"))
    carry_out_reorganizations()


def test_who_enters_it_sees_counts_and_who_confirms_sees_what_goes(whole: Month) -> None:
    one = ok(enter(whole))
    assert one["counts"] == {
        "plans": 2, "rows": 3, "cases": 3, "items": 1, "promises": 1, "people": 1, "signing": 2,
    }  # fmt: skip
    assert (one["details"], one["parts"], one["stands"], one["confirmable"]) == (None, [], "entered", False)
    assert "Kế hoạch" not in str(one)
    [seen] = ok(api(whole, "", "leader").get("reorganizations"), 200)["results"]
    assert [(plan["title"], plan["rows"]) for plan in seen["details"]["plans"]] == [
        ("Kế hoạch 1", 2), ("Kế hoạch 2", 1),
    ]  # fmt: skip
    assert [item["title"] for item in seen["details"]["items"]] == ["Kế hoạch D"]
    assert len(seen["details"]["signing"]) == 2
    assert (seen["confirmable"], seen["closable"], seen["placeable"]) == (True, True, False)
    assert refused(api(whole, "A", "head").get("reorganizations")) == (403, ["not-permitted"])
    while number_pending():
        pass
    texts = [row["text"] for row in api(whole, "", "leader").get("notifications").json()["results"]]
    assert any("Phòng A W → Phòng C W” from 10/11/2026 by decision 45/QĐ-W" in text for text in texts)


def test_until_it_is_confirmed_nothing_of_it_holds(whole: Month, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither on its day nor after it; a second one on either unit is refused meanwhile."""
    ok(enter(whole))
    for other in ({}, {"unit": "W-C", "successor": "W-D"}, {"unit": "W-D", "successor": "W-A"}):
        assert refused(enter(whole, **other))[0] == 409
        assert set(refused(enter(whole, **other))[1]) == {"reorganization-running"}
    Clock(monkeypatch, moment("2026-11-20 09:00"))
    carry_out_reorganizations()
    unit = Unit.objects.get(code="W-A")
    assert (unit.valid_to, unit.successor) == (None, None)
    assert whole.world.person("A", "head").has_perm("organization.approve", unit)


def test_it_is_carried_out_on_its_day(whole: Month, monkeypatch: pytest.MonkeyPatch) -> None:
    on_the_day(whole, monkeypatch)
    unit, heir = Unit.objects.get(code="W-A"), Unit.objects.get(code="W-C")
    assert (str(unit.valid_to), unit.successor, unit.parent) == ("2026-11-09", heir, heir)
    draft = whole.plans["draft"]
    assert not whole.world.person("A", "head").has_perm("organization.approve", unit)
    assert str(draft) in inbox(api(whole, "C", "head"))
    ok(api(whole, "C", "head").act(draft, "approve"))
    posts = Appointment.objects.filter(post__unit=heir, decision_number="45/QĐ-W").order_by("user__username")
    assert [(post.user.username, post.post.role, post.title) for post in posts] == [
        ("w-a.deputy", "officer", "Viên chức"),
        ("w-a.head", "officer", "Viên chức"),
        ("w-a.officer", "officer", "Viên chức"),
    ]
    followed = MonitoringAssignment.objects.filter(plan=whole.plans["Kế hoạch D"], until=None)
    assert [one.unit.code for one in followed] == ["W-C"]
    acts = set(Entry.objects.filter(unit=unit).values_list("act", flat=True))
    assert {"enter-reorganization", "confirm-reorganization", "end-unit", "move-unit", "end-post"} <= acts
    assert verified()


def test_november_keeps_the_old_name_and_december_is_reported_by_the_other(
    whole: Month, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What A promised is told beside its row; the report that A signed stays A's."""
    on_the_day(whole, monkeypatch)
    whole.until("2026-11-10 08:00")
    whole.open("2026-11")
    assert UnitReport.objects.filter(period__label="2026-11", unit__code="W-A").exists()
    report = whole.report(label="2026-11")
    listed = ok(api(whole, "C", "officer").get(f"reports/{report}"), 200)
    assert [row["text"] for row in listed["rows"]] == ["Hồ sơ"]
    Clock(monkeypatch, moment("2026-12-05 09:00"))
    whole.until("2026-12-05 08:00")
    whole.open("2026-12")
    december = UnitReport.objects.filter(period__label="2026-12", monitor__code="W-B")
    assert [one.unit.code for one in december] == ["W-C"]
    shown = ok(api(whole, "C", "officer").get(f"reports/{december.get().case_id}"), 200)
    assert {row["text"]: row["listing"] for row in shown["rows"]} == {
        "Hồ sơ": "carried", "Tổng kết": "due", "Rà soát": "due",
    }  # fmt: skip
    [row] = [row for row in shown["rows"] if row["text"] == "Hồ sơ"]
    assert row["promised"]["dates"] == ["2026-11-25"]
    words = [done(row_id(text), completed_on="2026-12-04") for text in ("Hồ sơ", "Tổng kết", "Rà soát")]
    whole.say(december.get().case_id, words, unit="C")
    whole.sign_report(december.get().case_id, unit="C")
    form = ok(api(whole, "B", "officer").get(f"reports/{whole.monitoring(label='2026-12')}"), 200)
    assert {row["unit"] for plan in form["plans"] for row in plan["rows"]} == {"W-C"}
    assert ok(api(whole, "B", "officer").get(f"reports/{whole.report()}"), 200)["unit"] == "W-A"
    assert verified()


def test_what_is_confirmed_late_leaves_the_month_under_way_to_the_old_name(
    whole: Month, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From 5 October by decision, entered and confirmed in November: A may have reported on November already."""
    one = ok(enter(whole, on="2026-10-05", dated="2026-10-02"))["id"]
    ok(confirm(whole, one), 200)
    assert str(Unit.objects.get(code="W-A").valid_to) == "2026-11-01"
    whole.open("2026-11")
    assert UnitReport.objects.filter(period__label="2026-11", unit__code="W-A").exists()
    assert not UnitReport.objects.filter(period__label="2026-11", unit__code="W-C").exists()


def test_whoever_entered_it_does_not_confirm_it(whole: Month) -> None:
    """And only the leadership does; what is confirmed or declined stays so."""
    one = ok(enter(whole))["id"]
    assert refused(confirm(whole, one, "personnel")) == (403, ["not-permitted"])
    declined = api(whole, "", "leader").post(f"reorganizations/{one}/close", {})
    assert refused(declined) == (422, ["reason-missing"])
    ok(api(whole, "", "leader").post(f"reorganizations/{one}/close", {"reason": "Chờ đề án"}), 200)
    assert refused(confirm(whole, one)) == (409, ["reorganization-closed"])
    other = ok(enter(whole))["id"]
    ok(api(whole, "", "personnel").post(f"reorganizations/{other}/close", {}), 200)
    assert ok(api(whole, "", "leader").get("reorganizations"), 200)["results"][0]["stands"] == "closed"


@pytest.mark.parametrize(
    ("other", "status", "code"),
    [
        ({"successor": "W-A"}, 422, "parent-circle"),
        ({"successor": "W-Z"}, 422, "unit-unknown"),
        ({"unit": "W"}, 422, "is-root"),
        ({"unit": "W-VP"}, 422, "is-office"),
        ({"number": " "}, 422, "missing"),
        ({"dated": "2026-12-02"}, 422, "day-ahead"),
        ({"on": "2026-10-01"}, 422, "before-decision"),
        ({"on": "2029-10-01"}, 422, "day-far"),
    ],
)
def test_what_cannot_be_is_refused(whole: Month, other: dict[str, Any], status: int, code: str) -> None:
    answer = enter(whole, **other)
    assert answer.status_code == status
    assert code in refused(answer)[1]


def test_a_split_hands_the_plans_that_the_office_names_to_another_unit(
    whole: Month, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kế hoạch 1 goes to C by the leadership's signature on it; A goes on with the other."""
    one = ok(api(whole, "", "personnel").post("reorganizations", SPLIT))["id"]
    path = f"reorganizations/{one}/parts"
    assert refused(confirm(whole, one)) == (409, ["no-parts"])
    parts = {"parts": [{"plan": str(whole.plans["Kế hoạch 1"]), "unit": "W-C"}]}
    assert refused(api(whole, "", "personnel").send("put", path, parts)) == (403, ["not-permitted"])
    wrong = {"parts": [{"plan": str(whole.plans["Kế hoạch D"]), "unit": "W-C"}]}
    assert refused(api(whole, "VP", "clerk").send("put", path, wrong)) == (422, ["plan-unknown"])
    ok(api(whole, "VP", "clerk").send("put", path, parts), 200)
    ok(confirm(whole, one), 200)
    signed = ok(api(whole, "", "leader").get(f"cases/{whole.plans['Kế hoạch 1']}/signatures"), 200)
    assert "reassign" in {line["act"] for line in signed["results"]}
    Clock(monkeypatch, moment("2026-12-05 09:00"))
    carry_out_reorganizations()
    whole.until("2026-12-05 08:00")
    whole.open("2026-12")
    listed = {
        report.unit.code: {row["text"] for row in ok(api(whole, short, "officer").get(f"reports/{report.case_id}"), 200)["rows"]}
        for report in UnitReport.objects.filter(period__label="2026-12", monitor__code="W-B")
        for short in [report.unit.code[-1]]
    }  # fmt: skip
    assert listed == {"W-C": {"Hồ sơ", "Tổng kết"}, "W-A": {"Rà soát"}}
    assert Unit.objects.get(code="W-A").valid_to is None
    assert verified()


def december(month: Month, monkeypatch: pytest.MonkeyPatch) -> None:
    """C reports on December: everything is done."""
    Clock(monkeypatch, moment("2026-12-05 09:00"))
    month.until("2026-12-05 08:00")
    month.open("2026-12")
    report = UnitReport.objects.get(period__label="2026-12", monitor__code="W-B").case_id
    texts = ("Hồ sơ", "Tổng kết", "Rà soát")
    month.say(report, [done(row_id(text), completed_on="2026-12-04") for text in texts], unit="C")
    month.sign_report(report, unit="C")


def test_a_quarter_is_built_from_what_both_have_said(whole: Month, monkeypatch: pytest.MonkeyPatch) -> None:
    """A said in October that Hồ sơ is open, C in December that all is done: 3 = 3 + 0."""
    on_the_day(whole, monkeypatch)
    december(whole, monkeypatch)
    assert whole.agree_to_all(label="2026-12")
    ok(api(whole, "VP", "clerk").post("periods", {"kind": "quarter", "label": "2026-Q4"}))
    whole.open("2026-Q4")
    form = ok(api(whole, "B", "officer").get(f"reports/{whole.monitoring(label='2026-Q4')}"), 200)
    assert {row["text"]: row["settled"] for plan in form["plans"] for row in plan["rows"]} == {
        "Hồ sơ": "2026-12", "Tổng kết": "2026-12", "Rà soát": "2026-12",
    }  # fmt: skip


def test_over_two_mergers_nothing_that_was_promised_is_lost(
    whole: Month, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A into C, five days later C into D: D's December tells the day that A named."""
    on_the_day(whole, monkeypatch)
    one = ok(enter(whole, unit="W-C", successor="W-D", on="2026-11-15", dated="2026-11-09"))["id"]
    ok(confirm(whole, one), 200)
    Clock(monkeypatch, moment("2026-11-15 00:30"))
    carry_out_reorganizations()
    Clock(monkeypatch, moment("2026-12-05 09:00"))
    whole.until("2026-12-05 08:00")
    whole.open("2026-12")
    report = UnitReport.objects.get(period__label="2026-12", monitor__code="W-B")
    assert report.unit.code == "W-D"
    rows = ok(api(whole, "D", "officer").get(f"reports/{report.case_id}"), 200)["rows"]
    assert [row["promised"]["dates"] for row in rows if row["text"] == "Hồ sơ"] == [["2026-11-25"]]


def test_a_split_takes_no_row_from_a_unit_that_answers_for_it(
    whole: Month, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Phối hợp is B's, with A beside: A's split leaves it to B."""
    rows = [whole.task("Phối hợp", "Tháng 12/2026", "B", "A"), whole.task("Riêng", "Tháng 12/2026")]
    plan = whole.plan("Kế hoạch 3", rows, where=PRESENTED)
    one = ok(api(whole, "", "personnel").post("reorganizations", SPLIT))["id"]
    parts = {"parts": [{"plan": str(plan), "unit": "W-C"}]}
    ok(api(whole, "VP", "clerk").send("put", f"reorganizations/{one}/parts", parts), 200)
    ok(confirm(whole, one), 200)
    moved = RowTerm.objects.filter(root=plan, kind="moved")
    assert [term.row.text for term in moved.select_related("row") if term.row] == ["Riêng"]


def test_a_unit_does_not_go_on_in_one_below_it_and_one_that_cannot_be_stops_no_other(
    whole: Month, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refused when it is entered; where the tree changed afterwards the job goes on with the others."""
    whole.world.open_unit("A1", below="A")
    assert refused(enter(whole, successor="W-A1")) == (422, ["parent-circle"])
    for body in ({}, {"unit": "W-D", "successor": "W-B"}):
        ok(confirm(whole, ok(enter(whole, **body))["id"]), 200)
    move_unit(whole.world.unit("C"), parent=whole.world.unit("A"))
    Clock(monkeypatch, moment("2026-11-10 00:30"))
    carry_out_reorganizations()
    ended = dict(Unit.objects.filter(code__in=["W-A", "W-D"]).values_list("code", "successor__code"))
    assert ended == {"W-A": None, "W-D": "W-B"}


def test_what_was_for_a_time_does_not_become_for_ever(whole: Month, monkeypatch: pytest.MonkeyPatch) -> None:
    """A post until 15/12 goes along until then; one that is to come never begins; who stands in only ends."""
    world = whole.world
    Appointment.objects.filter(user=world.person("A", "officer")).update(valid_to=moment("2026-12-16 00:00"))
    Appointment.objects.filter(user=world.person("A", "deputy")).update(valid_to=moment("2026-11-03 00:00"))
    guest = world.person("D", "officer")
    charge = Given(
        "in-charge", date(2026, 11, 4), date(2026, 11, 30), person=guest, unit=world.unit("A"), number="9/QĐ",
        dated=date(2026, 11, 3),
    )  # fmt: skip
    clerk = world.person("VP", "clerk")
    stand_in = enter_stand_in(
        world.institution, charge, by=clerk, changed_by=Clerk(clerk, moment("2026-11-04 09:00"))
    )
    later = world.person("B", "deputy")
    appoint(
        user=later,
        unit=world.unit("A"),
        role=Role.DEPUTY,
        title="Phó phòng A",
        since=moment("2026-12-01 00:00"),
    )
    on_the_day(whole, monkeypatch)
    kept = Appointment.objects.get(user=world.person("A", "officer"), post__unit__code="W-C")
    assert kept.valid_to == moment("2026-12-16 00:00")
    assert not Appointment.objects.filter(user__in=[guest, later], post__unit__code="W-C").exists()
    assert StandIn.objects.get(id=stand_in.id).ended_at is not None
    Clock(monkeypatch, moment("2026-12-05 09:00"))
    assert not later.has_perm("organization.approve", Unit.objects.get(code="W-A"))


def test_while_it_runs_its_units_neither_end_nor_become_the_office(whole: Month) -> None:
    one = ok(enter(whole))["id"]
    ok(confirm(whole, one), 200)
    keeper = api(whole, "", "personnel")
    assert "reorganization-running" in refused(keeper.post("units/W-C/end", {"on": "2026-11-05"}))[1]
    administrator = api(whole, "", "personnel")
    answer = administrator.send("patch", "institution", {"office": "W-A"})
    assert refused(answer) == (409, ["reorganization-running"])


def test_documents_that_the_reader_does_not_see_are_counted_and_not_named(whole: Month) -> None:
    """A's open draft of a plan is A's alone."""
    draft = whole.world.plan_at(DRAFT)
    title = Case.objects.get(id=draft).title
    Case.objects.filter(id=draft).update(title="Bản nháp riêng")
    assert title
    ok(enter(whole))
    [seen] = ok(api(whole, "VP", "clerk").get("reorganizations"), 200)["results"]
    assert "Bản nháp riêng" not in {case["title"] for case in seen["details"]["cases"]}
    assert seen["counts"]["cases"] > len(seen["details"]["cases"])


def test_a_withdrawal_is_told_as_one(whole: Month) -> None:
    """Somebody else who keeps posts withdraws it; a refusal says why."""
    second = whole.world.hire("w.personnel2", "", Role.PERSONNEL)
    first = ok(enter(whole))["id"]
    ok(Api(second).post(f"reorganizations/{first}/close", {}), 200)
    other = ok(enter(whole))["id"]
    ok(api(whole, "", "leader").post(f"reorganizations/{other}/close", {"reason": "Chờ đề án"}), 200)
    while number_pending():
        pass
    texts = [row["text"] for row in api(whole, "", "personnel").get("notifications").json()["results"]]
    assert any("withdrew" in text for text in texts)
    assert any("declined" in text and "Chờ đề án" in text for text in texts)
