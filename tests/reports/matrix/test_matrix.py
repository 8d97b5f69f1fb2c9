"""The matrix, its figures counted by hand.

October 2026: units owe their reports by Monday 26/10 17:00, monitoring units by Wednesday 28/10 17:00.
November 2026: by Monday 23/11 and Wednesday 25/11. A reports to B and to VP, C reports to B.
"""

import pytest

from periods.models import Period
from tests.api import Api
from tests.factories import World, small_world

from .signed_months import (
    NOVEMBER,
    OCTOBER,
    cell_of,
    clock_at,
    moment,
    open_month,
    report,
    sign_at,
    signed,
    submit,
    table,
)

DECEMBER = "2026-12"
MONTHS = [f"2026-{month:02}" for month in range(8, 13)] + [f"2027-{month:02}" for month in range(1, 8)]


@pytest.fixture
def october(one) -> Period:
    return open_month(one, OCTOBER)


@pytest.fixture
def autumn(signed_autumn: World, monkeypatch) -> World:
    """October and November as `two_months` tells, seen on Tuesday 24/11 at noon."""
    clock_at(monkeypatch, "24/11/2026 12:00")
    return signed_autumn


def test_the_columns_are_the_confirmed_months_of_the_school_year(autumn):
    shown = table(autumn, autumn.period)
    assert [month["label"] for month in shown["months"]] == MONTHS
    assert [cell["period"] for cell in shown["units"][0]["cells"]] == MONTHS
    assert [row["unit"] for row in shown["units"]] == ["W-VP", "W-A", "W-B", "W-C"]
    october = shown["months"][2]
    assert moment("26/10/2026 17:00").isoformat() == october["unit_due_at"]
    assert moment("28/10/2026 17:00").isoformat() == october["office_due_at"]
    assert october["meeting_at"].startswith("2026-10-30")


def test_months_that_nobody_confirmed_are_no_columns(db):
    world = small_world("W")
    assert table(world, world.period) == {
        "months": [],
        "units": [
            {"unit": f"W-{code}", "name": f"Phòng {code} W", "cells": [], "completeness": None, "on_time_rate": None}
            for code in ("VP", "A", "B")
        ],
        "totals": [],
    }  # fmt: skip


def test_the_worst_of_the_parts_stands_for_the_unit(autumn):
    shown = table(autumn, autumn.period)
    statuses = {
        label: [cell_of(shown, f"W-{unit}", label)["reports"]["status"] for unit in ("VP", "A", "B", "C")]
        for label in (OCTOBER, NOVEMBER)
    }
    assert statuses == {
        OCTOBER: ["nothing-due", "late", "nothing-due", "missing"],
        NOVEMBER: ["nothing-due", "missing", "nothing-due", "late"],
    }
    parts = cell_of(shown, "W-A", OCTOBER)["reports"]["parts"]
    assert [(part["monitor"], part["status"]) for part in parts] == [("W-B", "on-time"), ("W-VP", "late")]
    assert parts[0]["signed_at"] == moment("26/10/2026 16:59:59").isoformat()


def test_monitoring_reports_stand_beside(autumn):
    shown = table(autumn, autumn.period)
    own = [cell_of(shown, f"W-{unit}", label)["monitoring"] for label in (OCTOBER, NOVEMBER) for unit in "AB"]
    assert [found and found["status"] for found in own] == [None, "on-time", None, "pending"]
    assert own[3]["signed_at"] is None
    assert (own[3]["state"], own[3]["submitted"], own[3]["returned"]) == ("draft", False, 0)


def test_a_month_whose_reports_were_not_drafted_is_empty(autumn):
    shown = table(autumn, autumn.period)
    for unit in ("VP", "A", "B", "C"):
        empty = {"period": DECEMBER, "status": None, "reports": None, "monitoring": None}
        assert cell_of(shown, f"W-{unit}", DECEMBER) == empty
    assert shown["totals"][4] == {
        "period": DECEMBER, "expected": 0, "signed": 0, "on_time": 0, "late": 0, "missing": 0, "completeness": None,
        "on_time_rate": None,
    }  # fmt: skip


