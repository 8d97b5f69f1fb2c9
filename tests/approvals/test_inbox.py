"""What waits for a person, what waits elsewhere, and what is seen before many are signed at once (issue I, point 1)."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from notifications.actions import number_pending
from organization.models import CalendarDay
from organization.queries import working_days_until
from plans.models import PlanRow
from reports.actions.findings import put_findings
from tests.api import Api
from tests.clock import Clock, moment
from tests.factories import APPROVED, DRAFT, REVIEWED, SUBMITTED
from tests.reported_month import Month, done, not_done


def lines(api: Api, path: str = "inbox") -> dict[str, dict[str, Any]]:
    """The lines of a list, by case."""
    return {row["case"]: row for row in api.get(path, page_size=200).json()["results"]}


def line(api: Api, case_id: Any, path: str = "inbox") -> dict[str, Any]:
    """One line."""
    return lines(api, path)[str(case_id)]


def preview(api: Api, act: str, *cases: tuple[Any, str]) -> Any:
    """What is seen before the act, for (case, digest)."""
    named = [{"id": str(case_id), "digest": digest} for case_id, digest in cases]
    return api.post("acts/preview", {"act": act, "cases": named})


@pytest.mark.parametrize(
    ("where", "unit", "role", "acts"),
    [
        (SUBMITTED, "A", "head", ["approve", "return"]),
        (APPROVED, "B", "head", ["review", "return"]),
        (REVIEWED, "VP", "head", ["consolidate", "send-back"]),
        ("consolidated", "", "leader", ["present"]),
        (DRAFT, "A", "officer", []),
    ],
)
def test_a_line_offers_the_act_that_waits_for_the_person(one, where, unit, role, acts):
    shown = line(Api(one.person(unit, role)), one.plan_at(where))
    assert (shown["acts"], shown["carried"]) == (acts, False)
    assert shown["glimpse"] == {"tally": None, "changes": None, "since": None, "answered": 0, "quiet": True}


def test_what_is_offered_can_be_done(one):
    case_id, head = one.plan_at(SUBMITTED), Api(one.person("A", "head"))
    shown = line(head, case_id)
    assert head.act(case_id, shown["acts"][0], digest=shown["digest"]).status_code == 201
    assert str(case_id) not in lines(head)


def test_whoever_submitted_is_offered_nothing(one):
    head = one.person("A", "head")
    case_id = one.plan_at(DRAFT)
    assert Api(head).act(case_id, "submit").status_code == 201
    assert str(case_id) not in lines(Api(head))
    assert line(Api(head), case_id, "inbox/elsewhere")["acts"] == ["withdraw"]


def test_what_was_sent_on_waits_elsewhere_and_can_be_taken_back(one):
    submitted, approved = one.plan_at(SUBMITTED), one.plan_at(APPROVED)
    officer, head = Api(one.person("A", "officer")), Api(one.person("A", "head"))
    assert line(officer, submitted, "inbox/elsewhere")["acts"] == ["withdraw"]
    waiting = line(head, approved, "inbox/elsewhere")
    assert (waiting["acts"], waiting["waits_for"], waiting["waits_unit"]) == (["recall"], "monitor", "W-B")
    assert str(submitted) not in lines(head, "inbox/elsewhere")
    assert head.act(approved, "recall", digest=waiting["digest"], comment="Ký nhầm").status_code == 201


def test_whoever_checked_it_sees_where_it_is_now(one):
    case_id = one.plan_at(REVIEWED)
    assert line(Api(one.person("B", "head")), case_id, "inbox/elsewhere")["waits_for"] == "office"
    assert lines(Api(one.person("B", "officer")), "inbox/elsewhere") == {}


def test_a_line_counts_what_changed_and_what_was_answered(one):
    case_id, officer, head = (
        one.plan_at(SUBMITTED),
        Api(one.person("A", "officer")),
        Api(one.person("A", "head")),
    )
    row = PlanRow.objects.filter(plan=case_id)[0]
    remarks = [{"text": "Ghi rõ số lượng"}, {"text": "Xem lại"}]
    assert head.act(case_id, "return", comment="Sửa", remarks=remarks).status_code == 201
    for remark in officer.get(f"cases/{case_id}/remarks").json()["results"]:
        assert officer.post(f"remarks/{remark['id']}/answer", {"answer": "fixed"}).status_code == 200
    edits = {"rows": [{"id": str(row.id), "was": {"text": row.text}, "is": {"text": "Việc khác"}}]}
    changed = officer.send("patch", f"plans/{case_id}/rows", edits)
    assert changed.status_code == 200, changed.json()
    assert officer.act(case_id, "submit").status_code == 201
    glimpse, told = line(head, case_id)["glimpse"], head.get(f"cases/{case_id}/diff").json()
    assert glimpse["changes"] == len(told["head"]) + len(told["things"]) + len(told["reordered"]) == 1
    assert (glimpse["answered"], glimpse["quiet"]) == (2, False)


def reword(api: Api, case_id: Any, text: str) -> None:
    """Another text in the plan's first row, submitted."""
    row = PlanRow.objects.filter(plan=case_id).order_by("position")[0]
    edits = {"rows": [{"id": str(row.id), "was": {"text": row.text}, "is": {"text": text}}]}
    assert api.send("patch", f"plans/{case_id}/rows", edits).status_code == 200
    assert api.act(case_id, "submit").status_code == 201


