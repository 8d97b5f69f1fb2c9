"""Random plans, results and findings: N = k + m, nothing counted twice, every due row in exactly one report."""

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from approvals.ledger.canonical import canonical
from approvals.queries import submitted_contents
from meetings.actions import Wording, create_consolidation
from meetings.contents.consolidations import consolidation_contents
from plans.models import PlanRow
from reports.actions.findings import agree, put_findings
from reports.actions.reminders import remind_monitors
from reports.contents.monitoring_reports import monitoring_report_contents
from reports.contents.unit_reports import unit_report_contents
from reports.models import MonitoringReport, UnitReport
from reports.queries.matrix import matrix_of
from reports.words import RowContent
from tests.factories import small_world
from tests.reported_month import Month, done, not_done

#: Completion time -> whether a row counts in October 2026, worked out by hand; None: it is not listed.
TIMES: dict[str, bool | None] = {
    "Tháng 10/2026": True,
    "15/10/2026": True,
    "Tháng 9/2026": True,
    "Hằng tháng": True,
    "Hằng quý": True,  # the quarter that ended in September is carried over
    "Thường xuyên": False,
    "Sau khi có Nghị định": False,
    "Tháng 11/2026": None,
    "Quý IV/2026": None,
}
UNITS = ("A", "B", "VP", "C")


@dataclass(frozen=True)
class RandomRow:
    """A row, and what its unit and the monitoring unit say of it; None: nothing."""

    time: str
    leads: tuple[str, ...]
    word: bool | None
    verdict: bool | None


@dataclass(frozen=True)
class RandomPlan:
    """A plan of a unit that another, or the same, follows."""

    unit: str
    monitor: str
    rows: tuple[RandomRow, ...]


ROWS = st.builds(
    RandomRow,
    time=st.sampled_from(sorted(TIMES)),
    leads=st.lists(st.sampled_from(UNITS), min_size=1, max_size=2, unique=True).map(tuple),
    word=st.sampled_from([None, True, False]),
    verdict=st.sampled_from([None, True, False]),
)
PLANS = st.lists(
    st.builds(
        RandomPlan,
        unit=st.sampled_from(UNITS),
        monitor=st.sampled_from(UNITS),
        rows=st.lists(ROWS, min_size=1, max_size=5).map(tuple),
    ),
    min_size=1,
    max_size=4,
)

#: Stand in the matrix -> list of the consolidation.
STAND = {"missing": "missing", "waiting": "waiting", "returned": "sent_back", "checked": "inside"}
#: What becomes of a monitoring report that its head has signed: the list on which it stands then.
FATES = st.sampled_from(["inside", "waiting", "sent_back", "missing"])


@pytest.fixture
def month(db: None) -> Month:
    """October in a world with three departments beside the office."""
    world = small_world("W")
    world.open_unit("C")
    return Month(world)


