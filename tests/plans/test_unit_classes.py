"""A row names a class of units ("Các khoa") where it may name a unit: written, read from a workbook, printed, asked."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from organization.models import Unit
from plans.models import Plan, RowUnit
from plans.printing import lines
from plans.queries import called, units_named
from tests.api import Api
from tests.factories import DRAFT, World, small_world
from tests.papers.books import book_of

ROW = {"kind": "task", "text": "Việc", "due_text": "Tháng 12/2026", "product": "Báo cáo"}


@pytest.fixture
def one(db: None) -> World:
    """Departments VP, A, B and two faculties, of which one has ended."""
    world = small_world("W")
    world.open_unit("K1", kind="faculty")
    ended = world.open_unit("K2", kind="faculty")
    Unit.objects.filter(id=ended.id).update(valid_to="2025-01-31")
    return world


def put(one: World, case_id: Any, row: dict[str, Any]) -> Any:
    officer = Api(one.person("A", "officer"))
    return officer.send("put", f"plans/{case_id}/rows", {"rows": [ROW | row]}, digest=officer.digest(case_id))


def test_a_class_stands_where_a_unit_may(one: World) -> None:
    case_id = one.plan_at(DRAFT)
    named = {"leads": ["W-A", "class:faculty"], "coordinating": ["class:unit"]}
    answer = put(one, case_id, named)
    assert answer.status_code == 200, answer.json()
    [row] = answer.json()["rows"]
    assert {name: row[name] for name in named} == named
    plan = Plan.objects.get(case=case_id)
    names = called(named["leads"], plan.case.institution_id)
    assert lines(named["leads"], names).splitlines()[0] == "Phòng A W"
    assert {unit.code for unit in units_named(RowUnit.objects.filter(row__plan=plan), plan.case.institution_id, one.now().date())} == {
        "W-VP", "W-A", "W-B", "W-K1",
    }  # fmt: skip
    assert Api(one.person("A", "officer")).acts(case_id)["submit"] == []


@pytest.mark.parametrize(
    "leads", [["class:ward"], ["class:"], ["faculty"], ["class:faculty", "class:faculty"]]
)
def test_a_class_that_is_none_is_refused_at_its_row(one: World, leads: list[str]) -> None:
    answer = put(one, one.plan_at(DRAFT), {"leads": leads})
    assert answer.status_code == 422
    assert {reason["field"] for reason in answer.json()["reasons"]} == {"leads"}


@pytest.mark.parametrize(
    ("cell", "leads"),
    [
        ("Các khoa", ["class:faculty"]), ("các phòng, các khoa", ["class:department", "class:faculty"]),
        ("Phòng A W; Các khoa", ["W-A", "class:faculty"]), ("Toàn trường", ["class:unit"]),
        ("Các phòng, khoa, trung tâm", ["class:unit"]), ("Tất cả các đơn vị", ["class:unit"]),
    ],
)  # fmt: skip
def test_a_workbook_names_a_class_as_offices_write_it(one: World, cell: str, leads: list[str]) -> None:
    book = book_of([["1", "Nhiệm vụ", cell, "31/12/2026", "Báo cáo"]])
    sent = {"unit": "W-A", "period": "2026-2027"}
    answer = Api(one.person("A", "officer")).upload(
        "imports", SimpleUploadedFile("ke-hoach.xlsx", book), **sent
    )
    assert answer.json()["errors"] == []
    assert [row["leads"] for row in answer.json()["rows"]] == [leads]
