"""The six clarities of a row (Notice 242, I; issue F, point 6; docs/adr/0041)."""

from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from openpyxl import load_workbook

from approvals.models import Submission
from plans.models import Plan, PlanGroup
from tests.api import Api
from tests.factories import DRAFT, PRESENTED, SUBMITTED, World
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused, verified
from tests.plans.changing_plans import adopted, begun, in_force, person, put, written
from tests.plans.test_adoption import paper
from tests.reported_month import Month

ROW = {
    "kind": "task",
    "text": "Tuyển sinh",
    "leads": ["W-A"],
    "due_text": "Tháng 12/2026",
    "product": "Báo cáo",
}
UNNAMED = {"person": "", "authority": ""}


@pytest.fixture
def officer(one: World) -> Api:
    return Api(one.person("A", "officer"))


def drafted(one: World, officer: Api, *rows: dict[str, Any], **head: Any) -> UUID:
    """A draft of A with these rows; nobody is named in it unless the head or a row does."""
    case_id = one.plan_at(DRAFT, rows=0)
    patched(officer, case_id, **{**UNNAMED, **head})
    ok(
        officer.send(
            "put", f"plans/{case_id}/rows", {"rows": [{**ROW, **row} for row in rows]},
            digest=officer.digest(case_id),
        ),
        200,
    )  # fmt: skip
    return case_id


def patched(api: Api, case_id: Any, status: int = 200, **head: Any) -> Any:
    """The head of a draft, changed."""
    answer = api.send("patch", f"plans/{case_id}", head, digest=api.digest(case_id))
    return ok(answer, status) if status == 200 else refused(answer)


def lacking(answer: Any) -> list[tuple[str, str, str]]:
    """(code, row, field) of each reason against a submit."""
    assert answer.status_code == 422, answer.json()
    return [(one["code"], one.get("row", ""), one["field"]) for one in answer.json()["reasons"]]


def rows_of(api: Api, case_id: Any) -> list[dict[str, Any]]:
    """The rows as the screen has them."""
    return list(ok(api.get(f"plans/{case_id}"), 200)["rows"])


# --- Asked at submit -------------------------------------------------------------------------------------------------


def test_each_row_is_asked_for_what_it_lacks_of_the_six(one, officer):
    bare = {"text": "", "leads": [], "due_text": "", "product": ""}
    case_id = drafted(one, officer, {"person": "An", "authority": "Trưởng phòng"}, bare)
    first, second = rows_of(officer, case_id)
    assert (first["lacks"], second["lacks"]) == (
        [],
        ["text", "leads", "due_text", "product", "person", "authority"],
    )
    assert lacking(officer.act(case_id, "submit")) == [
        (f"{field.replace('_', '-')}-missing", second["id"], field) for field in second["lacks"]
    ]


def test_a_target_is_its_own_product(one, officer):
    case_id = drafted(one, officer, {"kind": "target", "product": ""}, person="An", authority="Trưởng phòng")
    assert rows_of(officer, case_id)[0]["lacks"] == []
    ok(officer.act(case_id, "submit"))


@pytest.mark.parametrize("kind", ["plan", "target", "task"])
def test_where_nobody_is_named_anywhere_the_plan_is_asked_once(one, officer, kind):
    head = {"unit": "W-A", "kind": kind, "title": "Chỉ tiêu", "period": "2026-2027"}
    case_id = ok(officer.post("plans", head))["id"]
    rows = {"rows": [ROW, ROW, ROW]}
    ok(officer.send("put", f"plans/{case_id}/rows", rows, digest=officer.digest(case_id)), 200)
    assert [reason[1:] for reason in lacking(officer.act(case_id, "submit"))] == [
        ("", "person"),
        ("", "authority"),
    ]
    shown = ok(officer.get(f"plans/{case_id}"), 200)
    assert [(one["code"], one["field"]) for one in shown["lacks"]] == [
        ("person-missing", "person"),
        ("authority-missing", "authority"),
    ]


