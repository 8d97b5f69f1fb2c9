"""Checking the whole ledger: every chain, every frozen content, and the cases that stand on them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING
from uuid import UUID

from approvals.models import Signature, Submission
from workflow.models import Case, State

from .canonical import sha256
from .chain import Fault, first_fault

if TYPE_CHECKING:
    from datetime import datetime

CHUNK = 500


def faults(institution_id: UUID | None = None) -> Iterator[Fault]:
    """The first bad row of every chain that has one, in the order of the cases.

    Args:
        institution_id: only this institution's; None: all.
    """
    cases = Case.objects.order_by("id")
    if institution_id is not None:
        cases = cases.filter(institution=institution_id)
    rows = iter(cases.iterator(chunk_size=CHUNK))
    while chunk := list(islice(rows, CHUNK)):
        yield from chunk_faults(chunk)


def chunk_faults(cases: Sequence[Case]) -> Iterator[Fault]:
    """The faults among these cases; two statements."""
    signatures: dict[UUID, list[Signature]] = defaultdict(list)
    for signature in Signature.objects.filter(case__in=cases).order_by("case", "sequence"):
        signatures[signature.case_id].append(signature)
    submissions: dict[UUID, list[Submission]] = defaultdict(list)
    for submission in Submission.objects.filter(case__in=cases).order_by("case", "number"):
        submissions[submission.case_id].append(submission)
    for case in cases:
        fault = case_fault(case, signatures[case.id], submissions[case.id])
        if fault:
            yield fault


def case_fault(
    case: Case, signatures: Sequence[Signature], submissions: Sequence[Submission]
) -> Fault | None:
    """The first thing wrong with one case: its chain, then its frozen contents, then its own row."""
    case_id = str(case.id)
    fault, last = first_fault(case_id, signatures)
    if fault:
        return fault
    digests = {submission.number: submission.digest for submission in submissions}
    for submission in submissions:
        if sha256(submission.content) != submission.digest:
            return Fault(case_id, 0, f"submission {submission.number}: digest")
    for signature in signatures:
        if signature.digest != digests.get(signature.submission):
            return Fault(case_id, signature.sequence, "digest")
    if code := origin_fault(signatures, submissions):
        return Fault(case_id, 0, code)
    code = row_fault(case, last, digests)
    return Fault(case_id, 0, f"case: {code}") if code else None


def origin_fault(signatures: Sequence[Signature], submissions: Sequence[Submission]) -> str:
    """Where a submission is not the work of the signature that first names it: who, when, or nobody at all."""
    made: dict[int, tuple[UUID, datetime]] = {}
    for signature in signatures:
        made.setdefault(signature.submission, (signature.signer_id, signature.signed_at))
    for submission in submissions:
        if made.get(submission.number) != (submission.created_by_id, submission.created_at):
            return f"submission {submission.number}: origin"
    return ""


def row_fault(case: Case, last: Signature | None, digests: dict[int, str]) -> str:
    """Where the case's own row differs from what its last signature says, or an empty string."""
    said = (
        (last.sequence, last.hash, last.to_state, last.submission) if last else (0, "", State.DRAFT.value, 0)
    )
    names = ("sequence", "head", "state", "submission")
    for name, expected in zip(names, said, strict=True):
        if getattr(case, name) != expected:
            return name
    frozen = last is not None and (last.act == "submit" or last.to_state != State.DRAFT)
    if case.submitted != frozen:
        return "submitted"
    if frozen and case.digest != digests.get(case.submission):
        return "digest"
    return ""
