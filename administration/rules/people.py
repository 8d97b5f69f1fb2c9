"""People and their posts as a list compares them with what is there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class KnownPost:
    """A post that somebody holds or will hold; `until`: its last day."""

    id: UUID
    unit: str
    role: str
    title: str
    since: date
    until: date | None
    decision_number: str = ""
    decision_date: date | None = None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the institution, with the posts that have not ended."""

    id: UUID
    username: str
    full_name: str
    email: str = ""
    telephone: str = ""
    active: bool = True
    posts: Sequence[KnownPost] = ()


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A unit in which people can have posts."""

    code: str
    name: str
    at_root: bool = False
    at_office: bool = False
    ended: bool = False


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post as a line has it; `known`: the one that is there, `differs`: in what.

    A post whose title differs is ended, and another one begins: what was signed was signed under the old one.
    """

    row: int
    unit: str
    role: str
    title: str
    since: date
    until: date | None
    decision_number: str
    decision_date: date | None
    change: str
    known: KnownPost | None = None
    differs: tuple[str, ...] = ()


@dataclass(slots=True)
class PersonLines:
    """A person as one line or several have them; `known`: who is there."""

    row: int
    username: str
    full_name: str
    email: str
    telephone: str
    known: KnownPerson | None
    change: str
    differs: tuple[str, ...] = ()
    posts: list[PostLine] = field(default_factory=list)
