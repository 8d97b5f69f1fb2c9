"""People typed in a grid: the same rules as for a workbook, by line and field, whole or not at all."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from administration.queries.lists import PEOPLE_FIELDS
from notation import limits
from organization.models import Appointment, Entry, User
from tests.administration.books import PEOPLE, person, send, signing, wrong
from tests.api import Api
from tests.factories import World
from tests.papers.books import book_of

DECIDED = {"decision_number": "12/QĐ-CĐ", "decision_date": "05/01/2026"}
TYPED = [
    {"full_name": "Lò Thị Mới", "unit": "W-A", "title": "Viên chức", "email": "moi@w.edu.vn"},
    {},
    {"full_name": "Lò Thị Mới", "unit": "Phòng B W", "title": "Giảng viên", "since": "1/9/2026"},
    {"full_name": "Quàng Văn Phó", "unit": "W-A", "title": "Phó Trưởng phòng", **DECIDED},
]


@pytest.fixture
def keeper(one: World) -> Api:
    return Api(one.person("", "personnel"))


def type_in(api: Api, lines: list[dict[str, str]], *, save: bool = False) -> Any:
    return api.post("people-lists", {"lines": lines, "save": save})


def there(api: Api) -> list[dict[str, str]]:
    """Who is there, as the grid begins with it."""
    answer = api.get("people-lists", lines="true")
    assert answer.status_code == 200, answer.json()
    return list(answer.json()["lines"])


def counted() -> tuple[int, int, int]:
    return User.objects.count(), Appointment.objects.count(), Entry.objects.count()


def test_looking_saves_nothing_and_says_how_each_line_stands(one, keeper):
    before = counted()
    seen = type_in(keeper, TYPED)
    assert wrong(seen) == []
    [new, deputy] = seen.json()["lines"]
    assert (new["row"], new["username"], new["change"]) == (1, "lo.thi.moi", "new")
    assert [(post["row"], post["unit"], post["since"]) for post in new["posts"][1:]] == [
        (3, "W-B", "2026-09-01")
    ]
    assert (deputy["row"], deputy["posts"][0]["role"]) == (4, "deputy")
    assert seen.json()["saved"] is False
    assert seen.json()["raw"] == []
    assert counted() == before


def test_what_is_typed_is_entered_whole(one, keeper):
    assert type_in(keeper, TYPED, save=True).json()["saved"] is True
    titles = Appointment.objects.filter(user__username="lo.thi.moi").values_list("title", flat=True)
    assert sorted(titles) == ["Giảng viên", "Viên chức"]
    again = counted()
    seen = type_in(keeper, TYPED, save=True)
    assert {line["change"] for line in seen.json()["lines"]} == {"same"}
    assert counted() == again


def test_errors_stand_at_line_and_field_and_nothing_is_half_saved(one, keeper):
    lines = [
        {"full_name": "Được", "unit": "W-B", "title": "Viên chức"},
        {},
        {"full_name": "An", "unit": "W-X", "title": "Viên chức", "email": "an@"},
        {"full_name": "Bình", "unit": "W-A", "title": "Phó Trưởng phòng", "since": "31/02/2026"},
        {"unit": "W-A", "title": "Viên chức"},
        {"full_name": "x" * (limits.PERSON + 1)},
        {"full_name": "#N/A", "unit": "W-A", "title": "Viên chức"},
    ]
    before = counted()
    seen = type_in(keeper, lines, save=True)
    assert sorted(wrong(seen)) == [
        ("3", "email", "email-malformed"),
        ("3", "unit", "unit-unknown"),
        ("4", "decision_number", "decision-missing"),
        ("4", "since", "day-impossible"),
        ("5", "full_name", "missing"),
        ("6", "full_name", "too-long"),
        ("7", "full_name", "cell-fault"),
    ]
    assert counted() == before
    said = {line["row"]: line["change"] for line in seen.json()["lines"]}
    assert (said[1], said[4]) == ("new", "new")  # the others are looked at all the same


def test_a_typed_list_says_the_same_as_a_workbook(one, keeper):
    old = one.person("A", "officer")
    rows = [
        person("  Lò   Thị Mới ", "W-A", "Viên chức", telephone="gọi sau"),
        person(old.full_name, "W-A", "Viên chức", username=old.username, since="01/01/2020"),
        signing("An", "W-A", "Trưởng phòng"),
        person("Bình", "W-Z", "Vua"),
    ]
    file = SimpleUploadedFile("a.xlsx", book_of(rows, header=PEOPLE))
    read = keeper.upload("people-lists", file).json()
    typed = type_in(keeper, read["raw"]).json()
    shifted = [{**one_, "row": str(int(one_["row"]) - 1)} for one_ in read["errors"] + read["warnings"]]
    assert typed["errors"] + typed["warnings"] == shifted
    assert len(typed["errors"]) == 3
    assert [line["username"] for line in typed["lines"]] == [line["username"] for line in read["lines"]]
    assert read["raw"][0]["full_name"] == "Lò Thị Mới"


def test_the_grid_begins_with_who_is_there_and_says_that_nothing_differs(one, keeper):
    send(keeper, "people-lists", [signing("Quàng Văn Phó", "Phòng A W", "Phó Trưởng phòng")], save=True)
    lines = there(keeper)
    [deputy] = [line for line in lines if line["username"] == "quang.van.pho"]
    assert deputy["id"] == str(Appointment.objects.get(user__username="quang.van.pho").id)
    assert (deputy["unit"], deputy["decision_date"]) == ("Phòng A W", "05/01/2026")
    seen = type_in(keeper, [{name: line[name] for name in PEOPLE_FIELDS} for line in lines])
    assert wrong(seen) == []
    assert {line["change"] for line in seen.json()["lines"]} == {"same"}


def test_a_line_with_another_title_changes_the_post(one, keeper):
    type_in(keeper, TYPED, save=True)
    [line] = [line for line in there(keeper) if line["username"] == "quang.van.pho"]
    typed = {**{name: line[name] for name in PEOPLE_FIELDS}, "title": "Phó Trưởng phòng phụ trách"}
    seen = type_in(keeper, [{}, typed], save=True)
    assert seen.json()["lines"][0]["posts"][0]["differs"] == ["title"]
    held = Appointment.objects.filter(user__username="quang.van.pho").order_by("valid_from")
    assert [post.title for post in held] == ["Phó Trưởng phòng", "Phó Trưởng phòng phụ trách"]


def test_no_more_lines_than_a_workbook_has_and_no_cell_longer_than_excels(one, keeper):
    assert type_in(keeper, [{}] * limits.ROWS).status_code == 200
    assert type_in(keeper, [{}] * (limits.ROWS + 1)).status_code == 400
    assert type_in(keeper, [{"title": "x" * (limits.CELL_TEXT + 1)}]).status_code == 400
    assert type_in(keeper, [{"role": "leader"}]).status_code == 400
    assert keeper.post("people-lists", {"save": True}).status_code == 400


@pytest.mark.parametrize(
    ("scope", "role"), [("A", "head"), ("A", "officer"), ("", "leader"), ("VP", "clerk")]
)
def test_only_who_keeps_people_types_them(one, scope, role):
    foreign = Api(one.person(scope, role))
    before = counted()
    for answer in (type_in(foreign, TYPED, save=True), foreign.get("people-lists", lines="true")):
        assert answer.status_code == 403
    assert counted() == before


def test_looking_asks_the_database_the_same_for_one_line_and_for_many(one, keeper):
    def asked(count: int) -> int:
        lines = [
            {"full_name": f"Người {number}", "unit": "W-A", "title": "Viên chức"} for number in range(count)
        ]
        with CaptureQueriesContext(connection) as seen:
            assert wrong(type_in(keeper, lines)) == []
        return len(seen)

    asked(1)
    assert asked(1) == asked(300) <= 16


def test_typing_is_not_counted_as_reading_workbooks(one, keeper, settings):
    settings.QUOTAS = {**settings.QUOTAS, "imports": 1}
    assert {type_in(keeper, TYPED).status_code for _time in range(3)} == {200}
    assert send(keeper, "people-lists", [person("An", "W-A", "Viên chức")]).status_code == 200
    assert send(keeper, "people-lists", [person("An", "W-A", "Viên chức")]).status_code == 429
