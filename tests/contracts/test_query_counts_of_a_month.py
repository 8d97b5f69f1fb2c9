"""What a month shows costs the same number of SQL statements, however many units, rows and monitoring units it has.

The matrix, a consolidation, agenda and slips have tests of their own (test_speed.py beside them).
"""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.models import PlanRow
from tests.api import Api
from tests.clock import Clock, moment
from tests.factories import small_world
from tests.reported_month import Month, done

FEW, MANY = 2, 6


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Before the reports are due."""
    return Clock(monkeypatch, moment("2026-10-22 09:00"))


def month_of(code: str, count: int) -> Month:
    """`count` units N report as many rows each to B, and have signed; A reports a row to each N, and has written nothing."""
    month = Month(small_world(code))
    shorts = [f"N{number}" for number in range(count)]
    for short in shorts:
        month.world.open_unit(short)
    rows = [month.task("Việc", "Tháng 10/2026", short) for short in shorts for _ in range(count)]
    month.plan("Chung", rows)
    for short in shorts:
        month.plan(f"Của {short}", [month.task("Riêng", "Tháng 10/2026")], monitor=short)
    month.until("2026-10-20 08:00")
    month.open()
    for short in shorts:
        said = PlanRow.objects.filter(units__unit=month.world.unit(short), text="Việc").values_list(
            "id", flat=True
        )
        month.say(month.report(short), [done(row) for row in said], unit=short)
        month.sign_report(month.report(short), unit=short)
    return month


def statements(api: Api, path: str, **params: Any) -> int:
    """How many one GET takes, the second time."""
    for _ in range(2):
        with CaptureQueriesContext(connection) as seen:
            answer = api.get(path, **params)
        assert answer.status_code == 200, answer.json()
    return len(seen)


def shown(month: Month) -> dict[str, int]:
    """What is looked at in a month -> statements."""
    world = month.world
    leader, officer, head = (
        Api(world.person(*who)) for who in (("", "leader"), ("A", "officer"), ("B", "head"))
    )
    unit_report, monitoring = month.report("N0"), month.monitoring("B")
    return {
        "units' reports": statements(leader, "reports", kind="unit", page_size=100),
        "monitoring reports": statements(leader, "reports", kind="monitoring", page_size=100),
        "a unit's signed report": statements(leader, f"reports/{unit_report}"),
        "a unit's open report": statements(officer, f"reports/{month.report('A', 'N0')}"),
        "a monitoring report": statements(head, f"reports/{monitoring}"),
        "its case": statements(head, f"cases/{monitoring}"),
        "a sheet": statements(officer, f"sheets/{month.label}/{world.code}-A"),
        "the officer's inbox": statements(officer, "inbox", page_size=100),
        "the monitor's inbox": statements(head, "inbox", page_size=100),
    }


def written(month: Month) -> dict[str, int]:
    """What is written in a month -> statements: A submits all its parts at once, B agrees with all units and checks them."""
    world = month.world
    officer, follower, head = (
        Api(world.person(*who)) for who in (("A", "officer"), ("B", "officer"), ("B", "head"))
    )
    parts = officer.get(f"sheets/{month.label}/{world.code}-A").json()["parts"]
    for part in parts:
        month.say(UUID(part["id"]), [done(row["row"]) for row in part["rows"]])
    monitoring = month.monitoring("B")
    signed = [month.report(f"N{number}") for number in range(len(parts))]
    return {
        "submit all parts": bulk(officer, "submit", [part["id"] for part in parts]),
        "agree": agree(follower, monitoring),
        "check all reports": bulk(head, "review", signed),
    }


def bulk(api: Api, act: str, case_ids: list[Any]) -> int:
    """One act on all the cases in one request."""
    cases = [{"id": str(case_id), "digest": api.digest(case_id)} for case_id in case_ids]
    with CaptureQueriesContext(connection) as seen:
        answer = api.post("acts", {"act": act, "cases": cases}, key=str(uuid4()))
    assert {row["status"] for row in answer.json()["results"]} == {201}, answer.json()
    return len(seen)


def agree(api: Api, case_id: Any) -> int:
    """đồng ý tất cả."""
    digest = api.digest(case_id)
    with CaptureQueriesContext(connection) as seen:
        answer = api.post(f"reports/{case_id}/agree", {}, digest=digest)
    assert answer.status_code == 200, answer.json()
    return len(seen)


def test_looking_at_a_month(db):
    few, many = month_of("F", FEW), month_of("M", MANY)
    assert shown(few) == shown(many)


def test_writing_in_a_month(db):
    few, many = month_of("F", FEW), month_of("M", MANY)
    assert written(few) == written(many)


def test_drafting_the_reports_of_a_month(db):
    few, many = (opened(code, count) for code, count in (("F", FEW), ("M", MANY)))
    assert few == many


def opened(code: str, count: int) -> int:
    """Statements of POST periods/{id}/open for a month in which a unit reports to so many others."""
    month = Month(small_world(code))
    for number in range(count):
        month.world.open_unit(f"N{number}")
        month.plan(f"Của {number}", [month.task("Riêng", "Tháng 10/2026")], monitor=f"N{number}")
    clerk = Api(month.world.person("VP", "clerk"))
    with CaptureQueriesContext(connection) as seen:
        answer = clerk.post(f"periods/{month.period.id}/open")
    assert answer.json() == {"unit_reports": count, "monitoring_reports": count}
    return len(seen)
