"""Evidence as it is named in what is signed, once for every kind of case."""

from typing import NotRequired, TypedDict

#: A file by its SHA-256, a link, a document's number.
EVIDENCE_KINDS = ("file", "link", "document")


class EvidenceItem(TypedDict):
    """Something that proves a result or an answer: a file by its SHA-256, a link, or a document's number."""

    kind: str
    value: str
    name: str


class GivenEvidence(TypedDict):
    """The same as it comes in."""

    kind: str
    value: str
    name: NotRequired[str]
