"""A list of people: whose its lines are, what is wrong with them, how they stand to who is there."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from administration.words import CHANGED, NEW, SAME
from notation import limits
from notation.text import fold
from papers.intake.lists import ListRow

from .cells import Wrong, is_email, is_telephone, wrong_cells
from .logins import is_login, login_of
from .people import KnownPerson, KnownPlace, PersonLines
from .posts_in_lists import PostsOfList

CONTACT = ("email", "telephone")
_MOST = {
    "full_name": limits.PERSON, "username": limits.USERNAME, "email": limits.EMAIL, "telephone": limits.TELEPHONE,
    "title": limits.POST, "decision_number": limits.DOCUMENT_NUMBER,
}  # fmt: skip
_DAYS = ("since", "until", "decision_date")


@dataclass(frozen=True)
class PeopleThere:
    """What a list of people is compared with.

    Attributes:
        places: name without marks -> the units that are called so.
        foreign: logins of other institutions.
    """

    people: Sequence[KnownPerson]
    places: Mapping[str, Sequence[KnownPlace]]
    foreign: Collection[str]
    today: date
    by_login: Mapping[str, KnownPerson] = field(init=False)
    by_name: Mapping[str, Sequence[KnownPerson]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_login", {one.username: one for one in self.people})
        by_name: dict[str, list[KnownPerson]] = defaultdict(list)
        for one in self.people:
            by_name[fold(one.full_name)].append(one)
        object.__setattr__(self, "by_name", by_name)


@dataclass(slots=True)
class Group:
    """The lines of one person, and the addresses that they say, each once: thousands may say the same."""

    rows: list[ListRow] = field(default_factory=list)
    addresses: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, row: ListRow) -> None:
        """One more line."""
        self.rows.append(row)
        self.addresses.add(address_in(row))

    def takes(self, row: ListRow) -> bool:
        """Whether a line of the same name is of the same person."""
        return all(all(map(agree, address_in(row), address)) for address in self.addresses)


class PeopleList:
    """The lines of one list, beside who is there. Whose a line is: of the login; else of the name, with the e-mail address and
    the telephone number where both lines have one."""

    def __init__(self, rows: Sequence[ListRow], there: PeopleThere) -> None:
        self.rows, self.there = rows, there
        self.found: list[Wrong] = []
        self.groups = self.grouped()
        self.called_so = Counter(fold(group[0]["full_name"]) for group in self.groups)
        self.posts = PostsOfList(there.places, there.today)
        self.people = self.compared()

    def wrong(self) -> list[Wrong]:
        """All that is wrong, by row."""
        found = [*self.found, *self.posts.found, *self.posts.second_heads(self.people, self.there.people)]
        return sorted(found, key=lambda one: one.row)

    def odd(self) -> list[Wrong]:
        """What is not wrong but not taken as it stands."""
        return self.posts.odd

    def grouped(self) -> list[list[ListRow]]:
        """The lines of each person."""
        groups: list[Group] = []
        by_login: dict[str, Group] = {}
        by_name: dict[str, list[Group]] = defaultdict(list)
        for row in self.rows:
            named = by_name[fold(row["full_name"])]
            group = by_login.get(row["username"]) if row["username"] else None
            group = group or next((one for one in named if one.takes(row)), None)
            if group is None:
                group = Group()
                groups.append(group)
            group.add(row)
            if row["username"]:
                by_login.setdefault(row["username"], group)
            if all(one is not group for one in named):
                named.append(group)
        return [group.rows for group in groups]

    def compared(self) -> list[PersonLines]:
        """Everybody in the list, each beside the one who is there, with their posts."""
        taken = {*self.there.foreign, *self.there.by_login, *(row["username"] for row in self.rows)}
        people = []
        for group in self.groups:
            for row in group:
                self.found += self.wrong_in(row, group)
            person = self.person_of(group, taken)
            taken.add(person.username)
            person.posts = self.posts.of(group, person.known)
            people.append(person)
        return people

    def wrong_in(self, row: ListRow, group: Sequence[ListRow]) -> Iterator[Wrong]:
        """What is wrong with who it is."""
        yield from wrong_cells(row, _MOST, needed=("full_name",), days=_DAYS)
        if row["email"] and not is_email(row["email"]):
            yield Wrong(row.row, "email", "email-malformed", {"text": row["email"]})
        if row["telephone"] and not is_telephone(row["telephone"]):
            yield Wrong(row.row, "telephone", "telephone-malformed", {"text": row["telephone"]})
        login, first = row["username"], group[0]
        if not login:
            return
        if not is_login(login):
            yield Wrong(row.row, "username", "username-malformed", {"text": login})
        if login in self.there.foreign:
            yield Wrong(row.row, "username", "username-taken", {"text": login})
        if fold(first["full_name"]) != fold(row["full_name"]):
            yield Wrong(row.row, "username", "username-double", {"text": login, "row": str(first.row)})

    def person_of(self, group: Sequence[ListRow], taken: Collection[str]) -> PersonLines:
        """One person of the list; a blank cell leaves what is there."""
        first, known = group[0], self.known_as(group)
        said = {name: next((row[name] for row in group if row[name]), "") for name in ("username", *CONTACT)}
        if known is None:
            login = said["username"] or login_of(first["full_name"], taken)
            return PersonLines(
                first.row, login, first["full_name"], said["email"], said["telephone"], None, NEW
            )
        if not known.active:
            self.found.append(Wrong(first.row, "full_name", "person-inactive", {"name": known.full_name}))
        differs = tuple(name for name in CONTACT if said[name] and said[name] != getattr(known, name))
        email, telephone = said["email"] or known.email, said["telephone"] or known.telephone
        change = CHANGED if differs else SAME
        return PersonLines(
            first.row, known.username, known.full_name, email, telephone, known, change, differs
        )

    def known_as(self, group: Sequence[ListRow]) -> KnownPerson | None:
        """Who of those who are there it is: by login, else by name."""
        first, name = group[0], fold(group[0]["full_name"])
        if login := next((row["username"] for row in group if row["username"]), ""):
            known = self.there.by_login.get(login)
            if known and fold(known.full_name) != name:
                params = {"text": login, "name": known.full_name}
                self.found.append(Wrong(first.row, "username", "username-other-name", params))
            return known
        same = self.called(first, alone=self.called_so[name] == 1)
        if len(same) > 1:
            self.found.append(Wrong(first.row, "full_name", "person-ambiguous", {"text": first["full_name"]}))
        return same[0] if len(same) == 1 else None

    def called(self, row: ListRow, *, alone: bool) -> list[KnownPerson]:
        """Who of those who are there the line may mean by name: not somebody with another e-mail address; with another telephone
        number only where nobody else in the list has the name (`alone`)."""
        named = self.there.by_name.get(fold(row["full_name"]), ())
        same = [one for one in named if agree(row["email"], one.email)]
        reached = [one for one in same if agree(row["telephone"], one.telephone)]
        return reached or (same if alone else [])


def agree(said: str, other: str) -> bool:
    """Whether the two can be one and the same: equal, or one of them not said."""
    return not said or not other or said.lower() == other.lower()


def address_in(row: ListRow) -> tuple[str, ...]:
    """By what people of one name are told apart."""
    return tuple(row[part] for part in ("username", *CONTACT))
