"""What periods are called, in the Vietnamese of the office that signs them."""

from datetime import date
from typing import Protocol

from periods.models import Period

from .deadlines import Span


class Named(Protocol):
    """What a name is made of: a period, or the span that a label stands for."""

    @property
    def kind(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def starts(self) -> date: ...


def label_name(label: str) -> str:
    """As `period_name`, of the period that bears the label."""
    try:
        return period_name(Span.parse(label))
    except ValueError:
        return label


def period_name(period: Named) -> str:
    """ "tháng 8/2025", "quý III/2025", "năm 2025", "năm học 2025-2026"; a review bears its own name."""
    day = period.starts
    if period.kind == Period.Kind.MONTH:
        return f"tháng {day.month}/{day.year}"
    if period.kind == Period.Kind.QUARTER:
        return f"quý {('I', 'II', 'III', 'IV')[(day.month - 1) // 3]}/{day.year}"
    if period.kind == Period.Kind.YEAR:
        return f"năm {period.label}"
    return f"năm học {period.label}" if period.kind == Period.Kind.SCHOOL_YEAR else period.label