@given(plans=PLANS, silent=st.sets(st.sampled_from(UNITS)), fates=st.lists(FATES, min_size=4, max_size=4))
@settings(
    max_examples=12, deadline=None, print_blob=True, phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # fmt: skip
def test_every_due_row_is_counted_once_whatever_is_said(
    month: Month, plans: list[RandomPlan], silent: set[str], fates: list[str]
) -> None:
    with transaction.atomic():
        month.until("2026-10-01 08:00")
        play(month, plans, silent, fates)
        transaction.set_rollback(True)


def monitoring(month: Month) -> list[MonitoringReport]:
    """The monitoring reports of the month."""
    return list(MonitoringReport.objects.filter(period=month.period).select_related("unit"))


def play(month: Month, plans: list[RandomPlan], silent: set[str], fates: list[str]) -> None:
    """The month as these units live it, and what must hold at its end."""
    counted = write(month, plans)
    month.open()
    speak(month, plans, silent)
    judge(month, plans)
    reports = {row.case_id: row.unit.code for row in monitoring(month)}
    contents = monitoring_report_contents(list(reports))
    assert_form(contents)
    assert_once(contents, reports, counted)
    assert_units_and_monitors_agree(month, contents, reports)
    assert_all_lists_agree(month, send(month, fates), len(counted))


def write(month: Month, plans: list[RandomPlan]) -> set[str]:
    """Makes the plans; answers the texts of the rows that count in October."""
    counted = set()
    for number, plan in enumerate(plans):
        rows = [month.task(f"{number}.{place}", row.time, *row.leads) for place, row in enumerate(plan.rows)]
        month.plan(f"Kế hoạch {number}", rows, unit=plan.unit, monitor=plan.monitor)
        counted |= {f"{number}.{place}" for place, row in enumerate(plan.rows) if TIMES[row.time]}
    return counted


def speak(month: Month, plans: list[RandomPlan], silent: set[str]) -> None:
    """Units that are not silent say what they have to say; one that has said all of it signs."""
    said = {f"{n}.{p}": row.word for n, plan in enumerate(plans) for p, row in enumerate(plan.rows)}
    for report in UnitReport.objects.filter(period=month.period).select_related("unit"):
        short = report.unit.code.removeprefix("W-")
        if short in silent:
            continue
        content = unit_report_contents([report.case_id])[report.case_id]
        month.say(
            report.case_id, [words for row in content["rows"] if (words := word(row, said))], unit=short
        )
        if all(said[row["text"]] is not None for row in content["rows"] if row["listing"] != "standing"):
            month.sign_report(report.case_id, unit=short)


def word(row: RowContent, said: dict[str, bool | None]) -> Any:
    """What is said of a row."""
    what = said[row["text"]]
    if what is None:
        return None
    return done(row["row"]) if what else not_done(row["row"], cause="Chờ", expected_on="2026-11-05")


def judge(month: Month, plans: list[RandomPlan]) -> None:
    """Monitoring units judge what they will and agree with the rest."""
    verdicts = {f"{n}.{p}": row.verdict for n, plan in enumerate(plans) for p, row in enumerate(plan.rows)}
    for report in monitoring(month):
        officer = month.world.people[f"{report.unit.code.lower()}.officer"]
        content = monitoring_report_contents([report.case_id])[report.case_id]
        rows = [row for plan in content["plans"] for row in plan["rows"]]
        found = [words for row in rows if (words := word(row, verdicts))]
        put_findings(report.case_id, found, seen=None, by=officer, now=month.world.now())
        agree(report.case_id, unit=None, seen=None, by=officer, now=month.world.now())


def assert_form(contents: dict[UUID, Any]) -> None:
    """N = k + m for every plan and for the whole form; a plan's N are its counted rows."""
    for content in contents.values():
        for figures in (*content["plans"], content["totals"]):
            assert figures["due"] == figures["done"] + figures["not_done"]
        for plan in content["plans"]:
            counted = [row for row in plan["rows"] if row["listing"] != "standing"]
            assert plan["due"] == len(counted)
            assert plan["done"] == sum(1 for row in counted if row["done"] is True)
        assert content["totals"]["due"] == sum(plan["due"] for plan in content["plans"])


def assert_once(contents: dict[UUID, Any], reports: dict[UUID, str], counted: set[str]) -> None:
    """Every row that is due stands in exactly one monitoring report, that of its plan, and no other row does."""
    rows = [
        (row["text"], reports[case_id])
        for case_id, content in contents.items()
        for plan in content["plans"]
        for row in plan["rows"]
        if row["listing"] != "standing"
    ]
    assert max(Counter(text for text, _ in rows).values(), default=1) == 1
    assert {text for text, _ in rows} == counted
    mine = PlanRow.objects.filter(plan__case__unit__code__startswith="W-")
    followers = dict(mine.values_list("text", "plan__case__monitoring_unit__code"))
    assert all(followers[text] == monitor for text, monitor in rows)


def assert_units_and_monitors_agree(
    month: Month, contents: dict[UUID, Any], reports: dict[UUID, str]
) -> None:
    """Each due row is either in exactly one unit's report or the monitoring unit's own, never both."""
    ids = list(UnitReport.objects.filter(period=month.period).values_list("case", flat=True))
    texts = Counter(
        row["text"]
        for content in (unit_report_contents(ids) | submitted_contents(ids)).values()
        for row in content["rows"]
        if row["listing"] != "standing" and not row["beside"]
    )
    for case_id, content in contents.items():
        for row in (row for plan in content["plans"] for row in plan["rows"]):
            if row["listing"] != "standing":
                assert texts[row["text"]] == (0 if row["unit"] == reports[case_id] else 1), row["text"]


def send(month: Month, fates: list[str]) -> dict[str, str]:
    """Monitoring units that have judged everything sign, and what is to become of it does: unit -> the list it is on."""
    office, lists = month.world.person("VP", "head"), {}
    for report, fate in zip(sorted(monitoring(month), key=lambda row: row.unit.code), fates, strict=False):
        content = monitoring_report_contents([report.case_id])[report.case_id]
        rows = [row for plan in content["plans"] for row in plan["rows"] if row["listing"] != "standing"]
        lists[report.unit.code] = "missing"
        if any(row["done"] is None for row in rows):
            continue  # without a verdict on every row it cannot be submitted
        short = report.unit.code.removeprefix("W-")
        month.sign_report(report.case_id, unit=short)
        lists[report.unit.code] = fate
        if fate == "inside":
            month.check(report.case_id, "VP")
        elif fate == "sent_back" and short != "VP":
            month.world.stage.sign(report.case_id, "return", office, comment="Sai số liệu")
        elif fate == "missing":
            head = month.world.person(short, "head")
            month.world.stage.sign(report.case_id, "recall", head, comment="Sửa lại")
        else:
            lists[report.unit.code] = "waiting"
    return lists


def assert_all_lists_agree(month: Month, lists: dict[str, str], due: int) -> None:
    """Consolidation, matrix and reminder name the same units at one instant; each due row is in exactly one of k, m, u."""
    clerk, now = month.world.person("VP", "clerk"), month.world.now()
    made = create_consolidation(
        period=month.period, case_ids=None, by=clerk, now=now, wording=Wording(unchecked_reason="Chưa kịp")
    )
    content = consolidation_contents([made.case_id])[made.case_id]
    for name in ("missing", "waiting", "sent_back"):
        named = [line["unit"] for line in content[name] if line["kind"] == "monitoring-report"]
        assert sorted(named) == sorted(unit for unit, where in lists.items() if where == name), name
    stands = {
        row.unit: STAND[cell.monitoring.stand]
        for row in matrix_of(clerk, month.period, now)["units"]
        for cell in row.cells
        if cell.monitoring
    }
    assert stands == lists
    asked = remind_monitors(month.period, by=month.world.person("VP", "head"), now=now)
    addressed = asked.splitlines()[0].removeprefix("Kính gửi các đơn vị: ").rstrip(".").split("; ")
    owing = {code for code, where in lists.items() if where in {"missing", "sent_back"}}
    names = {unit.name for unit in month.world.units.values() if unit.code in owing}
    assert not owing or set(addressed) == names
    assert_figures(content["figures"], lists, due)
    if any(where == "inside" for where in lists.values()):
        month.world.stage.sign(made.case_id, "submit", clerk)
        frozen = submitted_contents([made.case_id])[made.case_id]
        assert frozen == json.loads(canonical(dict(content)))


def assert_figures(figures: Any, lists: dict[str, str], due: int) -> None:
    """N = k + m + u by unit, by item and in total; u is what the silent, the recalled and the returned were to follow."""
    for line in (*figures["by_unit"], *figures["by_item"], figures["total"]):
        assert line["due"] == line["done"] + line["not_done"] + line["unfollowed"]
    assert figures["total"]["due"] == due == sum(line["due"] for line in figures["by_unit"])
    assert due == sum(item["due"] for item in figures["by_item"])
    for line in figures["by_unit"]:
        followed = lists[line["unit"]] in {"inside", "waiting"}
        assert line["unfollowed"] == (0 if followed else line["due"])
        assert line["checked"] == (lists[line["unit"]] == "inside")