def test_completeness_and_on_time_rate_per_month(autumn):
    totals = {row.pop("period"): row for row in table(autumn, autumn.period)["totals"]}
    assert totals[OCTOBER] == {
        "expected": 5, "signed": 4, "on_time": 2, "late": 2, "missing": 1, "completeness": 0.8, "on_time_rate": 0.4,
    }  # fmt: skip
    assert totals[NOVEMBER] == {
        "expected": 4, "signed": 3, "on_time": 2, "late": 1, "missing": 1, "completeness": 0.75, "on_time_rate": 0.5,
    }  # fmt: skip


def test_completeness_and_on_time_rate_per_unit(autumn):
    rates = {
        row["unit"]: (row["completeness"], row["on_time_rate"])
        for row in table(autumn, autumn.period)["units"]
    }
    assert rates == {"W-VP": (1.0, 0.5), "W-A": (0.75, 0.5), "W-B": (1.0, 1.0), "W-C": (0.5, 0.0)}


def test_a_month_is_its_own_only_column(autumn):
    shown = table(autumn, Period.objects.get(institution=autumn.institution, label=OCTOBER))
    assert [month["label"] for month in shown["months"]] == [OCTOBER]
    rates = {row["unit"]: row["completeness"] for row in shown["units"]}
    assert rates == {"W-VP": 1.0, "W-A": 1.0, "W-B": 1.0, "W-C": 0.0}


@pytest.mark.parametrize(
    ("now", "status"), [("26/10/2026 16:59:59", "pending"), ("26/10/2026 17:00:00", "missing")]
)
def test_what_nobody_signed_is_missing_from_the_due_point_on(one, october, monkeypatch, now, status):
    clock_at(monkeypatch, now)
    assert cell_of(table(one, october), "W-C", OCTOBER)["reports"]["status"] == status


def test_a_submitted_report_without_the_heads_signature_is_not_there(one, october, monkeypatch):
    submit(one, report(one, OCTOBER, "C", "B"), "C")
    clock_at(monkeypatch, "26/10/2026 18:00")
    [part] = cell_of(table(one, october), "W-C", OCTOBER)["reports"]["parts"]
    assert (part["submitted"], part["status"], part["signed_at"]) == (True, "missing", None)


def test_a_return_does_not_erase_the_first_signature(one, october, monkeypatch):
    case_id = signed(one, OCTOBER, "C", "B", "26/10/2026 09:00")
    sign_at(one, case_id, "return", "B", "head", "27/10/2026 09:00", comment="Thiếu minh chứng")
    clock_at(monkeypatch, "27/10/2026 10:00")
    [part] = cell_of(table(one, october), "W-C", OCTOBER)["reports"]["parts"]
    assert (part["state"], part["returned"], part["status"]) == ("draft", 1, "on-time")
    submit(one, case_id, "C")
    sign_at(one, case_id, "approve", "C", "head", "28/10/2026 09:00")
    clock_at(monkeypatch, "28/10/2026 10:00")
    [part] = cell_of(table(one, october), "W-C", OCTOBER)["reports"]["parts"]
    assert (part["state"], part["status"]) == ("unit-approved", "on-time")
    assert part["signed_at"] == moment("26/10/2026 09:00").isoformat()


def test_recalling_and_signing_again_keeps_the_first_signature(one, october, monkeypatch):
    case_id = signed(one, OCTOBER, "C", "B", "26/10/2026 18:00")
    sign_at(one, case_id, "recall", "C", "head", "26/10/2026 19:00", comment="Sửa số liệu")
    one.stage.submit(case_id, "W-C")
    sign_at(one, case_id, "approve", "C", "head", "27/10/2026 09:00")
    clock_at(monkeypatch, "28/10/2026 10:00")
    [part] = cell_of(table(one, october), "W-C", OCTOBER)["reports"]["parts"]
    assert (part["status"], part["signed_at"]) == ("late", moment("26/10/2026 18:00").isoformat())


