"""Counting what costs the server something."""

from datetime import datetime, timedelta

from django.db import transaction

from organization.models import Spending, User


@transaction.atomic
def spend(what: str, *, most: int, by: User, now: datetime) -> float:
    """Count that the person does this now; more than so often within an hour is not counted.

    Returns:
        Seconds until it may be done again; 0 where it was counted.
    """
    spent, _made = Spending.objects.get_or_create(by=by, what=what)
    spent = Spending.objects.select_for_update(of=("self",)).get(id=spent.id)
    moment, hour = now.timestamp(), timedelta(hours=1).total_seconds()
    lately = [one for one in spent.moments if moment - hour < one]
    if len(lately) >= most:
        return float(lately[-most] + hour - moment)
    spent.moments = [*lately, moment]
    spent.save(update_fields=["moments"])
    return 0.0
