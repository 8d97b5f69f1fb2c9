"""Random quarters: a span is its months, row by row; what the last of them found is what stands, only what is open is asked.

Every month is lived by real acts; the seed of each quarter is in its test's name.
"""

import random
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest

from periods.actions import create_period
from plans.models import PlanRow
from reports.actions.findings import put_findings
from reports.actions.updates import add_update
from reports.contents.monitoring_reports import monitoring_report_contents
from tests.api import Api
from tests.clock import Clock, moment
from tests.factories import seeds
from tests.journeys.answers import done as ok
from tests.reported_month import Month, done, not_done

pytestmark = pytest.mark.either
MONTHS = ("2026-10", "2026-11", "2026-12")
TIMES = (
    "Tháng 9/2026",
    "Tháng 10/2026",
    "Tháng 11/2026",
    "15/12/2026",
    "Hằng tháng",
    "Hằng quý",
    "Tháng 1/2027",
)
#: (text of a row, its day): one time of a row.
Time = tuple[str, str]


@dataclass
class Quarter:
    """What the months of a quarter said.

    Attributes:
        stood: month -> the times that stood in it, by its form.
        said: month -> text -> the last that was found of it in that month.
    """

    month: Month
    dice: random.Random
    stood: dict[str, list[Time]] = field(default_factory=dict)
    said: dict[str, dict[str, bool]] = field(default_factory=dict)

    def api(self, short: str, role: str) -> Api:
        """A person's client."""
        return Api(self.month.world.person(short, role))

    def form(self, label: str) -> Any:
        """B's monitoring report."""
        return ok(self.api("B", "officer").get(f"reports/{self.month.monitoring('B', label)}"), 200)

    def live(self, label: str) -> None:
        """A reports or is silent, B judges and signs or is silent, something is finished after that."""
        month, said = self.month, {}
        month.until(f"{label}-18 08:00")
        month.open(label)
        rows = rows_of(self.form(label))
        self.stood[label] = [time_of(row) for row in rows]
        ids = {row["text"]: UUID(row["row"]) for row in rows}
        reported = bool(ids) and self.dice.random() < 0.8
        if reported:
            said = {text: self.dice.random() < 0.5 for text in ids}
            report = month.report("A", "B", label)
            month.say(report, [word(ids[text], what) for text, what in said.items()])
            month.sign_report(report)
        if self.dice.random() < 0.8:
            verdicts = {
                text: self.dice.random() < 0.5 for text in ids if not reported or self.dice.random() < 0.4
            }
            said |= verdicts
            self.judge(label, [word(ids[text], what) for text, what in verdicts.items()])
        if reported:
            said |= {
                text: self.finish(ids[text], label)
                for text, what in said.items()
                if not what and self.dice.random() < 0.2
            }
        self.said[label] = said

    def judge(self, label: str, verdicts: list[Any]) -> None:
        """B finds so, and something of what it passed over the month before; agrees with the rest, and signs."""
        case_id, officer = self.month.monitoring("B", label), self.month.world.person("B", "officer")
        missed: list[Any] = []
        for row in monitoring_report_contents([case_id])[case_id]["earlier"]:
            what = self.dice.random() < 0.5
            self.said[row["period"]][row["text"]] = what
            missed.append(word(UUID(row["row"]), what))
        put_findings(case_id, verdicts, earlier=missed, seen=None, by=officer, now=self.month.world.now())
        self.month.agree_to_all("B", label)
        self.month.sign_report(case_id, unit="B")

    def finish(self, row: UUID, label: str) -> bool:
        """An update of the month says that the row is done, and is confirmed."""
        world = self.month.world
        case = add_update(
            PlanRow.objects.get(id=row), self.month.period_at(label), by=world.person("A", "officer"), now=world.now(),
            done=True, result="Đã xong", evidence=[{"kind": "document", "value": "15/BC"}],
        ).case_id  # fmt: skip
        self.month.sign_report(case)
        self.month.check(case, "B")
        return True

    def ends(self) -> dict[Time, bool | None]:
        """Each time of a row that stood in a month -> what the last month in which it stood found of it; None: nothing."""
        found: dict[Time, bool | None] = {}
        for label in MONTHS:
            for time in self.stood[label]:
                found[time] = self.said[label].get(time[0], found.get(time))
        return found


