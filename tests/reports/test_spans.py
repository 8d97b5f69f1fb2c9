"""Quarter, half-year and the like are spans of months, built from what their months said."""

import random
from datetime import date
from typing import Any

import pytest

from notation.due import read_due
from notation.year import PlanYear
from periods.actions import create_period
from plans.models import PlanRow
from reports.actions.findings import put_findings
from reports.models import UnitReport
from reports.rules.listing import Span, listing_of, month_end
from reports.rules.spans import MonthWord, instances, listings_in
from reports.words import Said
from tests.api import Api
from tests.clock import Clock, moment
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused
from tests.reported_month import DOCUMENT, Month, done, not_done

QUARTER = "2026-Q4"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The last days of the quarter."""
    return Clock(monkeypatch, moment("2026-12-21 09:00"))


def api(month: Month, short: str, role: str) -> Api:
    return Api(month.world.person(short, role))


def row_id(text: str) -> str:
    return str(PlanRow.objects.get(text=text).id)


def reported(month: Month, label: str, words: list[Any], at: str, verdicts: list[Any] | None = None) -> None:
    """A and B report on the month: B agrees to what A said, or says these of the rows."""
    month.until(at)
    month.open(label)
    report, monitoring = month.report(label=label), month.monitoring(label=label)
    month.say(report, words)
    month.sign_report(report)
    if verdicts:
        put_findings(
            monitoring, verdicts, seen=None, by=month.world.person("B", "officer"), now=month.world.now()
        )
    month.agree_to_all(label=label)
    month.sign_report(monitoring, unit="B")


@pytest.fixture
def quarter(month: Month) -> Month:
    """October: "Tuyển sinh" done, "Hồ sơ" not, the monthly row done. November: "Hồ sơ" done, "Sơ kết" not, the monthly row
    not. December is reported on in these days; the quarter too."""
    month.plan(
        "Kế hoạch",
        [
            month.task("Tuyển sinh", "Tháng 10/2026"),
            month.task("Hồ sơ", "Tháng 10/2026"),
            month.task("Sơ kết", "Tháng 11/2026"),
            month.task("Tổng kết", "Tháng 12/2026"),
            month.task("Số liệu", "Hằng tháng"),
        ],
    )
    rows = {text: row_id(text) for text in ("Tuyển sinh", "Hồ sơ", "Sơ kết", "Số liệu")}
    reported(
        month, "2026-10",
        [done(rows["Tuyển sinh"], completed_on="2026-10-15", value=None), done(rows["Số liệu"]),
         not_done(rows["Hồ sơ"], expected_on="2026-11-20")],
        "2026-10-20 08:00",
    )  # fmt: skip
    reported(
        month, "2026-11",
        [done(rows["Hồ sơ"]), not_done(rows["Sơ kết"], expected_on="2026-12-20"),
         not_done(rows["Số liệu"], expected_on="2026-12-20")],
        "2026-11-20 08:00",
    )  # fmt: skip
    month.until("2026-12-20 08:00")
    create_period(
        month.world.institution, QUARTER, by=month.world.person("VP", "head"), now=month.world.now()
    )
    month.open(QUARTER)
    return month


def shown(month: Month, case_id: Any, short: str) -> dict[tuple[str, str | None], dict[str, Any]]:
    """(text, due day) -> the row as the unit's officer sees it."""
    body = ok(api(month, short, "officer").get(f"reports/{case_id}"), 200)
    rows = body.get("rows") or [row for plan in body["plans"] for row in plan["rows"]]
    return {(row["text"], row["due_on"]): row for row in rows}


def test_what_a_month_found_done_is_done_and_only_what_is_open_is_asked(quarter):
    rows = shown(quarter, quarter.report(label=QUARTER), "A")
    settled = {text: row["settled"] for (text, _day), row in rows.items() if text != "Số liệu"}
    assert settled == {"Tuyển sinh": "2026-10", "Hồ sơ": "2026-11", "Sơ kết": "", "Tổng kết": ""}
    done_row = rows["Tuyển sinh", "2026-10-31"]
    assert (done_row["done"], done_row["completed_on"], done_row["evidence"]) == (
        True,
        "2026-10-15",
        DOCUMENT,
    )
    assert [(one["period"], one["done"]) for one in rows["Hồ sơ", "2026-10-31"]["months"]] == [
        ("2026-10", False),
        ("2026-11", True),
    ]
    assert rows["Sơ kết", "2026-11-30"]["expected_on"] == "2026-12-20", "said as it was last"


def test_a_recurring_row_counts_once_for_each_of_its_times(quarter):
    rows = shown(quarter, quarter.report(label=QUARTER), "A")
    assert {day: (row["settled"], row["done"]) for (text, day), row in rows.items() if text == "Số liệu"} == {
        "2026-10-31": ("2026-10", True),
        "2026-11-30": ("2026-11", False),
        "2026-12-31": ("", None),
    }


