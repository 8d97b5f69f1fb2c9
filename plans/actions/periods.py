"""The years that plans are for."""

from organization.models import Institution
from plans.models import Period
from plans.notation.year import PlanYear


def ensure_period(institution: Institution, label: str) -> Period:
    """The period of a year ("2021") or school year ("2025-2026"), made when missing.

    Raises:
        ValueError: neither a year nor a school year.
    """
    year = PlanYear.parse(label)
    period, _made = Period.objects.get_or_create(
        institution=institution,
        label=year.label,
        defaults={
            "kind": Period.Kind.SCHOOL_YEAR if year.school else Period.Kind.YEAR,
            "starts": year.start,
            "ends": year.end,
        },
    )
    return period
