"""What proves an answer: files, links and document numbers, named and signed with it."""

from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction

from approvals import triggers
from instructions.models import Instruction
from tests.api import Api
from tests.instructions.giving import answer, given, write
from tests.journeys.answers import differences, refused, verified
from tests.journeys.answers import done as ok

DOCUMENT = {"kind": "document", "value": "15/BC-A", "name": "Báo cáo rà soát"}


def uploaded(api: Api) -> str:
    """The SHA-256 of a file that the person uploads."""
    file = SimpleUploadedFile("ra-soat.pdf", b"%PDF-1.7 ra soat", content_type="application/pdf")
    return str(ok(api.upload("evidence", file))["sha256"])


def named(sha256: str) -> list[dict[str, Any]]:
    return [{"kind": "file", "value": sha256}, DOCUMENT]


def test_the_answer_names_what_proves_it_and_the_signature_covers_it(one):
    officer, leader = Api(one.person("A", "officer")), Api(one.person("", "leader"))
    case_id, sha256 = given(one), uploaded(officer)
    answer(one, case_id, evidence=named(sha256))
    file = {"kind": "file", "value": sha256, "name": "ra-soat.pdf"}
    assert ok(leader.get(f"instructions/{case_id}"), 200)["evidence"] == [file, DOCUMENT]
    signed = ok(leader.get(f"cases/{case_id}/submissions/2"), 200)["content"]["content"]
    assert signed["evidence"] == [file, DOCUMENT]
    given_ = ok(leader.get(f"cases/{case_id}/submissions/1"), 200)["content"]["content"]
    assert given_["evidence"] == []
    verified()


def test_who_sees_the_instruction_fetches_its_file_and_no_other_unit(one):
    officer = Api(one.person("A", "officer"))
    case_id, sha256 = given(one), uploaded(officer)
    leader, stranger = Api(one.person("", "leader")), Api(one.person("B", "head"))
    assert leader.download(f"evidence/{sha256}")[0].status_code == 404
    ok(write(one, case_id, "Đã rà soát", named(sha256)), 200)
    assert leader.download(f"evidence/{sha256}")[0].status_code == 200
    assert stranger.download(f"evidence/{sha256}")[0].status_code == 404


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ({"kind": "file", "value": "0" * 64}, "evidence-unknown"),
        ({"kind": "link", "value": "javascript:alert(1)"}, "link-unknown"),
    ],
)
def test_what_is_no_evidence_is_not_kept(one, item, code):
    case_id = given(one)
    refusal = write(one, case_id, "Đã rà soát", [item])
    assert refused(refusal) == (422, [code])
    assert refusal.json()["reasons"][0]["field"] == "evidence"
    assert ok(Api(one.person("A", "officer")).get(f"instructions/{case_id}"), 200)["answer"] == ""


def test_another_units_file_is_not_cited(one):
    sha256 = uploaded(Api(one.person("B", "officer")))
    assert refused(write(one, given(one), "Đã rà soát", named(sha256))) == (422, ["evidence-unknown"])


def test_an_answer_without_evidence_can_be_signed(one):
    case_id = given(one)
    answer(one, case_id)
    assert ok(Api(one.person("A", "head")).get(f"instructions/{case_id}"), 200)["evidence"] == []


def test_what_was_given_and_what_was_answered_are_shown_whatever_the_table_says(one):
    leader, case_id = Api(one.person("", "leader")), given(one)
    forged = Instruction.objects.filter(case=UUID(case_id))
    open_before = ok(leader.get(f"instructions/{case_id}"), 200)
    with pytest.raises(IntegrityError, match="not edited"), transaction.atomic():
        forged.update(text="Việc khác")
    answer(one, case_id, evidence=[DOCUMENT])
    with pytest.raises(IntegrityError, match="not edited"), transaction.atomic():
        forged.update(answer="Câu trả lời khác")
    before = ok(leader.get(f"instructions/{case_id}"), 200), ok(leader.get("instructions"), 200)
    triggers.lift(connection)
    forged.update(answer="Câu trả lời khác", answer_evidence=[], text="Việc khác", due_on="2027-01-01")
    assert (ok(leader.get(f"instructions/{case_id}"), 200), ok(leader.get("instructions"), 200)) == before
    assert differences()[case_id].startswith("tables answer: signed “Đã rà soát")
    forged.update(answer=before[0]["answer"], answer_evidence=[DOCUMENT])
    assert differences() == {case_id: "tables due_on: signed “2026-11-16”, in the tables “2027-01-01”"}
    assert open_before["text"] == before[0]["text"]


def test_an_instruction_that_waits_for_its_answer_is_compared_as_it_was_given(one):
    leader, case_id = Api(one.person("", "leader")), given(one)
    before = ok(leader.get(f"instructions/{case_id}"), 200)
    triggers.lift(connection)
    Instruction.objects.filter(case=UUID(case_id)).update(text="Việc khác", answer="Đang viết")
    shown = ok(leader.get(f"instructions/{case_id}"), 200)
    assert (shown["text"], shown["answer"]) == (before["text"], "Đang viết")
    assert differences()[case_id].endswith("in the tables “Việc khác”")