def test_a_line_counts_what_changed_since_the_submission_that_was_seen(one):
    """Submitted, returned, submitted otherwise, taken back, submitted as it was returned: nothing changed since anybody looked."""
    case_id = one.plan_at(SUBMITTED)
    officer, head = Api(one.person("A", "officer")), Api(one.person("A", "head"))
    [first, *_] = PlanRow.objects.filter(plan=case_id).order_by("position").values_list("text", flat=True)
    assert head.act(case_id, "return", comment="Sửa").status_code == 201
    reword(officer, case_id, "Việc khác")
    assert officer.act(case_id, "withdraw").status_code == 201
    reword(officer, case_id, first)
    shown, strip = line(head, case_id), head.get(f"cases/{case_id}/diff").json()
    glimpse = shown["glimpse"]
    before = head.get(f"cases/{case_id}/diff", **{"from": 2, "to": 3}).json()
    assert (shown["submission"], glimpse["since"], glimpse["changes"]) == (3, strip["from"], 0) == (3, 1, 0)
    assert (len(strip["things"]), len(before["things"])) == (0, 1)
    [previewed] = preview(head, "approve", (case_id, shown["digest"])).json()["results"]
    assert previewed["glimpse"] == glimpse


def ask(api: Api, case_id: Any, text: str) -> str:
    """A question to the unit."""
    answer = api.post(f"cases/{case_id}/remarks", {"text": text, "asks": True})
    assert answer.status_code == 201, answer.json()
    return str(answer.json()["id"])


def test_a_question_waits_for_who_may_answer_it_and_for_its_answer(one):
    """The monitoring unit's head asks before signing: the case stays theirs, the question is the unit's."""
    case_id = one.plan_at(APPROVED)
    monitor, officer, head = (
        Api(one.person(*who)) for who in (("B", "head"), ("A", "officer"), ("A", "head"))
    )
    assert str(case_id) not in lines(officer)
    question = ask(monitor, case_id, "Kinh phí lấy từ nguồn nào?")
    for staff in (officer, head):
        shown = line(staff, case_id)
        assert [(said["id"], said["text"]) for said in shown["questions"]] == [
            (question, "Kinh phí lấy từ nguồn nào?")
        ]
        assert shown["acts"] == []
    assert [said["id"] for said in line(monitor, case_id, "inbox/elsewhere")["questions"]] == [question]
    mine = line(monitor, case_id)
    assert (mine["acts"], mine["questions"]) == (["review", "return"], [])
    assert str(case_id) not in lines(Api(one.person("B", "officer")), "inbox/elsewhere")
    answered = officer.post(f"remarks/{question}/answer", {"answer": "fixed", "text": "Chi thường xuyên"})
    assert answered.status_code == 200
    assert str(case_id) not in {**lines(officer), **lines(monitor, "inbox/elsewhere")}
    assert line(head, case_id, "inbox/elsewhere")["questions"] == []


