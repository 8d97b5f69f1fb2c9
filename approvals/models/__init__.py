"""Decisions: what was submitted, who signed it, what was remarked."""

from .evidence import Evidence, EvidenceCitation, EvidenceUpload
from .records import Handing, Remark, Signature, Submission

__all__ = ["Evidence", "EvidenceCitation", "EvidenceUpload", "Handing", "Remark", "Signature", "Submission"]
