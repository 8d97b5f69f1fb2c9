"""One screenful of cases: a case, a list, what waits for a person."""

from .cases import (
    CaseLine,
    JudgedAct,
    NamedCase,
    ShownCase,
    ShownRemark,
    read_case,
    read_cases,
    read_inbox,
    read_remarks,
    read_told,
    titles_of,
)
from .inbox import Glimpse, WaitingLine, read_elsewhere, read_previewed, read_waiting

__all__ = [
    "CaseLine",
    "Glimpse",
    "JudgedAct",
    "NamedCase",
    "ShownCase",
    "ShownRemark",
    "WaitingLine",
    "read_case",
    "read_cases",
    "read_elsewhere",
    "read_inbox",
    "read_previewed",
    "read_remarks",
    "read_told",
    "read_waiting",
    "titles_of",
]
