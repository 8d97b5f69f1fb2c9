"""Decisions: what was submitted, who signed it, what was remarked."""

from .evidence import Evidence, EvidenceCitation
from .records import Remark, Signature, Submission

__all__ = ["Evidence", "EvidenceCitation", "Remark", "Signature", "Submission"]
