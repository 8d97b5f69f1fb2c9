"""Every refusal is a problem document with a stable code, in the reader's language, in a fixed order."""

import re
from typing import Any
from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from tests.api import Api
from tests.factories import APPROVED, DRAFT, SUBMITTED, World

VIETNAMESE = re.compile(
    r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)
MEMBERS = {"type", "title", "status", "code", "detail", "reasons"}


def of(one: World, short: str, role: str) -> Api:
    return Api(one.person(short, role))


def problem(answer: Any, status: int, code: str) -> Any:
    """The document, once it has the right media type, members, status and code."""
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    body = answer.json()
    assert set(body) == MEMBERS
    assert (body["type"], body["status"], body["code"]) == ("about:blank", status, code), body
    assert body["title"]
    assert body["detail"]
    return body


def places(body: Any) -> list[tuple[str, str, str]]:
    """(code, row, field) of each reason."""
    return [(reason["code"], reason.get("row", ""), reason.get("field", "")) for reason in body["reasons"]]


def test_anonymous_401(one):
    answer = Api(None).get("me")
    problem(answer, 401, "not-authenticated")
    assert answer.headers["WWW-Authenticate"] == "Token"


def test_hidden_or_missing_404(one):
    problem(of(one, "B", "head").get(f"cases/{one.plan_at()}"), 404, "not-found")
    problem(of(one, "B", "head").get(f"cases/{uuid4()}"), 404, "not-found")


@pytest.mark.parametrize("path", ["cases/x", "plans/12", "meetings/'", "calendar/2026-1-1"])
def test_what_is_no_id_is_an_unknown_address(one, path):
    problem(of(one, "A", "head").get(path), 404, "not-found")


def test_a_day_that_does_not_exist_is_an_unknown_address(one):
    answer = of(one, "VP", "clerk").send("put", "calendar/2026-02-30", {})
    problem(answer, 404, "not-found")


def test_an_unknown_field_400(one):
    body = {"act": "submit", "state": "presented", "by": "rector"}
    answer = of(one, "A", "officer").post(f"cases/{one.plan_at()}/acts", body, digest="x", key=str(uuid4()))
    assert places(problem(answer, 400, "malformed")) == [
        ("unknown-field", "", "by"),
        ("unknown-field", "", "state"),
    ]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"act": "explode"}, "act"),
        ({}, "act"),
        ({"act": "submit", "comment": ["a"]}, "comment"),
        ({"act": "submit", "on_behalf_of": "rector"}, "on_behalf_of"),
        ({"act": "submit", "capacity": "PHÓ"}, "capacity"),
        ({"act": "return", "remarks": [{"text": "a"}, {"row": "b"}]}, "text"),
        ({"act": "register", "issued": {"date": "31/12/2026"}}, "issued.date"),
        ({"act": "register", "issued": {"sha": "1"}}, "issued.sha"),
    ],
)
def test_a_wrong_type_or_value_400_names_the_field(one, body, field):
    answer = of(one, "A", "officer").post(f"cases/{one.plan_at()}/acts", body, digest="x", key=str(uuid4()))
    assert [place[2] for place in places(problem(answer, 400, "malformed"))] == [field]


def test_a_wrong_row_in_a_list_is_named_by_its_place(one):
    case_id, officer = one.plan_at(), of(one, "A", "officer")
    rows = [{"kind": "task", "text": "a"}, {"kind": "wish"}, {"kind": "task", "state": "done"}]
    answer = officer.send("put", f"plans/{case_id}/rows", {"rows": rows}, digest=officer.digest(case_id))
    found = places(problem(answer, 400, "malformed"))
    assert [(row, field) for _code, row, field in found] == [("2", "kind"), ("3", "state")]


@pytest.mark.parametrize("text", ["{", "", "[1", "không phải JSON", "\x00", '"text"', "[]", "null", "3"])
def test_what_is_no_json_object_400(one, text):
    client = of(one, "A", "officer").client
    answer = client.post("/api/v1/plans", text.encode(), content_type="application/json")
    assert answer.status_code == 400, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_another_media_type_415(one):
    client = of(one, "A", "officer").client
    problem(client.post("/api/v1/plans", {"title": "x"}, format="multipart"), 415, "unsupported-media-type")


