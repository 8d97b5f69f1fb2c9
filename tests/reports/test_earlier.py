"""A row of which its monitor signed nothing is asked of it in its next report, apart, and fills the quarter (docs/adr/0032).

| row        | time          | October: A says   | November               |
|------------|---------------|-------------------|------------------------|
| Số liệu    | every month   | done              | due again              |
| Tuyển sinh | October       | done              | nothing: A is done     |
| Hồ sơ      | October       | not done          | carried over, in its N |
| Nội quy    | no end        | listed only       | listed only            |

B signs nothing in October; its report of November stands open.
"""

import json
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from approvals.ledger.content import opened
from approvals.models import Submission
from meetings.rules.agenda import part_of_unit
from periods.actions import create_period
from periods.models import Period
from plans.actions import assign_monitoring
from plans.models import Plan
from reports.contents.monitoring_reports import monitoring_report_contents
from reports.contents.unit_reports import unit_report_contents
from reports.models import EarlierFinding
from reports.queries.done_rows import days_done
from reports.rules.earlier import read_earlier_rows
from reports.rules.figures import figures_of
from reports.rules.signed import monitoring_report_in
from tests.api import Api
from tests.approvals.test_formats import CONTENTS
from tests.clock import Clock, moment
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused
from tests.reported_month import Month, done, not_done
from tests.reports.random_months import TIMES
from tests.reports.test_spans import QUARTER, row_id
from workflow.models import Case, State

NOVEMBER = "2026-11"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Before the reports of November are due."""
    return Clock(monkeypatch, moment("2026-11-20 09:00"))


@pytest.fixture
def silent(month: Month) -> Month:
    """October passed without B, November is open."""
    month.plan(
        "Kế hoạch",
        [
            month.task("Số liệu", "Hằng tháng"),
            month.task("Tuyển sinh", "Tháng 10/2026"),
            month.task("Hồ sơ", "Tháng 10/2026"),
            month.task("Nội quy", "Thường xuyên"),
        ],
    )
    month.until("2026-10-20 08:00")
    month.open()
    words = [
        done(row_id("Số liệu"), result="Đủ số liệu", completed_on="2026-10-19"),
        done(row_id("Tuyển sinh"), completed_on="2026-10-15"),
        not_done(row_id("Hồ sơ"), expected_on="2026-11-25"),
    ]
    month.say(month.report(), words)
    month.sign_report(month.report())
    month.until("2026-11-20 08:00")
    month.open(NOVEMBER)
    return month


def officer(month: Month) -> Api:
    """B's officer."""
    return Api(month.world.person("B", "officer"))


def report(month: Month, label: str = NOVEMBER) -> Any:
    """B's report of a month, November's unless told otherwise."""
    return ok(officer(month).get(f"reports/{month.monitoring(label=label)}"), 200)


def earlier(month: Month) -> dict[str, dict[str, Any]]:
    """What is asked of the month before, by text."""
    return {row["text"]: row for row in report(month)["earlier"]}


def listed(month: Month) -> set[tuple[str, str]]:
    """(text, listing) of what November itself counts or lists."""
    return {(row["text"], row["listing"]) for plan in report(month)["plans"] for row in plan["rows"]}


def find(month: Month, *words: dict[str, Any], findings: tuple[dict[str, Any], ...] = ()) -> Any:
    """B's officer writes verdicts on the month before."""
    case_id = month.monitoring(label=NOVEMBER)
    body = {"findings": list(findings), "earlier": list(words)}
    return officer(month).send(
        "put", f"reports/{case_id}/findings", plain(body), digest=report(month)["digest"]
    )


def plain(body: Any) -> Any:
    """As JSON carries it."""
    return json.loads(json.dumps(body, default=str))


