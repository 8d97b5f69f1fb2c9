"""A cell of the year is the month's own cell, whatever became of a report: one function says where each stands."""

from typing import Any

import pytest

from periods.models import Period
from tests.factories import World

from .signed_months import cell_of, clock_at, open_month, report, say_done, sign_at, signed, submit, table

OCTOBER, NOVEMBER = "2026-10", "2026-11"


@pytest.fixture
def autumn(one: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """October and November with something of everything, seen on Tuesday 24/11 at noon.

    Checked, waiting, returned and mended late, returned and still open, recalled, submitted only, never written.
    """
    open_month(one, OCTOBER)
    signed(one, OCTOBER, "A", "B", "26/10/2026 09:00")
    returned = signed(one, OCTOBER, "A", "VP", "26/10/2026 10:00")
    sign_at(one, returned, "return", "VP", "head", "27/10/2026 09:00", comment="Thiếu minh chứng")
    recalled = signed(one, OCTOBER, "C", "B", "26/10/2026 11:00")
    sign_at(one, recalled, "recall", "C", "head", "26/10/2026 12:00", comment="Sửa số liệu")
    own = signed(one, OCTOBER, "B", "", "28/10/2026 18:00")
    sign_at(one, own, "return", "VP", "head", "29/10/2026 09:00", comment="Sai mẫu", ground="other")
    signed(one, OCTOBER, "VP", "", "28/10/2026 16:00")
    open_month(one, NOVEMBER)
    checked = signed(one, NOVEMBER, "A", "B", "20/11/2026 09:00")
    say_done(one, report(one, NOVEMBER, "B"), "B")
    sign_at(one, checked, "review", "B", "head", "20/11/2026 10:00")
    signed(one, NOVEMBER, "C", "B", "23/11/2026 18:00")
    submit(one, report(one, NOVEMBER, "A", "VP"), "A")
    clock_at(monkeypatch, "24/11/2026 12:00")
    return one


def stands(cell: dict[str, Any]) -> list[tuple[str, str]]:
    """(status, stand) of every report of a cell."""
    reports = [*cell["reports"]["parts"], *([cell["monitoring"]] if cell["monitoring"] else [])]
    return [(one["status"], one["stand"]) for one in reports]


@pytest.mark.parametrize(
    ("short", "role"), [("VP", "clerk"), ("", "leader"), ("A", "officer"), ("B", "head")]
)
def test_every_cell_of_the_year_is_the_months_own(autumn: World, short: str, role: str) -> None:
    year = table(autumn, autumn.period, short, role)
    for place, month in enumerate(year["months"]):
        alone = table(autumn, period_of(autumn, month["label"]), short, role)
        assert alone["months"] == [month]
        assert alone["totals"] == [year["totals"][place]]
        assert {row["unit"]: row["cells"][0] for row in alone["units"]} == {
            row["unit"]: row["cells"][place] for row in year["units"]
        }


def test_the_year_knows_what_waits_and_what_was_sent_back(autumn: World) -> None:
    year = table(autumn, autumn.period)
    shown = {
        (unit, label): stands(cell_of(year, f"W-{unit}", label))
        for unit in "ABC"
        for label in (OCTOBER, NOVEMBER)
    }
    assert shown == {
        ("A", OCTOBER): [("on-time", "waiting"), ("on-time", "returned")],
        ("B", OCTOBER): [("late", "returned")],
        ("C", OCTOBER): [("missing", "missing")],
        ("A", NOVEMBER): [("on-time", "checked"), ("missing", "missing")],
        ("B", NOVEMBER): [("pending", "missing")],
        ("C", NOVEMBER): [("late", "waiting")],
    }


def period_of(world: World, label: str) -> Period:
    """A confirmed month."""
    return Period.objects.get(institution=world.institution, label=label)