def test_a_bad_cursor_is_refused(one):
    answer = of(one, "A", "officer").get("plans", cursor="nonsense")
    assert answer.status_code in {400, 404}
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("asked", [{"state": "done"}, {"colour": "red"}, {"page_size": "many"}])
def test_an_unknown_filter_400(one, asked):
    [(_code, _row, field)] = places(problem(of(one, "A", "officer").get("plans", **asked), 400, "malformed"))
    assert field == next(iter(asked))


def test_without_if_match_428(one):
    case_id, officer = one.plan_at(), of(one, "A", "officer")
    problem(officer.post(f"cases/{case_id}/acts", {"act": "submit"}, key=str(uuid4())), 428, "digest-missing")
    problem(officer.send("put", f"plans/{case_id}/rows", {"rows": []}), 428, "digest-missing")
    problem(officer.send("patch", f"plans/{case_id}", {"title": "b"}), 428, "digest-missing")


def test_if_match_is_one_quoted_digest(one):
    case_id, officer = one.plan_at(), of(one, "A", "officer")
    for header in ("*", "abc", '"a", "b"'):
        answer = officer.client.patch(
            f"/api/v1/plans/{case_id}", {"title": "b"}, format="json", headers={"If-Match": header}
        )
        assert places(problem(answer, 400, "malformed")) == [("if-match", "", "If-Match")]


@pytest.mark.parametrize("key", ["", "short", "x" * 101, "có dấu không được"])
def test_without_a_proper_idempotency_key_400(one, key):
    case_id, officer = one.plan_at(), of(one, "A", "officer")
    answer = officer.client.post(
        f"/api/v1/cases/{case_id}/acts", {"act": "submit"}, format="json",
        headers={"If-Match": f'"{officer.digest(case_id)}"', "Idempotency-Key": key},
    )  # fmt: skip
    assert places(problem(answer, 400, "malformed")) == [("idempotency-key", "", "Idempotency-Key")]


def test_a_stale_digest_412(one):
    case_id, officer = one.plan_at(), of(one, "A", "officer")
    seen = officer.digest(case_id)
    assert officer.send("patch", f"plans/{case_id}", {"title": "Tên mới"}, digest=seen).status_code == 200
    problem(officer.act(case_id, "submit", digest=seen), 412, "stale")
    problem(officer.send("patch", f"plans/{case_id}", {"title": "b"}, digest=seen), 412, "stale")


def test_a_conflict_says_who_was_first_and_when(one):
    case_id, first = one.plan_at(SUBMITTED), of(one, "A", "head")
    signed = first.act(case_id, "approve").json()
    body = problem(of(one, "A", "deputy").act(case_id, "approve"), 409, "already-done")
    assert first.user is not None
    assert first.user.full_name in body["detail"]
    assert re.search(r"was first: approve, \d\d:\d\d \d\d/\d\d/\d{4}", body["detail"])
    assert signed["signer"]["name"] == first.user.full_name


def test_a_refusal_of_rights_names_who_may(one):
    body = problem(of(one, "B", "head").act(one.plan_at(SUBMITTED), "approve"), 403, "not-permitted")
    names = [one.person("A", role).full_name for role in ("head", "deputy")]
    assert body["detail"] == (
        "Only the head or a deputy of Phòng A W may do this: "
        f"{names[0]} (Trưởng đơn vị), {names[1]} (Phó trưởng đơn vị)."
    )


def test_gaps_of_content_422_name_row_and_field(one):
    case_id, officer = one.plan_at(rows=0), of(one, "A", "officer")
    rows = [{"kind": "task", "text": "Một việc"}, {"kind": "target", "leads": ["W-A"], "due_text": "Quý I"}]
    saved = officer.send(
        "put", f"plans/{case_id}/rows", {"rows": rows}, digest=officer.digest(case_id)
    ).json()
    first, second = (row["id"] for row in saved["rows"])
    body = problem(officer.act(case_id, "submit"), 422, "leads-missing")
    assert places(body) == [
        ("leads-missing", first, "leads"), ("due-text-missing", first, "due_text"),
        ("product-missing", first, "product"), ("text-missing", second, "text"),
    ]  # fmt: skip


def test_a_plan_without_rows_is_not_submitted(one):
    body = problem(of(one, "A", "officer").act(one.plan_at(rows=0), "submit"), 422, "rows-missing")
    assert places(body) == [("rows-missing", "", "rows")]


