"""A's officer has a plan, rows, a remark, a promise and a file in October, and hands them over."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile

from organization.models import Role, User
from plans.models import PlanRow
from tests.api import Api
from tests.factories import DRAFT, PRESENTED
from tests.journeys.answers import done as ok
from tests.reported_month import Month, not_done

NAME = "Lò Văn An"


def person(month: Month, unit: str, role: str) -> Api:
    """The client of somebody; the leadership's unit is ""."""
    return Api(month.world.person(unit, role))


def second(month: Month) -> User:
    """A's other officer."""
    return month.world.people["w-a.second"]


def with_work(month: Month) -> None:
    """All of it; C coordinates the first plan. A's second officer has nothing."""
    world, officer = month.world, month.world.person("A", "officer")
    world.hire("w-a.second", "A", Role.OFFICER)
    User.objects.filter(id=officer.id).update(full_name=NAME)
    officer.refresh_from_db()
    named = replace(month.task("Tuyển sinh", "Tháng 10/2026", "A"), person=f"ThS. {NAME}")
    month.plan("Kế hoạch", [named, month.task("Thư viện", "Tháng 11/2026")], where=PRESENTED)
    month.plan("Kế hoạch khác", [month.task("Khảo thí", "Tháng 12/2026")], where=PRESENTED)
    for title in month.plans:
        follow(month, title, officer)
    month.open()
    row = PlanRow.objects.get(text="Tuyển sinh").key
    month.say(month.report(), [not_done(row, cause="Chờ", remedy="Làm", expected_on="2026-10-30")])
    month.sign_report(month.report())
    file = SimpleUploadedFile("minh-chung.pdf", b"%PDF-1.7 minh chung", content_type="application/pdf")
    ok(Api(officer).upload("evidence", file))
    remark_on_draft(month)


def follow(month: Month, title: str, user: User) -> None:
    """The person follows the plan for A."""
    path = f"plans/{month.plans[title]}/officer"
    ok(person(month, "A", "head").send("put", path, {"user": str(user.id)}), 200)


def remark_on_draft(month: Month) -> UUID:
    """A draft that the officer wrote came back with a remark."""
    world = month.world
    case_id = world.plan_at(DRAFT)
    world.stage.submit(case_id, "W-A")
    remarks = [{"row": "", "field": "product", "text": "Ghi rõ số lượng."}]
    world.stage.sign(case_id, "return", world.person("A", "head"), comment="Sửa lại", remarks=remarks)
    return case_id


def begin(month: Month, who: tuple[str, str] = ("A", "head"), **fields: Any) -> Any:
    """The answer to beginning a handover from A's officer to the second one, unless told otherwise."""
    giver, taker = month.world.person("A", "officer"), second(month)
    asked = {"unit": "W-A", "giver": str(giver.id), "taker": str(taker.id)} | fields
    return person(month, *who).post("handovers", asked)


def kinds(shown: Any) -> list[str]:
    """What goes along, in its order."""
    return [item["kind"] for item in shown["items"]]