def test_a_workbook_of_phu_luc_1_is_asked_once_and_goes_with_one_answer(one, officer):
    """Phụ lục 1 has no column for either."""
    source = drafted(one, officer, {}, {"text": "Đào tạo"})
    _answer, data = officer.download(f"plans/{source}/export", form="appendix-1", format="xlsx")
    file = SimpleUploadedFile("phu-luc-1.xlsx", data)
    read = ok(officer.upload("imports", file, unit="W-A", period="2026-2027"))
    plan = ok(officer.post(f"imports/{read['id']}/confirm", {"title": "Kế hoạch"}))
    assert [reason[1:] for reason in lacking(officer.act(plan["id"], "submit"))] == [
        ("", "person"),
        ("", "authority"),
    ]
    patched(officer, plan["id"], person="Viên chức được phân công", authority="Trưởng phòng")
    ok(officer.act(plan["id"], "submit"))


# --- Given once, and overridden --------------------------------------------------------------------------------------


def test_a_row_goes_before_its_group_and_that_before_the_plan(one, officer):
    rows = [{"section": "Đào tạo", "person": "Bình"}, {"section": "Đào tạo"}, {"section": "Tuyển sinh"}]
    groups = [{"section": "Đào tạo", "person": "Chi", "authority": "Phó Hiệu trưởng"}]
    case_id = drafted(one, officer, *rows, person="An", authority="Trưởng phòng", groups=groups)
    clear = [row["clear"] for row in rows_of(officer, case_id)]
    assert [(one["person"], one["person_from"]) for one in clear] == [
        ("Bình", "row"),
        ("Chi", "group"),
        ("An", "plan"),
    ]
    assert [(one["authority"], one["authority_from"]) for one in clear] == [
        ("Phó Hiệu trưởng", "group"),
        ("Phó Hiệu trưởng", "group"),
        ("Trưởng phòng", "plan"),
    ]
    assert [row["person"] for row in rows_of(officer, case_id)] == ["Bình", "", ""], "what was written stays"
    ok(officer.act(case_id, "submit"))


def test_only_the_rows_outside_of_the_group_are_asked(one, officer):
    rows = [{"section": "Đào tạo"}, {"section": "Tuyển sinh"}]
    groups = [{"section": "Đào tạo", "person": "Chi", "authority": "Trưởng phòng"}]
    case_id = drafted(one, officer, *rows, groups=groups)
    last = rows_of(officer, case_id)[1]["id"]
    assert lacking(officer.act(case_id, "submit")) == [
        ("person-missing", last, "person"),
        ("authority-missing", last, "authority"),
    ]


def test_a_group_is_given_once_and_has_rows(one, officer):
    group = {"section": "Đào tạo", "person": "Chi", "authority": "Trưởng phòng"}
    case_id = drafted(one, officer, {}, person="An", authority="Trưởng phòng")
    assert patched(officer, case_id, 422, groups=[group, group]) == (422, ["group-twice"])
    patched(officer, case_id, groups=[group])
    assert lacking(officer.act(case_id, "submit")) == [("group-empty", "", "groups")]
    patched(officer, case_id, groups=[])
    ok(officer.act(case_id, "submit"))


# --- Signed ----------------------------------------------------------------------------------------------------------


def test_what_is_given_is_signed_and_what_is_not_is_left_out(one, officer):
    groups = [{"section": "I", "person": "Chi", "authority": ""}]
    case_id = drafted(one, officer, {"section": "I"}, person="An", authority="Trưởng phòng", groups=groups)
    ok(officer.act(case_id, "submit"))
    silent = one.plan_at(SUBMITTED)
    frames = {str(one.case_id): one.content for one in Submission.objects.all()}
    assert '"groups":[{"authority":"","person":"Chi","section":"I"}]' in frames[str(case_id)]
    assert not {"groups", "of_institution", "exemption", "renews"} & set(
        officer.get(f"cases/{silent}/submissions/1").json()["content"]["content"]
    )


