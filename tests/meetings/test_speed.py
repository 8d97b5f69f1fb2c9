"""A month of sixty units with forty rows each: its agenda is there at once, and costs as much as that of five."""

import sys
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.api import Api
from tests.meetings.consolidations.large_month import FEW, LABEL, MANY, ROWS, LargeMonth
from tests.speed import milliseconds

pytestmark = pytest.mark.slow
MOST_MILLISECONDS = 300


def meeting_of(month: LargeMonth) -> tuple[Api, str]:
    """The leadership, and the path of a meeting that hears all of its units, each with a proposal answered."""
    clerk, head = (Api(month.world.person("VP", role)) for role in ("clerk", "head"))
    made = clerk.post("consolidations", {"period": LABEL, "proposals": [f"Đề nghị {n}" for n in range(50)]})
    assert made.status_code == 201, made.json()
    case_id = made.json()["id"]
    for who, act in ((clerk, "submit"), (head, "consolidate")):
        assert who.act(case_id, act).status_code == 201
    body = {"consolidations": [case_id], "held_at": "2026-10-30T08:00:00+07:00"}
    return Api(month.world.person("", "leader")), f"meetings/{clerk.post('meetings', body).json()['id']}"


def statements(api: Api, path: str) -> int:
    """How many statements one GET costs."""
    with CaptureQueriesContext(connection) as seen:
        assert api.get(path).status_code == 200
    return len(seen)


def test_the_agenda_of_a_large_month(large_months: tuple[LargeMonth, LargeMonth], capsys: Any) -> None:
    counts = {}
    for units, month in zip((FEW, MANY), large_months, strict=True):
        leader, path = meeting_of(month)
        for what in ("agenda", "slips"):
            statements(leader, f"{path}/{what}")
            counts[units, what] = statements(leader, f"{path}/{what}")
    agenda = leader.get(f"{path}/agenda").json()
    assert [len(unit["plans"][0]["rows"]) for unit in agenda["units"]] == [ROWS] * MANY
    took = {what: milliseconds(leader, f"{path}/{what}") for what in ("agenda", "slips")}
    with capsys.disabled():
        sys.stdout.write(f"\nmeeting of {MANY} units x {ROWS} rows: {took} ms (median of 5), {counts}\n")
    for what in ("agenda", "slips"):
        assert counts[FEW, what] == counts[MANY, what]
    if connection.vendor == "sqlite":
        assert took["agenda"] <= MOST_MILLISECONDS
