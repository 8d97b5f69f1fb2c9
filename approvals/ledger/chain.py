"""The chain: which fields of a signature its hash covers, and how a chain is checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from approvals.models import Signature

from .canonical import digest


def moment(at: datetime) -> str:
    """A UTC time with microseconds, always 27 characters."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def covered(signature: Signature) -> dict[str, Any]:
    """The named fields that the hash of a signature covers; offline verification repeats exactly this."""
    return {
        "format": signature.format,
        "institution": signature.institution_id,
        "case": signature.case_id,
        "sequence": signature.sequence,
        "act": signature.act,
        "from": signature.from_state,
        "to": signature.to_state,
        "signer": signature.signer_id,
        "name": signature.signer_name,
        "title": signature.signer_title,
        "unit": signature.signer_unit,
        "on_behalf_of": signature.on_behalf_of_id,
        "principal": signature.principal_name,
        "delegation": signature.delegation_id,
        "capacity": signature.capacity,
        "within": signature.within,
        "submission": signature.submission,
        "digest": signature.digest,
        "comment": signature.comment,
        "details": signature.details,
        "at": moment(signature.signed_at),
        "session": signature.session,
        "key": signature.idempotency_key,
        "previous": signature.previous,
    }


def hash_of(signature: Signature) -> str:
    """The hash that stands at the end of this link."""
    return digest(covered(signature))


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing wrong in one chain.

    Attributes:
        case: id of the case.
        sequence: of the signature at which it shows; 0 for the case's own row.
        code: what is wrong: gap, previous, hash, states, submission, digest, head, state, sequence.
    """

    case: str
    sequence: int
    code: str


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
    if signature.hash != hash_of(signature):
        return "hash"
    if signature.from_state != (last.to_state if last else "draft"):
        return "states"
    return ""
