"""Cases, signatures, submissions and remarks over the wire."""

from .acts import ActInput, BulkActInput
from .cases import (
    CaseColumns,
    CaseOutput,
    CaseRowOutput,
    CasesFilter,
    EvidenceOutput,
    OutcomesOutput,
    SignatureOutput,
    SignedOutput,
    SubmissionContentOutput,
    SubmissionOutput,
)  # fmt: skip
from .differences import DifferenceFilter, DifferenceOutput
from .inbox import InboxOutput, PreviewInput, PreviewOutput
from .remarks import AnswerInput, NoteInput, OpenedRowInput, OpenPlaceOutput, RemarkOutput

__all__ = [
    "ActInput",
    "AnswerInput",
    "BulkActInput",
    "CaseColumns",
    "CaseOutput",
    "CaseRowOutput",
    "CasesFilter",
    "DifferenceFilter",
    "DifferenceOutput",
    "EvidenceOutput",
    "InboxOutput",
    "NoteInput",
    "OpenPlaceOutput",
    "OpenedRowInput",
    "OutcomesOutput",
    "PreviewInput",
    "PreviewOutput",
    "RemarkOutput",
    "SignatureOutput",
    "SignedOutput",
    "SubmissionContentOutput",
    "SubmissionOutput",
]
