"""Decisions: what was submitted, who signed it, what was remarked."""

from .evidence import Evidence, EvidenceCitation, EvidenceUpload
from .records import Remark, Signature, Submission

__all__ = ["Evidence", "EvidenceCitation", "EvidenceUpload", "Remark", "Signature", "Submission"]
