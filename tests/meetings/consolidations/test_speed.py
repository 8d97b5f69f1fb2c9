"""A month of sixty units with forty rows each: the draft of its consolidation is there at once."""

import sys
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.api import Api
from tests.factories import small_world
from tests.meetings.consolidations.large_month import LABEL, large_month
from tests.speed import milliseconds

pytestmark = pytest.mark.slow
FEW, MANY, ROWS = 5, 60, 40
MOST_MILLISECONDS = 300


def draft(units: int, code: str = "W") -> tuple[Api, str]:
    """The clerk, and the path of a draft with as many monitoring reports and units' reports in it."""
    month = large_month(small_world(code), units=units, rows=ROWS)
    clerk = Api(month.world.person("VP", "clerk"))
    made = clerk.post("consolidations", {"period": LABEL})
    assert made.status_code == 201, made.json()
    assert len(made.json()["cases"]) == 2 * units
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


def test_the_draft_of_a_large_month(db: None, capsys: Any) -> None:
    clerk, path = draft(MANY)
    shown = clerk.get(path).json()
    assert shown["figures"]["checked"] == {"due": 2400, "done": 1500, "not_done": 900, "unfollowed": 0}
    assert (len(shown["unfinished"]), len(shown["contradictions"])) == (900, 300)
    took = milliseconds(clerk, path)
    say(capsys, f"consolidation of {MANY} units x {ROWS} rows: {took:.0f} ms (median of 5)")
    if connection.vendor == "sqlite":
        assert took <= MOST_MILLISECONDS


def test_it_costs_the_same_with_few_units_and_with_many(db: None, capsys: Any) -> None:
    counts = []
    for units, code in ((FEW, "F"), (MANY, "M")):
        clerk, path = draft(units, code)
        statements(clerk, path)
        counts.append(len(statements(clerk, path)))
    say(capsys, f"consolidation of {FEW} and {MANY} units: {counts} statements")
    assert counts[0] == counts[1]
