"""Evidence as it is named in what is signed, once for every kind of case."""

from dataclasses import dataclass
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


class Decision(TypedDict, total=False):
    """The paper by which something was decided: `date` is ISO text, `evidence` the SHA-256 of the file."""

    number: str
    date: str
    evidence: str


class HappenedEvent(TypedDict, total=False):
    """What a conditional task waited for; `date` is ISO text."""

    text: str
    number: str
    date: str


class Terms(TypedDict, total=False):
    """What an act decides of rows, as it is signed; see `approvals.serializers.acts.TermsInput`."""

    rows: list[str]
    decision: Decision
    event: HappenedEvent
    unit: str
    on: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """What a submitted content says in figures: rows that are done of those that count, rows where two words differ or a figure
    misses its target, rows that are open although their time is over."""

    done: int
    total: int
    contradictions: int = 0
    overdue: int = 0
