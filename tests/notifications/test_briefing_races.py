"""Two processes that look for newcomers at once tell each of them once."""

from functools import partial

import pytest
from django.db import connection
from django.utils import timezone

from approvals.actions.briefing import brief
from notifications.models import Notification
from organization.actions import appoint
from organization.models import Role, User
from tests.factories import SUBMITTED, Racers, World, repeats

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs row locks: make test-db"),
]


def test_a_newcomer_is_told_once_by_four_at_once(world: World) -> None:
    world.plan_at(SUBMITTED)
    with Racers(4) as racers:
        for number in range(repeats(5)):
            head = User.objects.create(
                username=f"w.new-{number}", full_name="Người mới", institution=world.institution, password="!"
            )
            appoint(
                user=head, unit=world.unit("A"), role=Role.HEAD, title="Trưởng phòng", since=timezone.now()
            )
            told = racers.run([partial(brief, timezone.now())] * 4)
            assert sorted(told) == [0, 0, 0, 1], told
            assert Notification.objects.filter(recipient=head).count() == 1
