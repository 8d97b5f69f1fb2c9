"""An inspection reads what of its years or plans has left its unit, for its days, and what it opened is kept (docs/adr/0051).

A's plan of 2026-2027 was signed and is in force, one is a draft; October's report was signed, another plan is of 2027-2028.
"""

from typing import Any
from uuid import UUID

import pytest

from administration.models import Visit
from organization.models import Appointment, Entry, Role, User
from periods.actions import ensure_period
from plans.models import Plan
from tests.api import Api
from tests.clock import Clock, moment
from tests.factories import DRAFT, PRESENTED
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused
from tests.reported_month import Month, not_done
from tests.reports.conftest import confirmed_month, month
from tests.reports.test_spans import row_id

__all__ = ["confirmed_month", "month"]
DECISION: dict[str, Any] = {
    "name": "Đoàn kiểm tra Sở Nội vụ", "number": "77/QĐ-SNV", "dated": "2026-11-02", "since": "2026-11-04",
    "until": "2026-11-13",
}  # fmt: skip


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Its first day."""
    return Clock(monkeypatch, moment("2026-11-04 09:00"))


@pytest.fixture
def whole(month: Month) -> Month:
    """See above."""
    month.plan("Kế hoạch", [month.task("Hồ sơ", "Tháng 10/2026")], where=PRESENTED)
    month.plans["draft"] = month.world.plan_at(DRAFT)
    month.until("2026-10-20 08:00")
    month.open()
    month.say(month.report(), [not_done(row_id("Hồ sơ"), expected_on="2026-11-25")])
    month.sign_report(month.report())
    year, month.world.period = month.world.period, ensure_period(month.world.institution, "2027-2028")
    month.plans["other"] = month.world.plan_at(PRESENTED)
    month.world.period = year
    month.until("2026-11-04 08:00")
    return month


@pytest.fixture
def guest(whole: Month) -> User:
    """Somebody from outside, who holds no post."""
    root = whole.world.institution
    return User.objects.create_user("khach", "x", full_name="Hà Văn Khách", institution=root)


def api(month: Month, unit: str, role: str) -> Api:
    """Somebody's client."""
    return Api(month.world.person(unit, role))


def enter(month: Month, guest: User, who: tuple[str, str] = ("", "personnel"), **other: Any) -> Any:
    """It is entered for the school year."""
    body = {**DECISION, "years": ["2026-2027"], "members": [str(guest.id)], **other}
    return api(month, *who).post("inspections", body)


def seen(guest: User, *cases: Any) -> list[int]:
    """How these cases answer."""
    return [Api(guest).get(f"cases/{case}").status_code for case in cases]


def of_all(month: Month) -> list[UUID]:
    """The plan in force, its report, a draft, the plan of another year."""
    return [month.plans["Kế hoạch"], month.report(), month.plans["draft"], month.plans["other"]]