def everything_found(month: Month, verdict: bool = True) -> UUID:
    """B finds October's rows so, agrees with what A says of November, and its head signs."""
    say = done if verdict else not_done
    more = {} if verdict else {"cause": "Chờ số liệu"}
    ok(find(month, say(row_id("Số liệu"), **more), say(row_id("Tuyển sinh"), **more)), 200)
    month.say(month.report(label=NOVEMBER), [done(row_id("Số liệu")), done(row_id("Hồ sơ"))])
    month.sign_report(month.report(label=NOVEMBER))
    month.agree_to_all(label=NOVEMBER)
    month.sign_report(month.monitoring(label=NOVEMBER), unit="B")
    return month.monitoring(label=NOVEMBER)


def test_what_nobody_found_is_asked_apart_and_what_is_carried_on_is_not_asked_twice(silent: Month) -> None:
    asked = earlier(silent)
    assert asked.keys() == {"Số liệu", "Tuyển sinh"}
    assert {row["period"] for row in asked.values()} == {"2026-10"}
    assert [asked[text]["due_on"] for text in ("Số liệu", "Tuyển sinh")] == ["2026-10-31", "2026-10-31"]
    assert asked["Số liệu"]["word"]["result"] == "Đủ số liệu", (
        "the unit's word of that month stands beside it"
    )
    assert asked["Số liệu"]["done"] is None
    assert listed(silent) == {("Số liệu", "due"), ("Hồ sơ", "carried"), ("Nội quy", "standing")}


def test_it_is_none_of_the_new_months_n(silent: Month) -> None:
    assert report(silent)["totals"] == {"due": 2, "done": 0, "not_done": 2}
    case_id = everything_found(silent)
    content = monitoring_report_in(opened(Submission.objects.get(case=case_id).content))
    assert {name: int(str(value)) for name, value in figures_of(content).items()} == {
        "due": 2,
        "done": 2,
        "not_done": 0,
    }
    part = part_of_unit(content, (), {})
    assert (int(part["due"]), part["done_now"]) == (2, 2)
    assert len(content["earlier"]) == 2


def test_it_blocks_the_submit_as_any_finding_does(silent: Month) -> None:
    silent.say(silent.report(label=NOVEMBER), [done(row_id("Số liệu")), done(row_id("Hồ sơ"))])
    silent.sign_report(silent.report(label=NOVEMBER))
    found = [done(row_id("Số liệu")), done(row_id("Hồ sơ"))]
    ok(find(silent, not_done(row_id("Số liệu")), findings=tuple(found)), 200)
    answer = officer(silent).act(silent.monitoring(label=NOVEMBER), "submit")
    assert answer.status_code == 422
    said = {(reason["code"], reason["row"]) for reason in answer.json()["reasons"]}
    assert said == {
        ("cause-missing", f"{row_id('Số liệu')}@2026-10"),
        ("finding-missing", f"{row_id('Tuyển sinh')}@2026-10"),
    }
    assert all("(10/2026)" in reason["text"] for reason in answer.json()["reasons"])


def test_agreeing_with_all_agrees_with_the_month_before_too(silent: Month) -> None:
    path = f"reports/{silent.monitoring(label=NOVEMBER)}/agree"
    ok(officer(silent).post(path, {}, digest=report(silent)["digest"]), 200)
    assert {text: (row["done"], row["agreed"]) for text, row in earlier(silent).items()} == {
        "Số liệu": (True, True), "Tuyển sinh": (True, True),
    }  # fmt: skip
    assert earlier(silent)["Số liệu"]["completed_on"] == "2026-10-19"


def test_a_row_that_is_not_asked_is_unknown_and_named_with_its_month(silent: Month) -> None:
    for text in ("Hồ sơ", "Nội quy"):
        assert refused(find(silent, done(row_id(text)))) == (422, ["row-unknown"])
    answer = find(silent, done(row_id("Số liệu"), completed_on="2026-12-31"))
    assert [(one["code"], one["row"]) for one in answer.json()["reasons"]] == [
        ("completed-ahead", f"{row_id('Số liệu')}@2026-10")
    ]
    assert not EarlierFinding.objects.exists()


