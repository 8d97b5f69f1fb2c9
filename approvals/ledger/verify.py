"""Checking the whole ledger: every chain, every frozen content, the cases, tables and files that stand on them."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from approvals import kinds
from approvals.models import EvidenceCitation, Signature, Submission
from workflow.machine import EDGES
from workflow.models import Case, State

from .canonical import sha256
from .chain import Fault, first_fault
from .derived import Ways, derived_differences, way_fault
from .files import Files, files_named, files_of_its_own
from .posts import post_faults
from .tables import differences

if TYPE_CHECKING:
    from datetime import datetime

    from .content import Frame

CHUNK = 500


def faults(institution_id: UUID | None = None) -> Iterator[Fault]:
    """The first bad row of every chain that has one, in the order of the cases.

    Args:
        institution_id: only this institution's; None: all.
    """
    cases = Case.objects.order_by("id")
    if institution_id is not None:
        cases = cases.filter(institution=institution_id)
    rows, files, ways = iter(cases.iterator(chunk_size=CHUNK)), Files(), Ways()
    while chunk := list(islice(rows, CHUNK)):
        yield from chunk_faults(chunk, files, ways)


def chunk_faults(cases: Sequence[Case], files: Files, ways: Ways) -> Iterator[Fault]:
    """The faults among these cases: a fixed number of statements for each kind."""
    signatures: dict[UUID, list[Signature]] = defaultdict(list)
    for signature in Signature.objects.filter(case__in=cases).order_by("case", "sequence"):
        signatures[signature.case_id].append(signature)
    submissions: dict[UUID, list[Submission]] = defaultdict(list)
    for submission in Submission.objects.filter(case__in=cases).order_by("case", "number"):
        submissions[submission.case_id].append(submission)
    wrong = {case.id: case_fault(case, signatures[case.id], submissions[case.id]) for case in cases}
    whole = [case for case in cases if wrong[case.id] is None]
    named, unread, frozen = read_submissions(whole, submissions)
    differing = differences(whole, frozen)
    wrong |= unread
    wrong |= {case.id: way_fault(case, signatures[case.id], ways) for case in cases if not wrong[case.id]}
    known = [case for case in cases if not wrong[case.id]]
    wrong |= post_faults([one for case in known for one in signatures[case.id]])
    derived = derived_differences(known, signatures, ways, timezone.now())
    evidence = evidence_faults(whole, named, frozen, files)
    for case in cases:
        if fault := wrong[case.id]:
            yield fault
        for code, found in (("tables", differing), ("derived", derived), ("evidence", evidence)):
            if not fault and case.id in found:
                yield Fault(str(case.id), 0, code, found[case.id])
                break


def read_submissions(
    cases: Sequence[Case], submissions: Mapping[UUID, Sequence[Submission]]
) -> tuple[dict[UUID, list[str]], dict[UUID, Fault], dict[UUID, kinds.Content]]:
    """For each case the files that its submissions name, what cannot be read, and what the last one says."""
    named: dict[UUID, list[str]] = defaultdict(list)
    unread: dict[UUID, Fault] = {}
    frozen: dict[UUID, kinds.Content] = {}
    for case in cases:
        for submission in submissions.get(case.id, ()):
            frame: Frame = json.loads(submission.content)
            if frame["kind"] != case.kind:
                said = f"kind: signed “{frame['kind']}”, in the tables “{case.kind}”"
                unread[case.id] = Fault(str(case.id), 0, "tables", said)
                break
            try:
                content = kinds.read(frame["kind"], frame["format"], frame["content"])
            except kinds.UnknownFormat as error:
                unread[case.id] = Fault(
                    str(case.id), 0, f"submission {submission.number}: format", str(error)
                )
                break
            named[case.id] += files_named(content)
            if submission.number == case.submission:
                frozen[case.id] = content
    return named, unread, frozen


def evidence_faults(
    cases: Sequence[Case],
    named: Mapping[UUID, Sequence[str]],
    frozen: Mapping[UUID, kinds.Content],
    files: Files,
) -> dict[UUID, str]:
    """What is wrong with the first bad file that each case signed, or with its row; one statement."""
    wanted = {sha256 for signed in named.values() for sha256 in signed}
    rows = EvidenceCitation.objects.filter(evidence__sha256__in=wanted)
    columns = ("case", "evidence__institution", "evidence__sha256", "evidence__size")
    sizes: dict[tuple[UUID, str], int] = {}
    citing: set[tuple[UUID, str]] = set()
    for case_id, institution, name, size in rows.values_list(*columns) if wanted else ():
        sizes[institution, name] = size
        citing.add((case_id, name))
    found: dict[UUID, str] = {}
    for case in cases:
        own = set(files_of_its_own(frozen.get(case.id, {})))
        for name in named.get(case.id, ()):
            size = sizes.get((case.institution_id, name))
            lost = size is None or (name in own and (case.id, name) not in citing)
            if wrong := files[name].wrong or ("cited no longer" if lost else files[name].against(size)):
                found.setdefault(case.id, f"{name}: {wrong}")
    return found


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


#: Acts that lock a draft where it stands.
LOCKING = frozenset(
    edge.act
    for edges in EDGES.values()
    for edge in edges
    if edge.target == State.DRAFT and edge.submitted is False and not edge.opens
)


def row_fault(case: Case, last: Signature | None, digests: dict[int, str]) -> str:
    """Where the case's own row differs from what its last signature says, or an empty string."""
    said = (
        (last.sequence, last.hash, last.to_state, last.submission) if last else (0, "", State.DRAFT.value, 0)
    )
    names = ("sequence", "head", "state", "submission")
    for name, expected in zip(names, said, strict=True):
        if getattr(case, name) != expected:
            return name
    frozen = last is not None and (last.act in LOCKING or last.to_state != State.DRAFT)
    if case.submitted != frozen:
        return "submitted"
    if frozen and case.digest != digests.get(case.submission):
        return "digest"
    return ""
