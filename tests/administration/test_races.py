"""Administrative acts at the same moment: what must not be lost is counted under a lock."""

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from administration.actions.invitations import accept, invite
from administration.actions.posts import PostGiven, end_post, give_post
from organization.actions import Clerk, Decision, appoint
from organization.models import Appointment, Role, User
from organization.rules import Absent
from tests.factories import Racers, World, repeats
from workflow.rules import Refused

pytestmark = pytest.mark.postgres


@pytest.mark.parametrize("_time", range(repeats(2)))
def test_two_leaders_cannot_both_be_let_go(world: World, _time: int) -> None:
    root = world.institution.root
    assert root is not None
    appoint(user=world.person("A", "head"), unit=root, role=Role.LEADER, title="Phó", since=world.now())
    posts = list(
        Appointment.objects.filter(post__role=Role.LEADER).select_related("user__institution", "post__unit")
    )
    with Racers(2) as racers:
        clerk = Clerk(None, timezone.now())
        answers = racers.run([partial(end_post, post, on=None, changed_by=clerk) for post in posts])
    assert sorted(type(one).__name__ for one in answers) == ["NoneType", "Refused"]


@pytest.mark.parametrize("_time", range(repeats(2)))
def test_a_unit_never_gets_two_heads(world: World, _time: int) -> None:
    now = timezone.now()
    end_post(Appointment.objects.get(user=world.person("A", "head")), on=None, changed_by=Clerk(None, now))
    day, decision = timezone.localdate(), Decision("1/QĐ", timezone.localdate())
    begins = day + timedelta(days=1)
    given = PostGiven(world.unit("A"), Role.HEAD, "Trưởng phòng", begins, decision=decision)
    people = [world.person("A", "officer"), world.person("A", "deputy"), world.person("B", "officer")]
    with Racers(3) as racers:
        clerk = Clerk(None, timezone.now())
        answers = racers.run([partial(give_post, user, given, changed_by=clerk) for user in people])
    assert sum(isinstance(one, Appointment) for one in answers) == 1
    assert sum(isinstance(one, Refused) for one in answers) == 2


def test_a_link_is_used_once(world: World) -> None:
    user = User.objects.get(id=world.person("A", "officer").id)
    [link] = invite([user], changed_by=Clerk(None, timezone.now()))
    words = [f"mot-mat-khau-dai-{number}" for number in range(4)]
    with Racers(4) as racers:
        now = timezone.now()
        answers = racers.run([partial(accept, link.secret, word, now=now, origin="x") for word in words])
    assert sum(isinstance(one, User) for one in answers) == 1
    assert sum(isinstance(one, Absent) for one in answers) == 3