def test_a_question_that_was_taken_back_or_thrown_away_with_its_case_waits_for_nobody(one):
    monitor, officer = Api(one.person("B", "head")), Api(one.person("A", "officer"))
    withdrawn, case_id = one.plan_at(APPROVED), one.plan_at("returned")
    monitor.post(f"remarks/{ask(monitor, withdrawn, 'Vì sao?')}/withdraw")
    assert str(withdrawn) not in {**lines(officer), **lines(monitor, "inbox/elsewhere")}
    ask(monitor, case_id, "Vì sao?")
    assert officer.act(case_id, "discard", comment="Trùng").status_code == 201
    assert str(case_id) not in {**lines(officer), **lines(monitor, "inbox/elsewhere")}


def test_the_notice_of_a_question_and_of_its_answer_lead_to_it(one):
    case_id, monitor, officer = (
        one.plan_at(APPROVED),
        Api(one.person("B", "head")),
        Api(one.person("A", "officer")),
    )
    question = ask(monitor, case_id, "Vì sao?")
    number_pending()
    assert officer.get("notifications").json()["results"][0]["remark"] == question
    officer.post(f"remarks/{question}/answer", {"answer": "argued", "text": "Theo Thông báo 242"})
    number_pending()
    newest = monitor.get("notifications").json()["results"][0]
    assert (newest["act"], newest["remark"], newest["case"]) == ("clarified", question, str(case_id))


class TestAMonth:
    """A and N report to B in October; the office waits for B."""

    @pytest.fixture(autouse=True)
    def clock(self, monkeypatch):
        return Clock(monkeypatch, moment("2026-10-22 09:00"))

    @pytest.fixture
    def month(self, one) -> Month:
        month = Month(one)
        month.plan("Chung", [month.task(f"Việc {place}", "15/10/2026") for place in range(3)])
        month.until("2026-10-20 08:00")
        month.open()
        rows = self.rows()
        open_one: Any = not_done(rows[2], cause="Thiếu người", remedy="Bổ sung", committed_on="2026-11-10")
        month.say(month.report(), [done(rows[0]), done(rows[1]), open_one])
        return month

    @staticmethod
    def rows() -> list[Any]:
        return list(
            PlanRow.objects.filter(text__startswith="Việc").order_by("text").values_list("id", flat=True)
        )

    def test_a_report_shows_its_figures(self, month, one):
        one.stage.submit(month.report(), "W-A")
        glimpse = line(Api(one.person("A", "head")), month.report())["glimpse"]
        assert glimpse["tally"] == {"done": 2, "total": 3, "contradictions": 0, "overdue": 1}
        assert glimpse["quiet"] is False

    def test_a_verdict_against_the_word_is_a_contradiction(self, month, one):
        month.sign_report(month.report())
        month.agree_to_all()
        verdict: Any = not_done(self.rows()[0], cause="Chậm", remedy="Đôn đốc", committed_on="2026-11-10")
        officer = one.person("B", "officer")
        put_findings(month.monitoring(), [verdict], seen=None, by=officer, now=one.now())
        one.stage.submit(month.monitoring(), "W-B")
        tally = line(Api(one.person("B", "head")), month.monitoring())["glimpse"]["tally"]
        assert tally == {"done": 1, "total": 3, "contradictions": 1, "overdue": 2}

    def test_a_preview_of_a_return_says_whether_a_ground_is_stated(self, month, one):
        month.sign_report(month.report())
        month.agree_to_all()
        month.sign_report(month.monitoring(), unit="B")
        office, plan = Api(one.person("VP", "head")), one.plan_at(SUBMITTED, unit="VP")
        seen = [(case_id, office.digest(case_id)) for case_id in (month.monitoring(), plan)]
        told = preview(office, "return", *seen).json()["results"]
        assert [one["grounds"] for one in told] == [["inaccurate", "other"], []]
        assert preview(office, "review", *seen).json()["results"][0]["grounds"] == []

    def test_what_leaves_with_the_consolidation_is_carried_and_the_last_one_holds_it_up(self, month, one):
        month.sign_report(month.report())
        month.agree_to_all()
        month.check(month.report(), "B")
        month.sign_report(month.monitoring(), unit="B")
        office = Api(one.person("VP", "head"))
        carried, last = line(office, month.report()), line(office, month.monitoring())
        assert (carried["carried"], carried["acts"], carried["holds_up"]) == (True, [], "")
        assert (last["carried"], last["acts"]) == (False, ["review", "return"])
        assert last["holds_up"] == (
            "Holds up the consolidation of tháng 10/2026: 1 report that was checked waits to go with it."
        )


