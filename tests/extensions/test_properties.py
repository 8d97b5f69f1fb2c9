"""Plans change as they like, months do not: every due row is in exactly one unit's report and in one of k, m and u, what was submitted
stays byte for byte, and each month's rows are those of a brute-force history (issue F, "Must hold"; docs/adr/0039, 0040).

The seed of each world is in its test's name; RACE_SEED and RACE_REPEATS give others, and more.
"""

import json
import random
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from approvals.models import Submission
from reports.actions.findings import put_findings
from reports.contents.monitoring_reports import monitoring_report_contents
from reports.contents.unit_reports import unit_report_contents
from reports.models import MonitoringReport, UnitReport
from tests.clock import Clock, moment
from tests.factories import repeats, seeds
from tests.journeys.answers import done as ok
from tests.journeys.answers import verified
from tests.plans.changing_plans import person
from tests.reported_month import Month, done, not_done

from .changing_worlds import LABELS, UNITS, ChangingWorld
from .histories import MonthDays

pytestmark = pytest.mark.either


@pytest.mark.parametrize("seed", seeds(repeats(12)), ids=lambda seed: f"seed-{seed}")
def test_what_changes_leaves_the_months_before_as_they_were(
    seed: int, month: Month, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = ChangingWorld(month, Clock(monkeypatch, moment("2026-10-02 08:00")), random.Random(seed))
    world.begin()
    lived = []
    for label in LABELS:
        lived.append(world.live(label))
        for days in lived:  # those before once more: nothing later has changed them
            units_are_asked_as_the_history_says(world, days)
            the_form_has_each_due_row_once(world, days)
        figures_add_up(world, lived[-1])
    for case, content in world.submitted.items():
        assert Submission.objects.filter(case=case).latest("number").content == content
    assert verified().endswith(" 0 bad chains\n")


def contents_of(world: ChangingWorld, days: MonthDays) -> dict[str, Any]:
    """Unit -> its report to B: as it was submitted, else as the plan stands."""
    period = world.month.period_at(days.label)
    found = UnitReport.objects.filter(period=period, monitor__code="W-B").select_related("case", "unit")
    reports = {one.unit.code[-1]: one for one in found}
    made = unit_report_contents([one.case_id for one in reports.values()])
    frozen = {unit: world.submitted.get(one.case_id) for unit, one in reports.items()}
    return {
        unit: content_in(frozen[unit]) if frozen[unit] else made[one.case_id] for unit, one in reports.items()
    }


def content_in(text: Any) -> Any:
    """What a submission says."""
    return json.loads(text)["content"]


def units_are_asked_as_the_history_says(world: ChangingWorld, days: MonthDays) -> None:
    """Row by row, and what was put off beyond the month beside them."""
    contents, wanted = contents_of(world, days), world.history.reports(days, UNITS, world.clock.moment)
    for unit in UNITS:
        rows = {row["text"]: row["listing"] for row in contents[unit]["rows"]} if unit in contents else {}
        if unit in contents:
            assert rows == wanted[unit], (days.label, unit)
        else:
            assert "due" not in wanted[unit].values(), (days.label, unit)
    counted = Counter(text for rows in wanted.values() for text, why in rows.items() if why != "standing")
    assert set(counted.values()) <= {1}, "a due row is in one unit's report"
    said = {
        row["text"]: (row["due_on"], int(row["times"]), row["original"])
        for unit, content in contents.items()
        if (days.label, unit) not in world.history.frozen
        for row in content.get("extended", ())
    }
    put_off = world.history.put_off(days, world.clock.moment)
    for text, (due, times, first) in said.items():
        assert put_off[text] == (due_day(due), times, due_day(first))


def due_day(text: str) -> Any:
    """A day of a content."""
    return date.fromisoformat(text)


def the_form_has_each_due_row_once(world: ChangingWorld, days: MonthDays) -> None:
    """B's form: N is each due row once, as one of k or m; what was put off is none of N and stands there once."""
    one = MonitoringReport.objects.get(period=world.month.period_at(days.label), unit__code="W-B")
    content = monitoring_report_contents([one.case_id])[one.case_id]
    rows = [row for plan in content["plans"] for row in plan["rows"] if row["listing"] != "standing"]
    wanted = world.history.form(days, UNITS, world.clock.moment)
    assert sorted(row["text"] for row in rows) == sorted(wanted), days.label
    totals = {name: int(value) for name, value in content["totals"].items()}  # type: ignore[call-overload]
    assert totals["due"] == len(wanted) == totals["done"] + totals["not_done"]
    listed = [row["text"] for plan in content["plans"] for row in plan.get("extended", ())]
    put_off = world.history.put_off(days, world.clock.moment)
    assert sorted(listed) == sorted(put_off.keys() - wanted.keys()), days.label


def figures_add_up(world: ChangingWorld, days: MonthDays) -> None:
    """Once B has agreed to what units say and the office has checked it, k is what they said is done; while B is silent all is u."""
    month, wanted = world.month, world.history.form(days, UNITS, world.clock.moment)
    finished = world.history.done_in(days) & wanted.keys()
    silent = [unit for unit in set(wanted.values()) if (days.label, unit) not in world.history.frozen]
    checked = bool(wanted) and not silent
    if checked:
        month.agree_to_all(label=days.label)
        find_earlier(world, days)
        month.sign_report(month.monitoring(label=days.label), unit="B")
        month.check(month.monitoring(label=days.label), "VP")
    body = {"period": days.label, "unchecked_reason": "Chưa kịp kiểm tra"}
    total = ok(person(month, "VP", "clerk").post("consolidations", body))["figures"]["total"]
    figures = total["due"], total["done"], total["not_done"], total["unfollowed"]
    count = len(wanted)
    assert figures == ((count, len(finished), count - len(finished), 0) if checked else (count, 0, 0, count))


def find_earlier(world: ChangingWorld, days: MonthDays) -> None:
    """B was silent the month before: of those rows it finds what their units said, of others that they are not done."""
    month, one = world.month, world.month.monitoring(label=days.label)
    rows = monitoring_report_contents([one])[one]["earlier"]
    later = (days.last + timedelta(days=20)).isoformat()
    found: list[Any] = [
        done(row["row"])
        if row["word"] and row["word"]["done"]
        else not_done(row["row"], cause="Chờ", remedy="Nhắc", promised_on=later)
        for row in rows
    ]
    officer, now = month.world.person("B", "officer"), month.world.now()
    put_findings(one, [], earlier=found, seen=None, by=officer, now=now)
