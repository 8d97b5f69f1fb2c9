"""What is hashed, repeated with the standard library alone: all that an offline verifier has to do."""

import hashlib
import json
from datetime import datetime
from typing import Any
from uuid import UUID

from approvals.ledger.canonical import canonical, digest
from approvals.ledger.chain import hash_of
from approvals.models import Signature, Submission

VECTOR_FIELDS: dict[str, Any] = {
    "format": "1",
    "institution": "018f0000-0000-7000-8000-000000000001",
    "case": "018f0000-0000-7000-8000-000000000002",
    "sequence": "2",
    "act": "approve",
    "from": "draft",
    "to": "unit-approved",
    "signer": "018f0000-0000-7000-8000-000000000003",
    "name": "Lò Thị \"Bình\"",
    "title": "Trưởng đơn vị",
    "unit": "Phòng Hành chính - Quản trị",
    "on_behalf_of": None,
    "principal": "",
    "delegation": None,
    "capacity": "own",
    "within": None,
    "submission": "1",
    "digest": "a" * 64,
    "comment": "Đồng ý\nvới kế hoạch",
    "details": {"remarks": [{"row": "r1", "field": "text", "text": "Rõ hơn"}], "count": "3"},
    "at": "2026-11-20T01:02:03.000456Z",
    "session": "",
    "key": "key-00000001",
    "previous": "b" * 64,
}  # fmt: skip
VECTOR_HASH = "b0e5c9ff1d03e308d2ceb17be5636401c5904b5f4abdba2df9f7a1e1a13b91ce"


def by_the_standard_library(value: Any) -> str:
    """RFC 8785 for objects with ASCII keys and no numbers: sorted, no blanks, text as it is, in UTF-8."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def vector() -> Signature:
    """The signature of which VECTOR_FIELDS speaks, as the product holds it: numbers are numbers, times are times."""
    return Signature(
        format=1, institution_id=UUID(VECTOR_FIELDS["institution"]), case_id=UUID(VECTOR_FIELDS["case"]), sequence=2,
        act="approve", from_state="draft", to_state="unit-approved", signer_id=UUID(VECTOR_FIELDS["signer"]),
        signer_name="Lò Thị \"Bình\"", signer_title="Trưởng đơn vị", signer_unit="Phòng Hành chính - Quản trị",
        capacity="own", submission=1, digest="a" * 64, comment="Đồng ý\nvới kế hoạch",
        details={"count": 3, "remarks": [{"text": "Rõ hơn", "row": "r1", "field": "text"}]},
        signed_at=datetime.fromisoformat("2026-11-20T08:02:03.000456+07:00"), idempotency_key="key-00000001",
        previous="b" * 64,
    )  # fmt: skip


def test_the_known_answer() -> None:
    """One signature, its fields and its hash; whoever writes a verifier begins with this."""
    assert by_the_standard_library(VECTOR_FIELDS) == VECTOR_HASH
    assert hash_of(vector()) == VECTOR_HASH


def test_composed_and_decomposed_text_are_the_same() -> None:
    """Text is hashed in NFC: the same Vietnamese word typed on two keyboards is one word."""
    decomposed = vector()
    decomposed.comment = "Đo\u0302\u0300ng y\u0301\nvo\u031b\u0301i ke\u0302\u0301 hoa\u0323ch"
    assert decomposed.comment != vector().comment
    assert hash_of(decomposed) == VECTOR_HASH


def test_canonical_json() -> None:
    """Numbers are strings, keys are sorted by UTF-16, nothing is escaped that need not be."""
    assert canonical({"b": 1, "a": [2.5, True, None, "é\u0301"], "Đ": "\t\u007f/\u2028"}) == (
        '{"a":["2.5",true,null,"é\u0301"],"b":"1","Đ":"\\t\u007f/\u2028"}'
    )
    assert digest({"n": 10}) == digest({"n": "10"}) == by_the_standard_library({"n": "10"})


def test_every_signature_of_the_demo_verifies_by_the_standard_library(demo: None) -> None:
    """From the columns of the table alone; times in UTC with microseconds."""
    for row in Signature.objects.values():
        again = by_the_standard_library(
            {
                "format": str(row["format"]),
                "institution": str(row["institution_id"]),
                "case": str(row["case_id"]),
                "sequence": str(row["sequence"]),
                "act": row["act"],
                "from": row["from_state"],
                "to": row["to_state"],
                "signer": str(row["signer_id"]),
                "name": row["signer_name"],
                "title": row["signer_title"],
                "unit": row["signer_unit"],
                "on_behalf_of": row["on_behalf_of_id"] and str(row["on_behalf_of_id"]),
                "principal": row["principal_name"],
                "delegation": row["delegation_id"] and str(row["delegation_id"]),
                "capacity": row["capacity"],
                "within": row["within"] and str(row["within"]),
                "submission": str(row["submission"]),
                "digest": row["digest"],
                "comment": row["comment"],
                "details": row["details"],
                "at": row["signed_at"].strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
                "session": row["session"],
                "key": row["idempotency_key"],
                "previous": row["previous"],
                "procedure": str(row["procedure"]),
                "monitor": str(row["monitor_id"]),
                "due": row["due_at"] and row["due_at"].strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            }
        )
        assert again == row["hash"]


def test_every_frozen_content_is_canonical(demo: None) -> None:
    """What is kept is exactly what was hashed, and canonical: taking it apart and together gives the same text."""
    for content, frozen in Submission.objects.values_list("content", "digest"):
        assert hashlib.sha256(content.encode("utf-8")).hexdigest() == frozen
        assert canonical(json.loads(content)) == content
