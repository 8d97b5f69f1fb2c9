"""Nobody is told of a case that answers him 404, nor when he is gone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from notifications.models import Notification
from organization.models import Appointment
from tests.api import Api
from tests.factories import SUBMITTED, World


def told(one: World, role: str) -> list[str]:
    """What the person of unit A was told, by act."""
    rows = Notification.objects.filter(recipient=one.person("A", role)).order_by("id")
    return [row.data["act"] for row in rows]


def test_who_took_part_is_told_of_the_next_step(one: World) -> None:
    case_id = one.plan_at(SUBMITTED)
    assert Api(one.person("A", "head")).act(case_id, "approve").status_code == 201
    assert told(one, "officer") == ["approve"]


@pytest.mark.parametrize("how", ["post ended", "deactivated"])
def test_who_left_is_not(one: World, how: str) -> None:
    case_id, officer = one.plan_at(SUBMITTED), one.person("A", "officer")
    if how == "deactivated":
        officer.is_active = False
        officer.save()
    else:
        yesterday = timezone.now() - timedelta(days=1)
        Appointment.objects.filter(user=officer).update(valid_to=yesterday)
        assert Api(officer).get(f"cases/{case_id}").status_code == 404
    assert Api(one.person("A", "head")).act(case_id, "approve").status_code == 201
    assert told(one, "officer") == []
