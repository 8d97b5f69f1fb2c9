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
    """ "tháng 8/2025", "quý III/2025", "6 tháng đầu năm 2025", "9 tháng năm 2025", "học kỳ I năm học 2025-2026", "năm 2025",
    "năm học 2025-2026"; a review bears its own name."""
    day, first = period.starts, period.label[-1] == "1"
    names = {
        Period.Kind.MONTH: f"tháng {day.month}/{day.year}",
        Period.Kind.QUARTER: f"quý {('I', 'II', 'III', 'IV')[(day.month - 1) // 3]}/{day.year}",
        Period.Kind.HALF_YEAR: f"6 tháng {'đầu' if first else 'cuối'} năm {day.year}",
        Period.Kind.NINE_MONTHS: f"9 tháng năm {day.year}",
        Period.Kind.SEMESTER: f"học kỳ {'I' if first else 'II'} năm học {period.label[:-3]}",
        Period.Kind.YEAR: f"năm {period.label}",
        Period.Kind.SCHOOL_YEAR: f"năm học {period.label}",
    }
    return names.get(Period.Kind(period.kind), period.label)