def test_a_moved_due_point_counts(one, october, monkeypatch):
    signed(one, OCTOBER, "C", "B", "27/10/2026 09:00")
    clock_at(monkeypatch, "27/10/2026 10:00")
    moved = {"unit_due_at": "2026-10-27T12:00:00+07:00", "reason": "Nghỉ bão"}
    answer = Api(one.person("VP", "clerk")).send("patch", f"periods/{october.id}", moved)
    assert answer.status_code == 200, answer.json()
    assert cell_of(table(one, october), "W-C", OCTOBER)["reports"]["status"] == "on-time"


# --- Who sees what ---------------------------------------------------------------------------------------


def cases_shown(world: World, period: Period, short: str, role: str) -> dict[str, list[bool]]:
    """Unit -> whether the person gets the case of each of its parts."""
    shown = table(world, period, short, role)
    cells = [(row["unit"], row["cells"][0]["reports"]["parts"]) for row in shown["units"]]
    return {unit: [part["case"] is not None for part in parts] for unit, parts in cells if parts}


@pytest.mark.parametrize(
    ("short", "role", "of_a", "of_c"),
    [
        ("A", "officer", [True, True], [False]),
        ("C", "head", [False, False], [True]),
        ("B", "head", [True, False], [False]),  # C's is a draft that was never submitted
        ("VP", "clerk", [True, False], [False]),
        ("", "leader", [True, True], [True]),
        ("", "administrator", [False, False], [False]),
    ],
)
def test_everyone_sees_statuses_and_only_who_may_the_cases(
    one, october, monkeypatch, short, role, of_a, of_c
):
    signed(one, OCTOBER, "A", "B", "26/10/2026 09:00")
    clock_at(monkeypatch, "26/10/2026 18:00")
    assert cases_shown(one, october, short, role) == {"W-A": of_a, "W-C": of_c}
    shown = table(one, october, short, role)
    assert [part["status"] for part in cell_of(shown, "W-A", OCTOBER)["reports"]["parts"]] == [
        "on-time",
        "missing",
    ]


def test_a_part_leads_to_its_case(one, october, monkeypatch):
    case_id = signed(one, OCTOBER, "A", "B", "26/10/2026 09:00")
    clock_at(monkeypatch, "26/10/2026 18:00")
    assert cell_of(table(one, october, "B", "head"), "W-A", OCTOBER)["reports"]["parts"][0]["case"] == str(
        case_id
    )


def test_a_signed_monitoring_report_is_open_to_every_unit(one, october, monkeypatch):
    own = signed(one, OCTOBER, "B", "", "28/10/2026 09:00")
    clock_at(monkeypatch, "28/10/2026 18:00")
    shown = table(one, october, "C", "officer")
    assert cell_of(shown, "W-B", OCTOBER)["monitoring"]["case"] == str(own)
    assert cell_of(shown, "W-VP", OCTOBER)["monitoring"]["case"] is None


def test_a_period_of_another_institution_is_not_found(one, october):
    stranger = Api(small_world("X").person("VP", "clerk"))
    assert stranger.get(f"periods/{october.id}/matrix").status_code == 404


def test_a_unit_that_ended_is_shown_where_it_owed_a_report(one, october, monkeypatch):
    gone = one.open_unit("D")
    for unit in (gone, one.unit("C")):
        unit.valid_to = moment("31/10/2026 00:00").date()
        unit.save()
    clock_at(monkeypatch, "31/10/2026 12:00")
    assert [row["unit"] for row in table(one, october)["units"]] == ["W-VP", "W-A", "W-B", "W-C", "W-D"]
    clock_at(monkeypatch, "01/11/2026 12:00")
    assert [row["unit"] for row in table(one, october)["units"]] == ["W-VP", "W-A", "W-B", "W-C"]
