"""Lists from workbooks: read, compared with what is there, saved whole or not at all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from re import Pattern
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from administration.queries import people as people_there
from administration.queries import units as units_there
from administration.rules.cells import Wrong
from administration.rules.people import PersonLines, PostLine
from administration.rules.people_lists import PeopleList, PeopleThere
from administration.rules.unit_lists import UnitLine, UnitList
from administration.words import PEOPLE_COLUMNS, UNIT_COLUMNS
from notation.limits import MEGABYTE, WORKBOOK_BYTES
from organization.actions import (
    Clerk,
    Decision,
    add_person,
    add_unit,
    appoint,
    change_appointment,
    change_person,
    end_appointment,
)
from organization.models import Appointment, Institution, Unit, User
from papers.intake.apart import open_apart
from papers.intake.archive import Unreadable
from papers.intake.lists import ListRow, read_list, rows_typed
from papers.intake.sentences import SENTENCES
from workflow.rules import CONTENT, Reason, Refused

from .locks import lock
from .posts import end_of, start_of
from .telling import tell_leadership
from .units import UnitChange, alter_unit


@dataclass(frozen=True, slots=True)
class ReadUnits:
    """A list of units as it was read, and whether it was saved: only where nothing is wrong."""

    lines: Sequence[UnitLine]
    errors: Sequence[Wrong]
    saved: bool
    warnings: Sequence[Wrong] = ()


@dataclass(frozen=True, slots=True)
class ReadPeople:
    """A list of people in the same way; `lines`: how they are understood, also where something is wrong; `raw`: a workbook's cells."""

    lines: Sequence[PersonLines]
    errors: Sequence[Wrong]
    saved: bool
    warnings: Sequence[Wrong] = ()
    raw: Sequence[ListRow] = ()


