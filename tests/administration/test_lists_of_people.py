"""Lists of people from workbooks: several lines of one person are several posts; whole or not at all."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import load_workbook

from notifications.actions import number_pending
from organization.models import Appointment, Entry, User
from tests.administration.books import person, send, signing, wrong
from tests.api import Api
from tests.factories import World, small_world

LIST = [
    signing("Cầm Văn Hiệu", "", "Phó Hiệu trưởng"),
    person("Lò Thị Mới", "W-A", "Viên chức", email="moi@w.edu.vn", telephone="0912 345 678"),
    person("Lò Thị Mới", "W-B", "Giảng viên", since="01/09/2026"),
    signing("Quàng Văn Phó", "Phòng A W", "Phó Trưởng phòng"),
    person("Hà Văn Thư", "phong vp w", "Chuyên viên tổng hợp"),
    person("Bùi Kiểm", "W", "Người kiểm tra", until="31/12/2030"),
]


@pytest.fixture
def keeper(one: World) -> Api:
    return Api(one.person("", "personnel"))


def posts(username: str) -> list[tuple[str, str, str]]:
    rows = Appointment.objects.filter(user__username=username, valid_to=None).order_by("post__unit__code")
    return [(row.post.unit.code, row.post.role, row.title) for row in rows]


def changes(answer: Any) -> list[str]:
    return [line["change"] for line in answer.json()["lines"]]


def test_a_preview_saves_nothing(one, keeper):
    before = (Entry.objects.count(), User.objects.count())
    seen = send(keeper, "people-lists", LIST)
    assert wrong(seen) == []
    assert changes(seen) == ["new"] * 5
    assert (Entry.objects.count(), User.objects.count()) == before


def test_words_become_posts_and_names_become_logins(one, keeper):
    assert send(keeper, "people-lists", LIST, save=True).json()["saved"] is True
    assert posts("cam.van.hieu") == [("W", "leader", "Phó Hiệu trưởng")]
    assert posts("lo.thi.moi") == [("W-A", "officer", "Viên chức"), ("W-B", "officer", "Giảng viên")]
    assert posts("quang.van.pho") == [("W-A", "deputy", "Phó Trưởng phòng")]
    assert posts("ha.van.thu") == [("W-VP", "clerk", "Chuyên viên tổng hợp")]
    kept = Appointment.objects.get(user__username="quang.van.pho")
    assert (kept.decision_number, str(kept.decision_date)) == ("12/QĐ-CĐ", "2026-01-05")
    ends = Appointment.objects.get(user__username="bui.kiem").valid_to
    assert ends is not None
    assert timezone.localtime(ends).date().isoformat() == "2031-01-01"


def test_the_leadership_is_told_once_of_all_posts_that_sign(one, keeper):
    send(keeper, "people-lists", LIST, save=True)
    number_pending()
    [notice] = Api(one.person("", "leader")).get("notifications").json()["results"]
    assert notice["case"] is None
    assert notice["cases"] == 2


def test_sent_again_it_changes_only_what_differs(one, keeper):
    send(keeper, "people-lists", LIST, save=True)
    before = Entry.objects.count()
    again = send(keeper, "people-lists", LIST, save=True)
    assert set(changes(again)) == {"same"}
    assert {post["change"] for line in again.json()["lines"] for post in line["posts"]} == {"same"}
    assert Entry.objects.count() == before
    other = [
        person("Lò Thị Mới", "W-A", "Viên chức", telephone="0999 999 999"),
        signing("Quàng Văn Phó", "W-A", "Phó Trưởng phòng phụ trách"),
    ]
    seen = send(keeper, "people-lists", other, save=True)
    assert changes(seen) == ["changed", "same"]
    assert seen.json()["lines"][1]["posts"][0]["differs"] == ["title"]
    assert posts("quang.van.pho") == [("W-A", "deputy", "Phó Trưởng phòng phụ trách")]
    assert Appointment.objects.filter(user__username="quang.van.pho").count() == 2


def test_a_head_hands_over_to_another_in_one_list(one, keeper):
    today = timezone.localdate()
    old = one.person("A", "head")
    rows = [
        signing(old.full_name, "W-A", "Trưởng đơn vị", username=old.username, until=f"{today:%d/%m/%Y}"),
        signing("Vì Văn Tân", "W-A", "Trưởng phòng", since="01/12/2030"),
    ]
    assert wrong(send(keeper, "people-lists", rows, save=True)) == []
    assert Appointment.objects.get(user=old).valid_to is not None
    assert posts("vi.van.tan") == [("W-A", "head", "Trưởng phòng")]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([person("", "W-A", "Viên chức")], [("3", "full_name", "missing")]),
        ([person("An", "W-X", "Viên chức")], [("3", "unit", "unit-unknown")]),
        ([person("An", "F-A", "Viên chức")], [("3", "unit", "unit-unknown")]),
        ([person("An", "W-A", "Vua")], [("3", "title", "post-unknown")]),
        ([person("An", "W-A")], [("3", "title", "missing")]),
        ([person("An", "", "Viên chức")], [("3", "unit", "missing")]),
        ([person("An", "W", "Trưởng phòng")], [("3", "title", "post-unknown")]),
        ([person("An", "W-A", "Viên chức", since="31/12/2026", until="30/12/2026")],
         [("3", "until", "ends-before-it-begins")]),
        ([person("An", "W-A", "Viên chức", since="31/02/2026")], [("3", "since", "day-impossible")]),
        ([signing("An", "W-A", "Trưởng phòng")], [("3", "title", "second-head")]),
        ([signing("An", "W-N", "Trưởng khoa"), signing("Bình", "W-N", "Trưởng khoa")],
         [("4", "title", "second-head")]),
        ([person("An", "W-A", "Phó Trưởng phòng")], [("3", "decision_number", "decision-missing")]),
        ([person("An", "W-A", "Phó Trưởng phòng", number="1/QĐ")], [("3", "decision_date", "decision-missing")]),
        ([person("An", email="an@", unit="W-A", title="Viên chức")], [("3", "email", "email-malformed")]),
        ([person("An", "W-A", "Viên chức", telephone="gọi sau")], [("3", "telephone", "telephone-malformed")]),
        ([person("An", "W-A", "Viên chức", username="an.1"), person("Bình", "W-B", "Viên chức", username="an.1")],
         [("4", "username", "username-double")]),
        ([person("An", "W-A", "Viên chức", username="w-a.head")], [("3", "username", "username-other-name")]),
        ([person("An", "W-A", "Viên chức", username="f-a.head")], [("3", "username", "username-taken")]),
        ([person("An", "W-A", "Viên chức", username="Ấn")], [("3", "username", "username-malformed")]),
        ([person("An", "W-A", "Viên chức"), person("An", "W-A", "Giảng viên")], [("4", "title", "post-double")]),
        ([person("Hai Người", "W-A", "Viên chức")], [("3", "full_name", "person-ambiguous")]),
        ([person("Đã Nghỉ", "W-A", "Viên chức")], [("3", "full_name", "person-inactive")]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_by_row_and_field_and_nothing_is_saved(one, keeper, rows, found):
    small_world("F")
    keeper.post("units", {"code": "W-N", "name": "Khoa N"})
    for name in ("Hai Người", "Hai Người", "Đã Nghỉ"):
        made = keeper.post("people", {"full_name": name}).json()["id"]
    keeper.send("patch", f"people/{made}", {"active": False})
    before = User.objects.count()
    answer = send(keeper, "people-lists", [*rows, person("Được", "W-B", "Viên chức")], save=True)
    assert wrong(answer) == found
    assert User.objects.count() == before
    assert all(one_["text"] for one_ in answer.json()["errors"])


def test_two_people_of_one_name_are_told_apart_by_their_addresses(one, keeper):
    rows = [
        person("Nguyễn Văn An", "W-A", "Viên chức", email="an1@w.edu.vn"),
        person("Nguyễn Văn An", "W-B", "Viên chức", email="an2@w.edu.vn"),
    ]
    assert wrong(send(keeper, "people-lists", rows, save=True)) == []
    assert posts("nguyen.van.an") == [("W-A", "officer", "Viên chức")]
    assert posts("nguyen.van.an2") == [("W-B", "officer", "Viên chức")]
    again = send(keeper, "people-lists", rows)
    assert changes(again) == ["same", "same"]


def test_a_day_that_differs_from_the_running_post_is_a_warning(one, keeper):
    old = one.person("A", "officer")
    rows = [person(old.full_name, "W-A", "Viên chức", username=old.username, since="01/01/2020")]
    answer = send(keeper, "people-lists", rows)
    assert wrong(answer) == []
    assert [one_["code"] for one_ in answer.json()["warnings"]] == ["since-kept"]


def read_back(keeper: Api, what: str) -> Any:
    """The list that is there, sent as it was downloaded."""
    file = keeper.get(what)
    assert file.status_code == 200, file.content
    return keeper.upload(f"{what}?save=false", SimpleUploadedFile("a.xlsx", file.content))


def test_what_is_there_is_downloaded_as_a_list_and_read_as_the_same(one, keeper):
    send(keeper, "people-lists", LIST, save=True)
    for what in ("people-lists", "unit-lists"):
        seen = read_back(keeper, what)
        assert wrong(seen) == []
        assert changes(seen)
        assert set(changes(seen)) == {"same"}
    people = read_back(keeper, "people-lists").json()["lines"]
    assert {"cam.van.hieu", "lo.thi.moi", "bui.kiem"} <= {line["username"] for line in people}
    assert {post["change"] for line in people for post in line["posts"]} == {"same"}


def test_a_downloaded_list_is_text_and_only_for_who_keeps_people(one, keeper):
    send(keeper, "people-lists", [person('=HYPERLINK("http://x")')], save=True)
    sheet = load_workbook(BytesIO(keeper.get("people-lists").content)).active
    formulas = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas == []
    assert Api(one.person("A", "head")).get("people-lists").status_code == 403