def word(row: UUID, what: bool) -> dict[str, Any]:
    """What is said of a row."""
    more = {"cause": "Chờ", "remedy": "Đôn đốc", "promised_on": "2027-01-15", "expected_on": "2027-01-15"}
    return done(row) if what else not_done(row, **more)


def rows_of(form: Any) -> list[Any]:
    """The rows of a form that count."""
    return [row for plan in form["plans"] for row in plan["rows"] if row["listing"] != "standing"]


def time_of(row: Any) -> Time:
    """Which time of which row it is."""
    return row["text"], row["due_on"]


@pytest.fixture(params=seeds(6), ids=lambda seed: f"seed-{seed}")
def quarter(request: pytest.FixtureRequest, month: Month, monkeypatch: pytest.MonkeyPatch) -> Quarter:
    """October to December of random rows of A, which B follows."""
    Clock(monkeypatch, moment("2026-12-21 09:00"))
    made = Quarter(month, random.Random(request.param))
    rows = [month.task(f"Việc {number}", made.dice.choice(TIMES)) for number in range(6)]
    month.plan("Kế hoạch", rows)
    for label in MONTHS:
        made.live(label)
    month.until("2026-12-21 10:00")
    for label in ("2026-Q4", "2026-H2"):
        create_period(
            month.world.institution, label, by=month.world.person("VP", "head"), now=month.world.now()
        )
        month.open(label)
    return made


def test_a_quarter_is_its_months_row_by_row(quarter: Quarter) -> None:
    ends, form = quarter.ends(), quarter.form("2026-Q4")
    rows = {time_of(row): row for row in rows_of(form)}
    assert set(rows) == set(ends)
    later = {text: max(day for other, day in ends if other == text) for text, _day in ends}
    still = {time for time, what in ends.items() if not what and later[time[0]] == time[1]}
    assert {time for time, row in rows.items() if not row["settled"]} == still
    for time, row in rows.items():
        if time in still:
            assert row["done"] is None, "it is asked"
        else:
            assert bool(row["done"]) == bool(ends[time]), time
    done_before = sum(1 for what in ends.values() if what)
    assert (form["totals"]["due"], form["totals"]["done"]) == (len(ends), done_before)
    half_year = {time_of(row): row for row in rows_of(quarter.form("2026-H2"))}
    for time, row in rows.items():
        assert {name: half_year[time][name] for name in ("settled", "done", "months")} == {
            name: row[name] for name in ("settled", "done", "months")
        }
    only_open_rows_are_asked(quarter, still)
    the_paper_counts_them(quarter, ends, still)


def only_open_rows_are_asked(quarter: Quarter, still: set[Time]) -> None:
    """A's report of the quarter asks what is open, and there is none where nothing is."""
    found = ok(quarter.api("A", "officer").get("sheets/2026-Q4/W-A"), 200)["parts"]
    asked = {time_of(row) for part in found for row in part["rows"] if not row["settled"]}
    assert asked == still
    assert bool(found) == bool(still)


def the_paper_counts_them(quarter: Quarter, ends: dict[Time, bool | None], still: set[Time]) -> None:
    """N = k + m + u before B has signed: what months settled counts by them, what is open is u; after it, everything is k or m."""
    body = {"period": "2026-Q4", "unchecked_reason": "Chưa kịp"}
    paper = ok(quarter.api("VP", "clerk").post("consolidations", body))
    done_before = sum(1 for what in ends.values() if what)
    expected = {
        "due": len(ends), "done": done_before, "not_done": len(ends) - done_before - len(still), "unfollowed": len(still),
    }  # fmt: skip
    assert paper["figures"]["total"] == expected
    for row in rows_of(quarter.form("2026-Q4")):
        assert bool(row["settled"]) == (time_of(row) not in still)
    open_rows = [row for row in rows_of(quarter.form("2026-Q4")) if not row["settled"]]
    quarter.judge("2026-Q4", [done(row["row"]) for row in open_rows])
    totals = ok(quarter.api("VP", "clerk").get(f"consolidations/{paper['id']}"), 200)["figures"]["total"]
    assert totals == expected | {"done": done_before + len(still), "unfollowed": 0}
