"""An institution begins in December 2026 with plans that run since August: nothing before is due, missing or late (ADR 49).

| row        | time           | the sheet says    | December                          |
|------------|----------------|-------------------|-----------------------------------|
| Số liệu    | every month    | it does not ask   | due, 31/12                        |
| Tuyển sinh | October        | done, 15/10       | nothing                           |
| Hồ sơ      | October        | still open        | opened, 31/10: counted, not late  |
| Kiểm kê    | November       | nobody knows      | unclear: listed and not counted   |
| Tổng kết   | December       | it does not ask   | due, 31/12                        |
| Nội quy    | no end         | it does not ask   | listed only                       |

N of December is three: Số liệu, Hồ sơ, Tổng kết.
"""

from typing import Any
from uuid import UUID

import pytest

from organization.models import Entry
from periods.models import Period
from reports.jobs import draft_due_reports
from reports.models import OpeningSheet, UnitReport
from tests.api import Api
from tests.clock import Clock, moment
from tests.journeys.answers import done as ok
from tests.journeys.answers import inbox, refused, verified
from tests.reported_month import DOCUMENT, Month, done, not_done
from tests.reports.test_spans import row_id
from workflow.models import Case

DECEMBER = "2026-12"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The college begins on the first working day of December."""
    return Clock(monkeypatch, moment("2026-12-01 09:00"))


@pytest.fixture
def opened(month: Month) -> Month:
    """A's plan is signed, the office has said that December is the first month, the sheets have drafted themselves."""
    month.until("2026-12-01 08:00")
    ok(begin(month), 200)
    month.plan(
        "Kế hoạch",
        [
            month.task("Số liệu", "Hằng tháng"),
            month.task("Tuyển sinh", "Tháng 10/2026"),
            month.task("Hồ sơ", "Tháng 10/2026"),
            month.task("Kiểm kê", "Tháng 11/2026"),
            month.task("Tổng kết", "Tháng 12/2026"),
            month.task("Nội quy", "Thường xuyên"),
        ],
    )
    draft_due_reports()
    return month


def begin(month: Month, label: str = DECEMBER, who: str = "clerk") -> Any:
    """The office says from which month on it reports."""
    return Api(month.world.person("VP", who)).send("put", "first-month", {"month": label})


def api(month: Month, unit: str, role: str) -> Api:
    """Somebody's client."""
    return Api(month.world.person(unit, role))


def sheet_of(month: Month, unit: str = "A") -> str:
    """A unit's sheet."""
    return str(OpeningSheet.objects.get(case__unit=month.world.unit(unit)).case_id)


def shown(month: Month) -> Any:
    """A's sheet as its officer sees it."""
    return ok(api(month, "A", "officer").get(f"opening-sheets/{sheet_of(month)}"), 200)


ANSWERS: list[dict[str, Any]] = [
    {"row": "Tuyển sinh", "standing": "done", "completed_on": "2026-10-15", "evidence": DOCUMENT},
    {"row": "Hồ sơ", "standing": "open", "note": "Còn thiếu 3 bộ"},
    {"row": "Kiểm kê", "standing": "unclear"},
]


def answer(month: Month, *answers: dict[str, Any], digest: str = "") -> Any:
    """A's officer answers rows."""
    rows = [one | {"row": str(row_id(one["row"]))} for one in answers or ANSWERS]
    path = f"opening-sheets/{sheet_of(month)}/rows"
    return api(month, "A", "officer").send(
        "put", path, {"rows": rows}, digest=digest or shown(month)["digest"]
    )


def confirmed(month: Month) -> None:
    """A answers and signs, B confirms."""
    ok(answer(month), 200)
    sheet = sheet_of(month)
    for unit, role, act in (("A", "officer", "submit"), ("A", "head", "approve"), ("B", "head", "review")):
        ok(api(month, unit, role).act(sheet, act))


def listed(month: Month, label: str = DECEMBER) -> dict[str, tuple[str, str | None, bool, bool]]:
    """Text -> (why it stands there, its day, counted, overdue) in A's report of a month."""
    report = ok(api(month, "A", "officer").get(f"reports/{month.report(label=label)}"), 200)
    return {
        row["text"]: (row["listing"], row["due_on"], row["counted"], row["overdue"]) for row in report["rows"]
    }


