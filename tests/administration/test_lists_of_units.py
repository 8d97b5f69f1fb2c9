"""Lists of units from workbooks: previewed, saved whole or not at all, sent again they change only what differs."""

import pytest

from organization.models import Entry, Unit
from tests.administration.books import send, wrong
from tests.api import Api
from tests.factories import World, small_world

LIST = [
    ["W-TC", "Tổ Công nghệ", "", "W-KCB", ""],
    ["W-KCB", "Khoa Cơ bản", "Khoa", "", "K. Cơ bản; KCB"],
    ["W-TTNN", "Trung tâm Ngoại ngữ", "", "Trường W", ""],
    ["W-BTK", "Ban Thư ký ISO", "Ban", "", ""],
    ["W-A", "Phòng A W", "Phòng", "", ""],
]


@pytest.fixture
def keeper(one: World) -> Api:
    return Api(one.person("", "personnel"))


def changes(answer) -> dict[str, str]:
    return {line["code"]: line["change"] for line in answer.json()["lines"]}


def test_a_preview_saves_nothing_and_says_what_would_be_new(one, keeper):
    before = Entry.objects.count()
    seen = send(keeper, "unit-lists", LIST)
    assert wrong(seen) == []
    assert changes(seen) == {"W-TC": "new", "W-KCB": "new", "W-TTNN": "new", "W-BTK": "new", "W-A": "same"}
    assert seen.json()["saved"] is False
    assert not Unit.objects.filter(code="W-KCB").exists()
    assert Entry.objects.count() == before


def test_what_is_saved_stands_as_the_list_says(one, keeper):
    assert send(keeper, "unit-lists", LIST, save=True).json()["saved"] is True
    units = {unit["code"]: unit for unit in keeper.get("units").json()["results"]}
    kinds = {code: units[code]["kind"] for code in ("W-TC", "W-KCB", "W-TTNN", "W-BTK")}
    assert kinds == {"W-TC": "department", "W-KCB": "faculty", "W-TTNN": "centre", "W-BTK": "board"}
    assert (units["W-TC"]["parent"], units["W-TTNN"]["parent"]) == ("W-KCB", "W")
    assert units["W-KCB"]["aliases"] == ["K. Cơ bản", "KCB"]


def test_sent_again_it_changes_only_what_differs(one, keeper):
    send(keeper, "unit-lists", LIST, save=True)
    before = Entry.objects.count()
    again = send(keeper, "unit-lists", LIST, save=True)
    assert set(changes(again).values()) == {"same"}
    assert Entry.objects.count() == before
    other = [["W-BTK", "Ban Thư ký ISO 9001", "Ban", "", ""], ["W-TC", "Tổ Công nghệ", "", "W-A", ""]]
    seen = send(keeper, "unit-lists", other, save=True)
    assert changes(seen) == {"W-BTK": "changed", "W-TC": "changed"}
    assert [line["differs"] for line in seen.json()["lines"]] == [["name"], ["parent"]]
    acts = Entry.objects.order_by("-id").values_list("act", flat=True)[:2]
    assert sorted(acts) == ["move-unit", "rename-unit"]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([["", "Khoa X", "", "", ""]], [("3", "code", "missing")]),
        ([["W-X", "", "", "", ""]], [("3", "name", "missing")]),
        ([["W-X", "Khoa X"], ["W-X", "Khoa Y"]], [("4", "code", "code-double")]),
        ([["W X", "Khoa X"]], [("3", "code", "code-malformed")]),
        ([["F-A", "Khoa X"]], [("3", "code", "code-taken")]),
        ([["W", "Khoa X"]], [("3", "code", "code-taken")]),
        ([["W-X", "Khoa X", "Lớp"]], [("3", "kind", "kind-unknown")]),
        ([["W-X", "Khoa X", "", "Khoa Không có"]], [("3", "parent", "unit-unknown")]),
        ([["W-X", "X", "", "Khoa"], ["W-Y", "Khoa"], ["W-Z", "Khoa"]], [("3", "parent", "unit-ambiguous")]),
        ([["W-X", "X", "", "W-Y"], ["W-Y", "Y", "", "W-X"]],
         [("3", "parent", "parent-circle"), ("4", "parent", "parent-circle")]),
        ([["W-X", "x" * 301]], [("3", "name", "too-long")]),
        ([["W-E", "Phòng E"]], [("3", "code", "unit-ended")]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_by_row_and_field_and_nothing_is_saved(one, keeper, rows, found):
    small_world("F")
    keeper.post("units", {"code": "W-E", "name": "Phòng E"})
    keeper.post("units/W-E/end", {"on": "2026-01-01"})
    before = Unit.objects.count()
    fine = [["W-OK", "Khoa Được", "", "", ""]]
    answer = send(keeper, "unit-lists", [*rows, *fine], save=True)
    assert wrong(answer) == found
    assert Unit.objects.count() == before
    assert all(one_["text"] for one_ in answer.json()["errors"])


def test_the_columns_may_be_called_and_ordered_otherwise(one, keeper):
    header = ["STT", "Tên đơn vị", "Trực thuộc", "Mã"]
    seen = send(keeper, "unit-lists", [["1", "Khoa X", "W-A", "W-X"]], header=header)
    [line] = seen.json()["lines"]
    assert (line["code"], line["name"], line["parent"]) == ("W-X", "Khoa X", "W-A")


def test_what_is_no_list_is_refused(one, keeper):
    answer = send(keeper, "unit-lists", [["1", "2"]], header=["A", "B"])
    assert (answer.status_code, answer.json()["code"]) == (422, "file-no-list")
