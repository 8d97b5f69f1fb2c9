"""What somebody's open windows and tokens stand on, and whether it has ended."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from organization.models import Appointment, User

from .rights import valid_at


@dataclass(frozen=True, slots=True)
class Standing:
    """An active person as of a moment: the password as it is kept, and the posts held."""

    password: str
    posts: frozenset[UUID]

    def goes_on_in(self, later: "Standing | None") -> bool:
        """Whether nothing of it has ended since; None: the person is no longer active."""
        return later is not None and later.password == self.password and self.posts <= later.posts


def standings(user_ids: Collection[UUID], now: datetime) -> dict[UUID, Standing]:
    """Those of them who are active, each as of `now`; two statements."""
    posts = defaultdict(set)
    held = Appointment.objects.filter(valid_at(now), user__in=user_ids)
    for user_id, post in held.values_list("user", "id"):
        posts[user_id].add(post)
    active = User.objects.filter(id__in=user_ids, is_active=True).values_list("id", "password")
    return {user_id: Standing(password, frozenset(posts[user_id])) for user_id, password in active}


def has_left_a_post(user_id: UUID, since: datetime) -> bool:
    """Whether a post of the person has ended since then."""
    ended = Appointment.objects.filter(user=user_id, valid_to__gt=since, valid_to__lte=timezone.now())
    return ended.exists()