def test_what_was_due_before_is_asked_once(opened: Month) -> None:
    """Its officer finds the sheet in the inbox, with the three rows whose time had passed, the oldest first."""
    assert sheet_of(opened) in inbox(api(opened, "A", "officer"))
    found = shown(opened)
    assert [(row["text"], row["due_on"]) for row in found["asked"]] == [
        ("Tuyển sinh", "2026-10-31"), ("Hồ sơ", "2026-10-31"), ("Kiểm kê", "2026-11-30"),
    ]  # fmt: skip
    assert (found["rows"], found["silent"], found["monitoring_unit"]) == (3, 3, "W-B")
    draft_due_reports()
    assert OpeningSheet.objects.count() == 1
    assert shown(opened)["rows"] == 3


def test_december_counts_what_was_still_open_and_nothing_else(opened: Month) -> None:
    """The table above; what is still open owes no cause in this month, and is not late when it is done."""
    confirmed(opened)
    assert listed(opened) == {
        "Số liệu": ("due", "2026-12-31", True, False),
        "Hồ sơ": ("opened", "2026-10-31", True, False),
        "Kiểm kê": ("unclear", "2026-11-30", False, False),
        "Tổng kết": ("due", "2026-12-31", True, False),
        "Nội quy": ("standing", None, False, False),
    }
    opened.until("2026-12-22 08:00")
    words = [done(row_id(text), completed_on="2026-12-21") for text in ("Số liệu", "Hồ sơ", "Tổng kết")]
    opened.say(opened.report(label=DECEMBER), words)
    report = ok(api(opened, "A", "officer").get(f"reports/{opened.report(label=DECEMBER)}"), 200)
    assert {row["text"] for row in report["rows"] if row["late"]} == set()
    opened.sign_report(opened.report(label=DECEMBER))
    assert opened.agree_to_all(label=DECEMBER)
    monitoring = ok(api(opened, "B", "officer").get(f"reports/{opened.monitoring(label=DECEMBER)}"), 200)
    assert monitoring["totals"] == {"due": 3, "done": 3, "not_done": 0}
    assert verified()


def test_before_it_is_confirmed_nothing_of_it_counts(opened: Month) -> None:
    """A row that nobody has confirmed is listed as unclear."""
    ok(answer(opened), 200)
    assert {text: row[0] for text, row in listed(opened).items() if row[0] in {"opened", "unclear"}} == {
        "Tuyển sinh": "unclear", "Hồ sơ": "unclear", "Kiểm kê": "unclear",
    }  # fmt: skip


def test_what_stays_open_is_overdue_from_the_second_month_on(opened: Month) -> None:
    """January carries it with its original day: by then the unit has had a month."""
    confirmed(opened)
    opened.until("2026-12-22 08:00")
    words = [done(row_id(text), completed_on="2026-12-21") for text in ("Số liệu", "Tổng kết")]
    opened.say(opened.report(label=DECEMBER), [*words, not_done(row_id("Hồ sơ"), expected_on="2027-01-20")])
    opened.sign_report(opened.report(label=DECEMBER))
    opened.until("2027-01-04 08:00")
    opened.open("2027-01")
    assert listed(opened, "2027-01")["Hồ sơ"] == ("opened", "2026-10-31", True, True)
    assert listed(opened, "2027-01")["Kiểm kê"][:3] == ("unclear", "2026-11-30", False)


def test_a_quarter_counts_what_its_months_in_use_do(opened: Month) -> None:
    """October to December holds rows of two months before: they stand as the sheet says."""
    confirmed(opened)
    clerk = api(opened, "VP", "clerk")
    ok(clerk.post("periods", {"kind": "quarter", "label": "2026-Q4"}))
    opened.open("2026-Q4")
    assert listed(opened, "2026-Q4") == {
        "Số liệu": ("due", "2026-12-31", True, False),
        "Hồ sơ": ("opened", "2026-10-31", True, False),
        "Kiểm kê": ("unclear", "2026-11-30", False, False),
        "Tổng kết": ("due", "2026-12-31", True, False),
        "Nội quy": ("standing", None, False, False),
    }