def test_once_the_months_own_report_is_signed_nothing_is_asked(silent: Month) -> None:
    ok(find(silent, done(row_id("Số liệu"))), 200)
    silent.agree_to_all(label="2026-10")
    silent.sign_report(silent.monitoring(label="2026-10"), unit="B")
    assert earlier(silent) == {}


@pytest.mark.parametrize("verdict", [True, False])
def test_it_is_that_months_finding_and_fills_the_quarter(silent: Month, verdict: bool) -> None:
    everything_found(silent, verdict)
    silent.until("2026-12-20 08:00")
    head = silent.world.person("VP", "head")
    create_period(silent.world.institution, QUARTER, by=head, now=silent.world.now())
    silent.open(QUARTER)
    quarter = {
        (row["text"], row["due_on"]): row for plan in report(silent, QUARTER)["plans"] for row in plan["rows"]
    }
    october = quarter["Số liệu", "2026-10-31"]
    assert [(one["period"], one["done"]) for one in october["months"]] == [("2026-10", verdict)]
    assert october["settled"] == "2026-10", "a later time has taken its place"
    enrolment = quarter["Tuyển sinh", "2026-10-31"]
    assert enrolment["settled"] == ("2026-10" if verdict else "")
    assert (enrolment["done"], october["done"]) == (True if verdict else None, verdict)


def test_what_was_found_not_done_is_carried_on_against_the_units_word(silent: Month) -> None:
    enrolment = UUID(row_id("Tuyển sinh"))
    november, december = (
        Period.objects.get(label=label, institution=silent.world.institution)
        for label in (NOVEMBER, "2026-12")
    )
    assert enrolment in days_done(november), "the unit's word counts while nobody has found anything"
    everything_found(silent, verdict=False)
    assert enrolment not in days_done(december)
    silent.until("2026-12-10 08:00")
    silent.open("2026-12")
    rows = [row for plan in report(silent, "2026-12")["plans"] for row in plan["rows"]]
    assert ("Tuyển sinh", "carried", 2) in {(row["text"], row["listing"], row["age"]) for row in rows}
    assert report(silent, "2026-12")["earlier"] == []


def test_the_months_own_verdict_goes_before_the_one_that_came_with_the_next(silent: Month) -> None:
    everything_found(silent, verdict=False)
    silent.agree_to_all(label="2026-10")
    silent.sign_report(silent.monitoring(label="2026-10"), unit="B")
    december = Period.objects.get(label="2026-12", institution=silent.world.institution)
    assert max(days_done(december)[UUID(row_id("Tuyển sinh"))].values()).isoformat() == "2026-10-31"


def test_the_unit_sees_it_beside_its_word_of_that_month(silent: Month) -> None:
    everything_found(silent, verdict=False)
    body = ok(Api(silent.world.person("A", "officer")).get(f"reports/{silent.report()}"), 200)
    verdicts = {row["text"]: row["finding"] and row["finding"]["done"] for row in body["rows"]}
    assert verdicts == {"Số liệu": False, "Tuyển sinh": False, "Hồ sơ": None, "Nội quy": None}


def test_it_lets_the_units_late_report_be_checked(silent: Month) -> None:
    head = Api(silent.world.person("B", "head"))
    before = head.acts(silent.report())["review"]
    assert before.count("finding-missing") == 3
    everything_found(silent)
    assert head.acts(silent.report())["review"].count("finding-missing") == 0


def test_a_plan_that_came_after_the_month_was_due_is_not_asked(silent: Month) -> None:
    silent.until("2026-11-03 08:00")
    silent.plan("Sau", [silent.task("Điểm danh", "Hằng tháng")])
    assert "Điểm danh" not in earlier(silent)


