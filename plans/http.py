"""The items that a request names."""

from uuid import UUID

from django.utils.translation import gettext

from organization.http.person import PersonRequest
from organization.http.problems import Detail, Problem
from plans.models import MonitoringItem
from plans.queries import items_of


def item_named(request: PersonRequest, item_id: UUID) -> MonitoringItem:
    """The item over a class of plans with this id.

    Raises:
        Problem: 400 where there is none.
    """
    item = items_of(request.user, {}).filter(id=item_id).first()
    if item is None:
        raise Problem(
            400, "item-unknown", [Detail("item-unknown", gettext("There is no such item."), field="item")]
        )
    return item