def test_rows_that_come_to_light_later_are_asked_once_too(opened: Month) -> None:
    """Into the sheet that is still open, with a new digest; into another once it was submitted."""
    seen = shown(opened)["digest"]
    opened.plan("Kế hoạch 2", [opened.task("Đối chiếu", "Tháng 9/2026")])
    draft_due_reports()
    assert [row["text"] for row in shown(opened)["asked"]] == ["Tuyển sinh", "Hồ sơ", "Kiểm kê", "Đối chiếu"]
    assert refused(answer(opened, digest=seen)) == (412, ["stale"])
    ok(answer(opened, *ANSWERS, {"row": "Đối chiếu", "standing": "open"}), 200)
    ok(api(opened, "A", "officer").act(sheet_of(opened), "submit"))
    opened.plan("Kế hoạch 3", [opened.task("Bàn giao", "Tháng 9/2026")])
    draft_due_reports()
    sheets = ok(api(opened, "A", "officer").get("opening-sheets", unit="W-A"), 200)["results"]
    assert [(one["rows"], one["silent"]) for one in sheets] == [(4, 0), (1, 1)]


def test_a_units_own_rows_are_confirmed_by_the_office(opened: Month) -> None:
    """As its report is checked."""
    opened.plan("Kế hoạch của B", [opened.task("Thư viện", "Tháng 10/2026", "B")], unit="B")
    draft_due_reports()
    found = ok(api(opened, "B", "officer").get(f"opening-sheets/{sheet_of(opened, 'B')}"), 200)
    assert (found["monitoring_unit"], found["rows"]) == ("W-VP", 1)


def test_nothing_is_submitted_unanswered(opened: Month) -> None:
    """Each row is answered, what is done says when; a day in December belongs into December's report."""
    sheet, officer = sheet_of(opened), api(opened, "A", "officer")
    assert refused(officer.act(sheet, "submit")) == (422, ["standing-missing"] * 3)
    ok(answer(opened, {"row": "Tuyển sinh", "standing": "done"}), 200)
    assert officer.acts(sheet)["submit"] == ["completed-missing", "standing-missing", "standing-missing"]
    late = {"row": "Tuyển sinh", "standing": "done", "completed_on": "2026-12-01"}
    answered = answer(opened, late)
    assert refused(answered) == (422, ["completed-later"])
    [reason] = answered.json()["reasons"]
    assert (reason["field"], reason["row"]) == ("completed_on", str(row_id("Tuyển sinh")))
    twice = answer(opened, ANSWERS[1], ANSWERS[1])
    assert refused(twice) == (422, ["row-twice"])
    assert refused(answer(opened, {**ANSWERS[1], "row": "Số liệu"})) == (422, ["row-unknown"])


def test_a_return_says_why_and_comes_back(opened: Month) -> None:
    """Whoever follows may doubt it: the unit answers again, and signs again."""
    ok(answer(opened), 200)
    sheet = sheet_of(opened)
    for role, act in (("officer", "submit"), ("head", "approve")):
        ok(api(opened, "A", role).act(sheet, act))
    why = {"comment": "Chưa có biên bản tuyển sinh"}
    ok(api(opened, "B", "head").act(sheet, "return", **why))
    ok(answer(opened, {"row": "Tuyển sinh", "standing": "open"}), 200)
    assert shown(opened)["open"] == 2


def test_months_before_are_nobodys(month: Month) -> None:
    """Due points that were confirmed of them go with their empty drafts; nobody can confirm them again."""
    month.plan("Kế hoạch", [month.task("Hồ sơ", "Tháng 10/2026")])
    month.open()
    assert UnitReport.objects.exists()
    month.until("2026-12-01 08:00")
    ok(begin(month), 200)
    assert not UnitReport.objects.exists()
    assert not Case.objects.filter(kind__in=["unit-report", "monitoring-report"]).exists()
    reported = Period.objects.filter(confirmed_at__isnull=False)
    assert sorted(reported.values_list("label", flat=True))[0] == DECEMBER
    clerk = api(month, "VP", "clerk")
    deadlines = ok(clerk.post("deadlines", {"year": "2026-2027"}), 200)
    assert [one["in_use"] for one in deadlines["months"]] == [False] * 4 + [True] * 8
    assert [one["confirmed"] for one in deadlines["months"]] == [False] * 4 + [True] * 8
    assert deadlines["begins"] == "2026-12-01"
    assert refused(clerk.post("periods", {"kind": "month", "label": "2026-10"})) == (409, ["before-use"])
    [entry] = Entry.objects.filter(act="set-first-month")
    assert (entry.before, entry.after) == ({"begins": None}, {"begins": "2026-12-01"})