def test_a_plan_that_another_unit_follows_now_is_asked_of_who_followed_it_then(silent: Month) -> None:
    world = silent.world
    world.open_unit("C")
    plan = Plan.objects.get(case__title="Kế hoạch")
    assign_monitoring(
        plan,
        unit=world.unit("C"),
        cadence="monthly",
        minimum=None,
        by=world.person("VP", "head"),
        now=world.now(),
    )
    silent.open(NOVEMBER)
    assert earlier(silent).keys() == {"Số liệu", "Tuyển sinh"}, "what C's list carries on is C's"
    assert (
        ok(Api(world.person("C", "head")).get(f"reports/{silent.monitoring('C', NOVEMBER)}"), 200)["earlier"]
        == []
    )


def test_a_report_of_an_older_program_asked_for_nothing() -> None:
    kept = [row for row in CONTENTS if row["name"] == "monitoring-report"]
    for row in kept:
        content = opened(row["text"])
        assert list(read_earlier_rows(content)) == []
        assert monitoring_report_in(content)["earlier"] == []


def test_what_was_signed_is_shown_for_ever(silent: Month) -> None:
    case_id = everything_found(silent)
    assert Case.objects.get(id=case_id).state == State.UNIT_APPROVED
    assert {text: row["done"] for text, row in earlier(silent).items()} == {
        "Số liệu": True,
        "Tuyển sinh": True,
    }
    silent.agree_to_all(label="2026-10")
    silent.sign_report(silent.monitoring(label="2026-10"), unit="B")
    assert len(earlier(silent)) == 2, "the frozen content, not what became of it"


# --- Any month ----------------------------------------------------------------------------------------------

ROWS = st.lists(
    st.tuples(st.sampled_from(sorted(TIMES)), st.sampled_from(["A", "B"]), st.sampled_from([True, False])),
    min_size=1,
    max_size=6,
)


@given(rows=ROWS, a_signs=st.booleans())
@settings(
    max_examples=12, deadline=None, print_blob=True, phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
def test_each_row_that_a_silent_month_counted_is_asked_once_in_the_next(
    month: Month, rows: list[tuple[str, str, bool]], a_signs: bool
) -> None:
    """Apart or carried on, never both; N of the next month is what it would be anyway."""
    with transaction.atomic():
        month.until("2026-10-01 08:00")
        month.plan("Bất kỳ", [month.task(f"{n}", time, lead) for n, (time, lead, _done) in enumerate(rows)])
        month.until("2026-10-20 08:00")
        month.open()
        said = {str(n): is_done for n, (_time, _lead, is_done) in enumerate(rows)}
        if a_signs and any(lead == "A" and TIMES[time] for time, lead, _done in rows):
            sign_all(month, said)
        counted = counted_in(month, "2026-10")
        month.until("2026-11-03 08:00")
        month.open(NOVEMBER)
        content = monitoring_report_contents([month.monitoring(label=NOVEMBER)])[
            month.monitoring(label=NOVEMBER)
        ]
        apart = {(row["row"], row["due_on"]) for row in content["earlier"]}
        inside = [row for plan in content["plans"] for row in plan["rows"] if row["listing"] != "standing"]
        here = {(row["row"], row["due_on"]) for row in inside}
        assert not apart & here
        assert counted <= apart | here
        assert apart <= counted
        assert content["totals"]["due"] == len(inside)
        transaction.set_rollback(True)


def sign_all(month: Month, said: dict[str, bool]) -> None:
    """A says so of all its rows, and its head signs."""
    content = unit_report_contents([month.report()])[month.report()]
    words = [
        done(row["row"]) if said[row["text"]] else not_done(row["row"], cause="Chờ", expected_on="2026-11-05")
        for row in content["rows"]
    ]
    month.say(month.report(), words)
    month.sign_report(month.report())


def counted_in(month: Month, label: str) -> set[tuple[str, str | None]]:
    """(row, due day) of what B's report of a month counts."""
    content = monitoring_report_contents([month.monitoring(label=label)])[month.monitoring(label=label)]
    rows = (row for plan in content["plans"] for row in plan["rows"])
    return {(row["row"], row["due_on"]) for row in rows if row["listing"] != "standing"}
