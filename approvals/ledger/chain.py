"""The chain: which fields of a signature its hash covers, and how a chain is checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from approvals.models import Signature

from .canonical import digest


def moment(at: datetime) -> str:
    """A UTC time with microseconds, always 27 characters."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


#: Name in what is hashed -> column of the signature that holds it.
COLUMNS: Mapping[str, str] = {
    "format": "format",
    "institution": "institution_id",
    "case": "case_id",
    "sequence": "sequence",
    "act": "act",
    "from": "from_state",
    "to": "to_state",
    "signer": "signer_id",
    "name": "signer_name",
    "title": "signer_title",
    "unit": "signer_unit",
    "on_behalf_of": "on_behalf_of_id",
    "principal": "principal_name",
    "delegation": "delegation_id",
    "capacity": "capacity",
    "within": "within",
    "submission": "submission",
    "digest": "digest",
    "comment": "comment",
    "details": "details",
    "at": "signed_at",
    "session": "session",
    "key": "idempotency_key",
    "previous": "previous",
    "procedure": "procedure",
    "monitor": "monitor_id",
    "due": "due_at",
}
FIRST = (
    "format",
    "institution",
    "case",
    "sequence",
    "act",
    "from",
    "to",
    "signer",
    "name",
    "title",
    "unit",
    "on_behalf_of",
    "principal",
    "delegation",
    "capacity",
    "within",
    "submission",
    "digest",
    "comment",
    "details",
    "at",
    "session",
    "key",
    "previous",
)
#: Format of a signature -> the names that its hash covers. A format is never changed: a new field is a new format,
#: so that every chain ever signed verifies for ever (docs/adr/0020).
COVERED: dict[int, tuple[str, ...]] = {1: FIRST, 2: (*FIRST, "procedure", "monitor", "due")}


def covered(signature: Signature) -> dict[str, object]:
    """The named fields that the hash of a signature covers; offline verification repeats exactly this.

    Raises:
        KeyError: a format that this program does not know.
    """
    values = {name: getattr(signature, COLUMNS[name]) for name in COVERED[signature.format]}
    return {name: moment(value) if isinstance(value, datetime) else value for name, value in values.items()}


def hash_of(signature: Signature) -> str:
    """The hash that stands at the end of this link."""
    return digest(covered(signature))


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing wrong in one chain.

    Attributes:
        case: id of the case.
        sequence: of the signature at which it shows; 0 for the case's own row.
        code: what is wrong: gap, previous, format, hash, states, submission, digest, head, state, sequence, institution, procedure;
            derived, where a column is not what it is computed to be; post, where nobody held the post that was signed in;
            tables, where they differ from what was submitted; evidence, where a file that was signed is missing, changed or not cited.
        detail: where, and both values or the file's SHA-256.
    """

    case: str
    sequence: int
    code: str
    detail: str = ""


def first_fault(case_id: str, signatures: Iterable[Signature]) -> tuple[Fault | None, Signature | None]:
    """Walk one chain in order of sequence; answer the first bad link, or none and the last signature."""
    last: Signature | None = None
    for expected, signature in enumerate(signatures, start=1):
        code = link_fault(expected, last, signature)
        if code:
            return Fault(case_id, signature.sequence, code), last
        last = signature
    return None, last


def link_fault(expected: int, last: Signature | None, signature: Signature) -> str:
    """What is wrong with one link, or an empty string."""
    if signature.sequence != expected:
        return "gap"
    if signature.previous != (last.hash if last else ""):
        return "previous"
    if signature.format not in COVERED:
        return "format"
    if signature.hash != hash_of(signature):
        return "hash"
    if signature.from_state != (last.to_state if last else "draft"):
        return "states"
    return ""
