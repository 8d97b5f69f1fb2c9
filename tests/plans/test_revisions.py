"""A plan in force changes by a supplement, row by row (Notice 242, I.2; issue F, point 3; docs/adr/0039)."""

from typing import Any

import pytest

from plans.models import Plan
from reports.models import UnitReport
from tests.clock import Clock, moment
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused, verified
from tests.plans.changing_plans import adopted, asked, begun, in_force, person, put, row_id, written
from tests.reported_month import Month, done


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Early in October."""
    return Clock(monkeypatch, moment("2026-10-05 09:00"))


@pytest.fixture
def plan(month: Month) -> Any:
    """A plan in force with a row due in October, one in November and one in December."""
    return in_force(
        month, month.task("Tuyển sinh", "Tháng 10/2026"), month.task("Hội giảng", "Tháng 11/2026"),
        month.task("Tổng kết", "Tháng 12/2026"),
    )  # fmt: skip


def changes(plan: Any) -> dict[str, tuple[str, dict[str, Any]]]:
    """Text -> what a supplement does to the row."""
    return {row["text"]: (row["change"]["kind"], row["change"]["was"]) for row in plan["rows"]}


def changed(month: Month, plan: Any, *more: dict[str, Any], **rows: dict[str, Any]) -> Any:
    """The draft with these rows changed, others added."""
    return put(month, plan, [*written(plan, **rows), *more])


LATER = {"due_text": "Tháng 12/2026", "reason": "Chờ quyết định của Sở"}
NEW = {
    "kind": "task", "text": "Kiểm định", "leads": ["W-A"], "due_text": "Tháng 11/2026", "product": "Báo cáo",
    "reason": "Theo Công văn 15/SGDĐT",
}  # fmt: skip


def test_a_supplement_keeps_changes_adds_and_ends_rows_each_with_old_new_and_reason(month, plan):
    draft = begun(month, plan)
    assert (draft["revision"], draft["title"]) == (1, "Kế hoạch điều chỉnh, bổ sung (lần 1): Kế hoạch")
    assert list(changes(draft).values()) == [("kept", {})] * 3
    ended: dict[str, Any] = {"ended": True, "reason": "Không còn phù hợp"}
    shown = changed(month, draft, NEW, **{"Hội giảng": LATER, "Tổng kết": ended})
    assert changes(shown) == {
        "Tuyển sinh": ("kept", {}),
        "Hội giảng": ("changed", {"due_text": "Tháng 11/2026"}),
        "Tổng kết": ("ended", {}),
        "Kiểm định": ("added", {}),
    }
    keys = {row["text"]: row["key"] for row in shown["rows"]}
    assert keys["Hội giảng"] == row_id("Hội giảng", plan), "a row keeps its key"
    adopted(month, shown["id"])
    [content] = [
        person(month, "B", "head").get(f"cases/{shown['id']}/submissions/1").json()["content"]["content"]
    ]
    assert content["revision"] == {"of": str(plan), "number": "1", "asked_from": ""}
    assert [row["change"]["kind"] for row in content["rows"]] == ["kept", "changed", "ended", "added"]
    assert verified().endswith(" 0 bad chains\n")


def test_it_holds_from_the_first_month_whose_reports_are_not_due_yet(month, clock, plan):
    draft = changed(month, begun(month, plan), NEW, **{"Hội giảng": LATER})
    clock.at("2026-10-26 17:00")  # October's reports are due
    done_with = adopted(month, draft["id"])
    assert done_with["holds_from"] == "2026-11-01"
    first = ok(person(month, "A", "officer").get(f"plans/{plan}"), 200)
    assert (first["holds_until"], [one["holds_from"] for one in first["line"]]) == (
        "2026-11-01",
        [None, "2026-11-01"],
    )
    assert asked(month) == {"Tuyển sinh": "due"}
    assert asked(month, label="2026-11") == {"Tuyển sinh": "carried", "Kiểm định": "due"}
    assert asked(month, label="2026-12") == {
        "Tuyển sinh": "carried", "Kiểm định": "carried", "Hội giảng": "due", "Tổng kết": "due",
    }  # fmt: skip


def test_draft_reports_follow_it_and_submitted_ones_do_not(month, clock, plan):
    month.plan("Kế hoạch 2", [month.task("Thư viện", "Tháng 10/2026")], monitor="C")
    month.open()
    month.say(month.report(), [done(row_id("Tuyển sinh", plan))])
    month.sign_report(month.report())
    before = person(month, "A", "officer").get(f"reports/{month.report()}").content
    draft = changed(month, begun(month, plan), {**NEW, "due_text": "Tháng 10/2026"})
    done_with = adopted(month, draft["id"])
    assert done_with["holds_from"] == "2026-10-01"
    after = person(month, "A", "officer").get(f"reports/{month.report()}").content
    assert [
        row["text"] for row in ok(person(month, "A", "officer").get(f"reports/{month.report()}"), 200)["rows"]
    ] == ["Tuyển sinh"]
    assert len(before) == len(after)
    month.world.stage.sign(month.report(), "return", month.world.person("B", "head"), comment="Bổ sung")
    assert set(asked(month)) == {"Tuyển sinh", "Kiểm định"}


def test_words_of_a_row_go_on_from_one_revision_to_the_next(month, clock, plan):
    month.open()
    month.say(month.report(), [done(row_id("Tuyển sinh", plan))])
    month.sign_report(month.report())
    month.agree_to_all()
    month.world.stage.submit(month.monitoring(), "W-B")
    month.world.stage.approve(month.monitoring(), "W-B")
    draft = begun(month, plan)
    shown = changed(month, draft, **{"Tuyển sinh": {"text": "Tuyển sinh đợt 1", "reason": "Rõ hơn"}})
    clock.at("2026-11-02 09:00")
    adopted(month, shown["id"])
    assert asked(month, label="2026-11") == {"Hội giảng": "due"}, "it was done in October"


def test_two_open_supplements_of_one_plan_are_refused_and_a_discarded_one_is_none(month, plan):
    officer, draft = person(month, "A", "officer"), begun(month, plan)
    assert refused(officer.post(f"plans/{plan}/revisions")) == (409, ["revision-open"])
    assert [one["code"] for one in ok(officer.get(f"plans/{plan}"), 200)["supplementable"]] == [
        "revision-open"
    ]
    ended: dict[str, Any] = {"ended": True, "reason": "Không còn phù hợp"}
    changed(month, draft, **{"Hội giảng": LATER, "Tổng kết": ended})
    ok(officer.act(draft["id"], "discard", comment="Nhầm"))
    again = begun(month, plan)
    assert again["revision"] == 2
    shown = changed(month, again, **{"Hội giảng": LATER})
    assert changes(shown) == {
        "Tuyển sinh": ("kept", {}),
        "Hội giảng": ("changed", {"due_text": "Tháng 11/2026"}),
        "Tổng kết": ("kept", {}),
    }, "what the discarded draft would have changed is no revision to compare with"


def test_only_a_plan_in_force_is_supplemented_by_its_own_unit(month):
    draft = month.plan("Dự thảo", [month.task("Tuyển sinh", "Tháng 10/2026")])
    assert refused(person(month, "A", "officer").post(f"plans/{draft}/revisions")) == (409, ["not-in-force"])
    plan = in_force(month, month.task("Tuyển sinh", "Tháng 10/2026"))
    assert refused(person(month, "B", "officer").post(f"plans/{plan}/revisions")) == (403, ["not-permitted"])


def test_what_changes_says_why_and_something_changes(month, plan):
    officer, draft = person(month, "A", "officer"), begun(month, plan)
    assert refused(officer.act(draft["id"], "submit")) == (422, ["unchanged"])
    shown = changed(month, draft, **{"Hội giảng": {"due_text": "Tháng 12/2026"}})
    answer = officer.act(shown["id"], "submit")
    assert refused(answer) == (422, ["reason-missing"])
    assert "Hội giảng" in answer.json()["reasons"][0]["text"]


def test_a_day_before_its_first_month_needs_a_new_one(month, plan):
    officer, draft = person(month, "A", "officer"), begun(month, plan)
    shown = changed(month, draft, **{"Hội giảng": {"due_text": "Tháng 9/2026", "reason": "Sớm hơn"}})
    assert refused(officer.act(shown["id"], "submit")) == (422, ["due-overtaken"])


def test_it_asks_for_a_month_that_is_open(month, clock, plan):
    officer, draft = person(month, "A", "officer"), changed(month, begun(month, plan), NEW)

    def ask(day: str | None) -> Any:
        return officer.send(
            "patch", f"plans/{draft['id']}", {"asked_from": day}, digest=officer.digest(draft["id"])
        )

    assert refused(ask("2026-11-15")) == (422, ["month-outside"])
    assert refused(ask("2025-11-01")) == (422, ["month-outside"])
    ok(ask("2026-12-01"), 200)
    assert refused(officer.act(draft["id"], "submit")) == (422, ["due-overtaken"])
    ok(ask("2026-11-01"), 200)
    assert adopted(month, draft["id"])["holds_from"] == "2026-11-01"


def test_a_closed_month_is_not_touched(month, clock, plan):
    officer, draft = person(month, "A", "officer"), changed(month, begun(month, plan), NEW)
    asked_for = {"asked_from": "2026-10-01"}
    ok(officer.send("patch", f"plans/{draft['id']}", asked_for, digest=officer.digest(draft["id"])), 200)
    period = month.period
    period.heard_at = clock.at("2026-10-30 09:00")
    period.save(update_fields=["heard_at"])
    assert refused(person(month, "A", "officer").act(draft["id"], "submit")) == (409, ["month-closed"])
    # From a month before it, which nobody reported on, it would hold in the closed one as well.
    officer = person(month, "A", "officer")
    before = {"asked_from": "2026-08-01"}
    ok(officer.send("patch", f"plans/{draft['id']}", before, digest=officer.digest(draft["id"])), 200)
    answer = person(month, "A", "officer").act(draft["id"], "submit")
    assert refused(answer) == (409, ["month-closed"])
    assert "10/2026" in answer.json()["detail"]


def test_rows_in_force_are_ended_and_not_deleted(month, plan):
    draft = begun(month, plan)
    rows = [row for row in written(draft) if row["text"] != "Tổng kết"]
    officer = person(month, "A", "officer")
    answer = officer.send(
        "put", f"plans/{draft['id']}/rows", {"rows": rows}, digest=officer.digest(draft["id"])
    )
    assert refused(answer) == (422, ["row-in-force"])
    alone = [{**NEW, "ended": True}]
    answer = officer.send(
        "put",
        f"plans/{draft['id']}/rows",
        {"rows": written(draft) + alone},
        digest=officer.digest(draft["id"]),
    )
    assert refused(answer) == (422, ["row-not-in-force"])


def test_only_a_supplement_gives_reasons_for_its_rows(month):
    draft = month.plan("Dự thảo", [month.task("Tuyển sinh", "Tháng 10/2026")], where="draft")
    officer = person(month, "A", "officer")
    rows = [row | {"reason": "Vì thế"} for row in written(ok(officer.get(f"plans/{draft}"), 200))]
    answer = officer.send("put", f"plans/{draft}/rows", {"rows": rows}, digest=officer.digest(draft))
    assert refused(answer) == (422, ["no-supplement"])


def test_the_next_supplement_begins_where_the_last_one_ended(month, clock, plan):
    ended: dict[str, Any] = {"ended": True, "reason": "Không còn phù hợp"}
    first = adopted(month, changed(month, begun(month, plan), NEW, **{"Tổng kết": ended})["id"])
    second = begun(month, first["id"])
    assert (second["revision"], set(changes(second))) == (2, {"Tuyển sinh", "Hội giảng", "Kiểm định"})
    shown = changed(month, second, **{"Kiểm định": {"due_text": "Tháng 12/2026", "reason": "Chờ đoàn"}})
    adopted(month, shown["id"])
    assert asked(month, label="2026-12") == {
        "Tuyển sinh": "carried",
        "Hội giảng": "carried",
        "Kiểm định": "due",
    }
    assert [one.revision for one in Plan.objects.filter(until=None, root=plan)] == [2]
    assert verified().endswith(" 0 bad chains\n")


def test_both_revisions_stay_readable_and_the_list_shows_the_one_in_force(month, clock, plan):
    done_with = adopted(month, changed(month, begun(month, plan), NEW)["id"])
    officer = person(month, "A", "officer")
    assert [row["text"] for row in ok(officer.get(f"plans/{plan}"), 200)["rows"]] == [
        "Tuyển sinh", "Hội giảng", "Tổng kết",
    ]  # fmt: skip
    assert {row["id"] for row in officer.get("plans").json()["results"]} == {done_with["id"]}
    assert refused(person(month, "", "leader").act(plan, "reopen", comment="Sửa")) == (409, ["superseded"])


def test_a_month_says_the_same_whatever_changes_afterwards(month, clock, plan):
    month.open()
    month.say(month.report(), [done(row_id("Tuyển sinh", plan))])
    month.sign_report(month.report())
    report = UnitReport.objects.get(case=month.report())
    signed = person(month, "A", "officer").get(f"cases/{report.case_id}/submissions/1").json()["canonical"]
    adopted(month, changed(month, begun(month, plan), {**NEW, "due_text": "Tháng 10/2026"})["id"])
    again = person(month, "A", "officer").get(f"cases/{report.case_id}/submissions/1").json()["canonical"]
    assert signed == again


def test_a_supplement_is_reopened_until_a_month_was_reported_by_it(month, clock, plan):
    done_with = adopted(month, changed(month, begun(month, plan), {**NEW, "due_text": "Tháng 10/2026"})["id"])
    leader = person(month, "", "leader")
    assert leader.acts(done_with["id"])["reopen"] == []
    month.open()
    texts = {row["text"]: row["key"] for row in done_with["rows"]}
    month.say(month.report(), [done(texts["Tuyển sinh"]), done(texts["Kiểm định"])])
    month.sign_report(month.report())
    assert refused(person(month, "", "leader").act(done_with["id"], "reopen", comment="Sửa")) == (
        409,
        ["cited"],
    )


def test_a_reopened_supplement_gives_the_month_back_to_the_revision_before(month, clock, plan):
    done_with = adopted(month, changed(month, begun(month, plan), {**NEW, "due_text": "Tháng 10/2026"})["id"])
    assert set(asked(month)) == {"Tuyển sinh", "Kiểm định"}
    ok(person(month, "", "leader").act(done_with["id"], "reopen", comment="Sửa"))
    assert set(asked(month)) == {"Tuyển sinh"}
    assert verified().endswith(" 0 bad chains\n")


def test_the_next_one_never_holds_before_the_one_that_it_follows(month, plan):
    officer, draft = (
        person(month, "A", "officer"),
        changed(month, begun(month, plan), {**NEW, "due_text": "Tháng 12/2026"}),
    )
    december = {"asked_from": "2026-12-01"}
    ok(officer.send("patch", f"plans/{draft['id']}", december, digest=officer.digest(draft["id"])), 200)
    first = adopted(month, draft["id"])
    shown = changed(month, begun(month, first["id"]), **{"Hội giảng": LATER})
    second = adopted(month, shown["id"])
    assert (first["holds_from"], second["holds_from"]) == ("2026-12-01", "2026-12-01")
    assert asked(month, label="2026-11") == {"Tuyển sinh": "carried", "Hội giảng": "due"}, (
        "as before the first one"
    )
    assert verified().endswith(" 0 bad chains\n")