@pytest.mark.parametrize(
    "column", ["person", "authority", "of_institution", "exemption", "renews_id", "section"]
)
def test_what_was_submitted_is_not_changed_in_the_tables(one, officer, column):
    groups = [{"section": "I", "person": "Chi", "authority": ""}]
    case_id = drafted(one, officer, {"section": "I"}, person="An", authority="Trưởng phòng", groups=groups)
    ok(officer.act(case_id, "submit"))
    rows: Any = (
        PlanGroup.objects.filter(plan=case_id) if column == "section" else Plan.objects.filter(case=case_id)
    )
    changes = {"of_institution": True, "renews_id": case_id, "exemption": "Không"}
    more = {"of_institution": True} if column == "exemption" else {}
    with pytest.raises(DatabaseError, match="what was submitted is not edited"), transaction.atomic():
        rows.update(**{column: changes.get(column, "Khác"), **more})
    with pytest.raises(DatabaseError, match="what was submitted is not edited"), transaction.atomic():
        PlanGroup.objects.create(plan_id=case_id, section="Thêm")


# --- Supplements -----------------------------------------------------------------------------------------------------


def test_a_supplement_begins_with_them_and_its_diff_says_what_was(month: Month):
    plan = in_force(month, month.task("Tuyển sinh", "Tháng 12/2026"))
    made = begun(month, plan)
    assert (made["person"], made["authority"]) == ("Viên chức được phân công", "Trưởng đơn vị")
    assert made["head_was"] == {}
    patched(person(month, "A", "officer"), made["id"], person="Bình")
    shown = ok(person(month, "A", "officer").get(f"plans/{made['id']}"), 200)
    assert shown["head_was"] == {"person": "Viên chức được phân công"}
    adopted(month, made["id"])
    frozen = ok(person(month, "A", "officer").get(f"cases/{made['id']}/submissions/1"), 200)["content"][
        "content"
    ]
    assert frozen["revision"]["was"] == {"person": "Viên chức được phân công"}
    assert verified().endswith(" 0 bad chains\n")


def test_a_new_row_of_a_supplement_is_asked_like_any(month: Month):
    made = begun(month, in_force(month, month.task("Tuyển sinh", "Tháng 12/2026")))
    added = {**ROW, "text": "Đào tạo", "product": "", "reason": "Phát sinh"}
    put(month, made, [*written(made), added])
    assert [reason[::2] for reason in lacking(person(month, "A", "officer").act(made["id"], "submit"))] == [
        ("product-missing", "product")
    ]


# --- Issued on paper -------------------------------------------------------------------------------------------------


def test_a_plan_registered_from_paper_is_told_what_lacks_and_never_refused(one, officer):
    clerk, office = Api(one.person("VP", "clerk")), Api(one.person("VP", "deputy"))
    body = {
        "unit": "W-A",
        "kind": "plan",
        "title": "Trên giấy",
        "period": "2026-2027",
        "drafted_by_office": True,
    }
    case_id = ok(office.post("plans", body))["id"]
    rows = {"rows": [{**ROW, "product": ""}]}
    ok(office.send("put", f"plans/{case_id}/rows", rows, digest=office.digest(case_id)), 200)
    told = ok(clerk.act(case_id, "register", issued=paper(clerk)))["told"]
    assert [one["code"] for one in told] == ["person-missing", "authority-missing", "product-missing"]
    assert ok(clerk.get(f"plans/{case_id}"), 200)["lacks"] == told


def test_an_act_that_is_asked_for_all_tells_nothing(one, officer):
    case_id = drafted(one, officer, {}, person="An", authority="Trưởng phòng")
    assert ok(officer.act(case_id, "submit"))["told"] == []


# --- The exemption of a one-off --------------------------------------------------------------------------------------

REASON = "Hội nghị biểu dương, một ngày"


def test_a_one_off_of_the_institution_is_exempt_once_its_reviewer_has_signed(one, officer):
    case_id = drafted(one, officer, {"product": ""}, of_institution=True, exemption={"reason": REASON})
    shown = ok(officer.get(f"plans/{case_id}"), 200)
    assert (shown["exemption"], shown["lacks"]) == ({"reason": REASON, "accepted": None}, [])
    one.walk(case_id, "unit-approved", monitor="B")
    reviewer = Api(one.person("B", "head"))
    assert ok(reviewer.get(f"plans/{case_id}"), 200)["exemption"]["accepted"] is None
    ok(reviewer.act(case_id, "review"))
    accepted = ok(officer.get(f"plans/{case_id}"), 200)["exemption"]["accepted"]
    assert accepted["by"] == one.person("B", "head").full_name
    ok(Api(one.person("VP", "head")).act(case_id, "send-back", comment="Xem lại"))
    assert ok(officer.get(f"plans/{case_id}"), 200)["exemption"]["accepted"] is None, "checked anew"