def lines_of(data: bytes, columns: Mapping[str, Pattern[str]], needed: Sequence[str]) -> list[ListRow]:
    """The lines of the list in a workbook.

    Raises:
        Refused: 422 no workbook, an unsafe one, or one without such a list.
    """
    try:
        if len(data) > WORKBOOK_BYTES:
            raise Unreadable("file-too-large", limit=str(WORKBOOK_BYTES // MEGABYTE))
        return read_list(open_apart(data), columns, needed)
    except Unreadable as error:
        reason = Reason(error.code, CONTENT, SENTENCES[error.code], error.params, field="file")
        raise Refused([reason]) from error


def take_units(data: bytes, institution: Institution, *, save: bool, changed_by: Clerk) -> ReadUnits:
    """Read a list of units; where that is asked for and nothing is wrong, make and change what differs.

    Raises:
        Refused: 422 the workbook cannot be read.
    """
    rows = lines_of(data, UNIT_COLUMNS, ("code", "name"))
    with transaction.atomic():
        institution, today = lock(institution), timezone.localtime(changed_by.at).date()
        root = institution.root
        there = units_there.known_units(institution, today)
        elsewhere = units_there.codes_elsewhere(institution, {row["code"] for row in rows})
        read = UnitList(rows, there, (root.code, root.name) if root else (), elsewhere)
        if errors := read.wrong():
            return ReadUnits((), errors, saved=False)
        lines = read.lines()
        if save:
            save_units(lines, institution, changed_by)
        return ReadUnits(sorted(lines, key=lambda line: line.row), (), saved=save)


def save_units(lines: Sequence[UnitLine], institution: Institution, changed_by: Clerk) -> None:
    """Make those that are new and change those that differ, the upper ones first; their order is the list's."""
    units = {unit.code: unit for unit in units_there.units_in(institution.id)}
    root, places = institution.root, sorted(line.row for line in lines)
    for line in lines:
        parent = units[line.parent] if line.parent else root
        if (unit := units.get(line.code)) is None:
            units[line.code] = add_unit(
                institution=institution, code=line.code, name=line.name, kind=line.kind, parent=parent,
                position=places.index(line.row) + 1, aliases=line.aliases, changed_by=changed_by,
            )  # fmt: skip
        elif line.differs:
            names = {name.name for name in unit.names.filter(kind="alias")}
            aliases = sorted(names | set(line.aliases))
            change = UnitChange(name=line.name, kind=line.kind, parent=parent, aliases=aliases)
            alter_unit(unit, change, changed_by=changed_by)


def take_people(data: bytes, institution: Institution, *, save: bool, changed_by: Clerk) -> ReadPeople:
    """Read a list of people with their posts; where that is asked for and nothing is wrong, enter what differs.

    Raises:
        Refused: 422 the workbook cannot be read.
    """
    rows = lines_of(data, PEOPLE_COLUMNS, ("full_name", "title"))
    return replace(take_rows(rows, institution, save=save, changed_by=changed_by), raw=rows)


def take_lines(
    lines: Iterable[Mapping[str, str]], institution: Institution, *, save: bool, changed_by: Clerk
) -> ReadPeople:
    """The same of lines that were typed: field -> text, numbered from 1; a blank one has its number and says nothing."""
    return take_rows(rows_typed(lines), institution, save=save, changed_by=changed_by)


def take_rows(
    rows: Sequence[ListRow], institution: Institution, *, save: bool, changed_by: Clerk
) -> ReadPeople:
    """Compare the lines with who is there; only saving is done under the lock, for looking happens while somebody types."""
    if not save:
        return read_from(PeopleList(rows, there_for(institution, changed_by.at)), saved=False)
    with transaction.atomic():
        institution = lock(institution)
        read = read_from(PeopleList(rows, there_for(institution, changed_by.at)), saved=True)
        if read.saved:
            save_people(read.lines, institution, changed_by)
        return read


def read_from(read: PeopleList, *, saved: bool) -> ReadPeople:
    """What a list says; nothing is saved of one with an error."""
    errors = read.wrong()
    return ReadPeople(read.people, errors, saved=saved and not errors, warnings=read.odd())


def there_for(institution: Institution, now: datetime) -> PeopleThere:
    """What a list of people is compared with."""
    today = timezone.localtime(now).date()
    return PeopleThere(
        people_there.known_people(institution.id, now),
        people_there.known_places(institution, today),
        people_there.logins_elsewhere(institution.id),
        today,
    )


def save_people(people: Sequence[PersonLines], institution: Institution, changed_by: Clerk) -> None:
    """Enter new people, and what differs of those who are there; the leadership is told once of all posts that sign. Posts end
    before others begin, so that one takes over from the other."""
    units = {unit.code: unit for unit in units_there.units_in(institution.id)}
    known = {user.id: user for user in people_there.people_in(institution.id)}
    held = {post.id: post for user in known.values() for post in user.appointments.all()}
    for person in people:
        for line in person.posts:
            change_known(line, held, changed_by)
    made = []
    for person in people:
        user = entered(person, known.get(person.known.id) if person.known else None, institution, changed_by)
        made += list(begun(person, user, units, changed_by))
    tell_leadership(institution, made, changed_by)


def entered(person: PersonLines, user: User | None, institution: Institution, changed_by: Clerk) -> User:
    """The person, new or with what differs."""
    contact = {"email": person.email, "telephone": person.telephone}
    if user is not None:
        change_person(user, changed_by=changed_by, **contact)
        return user
    return add_person(
        institution=institution, username=person.username, full_name=person.full_name, changed_by=changed_by, **contact
    )  # fmt: skip


def change_known(line: PostLine, held: Mapping[UUID, Appointment], changed_by: Clerk) -> None:
    """Change a post that is held: another title ends it, anything else is written down."""
    if line.known is None or not line.differs:
        return
    post = held[line.known.id]
    if "title" in line.differs:
        end_appointment(post, at=changed_by.at, changed_by=changed_by)
        return
    decision = Decision(line.decision_number, line.decision_date)
    change_appointment(post, until=end_of(line.until), decision=decision, changed_by=changed_by)


def begun(
    person: PersonLines, user: User, units: Mapping[str, Unit], changed_by: Clerk
) -> Iterator[Appointment]:
    """The posts that begin: new ones, and those with another title."""
    for line in person.posts:
        if line.known is not None and "title" not in line.differs:
            continue
        since = changed_by.at if line.known else start_of(line.since)
        yield appoint(
            user=user, unit=units[line.unit], role=line.role, title=line.title, since=max(since, start_of(line.since)),
            until=end_of(line.until), decision=Decision(line.decision_number, line.decision_date), changed_by=changed_by,
        )  # fmt: skip
