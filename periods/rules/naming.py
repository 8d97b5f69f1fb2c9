"""What periods are called, in the Vietnamese of the office that signs them."""

from periods.models import Period


def period_name(period: Period) -> str:
    """ "tháng 8/2025", "quý III/2025", "năm 2025", "năm học 2025-2026"; a review bears its own name."""
    day = period.starts
    if period.kind == Period.Kind.MONTH:
        return f"tháng {day.month}/{day.year}"
    if period.kind == Period.Kind.QUARTER:
        return f"quý {('I', 'II', 'III', 'IV')[(day.month - 1) // 3]}/{day.year}"
    if period.kind == Period.Kind.YEAR:
        return f"năm {period.label}"
    return f"năm học {period.label}" if period.kind == Period.Kind.SCHOOL_YEAR else period.label