def test_it_reads_its_year_for_its_days_and_nothing_else(
    whole: Month, guest: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No draft, no other year; nothing before it was entered, nothing once it is over: it ends by itself."""
    assert seen(guest, *of_all(whole)) == [404] * 4
    one = ok(enter(whole, guest))
    assert (one["running"], one["members"], one["years"]) == (True, ["Hà Văn Khách"], ["2026-2027"])
    assert seen(guest, *of_all(whole)) == [200, 200, 404, 404]
    reader = Api(guest)
    assert [row["id"] for row in ok(reader.get("plans"), 200)["results"]] == [str(whole.plans["Kế hoạch"])]
    assert ok(reader.get(f"plans/{whole.plans['Kế hoạch']}"), 200)["title"] == "Kế hoạch"
    assert ok(reader.get("reports", kind="unit"), 200)["results"][0]["id"] == str(whole.report())
    Clock(monkeypatch, moment("2026-11-13 23:00"))
    assert seen(guest, *of_all(whole))[:2] == [200, 200]
    Clock(monkeypatch, moment("2026-11-14 00:30"))
    assert seen(guest, *of_all(whole)) == [404] * 4


def test_it_signs_and_writes_nothing(whole: Month, guest: User) -> None:
    """Every act is refused for want of a right; nothing can be typed, remarked or made."""
    ok(enter(whole, guest))
    reader, plan = Api(guest), whole.plans["Kế hoạch"]
    assert {code for codes in reader.acts(plan).values() for code in codes} >= {"not-permitted"}
    assert all(reader.acts(plan).values())
    assert refused(reader.post(f"cases/{plan}/remarks", {"text": "Vì sao?"}))[0] in {403, 404}
    body = {"unit": "W-A", "kind": "plan", "title": "Của đoàn", "period": "2026-2027"}
    assert refused(reader.post("plans", body)) == (403, ["not-permitted"])
    assert Plan.objects.filter(case__title="Của đoàn").count() == 0


def test_plans_that_the_office_names_are_all_that_it_reads(whole: Month, guest: User) -> None:
    """Who keeps posts sees no titles and cannot name them; a plan of a scope is opened with nothing around it."""
    plan = str(whole.plans["other"])
    assert refused(enter(whole, guest, years=[], plans=[plan])) == (422, ["plan-unknown"])
    one = ok(enter(whole, guest, years=[]))
    assert seen(guest, *of_all(whole)) == [404] * 4
    path = f"inspections/{one['id']}/plans"
    assert refused(api(whole, "", "personnel").send("put", path, {"plans": []})) == (403, ["not-permitted"])
    one = ok(api(whole, "VP", "clerk").send("put", path, {"plans": [plan]}), 200)
    assert [row["id"] for row in one["plans"]] == [plan]
    assert seen(guest, *of_all(whole)) == [404, 404, 404, 200]
    [kept] = ok(api(whole, "", "personnel").get("inspections"), 200)["results"]
    assert kept["plans"] == []


def test_what_it_opened_is_kept(whole: Month, guest: User) -> None:
    """Each address with the case that it names, for the office, the leadership and auditors; nobody else leaves a trace."""
    one = ok(enter(whole, guest))["id"]
    reader, plan = Api(guest), whole.plans["Kế hoạch"]
    reader.get("me")
    reader.get("plans", q="hồ sơ")
    reader.get(f"plans/{plan}")
    reader.get(f"plans/{whole.plans['other']}")
    api(whole, "", "leader").get(f"plans/{plan}")
    visits = ok(api(whole, "", "auditor").get(f"inspections/{one}/visits"), 200)["results"]
    assert [(visit["path"].split("?")[0], visit["title"]) for visit in visits] == [
        (f"/api/v1/plans/{plan}", "Kế hoạch"), ("/api/v1/plans", ""),
    ]  # fmt: skip
    assert refused(api(whole, "", "personnel").get(f"inspections/{one}/visits")) == (403, ["not-permitted"])
    assert set(Visit.objects.values_list("user", flat=True)) == {guest.id}


def test_it_can_be_ended_before_its_day(whole: Month, guest: User) -> None:
    """By who keeps posts, the office or the leadership; the register keeps both."""
    one = ok(enter(whole, guest))["id"]
    assert refused(api(whole, "A", "head").post(f"inspections/{one}/end")) == (403, ["not-permitted"])
    ok(api(whole, "", "leader").post(f"inspections/{one}/end"), 200)
    assert seen(guest, whole.plans["Kế hoạch"]) == [404]
    assert refused(api(whole, "VP", "clerk").post(f"inspections/{one}/end")) == (409, ["inspection-ended"])
    acts = list(Entry.objects.filter(act__contains="inspection").values_list("act", flat=True).order_by("id"))
    assert acts == ["enter-inspection", "end-inspection"]
    post = Appointment.objects.get(post__role=Role.INSPECTOR, user=guest)
    assert (post.decision_number, post.title) == ("77/QĐ-SNV", "Đoàn kiểm tra Sở Nội vụ")


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"number": ""}, "missing"),
        ({"dated": "2026-12-01"}, "day-ahead"),
        ({"until": "2026-11-03", "since": "2026-11-05"}, "ends-before-it-begins"),
        ({"until": "2026-11-01", "since": "2026-10-05"}, "day-over"),
        ({"until": "2027-11-05"}, "day-far"),
        ({"years": ["1999"]}, "year-unknown"),
        ({"members": []}, "members-missing"),
        ({"members": ["01a21fed-0f0b-71ab-92ce-b8e7b47ffdae"]}, "person-unknown"),
    ],
)
def test_what_cannot_be_is_refused(whole: Month, guest: User, other: dict[str, Any], code: str) -> None:
    answer = enter(whole, guest, **other)
    assert answer.status_code == 422
    assert code in refused(answer)[1]


def test_who_holds_another_post_too_sees_by_that_one_as_well(whole: Month) -> None:
    """A reads its own drafts all the same."""
    officer = whole.world.person("A", "officer")
    ok(enter(whole, officer))
    assert seen(officer, *of_all(whole)) == [200, 200, 200, 200]


def test_nobody_lets_in_themself_or_who_sees_no_content(whole: Month, guest: User) -> None:
    """Who keeps posts or the machine sees no content (ADR 44), not by an inspection either."""
    for user in (whole.world.person("", "personnel"), whole.world.person("", "administrator")):
        assert refused(enter(whole, user)) == (409, ["blind-member"])
    clerk = whole.world.person("VP", "clerk")
    assert refused(enter(whole, clerk, ("VP", "clerk"))) == (409, ["blind-member"])


def test_whose_post_in_it_ended_reads_no_more_of_it(whole: Month, guest: User) -> None:
    """Although another inspection goes on."""
    ok(enter(whole, guest))
    ok(enter(whole, guest, years=["2027-2028"], number="78/QĐ"))
    assert seen(guest, *of_all(whole)) == [200, 200, 404, 200]
    post = Appointment.objects.get(user=guest, decision_number="77/QĐ-SNV")
    ok(api(whole, "", "personnel").post(f"posts/{post.id}/end", {}), 200)
    assert seen(guest, *of_all(whole)) == [404, 404, 404, 200]


def test_what_only_another_post_opens_is_not_kept_and_holds_nothing_up(whole: Month) -> None:
    """A's officer inspects and opens A's own draft: no visit, no title for the office, and the draft can go."""
    officer = whole.world.person("A", "officer")
    one = ok(enter(whole, officer))["id"]
    Api(officer).get(f"plans/{whole.plans['draft']}")
    Api(officer).get(f"plans/{whole.plans['Kế hoạch']}")
    visits = ok(api(whole, "VP", "clerk").get(f"inspections/{one}/visits"), 200)["results"]
    assert [visit["title"] for visit in visits] == ["Kế hoạch"]


def test_pages_whose_address_begins_like_the_frame_are_kept(whole: Month, guest: User) -> None:
    """meetings is not me, and a period's matrix is not the list of periods."""
    one = ok(enter(whole, guest))["id"]
    for path in ("me", "periods", "my-week", "meetings", f"periods/{whole.period.id}/matrix"):
        assert Api(guest).get(path).status_code == 200
    visits = ok(api(whole, "", "auditor").get(f"inspections/{one}/visits"), 200)["results"]
    matrix = f"/api/v1/periods/{whole.period.id}/matrix"
    assert {visit["path"] for visit in visits} == {"/api/v1/meetings", "/api/v1/my-week", matrix}


@pytest.mark.parametrize(
    "days", [{"since": "9999-12-31", "until": "9999-12-31"}, {"since": "9999-10-01", "until": "9999-12-31"}]
)
def test_days_that_no_calendar_reaches_are_refused(whole: Month, guest: User, days: dict[str, Any]) -> None:
    answer = enter(whole, guest, **days)
    assert answer.status_code == 400
    assert "out-of-reach" in refused(answer)[1]
