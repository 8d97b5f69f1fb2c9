"""A month of sixty units with forty rows each: the draft of its consolidation is there at once."""

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


def draft(month: LargeMonth) -> tuple[Api, str]:
    """The clerk, and the path of a draft with as many monitoring reports as units' reports in it."""
    clerk = Api(month.world.person("VP", "clerk"))
    made = clerk.post("consolidations", {"period": LABEL})
    assert made.status_code == 201, made.json()
    assert len(made.json()["cases"]) == 2 * len(month.units)
    return clerk, f"consolidations/{made.json()['id']}"


def statements(api: Api, path: str) -> list[str]:
    """What one GET asks the database."""
    with CaptureQueriesContext(connection) as seen:
        assert api.get(path).status_code == 200
    return [query["sql"] for query in seen.captured_queries]


def say(capsys: Any, text: str) -> None:
    """Prints a figure although the test passes."""
    with capsys.disabled():
        sys.stdout.write(f"\n{text}\n")


def test_the_draft_of_a_large_month(large_months: tuple[LargeMonth, LargeMonth], capsys: Any) -> None:
    clerk, path = draft(large_months[1])
    shown = clerk.get(path).json()
    assert shown["figures"]["checked"] == {"due": 2400, "done": 1500, "not_done": 900, "unfollowed": 0}
    assert (len(shown["unfinished"]), len(shown["contradictions"])) == (900, 300)
    took = milliseconds(clerk, path)
    say(capsys, f"consolidation of {MANY} units x {ROWS} rows: {took:.0f} ms (median of 5)")
    if connection.vendor == "sqlite":
        assert took <= MOST_MILLISECONDS


def test_it_costs_the_same_with_few_units_and_with_many(
    large_months: tuple[LargeMonth, LargeMonth], capsys: Any
) -> None:
    counts = []
    for month in large_months:
        clerk, path = draft(month)
        statements(clerk, path)
        counts.append(len(statements(clerk, path)))
    say(capsys, f"consolidation of {FEW} and {MANY} units: {counts} statements")
    assert counts[0] == counts[1]
