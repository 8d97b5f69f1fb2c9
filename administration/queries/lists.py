"""What is there as a list that can be filled in and read again, in the words of the readers of lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from administration.rules.people import KnownPlace, KnownPost
from administration.rules.posts import role_of
from notation import moments
from notation.text import fold
from organization.models import Institution, Unit

from .people import known_people, known_places
from .units import known_units

UNIT_HEADINGS = ("Mã đơn vị", "Tên đơn vị", "Loại", "Đơn vị cấp trên", "Tên gọi khác")
PEOPLE_HEADINGS = (
    "Họ và tên", "Tên đăng nhập", "E-mail", "Điện thoại", "Đơn vị", "Chức vụ", "Từ ngày", "Đến ngày", "Số QĐ", "Ngày QĐ",
)  # fmt: skip
#: What stands in these columns.
PEOPLE_FIELDS = (
    "full_name", "username", "email", "telephone", "unit", "title", "since", "until", "decision_number", "decision_date",
)  # fmt: skip
_KINDS = {
    Unit.Kind.DEPARTMENT: "Phòng",
    Unit.Kind.CENTRE: "Trung tâm",
    Unit.Kind.BOARD: "Ban",
    Unit.Kind.FACULTY: "Khoa",
}


@dataclass(frozen=True, slots=True)
class PersonCells:
    """A line of who is there; `id`: of the post, of the person where there is none."""

    id: UUID
    cells: Sequence[str]


def unit_lines(institution: Institution, now: datetime) -> list[Sequence[str]]:
    """The units that have not ended, one line each."""
    units = known_units(institution, timezone.localtime(now).date()).values()
    return [
        (unit.code, unit.name, _KINDS[Unit.Kind(unit.kind)], unit.parent or "", "; ".join(unit.aliases))
        for unit in units
        if not unit.ended
    ]


def people_lines(institution: Institution, now: datetime) -> list[PersonCells]:
    """Everybody who is let in, a line for each post that has not ended; a post whose title would not be read as what it is
    is left out."""
    called = known_places(institution, timezone.localtime(now).date())
    places = {place.code: place for found in called.values() for place in found}
    lines: list[PersonCells] = []
    for person in known_people(institution.id, now):
        if person.active:
            who = (person.full_name, person.username, person.email, person.telephone)
            posts = [
                PersonCells(post.id, (*who, *cells))
                for post in person.posts
                for cells in post_cells(post, places[post.unit], called)
            ]
            blank = ("",) * (len(PEOPLE_HEADINGS) - len(who))
            lines += posts or [PersonCells(person.id, (*who, *blank))]
    return lines


def post_cells(
    post: KnownPost, place: KnownPlace, called: dict[str, list[KnownPlace]]
) -> Iterator[Sequence[str]]:
    """The cells of one post; its unit by code where several are called the same."""
    if role_of(post.title, at_root=place.at_root, at_office=place.at_office) == post.role:
        unit = place.name if len(called[fold(place.name)]) == 1 else place.code
        days = (day_text(post.since), day_text(post.until))
        yield (unit, post.title, *days, post.decision_number, day_text(post.decision_date))


def day_text(day: date | None) -> str:
    """ "25/07/2026", or nothing."""
    return moments.day(day) if day else ""
