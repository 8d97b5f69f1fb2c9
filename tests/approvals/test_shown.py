"""What was submitted is shown, exported and judged from its frozen content; tables and files beside it are compared."""

import json
import logging
from contextlib import suppress
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from openpyxl import load_workbook

from approvals import triggers
from approvals.ledger.files import path_of
from approvals.models import EvidenceCitation
from plans.models import Plan, PlanRow, RowUnit
from tests.api import Api
from tests.factories import APPROVED, PRESENTED, SUBMITTED, World
from workflow.models import Case

PDF = b"%PDF-1.7 noi dung"


@pytest.fixture
def unguarded(one: World) -> World:
    """The triggers are lifted until the end of the test, as by somebody who owns the database."""
    triggers.lift(connection)
    return one


def faults() -> list[dict[str, Any]]:
    """What verify_ledger finds."""
    out = StringIO()
    with suppress(CommandError):
        call_command("verify_ledger", "--json", stdout=out)
    return list(json.loads(out.getvalue())["faults"])


def forge(case_id: UUID) -> None:
    """Other words and another title, past the program."""
    PlanRow.objects.filter(plan=case_id).update(text="CHI 9 TỶ ĐỒNG", due_text="Tháng 1/2027")
    RowUnit.objects.filter(row__plan=case_id).delete()
    Case.objects.filter(id=case_id).update(title="TÊN BỊ SỬA", search="ten bi sua")
    Plan.objects.filter(case=case_id).update(number="99", note="Sửa", kind="task")


def printed(api: Api, case_id: UUID) -> str:
    """Every word of the plan's printed form."""
    _answer, data = api.download(f"plans/{case_id}/export?form=appendix-1&format=xlsx")
    sheet: Any = load_workbook(BytesIO(data)).active
    return " ".join(str(cell.value) for line in sheet for cell in line if cell.value)


def titled(api: Api, address: str, case_id: UUID) -> list[str]:
    """What the case is called in a list."""
    found = api.get(address).json()["results"]
    return [line["title"] for line in found if str(case_id) in (line.get("id"), line.get("case"))]


def test_a_submitted_plan_shows_what_was_submitted_whatever_its_tables_say(unguarded: World) -> None:
    case_id = unguarded.plan_at(SUBMITTED)
    head = Api(unguarded.person("A", "head"))
    before, paper = head.get(f"plans/{case_id}").json(), printed(head, case_id)
    forge(case_id)
    assert head.get(f"plans/{case_id}").json() == before
    assert printed(head, case_id) == paper
    for address in ("plans", "cases", "inbox"):
        assert titled(head, address, case_id) == [before["title"]]
    assert head.get(f"cases/{case_id}").json()["title"] == before["title"]
    assert head.act(case_id, "approve").status_code == 201
    assert head.get(f"plans/{case_id}").json()["rows"] == before["rows"]
    [fault] = faults()
    assert (fault["case"], fault["code"]) == (str(case_id), "tables")
    assert fault["detail"] == "kind: signed “plan”, in the tables “task”"


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda plan: PlanRow.objects.filter(plan=plan, position=1).update(product="Khác"), "/product: signed"),
        (lambda plan: PlanRow.objects.filter(plan=plan, position=0).update(position=7), "/id: signed “"),
        (lambda plan: Case.objects.filter(id=plan).update(title="TÊN BỊ SỬA"), "in the tables “TÊN BỊ SỬA”"),
        (lambda plan: RowUnit.objects.filter(row__plan=plan, row__position=0).update(part="coordinating"), "/coordinating: signed 0 of them"),
        (lambda plan: Plan.objects.filter(case=plan).update(number="7/KH"), "number: signed “"),
        (lambda plan: Plan.objects.filter(case=plan).update(note="Sửa"), "note: signed “”, in the tables “Sửa”"),
        (lambda plan: PlanRow.first(plan_id=plan, position=9, kind="task").save(), "rows: signed 2 of them"),
        (lambda plan: Case.objects.filter(id=plan).update(kind="conclusions"), "kind: signed “plan”"),
    ],
)  # fmt: skip
def test_the_first_difference_of_a_table_is_named(unguarded: World, change: Any, where: str) -> None:
    unguarded.plan_at(APPROVED)
    case_id = unguarded.plan_at(PRESENTED)
    assert faults() == []
    change(case_id)
    [fault] = faults()
    assert (fault["case"], fault["code"]) == (str(case_id), "tables")
    assert where in fault["detail"]


def test_an_open_draft_may_say_anything(unguarded: World) -> None:
    forge(unguarded.plan_at())
    assert faults() == []


@pytest.fixture
def registered(one: World) -> tuple[Api, UUID, str]:
    """A plan that the office registered as issued with a file; who did, the plan, the file's SHA-256."""
    officer, clerk = Api(one.person("VP", "officer")), Api(one.person("VP", "head"))
    case_id = one.plan_at(unit="VP")
    file = SimpleUploadedFile("kh.pdf", PDF, content_type="application/pdf")
    sha256 = clerk.upload("evidence", file).json()["sha256"]
    issued = {"number": "12/KH", "date": "2026-09-30", "signer": "Hiệu trưởng", "evidence": sha256}
    answer = clerk.act(case_id, "register", issued=issued)
    assert answer.status_code == 201, answer.json()
    assert officer.get(f"plans/{case_id}").json()["issued"] == issued
    return clerk, case_id, sha256


def overwrite(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 GIA")


@pytest.mark.parametrize(
    ("damage", "code", "word"),
    [(overwrite, "file-changed", "changed"), (Path.unlink, "file-lost", "missing")],
)
def test_a_file_that_is_not_what_was_kept_is_not_given_out_and_is_named(
    registered: tuple[Api, UUID, str], damage: Any, code: str, word: str, caplog: pytest.LogCaptureFixture
) -> None:
    api, case_id, sha256 = registered
    assert faults() == []
    assert api.download(f"evidence/{sha256}")[1] == PDF
    damage(path_of(sha256))
    with caplog.at_level(logging.ERROR):
        answer = api.get(f"evidence/{sha256}")
    assert answer.status_code == 409
    assert [reason["code"] for reason in answer.json()["reasons"]] == [code]
    assert str(path_of(sha256)) not in answer.content.decode()
    told = [record.getMessage() for record in caplog.records if record.name.startswith("approvals")]
    assert told == [f"evidence {sha256} is {word}"]
    assert faults() == [
        {"case": str(case_id), "sequence": 0, "code": "evidence", "detail": f"{sha256}: {word}"}
    ]


def test_a_citation_that_is_gone_and_issued_data_that_changed_are_named(
    registered: tuple[Api, UUID, str],
) -> None:
    api, case_id, sha256 = registered
    before = api.get(f"plans/{case_id}").json()
    triggers.lift(connection)
    EvidenceCitation.objects.all().delete()
    assert [fault["detail"] for fault in faults()] == [f"{sha256}: cited no longer"]
    Plan.objects.filter(case=case_id).update(issued_number="13/KH")
    assert [fault["detail"] for fault in faults()] == ["issued/number: signed “12/KH”, in the tables “13/KH”"]
    assert api.get(f"plans/{case_id}").json() == before
