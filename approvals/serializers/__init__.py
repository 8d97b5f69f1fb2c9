"""Cases, signatures, submissions and remarks over the wire."""

from .acts import ActInput, BulkActInput, RemarkInput
from .cases import (
    AnswerInput,
    CaseColumns,
    CaseOutput,
    CaseRowOutput,
    CasesFilter,
    EvidenceOutput,
    OutcomesOutput,
    RemarkOutput,
    SignatureOutput,
    SignedOutput,
    SubmissionContentOutput,
    SubmissionOutput,
)  # fmt: skip
from .differences import DifferenceFilter, DifferenceOutput
from .inbox import InboxOutput, PreviewInput, PreviewOutput

__all__ = [
    "ActInput", "AnswerInput", "BulkActInput", "CaseColumns", "CaseOutput", "CaseRowOutput", "CasesFilter", "DifferenceFilter",
    "DifferenceOutput", "EvidenceOutput",
    "InboxOutput", "OutcomesOutput", "PreviewInput", "PreviewOutput", "RemarkInput", "RemarkOutput", "SignatureOutput", "SignedOutput", "SubmissionContentOutput",
    "SubmissionOutput",
]  # fmt: skip
