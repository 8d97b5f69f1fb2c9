"""Who follows what, as the office says it and as forms show it."""

from typing import Any

from plans.models import PlanRow
from tests.api import Api
from tests.journeys.answers import done as ok
from tests.reported_month import Month

YEAR = "2026-2027"
CLASS = {"period": YEAR, "title": "Kế hoạch năm học của nhà trường và các đơn vị", "unit": "W-B", "cadence": "monthly",
         "source": "Thông báo 242/TB-CĐSL, mục II.1"}  # fmt: skip


def api(month: Month, short: str, role: str) -> Api:
    return Api(month.world.person(short, role))


def row_id(text: str) -> str:
    return str(PlanRow.objects.get(text=text).id)


def item_of(month: Month, **more: Any) -> str:
    """The id of the class of plans that the office writes down."""
    return str(ok(api(month, "VP", "head").post("items", CLASS | more))["id"])


def placed(month: Month, title: str, item: str) -> Any:
    """The office puts the plan under the item."""
    answer = api(month, "VP", "head").send("put", f"plans/{month.plans[title]}/monitoring", {"item": item})
    return ok(answer, 200)


def given(month: Month, title: str, unit: str) -> Any:
    """The office gives the plan to a unit to follow."""
    body = {"unit": unit, "cadence": "monthly"}
    return ok(api(month, "VP", "head").send("put", f"plans/{month.plans[title]}/monitoring", body), 200)


def form(month: Month, unit: str, label: str = "") -> Any:
    """The unit's form as its officer sees it."""
    return ok(api(month, unit, "officer").get(f"reports/{month.monitoring(unit, label)}"), 200)


def rows_of(content: Any) -> set[str]:
    return {row["text"] for plan in content["plans"] for row in plan["rows"]}


def two_plans(month: Month) -> str:
    """A and C each have a plan of the year, both under one item that B follows."""
    month.world.open_unit("C")
    item = item_of(month)
    month.plan(
        "Kế hoạch A", [month.task("Tuyển sinh", "Tháng 10/2026"), month.task("Hồ sơ", "Tháng 10/2026")]
    )
    month.plan("Kế hoạch C", [month.task("Khảo thí", "Tháng 10/2026", "C")], unit="C")
    for title in ("Kế hoạch A", "Kế hoạch C"):
        placed(month, title, item)
    return item
