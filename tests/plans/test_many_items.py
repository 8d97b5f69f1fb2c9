"""All items of a notice are written down at once (issue G, point 3: the 36 items as a board)."""

from typing import Any

import pytest

from plans.models import MonitoringItem
from tests.api import Api
from tests.factories import World
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused

SAID = {"unit": "W-B", "cadence": "monthly", "period": "2026-2027", "source": "Thông báo 242/TB-W"}


@pytest.fixture
def clerk(one: World) -> Api:
    return Api(one.person("VP", "clerk"))


def many(api: Api, titles: list[str], **more: Any) -> Any:
    return api.post("items/many", {**SAID, "titles": titles, **more})


def test_thirty_six_items_are_followed_by_one_unit_until_the_board_says_otherwise(one, clerk):
    titles = [f"Đầu việc {number}" for number in range(1, 37)]
    made = ok(many(clerk, titles))["results"]
    assert [item["title"] for item in made] == titles
    assert {(item["following"]["unit"], item["source"]) for item in made} == {("W-B", "Thông báo 242/TB-W")}
    changed = clerk.send("put", f"items/{made[5]['id']}/monitoring", {"unit": "W-A", "cadence": "monthly"})
    assert ok(changed, 200)["following"]["unit"] == "W-A"
    assert len(ok(changed, 200)["history"]) == 2


def test_one_that_is_there_or_twice_in_the_list_is_named_and_none_is_saved(one, clerk):
    ok(many(clerk, ["Tuyển sinh"]))
    answer = many(clerk, ["Hội giảng", "Tuyển sinh", "Hội giảng"])
    assert refused(answer) == (409, ["item-exists", "item-exists"])
    assert [reason["row"] for reason in answer.json()["reasons"]] == ["2", "3"]
    assert MonitoringItem.objects.filter(many=True).count() == 1


def test_only_the_office_writes_them_down(one):
    assert many(Api(one.person("B", "head")), ["Tuyển sinh"]).status_code == 403
    assert many(Api(one.person("VP", "clerk")), []).status_code == 400
