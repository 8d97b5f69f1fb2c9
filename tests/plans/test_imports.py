"""A workbook is read, shown with every row's errors, and taken over whole or not at all."""

import signal
import subprocess
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from plans.models import ImportDraft, Plan
from tests.api import Api
from tests.papers.books import book_of, hoa_binh, saved, zipped

GOOD = [["1", "Nhiệm vụ một", "Phòng A W", "Tháng 12/2026", "Báo cáo"],
        ["2", "Nhiệm vụ hai", "Phòng B W", "Quý I/2027", "Kế hoạch"]]  # fmt: skip


@pytest.fixture
def officer(one) -> Api:
    return Api(one.person("A", "officer"))


def send(
    api: Api, data: bytes, *, name: str = "ke-hoach.xlsx", unit: str = "W-A", period: str = "2026-2027"
) -> Any:
    """POST imports."""
    return api.upload("imports", SimpleUploadedFile(name, data), unit=unit, period=period)


def test_a_preview_shows_what_was_read_and_saves_no_plan(officer):
    before = Plan.objects.count()
    answer = send(officer, book_of(GOOD))
    read = answer.json()
    assert answer.status_code == 201
    assert (read["targets"], read["tasks"], read["errors"], read["warnings"]) == (0, 2, [], [])
    assert [row["text"] for row in read["rows"]] == ["Nhiệm vụ một", "Nhiệm vụ hai"]
    assert [row["leads"] for row in read["rows"]] == [["W-A"], ["W-B"]]
    assert read["rows"][0]["due"]["end"] == "2026-12-31"
    assert Plan.objects.count() == before


def test_a_confirmed_preview_becomes_a_draft_of_the_unit(officer):
    read = send(officer, book_of(GOOD)).json()
    answer = officer.post(f"imports/{read['id']}/confirm", {"title": "Kế hoạch nhập"})
    plan = answer.json()
    assert answer.status_code == 201
    assert (plan["title"], plan["unit"], plan["state"], plan["submitted"]) == (
        "Kế hoạch nhập",
        "W-A",
        "draft",
        False,
    )
    assert [row["text"] for row in plan["rows"]] == ["Nhiệm vụ một", "Nhiệm vụ hai"]
    assert [row["due_text"] for row in plan["rows"]] == ["Tháng 12/2026", "Quý I/2027"]


def test_confirming_twice_makes_one_plan(officer):
    read = send(officer, book_of(GOOD)).json()
    first, second = (officer.post(f"imports/{read['id']}/confirm", {}).json()["id"] for _ in range(2))
    assert first == second


def test_every_wrong_cell_is_named_with_row_and_field_and_nothing_can_be_confirmed(officer):
    before = Plan.objects.count()
    wrong = [GOOD[0], ["2", "Nhiệm vụ hai", "Phòng Không Có", "Tháng 12/2026", "Báo cáo"],
             ["3", "Nhiệm vụ ba", "Phòng A W", "Tháng 13/2021", "Báo cáo"]]  # fmt: skip
    read = send(officer, book_of(wrong)).json()
    assert [(error["row"], error["field"]) for error in read["errors"]] == [("3", "leads"), ("4", "due_text")]
    assert "Tháng 13/2021" in read["errors"][1]["text"]
    assert read["tasks"] == 3
    answer = officer.post(f"imports/{read['id']}/confirm", {})
    assert (answer.status_code, answer.json()["code"]) == (422, "import-errors")
    assert answer.json()["reasons"][0]["row"] == "3"
    assert Plan.objects.count() == before


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "trong.xlsx"),
        (b"no workbook", "ke-hoach.xlsx"),
        (zipped({"a.txt": "x"}), "ke-hoach.xlsx"),
        (book_of([], header=["một", "hai"]), "khong-co-bang.xlsx"),
        (zipped({"xl/workbook.xml": "0" * 200_000_000}), "bom.xlsx"),
    ],
    ids=["empty", "text", "zip", "no table", "bomb"],
)
def test_what_is_no_task_list_is_refused_by_the_file(officer, data, name):
    answer = send(officer, data, name=name)
    assert answer.status_code in {400, 422}
    assert answer.json()["reasons"][0]["field"] == "file"
    assert not ImportDraft.objects.exists()


@pytest.mark.parametrize(("unit", "period", "field"), [("X", "2026-2027", "unit"), ("W-A", "1999", "period")])
def test_unit_and_period_must_exist(officer, unit, period, field):
    answer = send(officer, book_of(GOOD), unit=unit, period=period)
    assert (answer.status_code, answer.json()["reasons"][0]["field"]) == (400, field)


def test_nobody_imports_for_another_unit(one):
    answer = send(Api(one.person("B", "head")), book_of(GOOD))
    assert (answer.status_code, answer.json()["code"]) == (403, "not-permitted")


def test_a_preview_is_its_uploaders_only(one, officer):
    read = send(officer, book_of(GOOD)).json()
    assert Api(one.person("A", "head")).post(f"imports/{read['id']}/confirm", {}).status_code == 404


def test_the_whole_list_of_hoa_binh_is_read_over_http(login):
    data, places = hoa_binh()
    officer = login("hb-vp.officer")
    read = send(officer, data, unit="HB-VP", period="2021").json()
    assert (read["errors"], read["tasks"], read["groups"]) == ([], 67, 11)
    assert sorted(int(row["row"]) for row in read["rows"]) == sorted(places.values())
    plan = officer.post(f"imports/{read['id']}/confirm", {}).json()
    assert len(plan["rows"]) == 67


def test_what_was_exported_can_be_imported_again(one, officer):
    case_id = one.plan_at(rows=3)
    _answer, data = officer.download(f"plans/{case_id}/export", form="appendix-1", format="xlsx")
    read = send(officer, data).json()
    assert read["errors"] == []
    assert [row["text"] for row in read["rows"]] == ["Nhiệm vụ 1", "Nhiệm vụ 2", "Nhiệm vụ 3"]
    assert {row["due_text"] for row in read["rows"]} == {"Tháng 12/2026"}


def test_a_saved_workbook_of_openpyxl_without_a_table_is_refused(officer):
    assert send(officer, saved(Workbook())).status_code == 422


def test_a_reader_that_breaks_is_a_refusal_and_nothing_is_kept(officer, monkeypatch):
    """The child is killed by the system, as where memory runs out for all."""
    killed = subprocess.CompletedProcess([], -signal.SIGSEGV, b"", b"")
    monkeypatch.setattr(subprocess, "run", lambda *_args, **_options: killed)
    answer = send(officer, book_of(GOOD))
    assert (answer.status_code, answer.json()["code"]) == (422, "file-breaks-reader")
    assert answer.json()["reasons"][0]["field"] == "file"
    assert not ImportDraft.objects.exists()
