"""Decisions: what was submitted, who signed it, what was remarked."""

from .evidence import Evidence, EvidenceCitation, EvidenceUpload
from .records import Handing, OpenedRow, Remark, Signature, Submission

__all__ = [
    "Evidence",
    "EvidenceCitation",
    "EvidenceUpload",
    "Handing",
    "OpenedRow",
    "Remark",
    "Signature",
    "Submission",
]
