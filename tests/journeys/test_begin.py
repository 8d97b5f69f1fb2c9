"""From an empty database to the first signed plan, over HTTP and without a shell after the first line."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from organization.models import Institution, User
from tests.administration.books import send, wrong
from tests.api import Api
from tests.journeys.answers import done, texts, verified
from tests.journeys.college import UNITS, people

PASSWORD = "mot-mat-khau-dai"
ROWS = [{
    "kind": "task", "text": "Rà soát chương trình", "leads": ["K1"], "due_text": "Tháng 12/2026", "product": "Báo cáo",
    "person": "Trưởng khoa", "authority": "Hiệu trưởng",
}]  # fmt: skip


@pytest.fixture
def keeper(db: None) -> Api:
    """The first administrator, who has just begun."""
    out, api = StringIO(), Api(None)
    call_command("begin", stdout=out)
    said = {
        "secret": out.getvalue().strip().rsplit("/", 1)[1],
        "institution": {"code": "CD", "name": "Trường Cao đẳng Thử", "place": "Sơn La"},
        "administrator": {"full_name": "Quản Trị", "username": "quan.tri", "password": PASSWORD},
    }
    done(api.post("setup", said))
    return api


def filled(keeper: Api) -> list[dict[str, Any]]:
    """Units, the office and people, each list looked at before it is saved. Returns the people."""
    for what, rows in (("unit-lists", UNITS), ("people-lists", people())):
        assert wrong(send(keeper, what, rows)) == []
        assert send(keeper, what, rows, save=True).json()["saved"] is True
        if what == "unit-lists":
            done(keeper.send("patch", "institution", {"office": "HCQT"}), 200)
    listed: list[dict[str, Any]] = keeper.get("people", page_size=200).json()["results"]
    return listed


def logged_in(keeper: Api, unit: str, role: str) -> Api:
    """Somebody in this post, who has opened the link, set a password and logged in."""
    users = User.objects.filter(appointments__post__unit__code=unit, appointments__post__role=role)
    user = users.order_by("appointments__valid_from", "id")[0]
    [made] = done(keeper.post("people/links", {"people": [str(user.id)]}))["results"]
    api, path = Api(None), made["link"].split("/invitations/")[1]
    assert done(api.get(f"invitations/{path}"), 200)["username"] == user.username
    assert api.post(f"invitations/{path}", {"password": PASSWORD}).status_code == 204
    done(api.post("session", {"username": user.username, "password": PASSWORD}), 200)
    return api


def test_from_nothing_to_a_signed_plan(keeper):
    listed = filled(keeper)
    assert len(listed) == 61
    assert sum(len(one["posts"]) == 2 for one in listed) == 6  # five members of the board, and who began
    clerk, head_of_office = logged_in(keeper, "HCQT", "clerk"), logged_in(keeper, "HCQT", "head")
    for year in (2026, 2027):
        done(clerk.post("calendar", {"year": year}), 200)
    done(head_of_office.post("periods", {"kind": "school-year", "label": "2026-2027"}))
    month = head_of_office.send("put", "first-month", {"month": "2026-12"})
    assert month.json() == {"begins": "2026-12-01"}
    done(head_of_office.post("deadlines", {"year": "2026-2027"}), 200)
    officer, head, monitor = (
        logged_in(keeper, *who) for who in (("K1", "officer"), ("K1", "head"), ("DT", "head"))
    )
    plan = done(
        officer.post("plans", {"unit": "K1", "kind": "plan", "title": "Kế hoạch khoa", "period": "2026-2027"})
    )
    saved = officer.send("put", f"plans/{plan['id']}/rows", {"rows": ROWS}, digest=plan["digest"])
    done(saved, 200)
    done(officer.act(plan["id"], "submit"))
    done(head.act(plan["id"], "approve"))
    done(
        head_of_office.send("put", f"plans/{plan['id']}/monitoring", {"unit": "DT", "cadence": "monthly"}),
        200,
    )
    done(monitor.act(plan["id"], "review"))
    chain = officer.get(f"cases/{plan['id']}/signatures").json()["results"]
    assert [link["act"] for link in chain] == ["submit", "approve", "review"]
    assert verified() == "3 signatures checked, 0 bad chains\n"
    steps = {step["step"]: step["done"] for step in keeper.get("setup").json()["steps"]}
    assert all(steps.values()), steps
    assert keeper.get("cases").json()["results"] == []


def test_the_register_tells_it_all_and_the_leadership_was_told(keeper):
    filled(keeper)
    auditor, rector = logged_in(keeper, "CD", "auditor"), logged_in(keeper, "CD", "leader")
    rows: list[dict[str, Any]] = []
    page = auditor.get("register", page_size=200).json()
    while True:
        rows += page["results"]
        if not page["next"]:
            break
        page = auditor.client.get(page["next"]).json()
    counts = {act: sum(row["act"] == act for row in rows) for act in {row["act"] for row in rows}}
    assert counts == {
        "found-institution": 1, "add-unit": 14, "set-office": 1, "add-person": 61, "appoint": 67, "invite": 2,
        "set-password": 2,
    }  # fmt: skip
    origins = {row["origin"] for row in rows}
    assert origins == {"127.0.0.1"}
    names = {row["by"] for row in rows if row["act"] in {"add-unit", "appoint"}}
    assert names == {None, "Quản Trị"}
    [told] = texts(rector)
    assert "Hiệu trưởng, Trường Cao đẳng Thử" in told
    assert "and 15 other posts" in told


def test_another_institution_sees_none_of_it(keeper):
    filled(keeper)
    call_command("create_institution", "XX", "Trường Khác", stdout=StringIO())
    other = User.objects.create_user(
        "xx.admin", "x", full_name="X", institution=Institution.objects.get(code="XX")
    )
    seen = Api(other)
    assert [unit["code"] for unit in seen.get("units").json()["results"]] == ["XX"]
    assert seen.get("people").status_code == 403
