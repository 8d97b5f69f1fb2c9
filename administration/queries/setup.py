"""How far setting up has come, computed from what is there."""

from datetime import datetime

from django.utils import timezone

from organization.models import Institution, Role, User
from organization.queries import calendar_of
from periods.models import DeadlineRule, Period
from workflow.models import Case

from .people import critical
from .units import units_in

#: What is done one after the other.
STEPS = (
    "institution",
    "office",
    "leadership",
    "units",
    "people",
    "calendar",
    "deadlines",
    "first-month",
    "first-plan",
)


def is_empty() -> bool:
    """Whether the database holds no institution yet."""
    return not Institution.objects.exists()


def steps_done(institution: Institution, now: datetime) -> dict[str, bool]:
    """Step -> whether it is done; a fixed number of statements."""
    held, year = critical(institution, now), timezone.localtime(now).year
    months = Period.objects.filter(institution=institution, kind=Period.Kind.MONTH)
    used = DeadlineRule.objects.filter(institution=institution, begins__isnull=False)
    units = units_in(institution.id).filter(parent__isnull=False)
    people = User.objects.filter(institution=institution, appointments__post__role=Role.OFFICER)
    return {
        "institution": True,
        "office": bool(held["office"]),
        "leadership": bool(held[Role.LEADER]),
        "units": units.exists(),
        "people": people.exists(),
        "calendar": calendar_of(institution.id, year).exists(),
        "deadlines": DeadlineRule.objects.filter(institution=institution).exists(),
        "first-month": used.exists() or months.filter(heard_at__isnull=False).exists(),
        "first-plan": Case.objects.filter(institution=institution, kind="plan").exists(),
    }
