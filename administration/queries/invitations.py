"""Links that can still be used."""

from datetime import datetime

from django.db.models import Q, QuerySet

from administration.models import Invitation


def living(now: datetime) -> QuerySet[Invitation]:
    """Links that were neither used nor withdrawn nor have run out, of people who are let in, or of nobody."""
    rows = Invitation.objects.filter(used_at=None, withdrawn_at=None).select_related("person__institution")
    of_somebody = Q(person__isnull=True) | Q(person__is_active=True)
    return rows.filter(of_somebody, Q(until=None) | Q(until__gt=now))
