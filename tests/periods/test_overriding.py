"""Overriding due points, and who may set deadlines."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from approvals import triggers
from approvals.actions import open_case
from periods.actions import change_due_points, confirm_months
from periods.models import Period
from reports.models import MonitoringReport, UnitReport
from tests.api import Api
from tests.factories import APPROVED, CONSOLIDATED, World, small_world
from workflow.models import Case
from workflow.rules import Refused

from .period_requests import REVIEW, RULE, month, months, refusal

OUTSIDERS = [("A", "officer"), ("A", "head"), ("B", "head"), ("VP", "officer"), ("", "leader"), ("", "auditor"),
             ("", "administrator")]  # fmt: skip


def report(world: World, period: Period, kind: str, case: Case | None = None) -> Case:
    """A report on the period; `case` stands in for one that was walked further than a draft."""
    a, b, office = world.unit("A"), world.unit("B"), world.unit("VP")
    unit, monitor = (a, b) if kind == "unit-report" else (b, office)
    case = case or open_case(
        kind=kind, unit=unit, monitoring_unit=monitor, title="Báo cáo", period=period.label,
        by=world.person("A", "officer"), now=world.now(),
    )  # fmt: skip
    with lifted():
        if kind == "unit-report":
            UnitReport.objects.create(case=case, period=period, unit=unit, monitor=monitor)
        else:
            MonitoringReport.objects.create(case=case, period=period, unit=unit)
        Case.objects.filter(id=case.id).update(kind=kind, period=period.label)
    return case


@contextmanager
def lifted() -> Iterator[None]:
    """The triggers refuse what no act does: a plan that stands in for a report, only as far as where it stands matters."""
    triggers.lift(connection)
    yield
    triggers.install(connection)


def due(case: Case) -> str:
    """When a case is due, in UTC."""
    at = Case.objects.get(id=case.id).due_at
    return at.strftime("%d/%m %H:%M") if at else ""


def test_overriding_keeps_the_reason_and_is_shown(one, clerk):
    october = month(one)
    change = {"office_due_at": "2026-10-27T16:00:00+07:00", "reason": "Đại hội công đoàn"}
    answer = clerk.send("patch", f"periods/{october.id}", change)
    assert answer.status_code == 200
    assert {name: answer.json()[name] for name in ("office_due_at", "override_reason")} == {
        "office_due_at": change["office_due_at"], "override_reason": change["reason"]
    }  # fmt: skip
    shown = months(clerk)["2026-10"]
    assert (shown["office_due_at"], shown["override_reason"]) == (change["office_due_at"], change["reason"])


@pytest.mark.parametrize("reason", [{}, {"reason": ""}, {"reason": "   "}])
def test_overriding_needs_a_reason(one, clerk, reason):
    october = month(one)
    answer = clerk.send(
        "patch", f"periods/{october.id}", {"meeting_at": "2026-11-02T08:00:00+07:00", **reason}
    )
    assert refusal(answer) == (422, {("reason-missing", "reason")})
    october.refresh_from_db()
    assert october.meeting_at == datetime.fromisoformat("2026-10-30T08:00:00+07:00")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"unit_due_at": "2026-10-28T17:00:01+07:00"}, "unit_due_at"),
        ({"office_due_at": "2026-10-26T16:59:59+07:00"}, "office_due_at"),
        ({"office_due_at": "2026-10-29T17:00:01+07:00"}, "office_due_at"),
        ({"meeting_at": "2026-10-29T16:59:59+07:00"}, "meeting_at"),
        (
            {"unit_due_at": "2026-10-28T12:00:00+07:00", "office_due_at": "2026-10-28T11:00:00+07:00"},
            "office_due_at",
        ),
    ],
)
def test_due_points_stay_in_their_order(one, clerk, given, field):
    october = month(one)
    answer = clerk.send("patch", f"periods/{october.id}", {**given, "reason": "Thử"})
    assert refusal(answer) == (422, {("out-of-order", field)})


def test_overriding_nothing_is_malformed(one, clerk):
    assert clerk.send("patch", f"periods/{month(one).id}", {"reason": "Thử"}).status_code == 400


def test_a_year_that_is_not_reported_on_has_nothing_to_override(one, clerk):
    change = {"meeting_at": "2027-07-30T08:00:00+07:00", "reason": "Thử"}
    assert refusal(clerk.send("patch", f"periods/{one.period.id}", change)) == (409, {("not-confirmed", "")})


def test_overriding_moves_the_open_reports_of_that_period_only(one, clerk):
    october, november = month(one), month(one, "2026-11")
    unit, monitor = report(one, october, "unit-report"), report(one, october, "monitoring-report")
    other = report(one, november, "unit-report")
    approved = report(one, november, "monitoring-report", one.case(one.plan_at(APPROVED)))
    change = {
        "unit_due_at": "2026-10-27T08:00:00+07:00",
        "office_due_at": "2026-10-27T16:00:00+07:00",
        "reason": "Họp",
    }
    assert clerk.send("patch", f"periods/{october.id}", change).status_code == 200
    assert [due(case) for case in (unit, monitor, other, approved)] == ["27/10 01:00", "27/10 09:00", "", ""]
    change = {"office_due_at": "2026-11-26T09:00:00+07:00", "reason": "Họp"}
    clerk.send("patch", f"periods/{november.id}", change)
    # What its head has signed waits at the office, and is due at the leadership next.
    assert [due(case) for case in (other, approved)] == ["20/11 10:00", "26/11 10:00"]


def test_what_is_consolidated_is_due_at_the_meeting_wherever_that_is_moved(one, clerk):
    october = month(one)
    settled = report(one, october, "unit-report", one.case(one.plan_for_meeting(CONSOLIDATED)))
    change = {"unit_due_at": "2026-10-27T08:00:00+07:00", "reason": "Họp"}
    clerk.send("patch", f"periods/{october.id}", change)
    assert due(settled) == "30/10 01:00"
    clerk.send("patch", f"periods/{october.id}", {"meeting_at": "2026-10-31T08:00:00+07:00", "reason": "Họp"})
    assert due(settled) == "31/10 01:00"


def test_an_override_costs_the_same_however_many_reports(one):
    october = month(one)
    by, at = one.person("VP", "head"), datetime.fromisoformat("2026-10-27T08:00:00+07:00")

    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            change_due_points(october, by=by, now=one.now(), reason="Họp", points={"unit_due_at": at})
        return len(seen)

    report(one, october, "unit-report")
    report(one, october, "monitoring-report")
    cost()
    few = cost()
    more, other = one.case(one.plan_at(APPROVED)), one.case(one.plan_at(APPROVED))
    with lifted():
        UnitReport.objects.create(case=more, period=october, unit=one.unit("VP"), monitor=one.unit("A"))
        MonitoringReport.objects.create(case=other, period=october, unit=one.unit("A"))
    assert cost() == few


@pytest.mark.parametrize("short_role", OUTSIDERS)
def test_only_the_office_sets_deadlines(one, short_role):
    october = month(one)
    api = Api(one.person(*short_role))
    asked = [
        ("post", "deadlines", {"year": "2026-2027"}),
        ("put", "deadlines/rule", RULE),
        ("post", "periods", {"kind": "month", "label": "2026-11"}),
        ("post", "periods", REVIEW),
        ("patch", f"periods/{october.id}", {"meeting_at": "2026-11-02T08:00:00+07:00", "reason": "Thử"}),
    ]
    answers = [refusal(api.send(*one_)) for one_ in asked]
    assert answers == [(403, {("not-permitted", "")})] * len(asked)
    assert [api.get(path).status_code for path in ("deadlines?year=2026-2027", f"periods/{october.id}")] == [
        200,
        200,
    ]
    assert one.institution.periods.filter(kind__in=["month", "review"]).count() == 1


@pytest.mark.parametrize("role", ["clerk", "head", "deputy"])
def test_the_office_sets_deadlines(one, role):
    api = Api(one.person("VP", role))
    assert api.post("deadlines", {"year": "2026-2027"}).status_code == 200
    assert api.send("put", "deadlines/rule", RULE).status_code == 200


def test_a_period_of_another_institution_is_not_there(one):
    october, head = month(one), Api(small_world("F").person("VP", "head"))
    for period_id in (october.id, uuid4()):
        assert head.get(f"periods/{period_id}").status_code == 404
        assert head.send("patch", f"periods/{period_id}", {"reason": ""}).status_code == 404


def test_another_institutions_office_confirms_nothing_here(one):
    by = small_world("F").person("VP", "head")
    with pytest.raises(Refused, match="not-permitted"):
        confirm_months(one.institution, "2026-2027", by=by, now=one.now())
