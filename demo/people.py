"""The people of the demo: invented, and marked so in their names."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.hashers import make_password

from organization.actions import appoint
from organization.models import Institution, Role, Unit, User

MARK = "(demo)"
FAMILIES = ("Nguyễn", "Lò", "Trần", "Quàng", "Lê", "Cầm", "Phạm", "Hà", "Bùi", "Đinh", "Vì", "Hoàng")
MIDDLES = ("Văn", "Thị", "Minh", "Thu", "Đức", "Ngọc")
GIVENS = (
    "An",
    "Bình",
    "Chi",
    "Dũng",
    "Giang",
    "Hạnh",
    "Khánh",
    "Lan",
    "Nam",
    "Oanh",
    "Phúc",
    "Quỳnh",
    "Sơn",
    "Yến",
)
TITLES = {Role.OFFICER: "Viên chức", Role.HEAD: "Trưởng đơn vị", Role.DEPUTY: "Phó trưởng đơn vị"}


def names() -> Iterator[str]:
    """Invented names, each another one, always in the same order."""
    for number in itertools.count():
        family, middle = FAMILIES[number % len(FAMILIES)], MIDDLES[number // 3 % len(MIDDLES)]
        yield f"{family} {middle} {GIVENS[number * 5 % len(GIVENS)]} {MARK}"


@dataclass
class Cast:
    """Makes the people of one institution; all share one password, hashed once."""

    institution: Institution
    password: str
    since: datetime
    people: dict[str, User] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._hash, self._names = make_password(self.password), names()

    def hire(self, username: str, unit: Unit, role: Role, title: str) -> User:
        """A person with one post."""
        user = User.objects.create(
            username=username, full_name=next(self._names), institution=self.institution, password=self._hash
        )
        post = appoint(user=user, unit=unit, role=role, title=title, since=self.since)
        post.briefed_at = self.since  # nothing has happened yet of which they could be told
        post.save(update_fields=["briefed_at"])
        self.people[username] = user
        return user

    def staff(self, unit: Unit) -> None:
        """Officer, head and deputy of a unit."""
        for role, title in TITLES.items():
            self.hire(f"{unit.code.lower()}.{role.value}", unit, role, title)


def logins() -> dict[str, dict[str, str]]:
    """Who can log in, for the screen of `make run`: institution -> username -> what they are."""
    rows = User.objects.filter(full_name__endswith=MARK).order_by("institution__code", "id")
    posts = rows.values_list(
        "institution__name", "username", "appointments__title", "appointments__post__unit__name"
    )
    shown: dict[str, dict[str, str]] = {}
    for institution, username, title, unit in posts:
        shown.setdefault(institution, {})[username] = f"{title}, {unit}"
    return shown
