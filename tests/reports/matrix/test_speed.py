"""The matrix of sixty units over twelve months: as many statements as for five units and one month, and quick."""

import sys
from collections.abc import Sequence
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from approvals.actions import act
from approvals.actions.cases import new_case
from approvals.queries import Request, dockets_for
from organization.actions import add_unit
from organization.models import Unit, User
from periods.models import Period
from reports.contents.unit_reports import unit_report_contents
from reports.models import MonitoringReport, Result, UnitReport
from tests.api import Api
from tests.factories import World, small_world
from tests.speed import milliseconds
from workflow.models import Case

from .signed_months import clock_at, confirm, monthly_plan, open_month, table

FEW, MANY, MONTHS, BATCH, MOST_MS = 5, 60, 12, 480, 300
NAMES = ("unit", "monitoring_unit", "waits_unit", "institution__office", "institution__root")
LAST_CLOCK = "31/07/2027 12:00"


def grown(code: str, count: int, labels: Sequence[str]) -> World:
    """`count` units, each reporting to two others and monitoring in each of the months; all signed."""
    world = small_world(code)
    confirm(world)
    units = [below_a(world, number) for number in range(count)]
    for monitor in ("B", "VP"):
        monthly_plan(world, "A", monitor, leads=[unit.code for unit in units])
    for label in labels:
        period = open_month(world, label)
        monitoring_reports(world, period, units)
        sign_all(world, period)
    return world


def below_a(world: World, number: int) -> Unit:
    """A unit below A, whose officer and head may write and sign for it."""
    return add_unit(
        institution=world.institution, code=f"{world.code}-{number:02}", name=f"Khoa {number}", parent=world.unit("A"),
        position=number,
    )  # fmt: skip


def monitoring_reports(world: World, period: Period, units: Sequence[Unit]) -> None:
    """One of each unit, as if each followed a plan."""
    clerk = world.person("VP", "clerk")
    cases = [
        new_case(
            kind="monitoring-report", unit=unit, monitoring_unit=world.unit("VP"), title="Báo cáo tháng",
            period=period.label, by=clerk, now=world.now(), of_itself=True,
        )
        for unit in units
    ]  # fmt: skip
    Case.objects.bulk_create(cases)
    MonitoringReport.objects.bulk_create(
        MonitoringReport(case=case, period=period, unit=case.unit) for case in cases
    )


def sign_all(world: World, period: Period) -> None:
    """Every report of the small units: said done, submitted by A's officer, signed by A's head."""
    reports = list(UnitReport.objects.filter(period=period))
    contents = unit_report_contents([report.case_id for report in reports])
    Result.objects.bulk_create(
        Result(
            report_id=case_id, row_id=UUID(row["row"]), done=True, result="Đã làm",
            evidence=[{"kind": "document", "value": "12/BC", "name": ""}],
        )
        for case_id, content in contents.items()
        for row in content["rows"]
    )  # fmt: skip
    sign(world, period, "submit", world.person("A", "officer"))
    sign(world, period, "approve", world.person("A", "head"))


def sign(world: World, period: Period, name: str, by: User) -> None:
    """The act on all reports of the month at once."""
    now = world.now()
    small = Case.objects.filter(
        institution=world.institution, period=period.label, unit__parent=world.unit("A")
    )
    cases = list(small.filter(kind__in=("unit-report", "monitoring-report")).select_related(*NAMES))
    for start in range(0, len(cases), BATCH):
        some = cases[start : start + BATCH]
        dockets = dockets_for(some, Request(by=by, now=now, acts=()))
        seen = [(case.id, dockets[case.id].facts.digest) for case in some]
        outcomes = act(cases=seen, act=name, by=by, now=now, key=f"{name}-{period.id}-{start}")
        assert all(outcome.signature for outcome in outcomes), outcomes[0].reasons


def cost(api: Api, period: Period) -> int:
    """Statements of one request."""
    with CaptureQueriesContext(connection) as seen:
        answer = api.get(f"periods/{period.id}/matrix")
    assert answer.status_code == 200, answer.json()
    return len(seen)


@pytest.mark.slow
def test_sixty_units_over_twelve_months(db, monkeypatch, capsys):
    few = grown("S", FEW, ["2026-10"])
    labels = [f"2026-{month:02}" for month in range(8, 13)] + [f"2027-{month:02}" for month in range(1, 8)]
    many = grown("W", MANY, labels)
    clock_at(monkeypatch, LAST_CLOCK)
    shown = table(many, many.period)
    assert sum(row["signed"] for row in shown["totals"]) == MANY * 3 * MONTHS
    clerk, clerk_of_few = Api(many.person("VP", "clerk")), Api(few.person("VP", "clerk"))
    october = {
        world.code: Period.objects.get(institution=world.institution, label="2026-10")
        for world in (few, many)
    }
    counts = [
        cost(clerk_of_few, october["S"]), cost(clerk_of_few, few.period), cost(clerk, october["W"]),
        cost(clerk, many.period),
    ]  # fmt: skip
    took = milliseconds(clerk, f"periods/{many.period.id}/matrix")
    with capsys.disabled():
        sys.stdout.write(f"\nmatrix of {MANY} units × {MONTHS} months: {counts} statements, {took:.0f} ms\n")
    assert counts[0] == counts[2], "statements for 5 units and 60 units, one month"
    assert counts[1] == counts[3], "statements for 5 units and 60 units, the year"
    assert took <= MOST_MS
