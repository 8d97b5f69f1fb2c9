"""What proves an answer: files, links and document numbers, named and signed with it."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.api import Api
from tests.instructions.giving import answer, given, write
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused, verified

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