def test_the_form_of_a_silent_unit_has_its_months_figures(quarter):
    body = ok(api(quarter, "B", "officer").get(f"reports/{quarter.monitoring(label=QUARTER)}"), 200)
    assert body["totals"] == {"due": 7, "done": 3, "not_done": 4}


def test_the_quarter_is_written_judged_and_signed(quarter):
    report, monitoring = quarter.report(label=QUARTER), quarter.monitoring(label=QUARTER)
    officer = api(quarter, "A", "officer")
    answer = officer.send(
        "put", f"reports/{report}/rows", {"rows": [{"row": row_id("Tuyển sinh"), "done": False, "result": "Chưa"}]},
        digest=officer.digest(report),
    )  # fmt: skip
    assert refused(answer) == (422, ["row-settled"])
    quarter.say(
        report,
        [
            done(row_id("Sơ kết")),
            done(row_id("Tổng kết")),
            not_done(row_id("Số liệu"), expected_on="2026-12-31"),
        ],
    )
    quarter.sign_report(report)
    assert quarter.agree_to_all(label=QUARTER) == 3
    body = ok(api(quarter, "B", "officer").get(f"reports/{monitoring}"), 200)
    assert body["totals"] == {"due": 7, "done": 5, "not_done": 2}
    quarter.check(report, "B")
    quarter.sign_report(monitoring, unit="B")
    quarter.check(monitoring, "VP")


def test_a_unit_that_has_nothing_open_is_not_asked(month):
    month.plan("Kế hoạch", [month.task("Tuyển sinh", "Tháng 10/2026")])
    reported(month, "2026-10", [done(row_id("Tuyển sinh"))], "2026-10-20 08:00")
    month.until("2026-12-20 08:00")
    create_period(
        month.world.institution, QUARTER, by=month.world.person("VP", "head"), now=month.world.now()
    )
    month.open(QUARTER)
    assert not UnitReport.objects.filter(period__label=QUARTER).exists()
    body = ok(api(month, "B", "officer").get(f"reports/{month.monitoring(label=QUARTER)}"), 200)
    assert body["totals"] == {"due": 1, "done": 1, "not_done": 0}


def test_the_verdict_of_the_month_counts_where_the_two_differ(month):
    month.plan("Kế hoạch", [month.task("Tuyển sinh", "Tháng 10/2026")])
    verdict = not_done(row_id("Tuyển sinh"), cause="Chưa đủ hồ sơ", expected_on="2026-11-10")
    reported(month, "2026-10", [done(row_id("Tuyển sinh"))], "2026-10-20 08:00", [verdict])
    month.until("2026-12-20 08:00")
    create_period(
        month.world.institution, QUARTER, by=month.world.person("VP", "head"), now=month.world.now()
    )
    month.open(QUARTER)
    [row] = shown(month, month.report(label=QUARTER), "A").values()
    assert row["settled"] == ""


MONTHS = [date(2026 + (8 + place > 12), (7 + place) % 12 + 1, 1) for place in range(9)]  # August to April
PLAN = Span(date(2026, 8, 1), date(2027, 7, 31))
DUES = [
    "Hằng tháng",
    "Hằng quý",
    "Tháng 9/2026",
    "Tháng 10/2026",
    "Tháng 11/2026",
    "15/12/2026",
    "Tháng 2/2027",
]


@pytest.mark.parametrize("seed", range(60))
def test_a_span_says_what_its_months_said(seed):
    """Random rows through random months: in the quarter stands whatever stood in one of its months, once for each of its
    times; done where a month found it done, asked once where the last left it open."""
    dice = random.Random(seed)
    due = read_due(dice.choice(DUES), PlanYear(2026, school=True)).due
    quarter = Span(date(2026, 10, 1), date(2026, 12, 31))
    done_until, before, told, stood = None, None, [], {}
    for starts in MONTHS:
        month = Span(starts, month_end(starts))
        if starts == quarter.starts:
            before = done_until
        listing = listing_of(due, plan=PLAN, period=month, done_until=done_until)
        if month.ends > quarter.ends or listing is None:
            continue
        said = Said(done=dice.random() < 0.4)
        done_until = month.ends if said.done else done_until
        if starts >= quarter.starts:
            stood[listing.due_on] = (said.done, f"{starts:%Y-%m}")
            told.append(MonthWord(f"{starts:%Y-%m}", month.ends, said, said))
    rows = list(instances(listings_in(due, plan=PLAN, span=quarter, done_until=before), told))
    assert {row.listing.due_on for row in rows} == set(stood)
    for row in rows:
        done_in_a_month, label = stood[row.listing.due_on]
        assert bool(row.months and row.months[-1].said.done) == done_in_a_month
        if done_in_a_month:
            assert row.settled == label
    open_rows = [row for row in rows if not row.settled]
    assert len(open_rows) <= 1
    assert open_rows in ([], rows[-1:])