def test_working_days_pass_over_weekends_and_holidays(one):
    friday, institution = date(2026, 11, 20), one.institution
    CalendarDay.objects.create(
        institution=institution, date=friday + timedelta(4), working=False, name="Nghỉ"
    )
    CalendarDay.objects.create(
        institution=institution, date=friday + timedelta(8), working=True, name="Làm bù"
    )
    days = [friday + timedelta(count) for count in (-7, -1, 0, 1, 3, 4, 5, 8, 10)]
    counted = working_days_until(institution.id, friday, days)
    assert [counted[day] for day in days] == [-5, -1, 0, 0, 1, 1, 2, 5, 6]


def test_a_preview_says_what_stands_against_each_and_writes_nothing(one):
    head, ready, draft = Api(one.person("A", "head")), one.plan_at(SUBMITTED), one.plan_at(DRAFT)
    other = one.plan_at(DRAFT, unit="B", monitor="A")
    digests = {case_id: head.digest(case_id) for case_id in (ready, draft)}
    answer = preview(
        head, "approve", (draft, digests[draft]), (ready, digests[ready]), (ready.__class__(int=1), "x")
    )
    first, second = answer.json()["results"]
    assert (first["case"], [reason["code"] for reason in first["reasons"]]) == (str(draft), ["not-submitted"])
    assert (second["case"], second["reasons"], second["unit"]) == (str(ready), [], "W-A")
    stale = preview(head, "approve", (ready, "another")).json()["results"]
    assert [reason["code"] for reason in stale[0]["reasons"]] == ["stale"]
    assert preview(head, "approve", (other, "x")).json()["results"] == []
    assert line(head, ready)["acts"] == ["approve", "return"]


def statements(ask: Any) -> int:
    """How many a request takes, the second time."""
    for _ in range(2):
        with CaptureQueriesContext(connection) as seen:
            assert ask().status_code == 200
    return len(seen)


def resubmitted(one) -> Any:
    """A plan that came back with an answered remark."""
    case_id, officer, head = (
        one.plan_at(SUBMITTED),
        Api(one.person("A", "officer")),
        Api(one.person("A", "head")),
    )
    head.act(case_id, "return", comment="Sửa", remarks=[{"text": "Xem lại"}])
    [remark] = officer.get(f"cases/{case_id}/remarks").json()["results"]
    officer.post(f"remarks/{remark['id']}/answer", {"answer": "fixed"})
    assert officer.act(case_id, "submit").status_code == 201
    return case_id


def test_lists_and_preview_cost_the_same_for_few_and_many(one):
    head = Api(one.person("A", "head"))
    counts = []
    cases = [resubmitted(one)]
    one.plan_at(APPROVED)
    for more in (0, 4):
        cases += [resubmitted(one) for _ in range(more)]
        [one.plan_at(APPROVED) for _ in range(more)]
        named = [(case_id, head.digest(case_id)) for case_id in cases]
        counts.append(
            (
                statements(lambda: head.get("inbox")),
                statements(lambda: head.get("inbox/elsewhere")),
                statements(partial(preview, head, "approve", *named)),
            )
        )
    assert counts[0] == counts[1]
    assert max(counts[1]) <= 24