def test_the_first_month_stays_once_somebody_has_written(opened: Month) -> None:
    """An answered sheet, or a word in an earlier report: it cannot be moved over either. Only the office moves it."""
    assert refused(begin(opened, who="officer")) in [(403, ["not-permitted"]), (403, ["not-office"])]
    assert refused(begin(opened, "2026-Q4")) == (422, ["month-unknown"])
    ok(begin(opened, "2027-01"), 200)
    assert not OpeningSheet.objects.exists()
    ok(begin(opened), 200)
    ok(api(opened, "VP", "clerk").post("deadlines", {"year": "2026-2027"}), 200)
    draft_due_reports()
    ok(answer(opened), 200)
    assert refused(begin(opened, "2027-01")) == (409, ["sheets-answered"])


def test_a_sheet_that_somebody_remarked_on_stays(opened: Month) -> None:
    """A remark is not lost either."""
    ok(api(opened, "A", "head").post(f"cases/{sheet_of(opened)}/remarks", {"text": "Hỏi lại kế toán"}))
    assert refused(begin(opened, "2027-01")) == (409, ["sheets-answered"])


def test_a_month_that_was_written_in_is_not_passed_over(month: Month) -> None:
    """What was typed is not lost."""
    month.plan("Kế hoạch", [month.task("Hồ sơ", "Tháng 10/2026")])
    month.open()
    month.say(month.report(), [not_done(row_id("Hồ sơ"), expected_on="2026-12-25")])
    month.until("2026-12-01 08:00")
    assert refused(begin(month)) == (409, ["month-reported"])
    assert UnitReport.objects.exists()


def test_a_class_of_units_is_asked_each_for_its_share(opened: Month) -> None:
    """A says done, B still open: December asks B alone."""
    opened.plan("Chung", [opened.task("Rà soát", "Tháng 10/2026", "class:department")])
    draft_due_reports()
    answer_share(opened, "A", "done")
    answer_share(opened, "B", "open")
    draft_due_reports()
    assert "Rà soát" not in listed(opened)
    plans = ok(api(opened, "B", "officer").get(f"reports/{opened.monitoring(label=DECEMBER)}"), 200)["plans"]
    [row] = [row for plan in plans for row in plan["rows"] if row["text"] == "Rà soát"]
    assert (row["listing"], row["counted"]) == ("opened", True)
    assert {one["unit"]: one["before"] for one in row["members"]}["W-A"] is True


def answer_share(month: Month, unit: str, standing: str) -> None:
    """A unit answers the one row of the class, everything else as in the table; signed and confirmed."""
    row = UUID(str(row_id("Rà soát")))
    sheet = OpeningSheet.objects.get(case__unit=month.world.unit(unit), rows__row=row).case_id
    officer = api(month, unit, "officer")
    asked = ok(officer.get(f"opening-sheets/{sheet}"), 200)
    rows = [
        {"row": one["row"], "standing": standing if one["row"] == str(row) else "unclear",
         "completed_on": "2026-10-20" if standing == "done" and one["row"] == str(row) else None}
        for one in asked["asked"]
    ]  # fmt: skip
    ok(officer.send("put", f"opening-sheets/{sheet}/rows", {"rows": rows}, digest=asked["digest"]), 200)
    ok(officer.act(sheet, "submit"))
    ok(api(month, unit, "head").act(sheet, "approve"))
    confirming = "VP" if unit == "B" else "B"
    ok(api(month, confirming, "head").act(sheet, "review"))