def test_all_reasons_are_listed_and_the_first_decides_the_status(one):
    case_id = one.plan_at(APPROVED)
    body = of(one, "B", "officer").act(case_id, "submit", digest="stale").json()
    assert [reason["code"] for reason in body["reasons"]] == ["not-permitted", "already-done", "stale"]
    assert (body["status"], body["code"]) == (403, "not-permitted")


def test_the_order_is_401_404_400_428_and_then_the_judge(one):
    case_id, bad = one.plan_at(DRAFT), {"act": "explode"}
    path, fine = f"cases/{case_id}/acts", {"act": "submit"}
    assert Api(None).post(path, bad).status_code == 401
    assert of(one, "B", "head").post(path, bad).status_code == 404
    assert of(one, "A", "officer").post(path, bad).status_code == 400
    assert of(one, "", "auditor").post(path, fine, key=str(uuid4())).status_code == 428
    assert of(one, "", "auditor").post(path, fine, digest="stale", key=str(uuid4())).status_code == 403


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("patch", "plans/{}"), ("put", "plans/{}/rows"), ("patch", "consolidations/{}"), ("patch", "reports/{}"),
        ("put", "reports/{}/rows"), ("put", "reports/{}/findings"), ("post", "reports/{}/agree"),
    ],
)  # fmt: skip
def test_what_is_hidden_is_404_before_anything_is_said_of_the_request(one, method, path):
    """With a malformed body and no If-Match, on a case of another kind as on one that does not exist."""
    case_id = one.plan_at(DRAFT)
    stranger = of(one, "B", "officer")
    wrong = of(one, "A", "officer") if "plans" not in path else stranger
    for who, place in ((stranger, uuid4()), (wrong, case_id)):
        assert who.send(method, path.format(place), {"no such": 1}, digest="").status_code == 404


def test_a_batch_answers_each_case_for_itself(one):
    mine, stale, hidden = (
        one.plan_at(SUBMITTED),
        one.plan_at(SUBMITTED),
        one.plan_at(DRAFT, unit="B", monitor="A"),
    )
    head, gone = of(one, "A", "head"), uuid4()
    cases = [{"id": str(mine), "digest": head.digest(mine)}, {"id": str(stale), "digest": "old"},
             {"id": str(hidden), "digest": "x"}, {"id": str(gone), "digest": "x"}]  # fmt: skip
    results = head.post("acts", {"act": "approve", "cases": cases}, key=str(uuid4())).json()["results"]
    assert [row["status"] for row in results] == [201, 412, 404, 404]
    assert [row["case"] for row in results] == [str(mine), str(stale), str(hidden), str(gone)]
    assert results[0]["signature"]["to"] == "unit-approved"


def in_language(one: World, header: dict[str, str]) -> Any:
    """A refusal by the judge, asked for in a language."""
    client = APIClient(headers=header, SERVER_NAME="localhost")
    client.force_login(one.person("B", "head"))
    case_id = one.plan_at(SUBMITTED)
    key = {"If-Match": '"x"', "Idempotency-Key": str(uuid4())}
    return client.post(f"/api/v1/cases/{case_id}/acts", {"act": "approve"}, format="json", headers=key).json()


@pytest.mark.parametrize("header", [{}, {"Accept-Language": "vi"}, {"Accept-Language": "fr"}])
def test_errors_are_vietnamese_unless_asked_otherwise(one, header):
    vietnamese, english = in_language(one, header), in_language(one, {"Accept-Language": "en"})
    assert english["title"] == "You may not do this."
    assert english["code"] == vietnamese["code"]
    for name in ("title", "detail"):
        assert vietnamese[name] != english[name]
        assert VIETNAMESE.search(vietnamese[name].replace("Phòng A W", ""))


def test_acts_named_inside_a_sentence_are_translated_too(one):
    case_id = one.plan_at(APPROVED)
    client = APIClient(SERVER_NAME="localhost", HTTP_ACCEPT_LANGUAGE="vi")
    client.force_login(one.person("A", "deputy"))
    acts = {row["act"]: row["reasons"] for row in client.get(f"/api/v1/cases/{case_id}").json()["acts"]}
    assert "approve" not in acts["approve"][0]["text"]
    assert "ký duyệt" in acts["approve"][0]["text"].lower()


def test_field_errors_are_vietnamese_by_default(one):
    client = APIClient(SERVER_NAME="localhost")
    client.force_login(one.person("A", "head"))
    body = client.post("/api/v1/plans", {"unit": "W-A", "colour": "red"}, format="json").json()
    assert VIETNAMESE.search(body["reasons"][0]["text"])
