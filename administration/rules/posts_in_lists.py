"""The posts in a list of people: what is wrong with them, how they stand to those that are held."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from administration.words import CHANGED, NEW, SAME
from notation import moments
from notation.text import fold
from organization.models import Role
from organization.rules import SIGNING_ROLES
from papers.intake.lists import ListRow

from .cells import Wrong, day_in
from .people import KnownPerson, KnownPlace, KnownPost, PersonLines, PostLine
from .posts import overlap, role_of

#: How the institution itself is called where its leaders have their posts.
_AT_ROOT = {"ban giam hieu", "ban giam doc", "lanh dao", "hieu bo"}


class PostsOfList:
    """Reads the posts line by line; keeps what is wrong with them, and what is only odd."""

    def __init__(self, places: Mapping[str, Sequence[KnownPlace]], today: date) -> None:
        self.places, self.today = places, today
        self.found: list[Wrong] = []
        self.odd: list[Wrong] = []
        self.root = next(one for units in places.values() for one in units if one.at_root)

    def of(self, group: Sequence[ListRow], known: KnownPerson | None) -> list[PostLine]:
        """The posts of one person; a line without unit and title has none."""
        lines: dict[tuple[str, str], list[PostLine]] = defaultdict(list)
        for row in group:
            if (place := self.place_of(row)) and (role := self.role_in(row, place)):
                line = self.line_of(row, place, role, known)
                twice = lines[line.unit, line.role]
                if any(overlap(one.since, one.until, line.since, line.until) for one in twice):
                    self.found.append(Wrong(row.row, "title", "post-double", {"row": str(twice[0].row)}))
                twice.append(line)
        return sorted((line for found in lines.values() for line in found), key=lambda line: line.row)

    def place_of(self, row: ListRow) -> KnownPlace | None:
        """The unit that the line names; leaders need not name the institution."""
        name = fold(row["unit"])
        if not name:
            if row["title"] and role_of(row["title"], at_root=True, at_office=False):
                return self.root
            if row["title"]:
                self.found.append(Wrong(row.row, "unit", "missing"))
            return None
        places = [self.root] if name in _AT_ROOT else self.places.get(name, ())
        if len(places) != 1:
            code = "unit-ambiguous" if places else "unit-unknown"
            self.found.append(Wrong(row.row, "unit", code, {"text": row["unit"]}))
            return None
        if places[0].ended:
            self.found.append(Wrong(row.row, "unit", "unit-ended", {"text": row["unit"]}))
        return places[0]

    def role_in(self, row: ListRow, place: KnownPlace) -> str | None:
        """The role that the title means there."""
        if not row["title"]:
            self.found.append(Wrong(row.row, "title", "missing"))
            return None
        role = role_of(row["title"], at_root=place.at_root, at_office=place.at_office)
        if role is None:
            params = {"text": row["title"], "unit": place.name}
            self.found.append(Wrong(row.row, "title", "post-unknown", params))
        return role

    def line_of(self, row: ListRow, place: KnownPlace, role: str, person: KnownPerson | None) -> PostLine:
        """One post, beside the one that the person holds there; a blank cell leaves what is there."""
        posts = person.posts if person else ()
        since, until = day_in(row, "since"), day_in(row, "until")
        known = next((one for one in posts if is_same_post(one, place, role, since, self.today)), None)
        if known and since and since != known.since:
            self.odd.append(Wrong(row.row, "since", "since-kept", {"day": moments.day(known.since)}))
        began = known.since if known else since or self.today
        if until and until < began:
            self.found.append(Wrong(row.row, "until", "ends-before-it-begins"))
        number = row["decision_number"] or (known.decision_number if known else "")
        decided = day_in(row, "decision_date") or (known.decision_date if known else None)
        ends = until or (known.until if known else None)
        said = (row["title"], ends, number, decided)
        differs = differing(known, *said) if known else ()
        change = (CHANGED if differs else SAME) if known else NEW
        if role in SIGNING_ROLES and change != SAME and not (number and decided):
            field = "decision_date" if number else "decision_number"
            self.found.append(Wrong(row.row, field, "decision-missing"))
        return PostLine(
            row.row, place.code, role, row["title"], began, ends, number, decided, change, known, differs
        )  # fmt: skip

    def second_heads(self, people: Sequence[PersonLines], there: Sequence[KnownPerson]) -> Iterator[Wrong]:
        """Heads whose unit has another at that time, in the list or already."""
        names = {place.code: place.name for units in self.places.values() for place in units}
        said = {line.known.id for person in people for line in person.posts if line.known}
        heads = [
            (post.unit, post.since, post.until, one.full_name)
            for one in there
            for post in one.posts
            if one.active and post.role == Role.HEAD and post.id not in said
        ]
        for person in people:
            for line in person.posts:
                if line.role == Role.HEAD:
                    others = [head for head in heads if clash(line, head)]
                    if others and line.change != SAME:
                        params = {"unit": names[line.unit], "name": others[0][3]}
                        yield Wrong(line.row, "title", "second-head", params)
                    heads.append((line.unit, line.since, line.until, person.full_name))


def differing(
    known: KnownPost, title: str, until: date | None, number: str, decided: date | None
) -> tuple[str, ...]:
    """In what a line differs from the post that is held."""
    said = {"title": title, "until": until, "decision_number": number, "decision_date": decided}
    return tuple(name for name, value in said.items() if getattr(known, name) != value)


def clash(line: PostLine, head: tuple[str, date, date | None, str]) -> bool:
    """Whether it is the same unit at a time that both have."""
    unit, since, until, _name = head
    return unit == line.unit and overlap(line.since, line.until, since, until)


def is_same_post(post: KnownPost, place: KnownPlace, role: str, since: date | None, today: date) -> bool:
    """Whether a line means this post: of that unit and role, and begun, or to begin on that day."""
    here = (post.unit, post.role) == (place.code, role)
    return here and (since in (None, post.since) or post.since <= today)
