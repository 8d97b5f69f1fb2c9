"""The commands: help, exit codes, --json, and nothing saved when they fail."""

import json
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.core.management import call_command, get_commands, load_command_class
from django.core.management.base import CommandError
from django.db import connection
from openpyxl import load_workbook

from approvals import triggers
from approvals.models import Signature
from plans.models import Plan
from tests.factories import PRESENTED, SUBMITTED, small_world
from tests.papers.books import book_of, hoa_binh

OURS = (
    "load_demo",
    "create_token",
    "import_plan",
    "export_form",
    "verify_ledger",
    "draw_workflow",
    "run_jobs",
)
GOOD = ["1", "Nhiệm vụ một", "Phòng A W", "Tháng 12/2026", "Báo cáo"]
WRONG = ["2", "Nhiệm vụ hai", "Phòng A W", "Tháng 13/2021", "Báo cáo"]


def run(*arguments: Any) -> str:
    """What a command prints."""
    out = StringIO()
    call_command(*(str(argument) for argument in arguments), stdout=out, stderr=out)
    return out.getvalue()


def failed(*arguments: Any) -> tuple[int, str]:
    """Exit code of a command that fails, and what it printed until then."""
    out = StringIO()
    with pytest.raises(CommandError) as error:
        call_command(*(str(argument) for argument in arguments), stdout=out, stderr=out)
    return error.value.returncode, out.getvalue()


@pytest.fixture
def workbook(tmp_path):
    """Writes a workbook with these rows."""

    def write(*rows: list[str]) -> Any:
        path = tmp_path / "ke-hoach.xlsx"
        path.write_bytes(book_of(rows))
        return path

    return write


@pytest.mark.parametrize("name", OURS)
def test_every_command_explains_itself(name, capsys):
    app = get_commands()[name]
    command = load_command_class(app, name) if isinstance(app, str) else app
    with pytest.raises(SystemExit) as left:
        command.run_from_argv(["manage.py", name, "--help"])
    assert left.value.code == 0
    assert command.help
    assert name in capsys.readouterr().out


def import_plan(path: Any, *options: str) -> tuple[Any, ...]:
    """The arguments of an import for unit A."""
    return ("import_plan", path, "--unit", "W-A", "--year", "2026-2027", "--by", "w-a.officer", *options)


def test_a_plan_is_imported_and_its_id_printed(one, workbook):
    printed = run(*import_plan(workbook(GOOD), "--title", "Kế hoạch nhập"))
    plan = Plan.objects.get(case__title="Kế hoạch nhập")
    assert "0 targets, 1 tasks" in printed
    assert f"plan {plan.case_id}" in printed
    assert plan.rows.get().text == "Nhiệm vụ một"


def test_a_dry_run_saves_nothing(one, workbook):
    before = Plan.objects.count()
    read = json.loads(run(*import_plan(workbook(GOOD), "--dry-run", "--json")))
    assert {"targets", "tasks", "groups", "errors", "warnings", "rows"} <= set(read)
    assert (read["tasks"], read["errors"]) == (1, [])
    assert Plan.objects.count() == before


def test_errors_are_printed_as_data_and_exit_with_one_and_nothing_saved(one, workbook):
    before = Plan.objects.count()
    code, printed = failed(*import_plan(workbook(GOOD, WRONG), "--json"))
    read = json.loads(printed)
    [error] = read["errors"]
    assert (code, error["row"], error["field"]) == (1, 3, "due_text")
    assert set(error) >= {"row", "field", "text"}
    assert (read["tasks"], len(read["rows"])) == (2, 2)
    assert Plan.objects.count() == before


def test_the_list_of_hoa_binh_is_imported_by_command(demo, tmp_path):
    path = tmp_path / "hoa-binh.xlsx"
    path.write_bytes(hoa_binh()[0])
    read = json.loads(
        run("import_plan", path, "--unit", "HB-VP", "--year", "2021", "--by", "hb-vp.officer", "--json")
    )
    assert (read["tasks"], read["groups"], read["errors"]) == (67, 11, [])
    assert Plan.objects.get(case=read["plan"]).rows.count() == 67


@pytest.mark.parametrize(
    ("option", "value"), [("--unit", "X"), ("--unit", "HB-VP"), ("--by", "nobody"), ("--year", "20x"), ("--by", "w-b.head")]
)  # fmt: skip
def test_an_import_with_a_wrong_option_fails_and_saves_nothing(demo, workbook, option, value):
    small_world("W")
    before = Plan.objects.count()
    arguments = list(import_plan(workbook(GOOD)))
    arguments[arguments.index(option) + 1] = value
    code, _printed = failed(*arguments)
    assert code in {1, 2}
    assert Plan.objects.count() == before


@pytest.mark.parametrize("content", [b"", b"no workbook"])
def test_an_unreadable_file_exits_with_one_and_says_so_as_data(one, tmp_path, content):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    code, printed = failed(*import_plan(path, "--json"))
    assert code == 1
    assert json.loads(printed)["errors"][0]["text"]


def test_a_missing_file_is_a_usage_error(one, tmp_path):
    assert failed(*import_plan(tmp_path / "none.xlsx"))[0] == 2


def test_a_form_is_written_to_a_file(one, tmp_path):
    target = tmp_path / "phu-luc-1.xlsx"
    assert run("export_form", one.plan_at(rows=2), target).strip() == str(target)
    sheet = load_workbook(BytesIO(target.read_bytes())).active
    assert "Nhiệm vụ 2" in {cell.value for row in sheet.iter_rows() for cell in row}


