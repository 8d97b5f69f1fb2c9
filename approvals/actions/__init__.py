"""Decisions, written: the act that moves states, and what stands around it."""

from .act import Outcome, act
from .cases import docket_for_editing, lock_for_editing, mark_edited, open_case, refresh_waiting, settle_due
from .evidence import BadFile, keep_evidence
from .opened import open_row
from .remarks import answer_remark, remark_on, withdraw_remark

__all__ = [
    "BadFile",
    "Outcome",
    "act",
    "answer_remark",
    "docket_for_editing",
    "keep_evidence",
    "lock_for_editing",
    "mark_edited",
    "open_case",
    "open_row",
    "refresh_waiting",
    "remark_on",
    "settle_due",
    "withdraw_remark",
]