def test_a_row_that_says_nothing_is_no_row_of_an_exempt_plan_either(one, officer):
    case_id = drafted(one, officer, {"text": " "}, of_institution=True, exemption={"reason": REASON})
    answer = officer.act(case_id, "submit")
    assert (answer.status_code, answer.json()["reasons"][0]["code"]) == (422, "text-missing")


def test_it_is_printed_with_who_accepted_it(one, officer):
    case_id = drafted(one, officer, {"product": ""}, of_institution=True, exemption={"reason": REASON})
    one.walk(case_id, PRESENTED)
    lines = cells(officer, case_id)
    [said] = [line for line in lines if line.startswith("Miễn 6 rõ")]
    assert REASON in said
    assert one.person("B", "head").full_name in said


def test_a_one_off_needs_no_rows(one, officer):
    case_id = drafted(one, officer, of_institution=True, exemption={"reason": REASON})
    ok(officer.act(case_id, "submit"))


def test_a_plan_of_a_unit_cannot_claim_it(one, officer):
    case_id = drafted(one, officer, {})
    answer = officer.send(
        "patch", f"plans/{case_id}", {"exemption": {"reason": REASON}}, digest=officer.digest(case_id)
    )
    assert refused(answer) == (422, ["exemption-of-unit"])
    assert "Notice 242, I.1" in answer.json()["reasons"][0]["text"]
    patched(officer, case_id, of_institution=True, exemption={"reason": REASON})
    assert patched(officer, case_id, 422, of_institution=False) == (422, ["exemption-of-unit"])
    taken_back = patched(officer, case_id, of_institution=False, exemption=None)
    assert (taken_back["exemption"], taken_back["of_institution"]) == (None, False)
    assert len(lacking(officer.act(case_id, "submit"))) == 2


def test_a_claim_needs_a_reason(one, officer):
    case_id = drafted(one, officer, {}, of_institution=True)
    assert patched(officer, case_id, 400, exemption={"reason": " "})[0] == 400


# --- On paper --------------------------------------------------------------------------------------------------------


def cells(api: Api, case_id: Any) -> list[str]:
    """Every text of the printed plan."""
    answer, data = api.download(f"plans/{case_id}/export", form="appendix-1", format="xlsx")
    assert answer.status_code == 200
    return [str(cell.value) for line in load_workbook(BytesIO(data)).active for cell in line if cell.value]


def test_who_answers_is_printed_under_the_form_and_read_as_no_row(one, officer):
    rows = [{"number": "1", "person": "Bình"}, {"number": "2", "text": "Đào tạo"}]
    case_id = drafted(one, officer, *rows, person="An", authority="Trưởng phòng")
    feet = [line for line in cells(officer, case_id) if line.startswith("Rõ người")]
    assert feet == [
        "Rõ người, rõ thẩm quyền (II, TT 1) – người phụ trách: Bình; thẩm quyền: Trưởng phòng",
        "Rõ người, rõ thẩm quyền (II, TT 2) – người phụ trách: An; thẩm quyền: Trưởng phòng",
    ]
    _answer, data = officer.download(f"plans/{case_id}/export", form="appendix-1", format="xlsx")
    read = ok(officer.upload("imports", SimpleUploadedFile("a.xlsx", data), unit="W-A", period="2026-2027"))
    assert (read["tasks"], read["errors"], read["warnings"]) == (2, [], [])


def test_one_line_says_it_of_the_whole_plan(one, officer):
    case_id = drafted(one, officer, {}, {"text": "Đào tạo"}, person="An", authority="Trưởng phòng")
    feet = [line for line in cells(officer, case_id) if line.startswith("Rõ người")]
    assert feet == ["Rõ người, rõ thẩm quyền (cả kế hoạch) – người phụ trách: An; thẩm quyền: Trưởng phòng"]