@pytest.mark.parametrize("plan", ["12", "00000000-0000-7000-8000-000000000000"])
def test_a_form_of_no_plan_is_refused(db, tmp_path, plan):
    assert failed("export_form", plan, tmp_path / "a.xlsx")[0] == 1
    assert not (tmp_path / "a.xlsx").exists()


def test_the_ledger_of_the_demo_is_intact(demo):
    seen = json.loads(run("verify_ledger", "--json"))
    assert seen == {"signatures": Signature.objects.count(), "faults": []}
    assert seen["signatures"] > 100


def test_one_institution_is_verified_alone(demo):
    seen = json.loads(run("verify_ledger", "--institution", "SGDHB", "--json"))
    assert seen["signatures"] == Signature.objects.filter(institution__code="SGDHB").count() > 0
    assert failed("verify_ledger", "--institution", "KHONG-CO")[0] == 2


def tampered(one, **changed: Any) -> tuple[Any, int]:
    """A presented plan one of whose signatures was changed behind the triggers' back."""
    case_id = one.plan_at(PRESENTED)
    triggers.lift(connection)
    Signature.objects.filter(case=case_id, sequence=2).update(**changed)
    triggers.install(connection)
    return case_id, 2


@pytest.mark.parametrize(
    "changed", [{"signer_name": "Ai đó"}, {"comment": "Đồng ý"}, {"capacity": "TM."}, {"act": "review"}, {"hash": "0" * 64}]
)  # fmt: skip
def test_a_tampered_signature_is_named(one, changed):
    case_id, sequence = tampered(one, **changed)
    code, printed = failed("verify_ledger", "--json")
    assert code == 1
    [fault] = json.loads(printed)["faults"]
    assert (fault["case"], fault["sequence"]) == (str(case_id), sequence)


def test_a_tampered_submission_is_named(one):
    case_id = one.plan_at(SUBMITTED)
    triggers.lift(connection)
    submission = one.case(case_id).submissions.get()
    type(submission).objects.filter(id=submission.id).update(
        content=submission.content.replace("Nhiệm", "Nhiem")
    )
    triggers.install(connection)
    code, printed = failed("verify_ledger")
    assert code == 1
    assert str(case_id) in printed


def test_the_demo_prints_who_can_log_in_and_is_left_as_it_is(demo):
    before = (Plan.objects.count(), Signature.objects.count())
    shown = json.loads(run("load_demo", "--json"))
    assert set(shown["institutions"]) == {"Trường Cao đẳng Sơn La", "Sở Giáo dục và Đào tạo tỉnh Hòa Bình"}
    names = {name for people in shown["institutions"].values() for name in people}
    assert {
        "hcqt.head", "hcqt.clerk", "kt-dbcl.officer", "dt.deputy", "rector", "vice-rector", "auditor", "admin",
        "hb-vp.head", "hb-cntt.officer", "hb.director", "hb.auditor", "hb.admin",
    } <= names  # fmt: skip
    assert (Plan.objects.count(), Signature.objects.count()) == before


def test_the_demo_has_plans_in_all_five_states_in_both_institutions(login):
    for username, count in (("rector", 36), ("hb.director", 11)):
        listed = login(username).get("plans", page_size=200).json()["results"]
        plans = [plan for plan in listed if plan["kind"] != "conclusions" and plan["revision"] == 0]
        assert len(plans) == count
        assert {plan["state"] for plan in plans} == {
            "draft", "unit-approved", "monitor-reviewed", "consolidated", "presented",
        }  # fmt: skip


def test_the_demo_has_one_month_heard_one_consolidated_and_one_under_way(login):
    rector = login("rector")

    def states(kind: str, period: str) -> set[str]:
        listed = rector.get("reports", kind=kind, period=period, page_size=200).json()["results"]
        return {report["state"] for report in listed}

    assert states("unit", "2026-09") == states("monitoring", "2026-09") == {"presented"}
    assert states("unit", "2026-10") == states("monitoring", "2026-10") == {"consolidated"}
    assert states("unit", "2026-11") == {"draft", "unit-approved", "monitor-reviewed"}
    now = rector.get("reports", kind="unit", period="2026-11", page_size=200).json()["results"]
    assert {report["status"] for report in now} == {"on-time", "late", "missing"}
    assert any(report["returned"] for report in now)


def test_the_demo_has_an_instruction_that_waits_and_one_that_is_answered(login):
    listed = {row["stands"]: row for row in login("rector").get("instructions").json()["results"]}
    assert {stands: (row["unit"], row["passed_on"]) for stands, row in listed.items()} == {
        "answered": ("DT", False),
        "open": ("KHTC", True),
    }
    [proof] = login("rector").get(f"instructions/{listed['answered']['id']}").json()["evidence"]
    assert proof["value"] == "31/BC-ĐT"


def test_what_no_source_names_is_marked_as_demo(login):
    assert all(plan["demo"] for plan in login("rector").get("plans", page_size=200).json()["results"])
    assert all(
        plan["historical"] for plan in login("hb.director").get("plans", page_size=200).json()["results"]
    )
    assert login("rector").get("me").json()["full_name"].endswith("(demo)")


def test_hoa_binh_keeps_its_sixty_seven_tasks_word_for_word(login):
    director = login("hb.director")
    plans = director.get("plans", page_size=200).json()["results"]
    rows = [row for plan in plans for row in director.get(f"plans/{plan['id']}").json()["rows"]]
    assert len(rows) == 67
    assert not any(row["demo"] for row in rows)
