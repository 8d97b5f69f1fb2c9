"""Lists cost the same number of SQL statements however long they are; the act does, too, and few."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meetings.actions import create_consolidation
from meetings.models import Consolidation, Meeting
from notifications.actions import Notice, notify, number_pending
from notifications.models import Notification
from organization.actions import add_unit
from tests.api import Api
from tests.factories import APPROVED, DRAFT, PRESENTED, REVIEWED, SUBMITTED, World, task_rows

#: Approving is what happens most; the others also freeze a content, keep remarks, or look into the content.
MOST_IN_AN_ACT = {"approve": 10, "submit": 12, "return": 12, "review": 12, "submit a consolidation": 14}
MOST_FOR_A_PLAN = 28
FEW, MANY = 5, 60


def cost(api: Api, path: str, **asked: str) -> tuple[int, int]:
    """(statements, rows) of one page."""
    with CaptureQueriesContext(connection) as seen:
        answer = api.get(path, page_size=200, **asked)
    assert answer.status_code == 200, answer.json()
    body = answer.json()
    return len(seen), len(body["rows"] if "rows" in body else body["results"])


def assert_flat(api: Api, path: str, grow: Callable[[int], Any], **asked: str) -> None:
    """The list costs the same with few and with many rows."""
    cost(api, path, **asked)
    begun = cost(api, path, **asked)[1]
    grow(max(0, FEW - begun))
    few, rows_then = cost(api, path, **asked)
    grow(MANY - rows_then)
    many, rows_now = cost(api, path, **asked)
    assert (rows_then, rows_now) == (max(FEW, begun), MANY)
    assert few == many, f"{path}: {few} statements for {rows_then} rows, {many} for {rows_now}"


def plans_at(one: World, where: str) -> Callable[[int], Any]:
    """Makes so many plans that stand there."""
    return lambda count: [one.plan_at(where) for _ in range(count)]


def test_plans(one):
    assert_flat(Api(one.person("A", "officer")), "plans", plans_at(one, DRAFT))


def test_cases_that_are_looked_for(one):
    assert_flat(Api(one.person("A", "officer")), "cases", plans_at(one, SUBMITTED), q="ke hoach phong")


def test_inbox(one):
    assert_flat(Api(one.person("A", "head")), "inbox", plans_at(one, SUBMITTED))


def test_units(one):
    def grow(count: int) -> None:
        for _ in range(count):
            code = f"W-{uuid4().hex[:8]}"
            add_unit(
                institution=one.institution, code=code, name=code, parent=one.institution.root, aliases=["Tổ"]
            )

    assert_flat(Api(one.person("A", "head")), "units", grow)


def test_notifications(one):
    head, cases = one.person("A", "head"), [one.plan_at(SUBMITTED) for _ in range(3)]
    data = {"act": "submit", "title": "Kế hoạch", "actor": "Ai đó", "state": "draft"}
    Notification.objects.all().delete()

    def grow(count: int) -> None:
        for _ in range(count):
            notify([Notice(head.id, "waiting", case_id, data) for case_id in cases], now=timezone.now())
        number_pending()

    assert_flat(Api(head), "notifications", grow)


def test_cases(one):
    assert_flat(Api(one.person("A", "head")), "cases", plans_at(one, DRAFT))


def test_consolidations(one):
    clerk = Api(one.person("VP", "clerk"))
    reviewed = [one.plan_for_meeting(REVIEWED) for _ in range(3)]

    def grow(count: int) -> None:
        for _ in range(count):
            assert clerk.post("consolidations", {"period": "2026-2027", "cases": reviewed}).status_code == 201

    assert_flat(clerk, "consolidations", grow)


def test_meetings(one):
    clerk, heard = (
        one.person("VP", "clerk"),
        [one.consolidate([one.plan_for_meeting(REVIEWED)]) for _ in range(2)],
    )

    def grow(count: int) -> None:
        for _ in range(count):
            meeting = Meeting.objects.create(
                institution=one.institution, title="Giao ban", held_at=one.now(), created_by=clerk
            )
            meeting.consolidations.set(Consolidation.objects.filter(case__in=heard))

    assert_flat(Api(clerk), "meetings", grow)


def test_one_plan_with_its_rows(one):
    case_id, officer = one.plan_at(rows=0), Api(one.person("A", "officer"))

    def grow(count: int) -> None:
        rows = [vars_of(row) for row in task_rows("W-A", count + cost(officer, f"plans/{case_id}")[1])]
        answer = officer.send("put", f"plans/{case_id}/rows", {"rows": rows}, digest=officer.digest(case_id))
        assert answer.status_code == 200, answer.json()

    assert_flat(officer, f"plans/{case_id}", grow)


def test_a_plan_takes_few_statements(one, capsys):
    """A draft, and one in force, with line, standing, officers and history."""
    counts = {}
    for where in (DRAFT, PRESENTED):
        counts[where], _rows = cost(Api(one.person("A", "officer")), f"plans/{one.plan_at(where)}")
    say(capsys, f"a plan takes {counts} statements")
    assert max(counts.values()) <= MOST_FOR_A_PLAN


def vars_of(row: Any) -> dict[str, Any]:
    """A row as it goes over the wire, with a coordinating unit."""
    names = ("kind", "number", "text", "due_text", "product")
    return {name: getattr(row, name) for name in names} | {"leads": ["W-A"], "coordinating": ["W-B"]}


def test_signatures_and_remarks(one):
    case_id, head = one.plan_at(SUBMITTED), Api(one.person("A", "head"))

    def grow(count: int) -> None:
        for _ in range(count):
            assert head.post(f"cases/{case_id}/remarks", {"text": "Xem lại"}).status_code == 201

    assert_flat(head, f"cases/{case_id}/remarks", grow)


# --- The act: what runs between BEGIN and COMMIT -------------------------------------------------------


def under_lock(work: Callable[[], Any]) -> int:
    """Statements between BEGIN and COMMIT of the one transaction that `work` writes in."""
    with CaptureQueriesContext(connection) as seen:
        answer = work()
    assert answer.status_code in {200, 201}, answer.json()
    statements = [query["sql"] for query in seen.captured_queries]
    transactions, inside = [], None
    for statement in statements:
        word = statement.split()[0]
        if word == "BEGIN":
            inside = 0
        elif word == "COMMIT":
            transactions.append(inside)
            inside = None
        elif inside is not None:
            inside += 1
    [count] = transactions
    assert isinstance(count, int)
    return count


def say(capsys: Any, text: str) -> None:
    """Prints a figure although the test passes."""
    with capsys.disabled():
        sys.stdout.write(f"\n{text}\n")


@pytest.mark.parametrize(
    ("act", "where", "unit", "role"),
    [
        ("submit", DRAFT, "A", "officer"),
        ("approve", SUBMITTED, "A", "head"),
        ("return", SUBMITTED, "A", "head"),
        ("review", APPROVED, "B", "head"),
    ],
)
def test_an_act_takes_few_statements_under_its_lock(world, capsys, act, where, unit, role):
    case_id, api = world.plan_at(where), Api(world.person(unit, role))
    digest = api.digest(case_id)
    count = under_lock(lambda: api.act(case_id, act, digest=digest, comment="Lý do"))
    say(capsys, f"{act}: {count} statements between BEGIN and COMMIT")
    assert count <= MOST_IN_AN_ACT[act]


def bulk(api: Api, act: str, case_ids: list[Any]) -> Callable[[], Any]:
    """One request for all the cases."""
    cases = [{"id": str(case_id), "digest": api.digest(case_id)} for case_id in case_ids]
    return lambda: api.post("acts", {"act": act, "cases": cases}, key=str(uuid4()))


@pytest.mark.parametrize(
    ("act", "where", "unit"), [("submit", DRAFT, "A"), ("approve", SUBMITTED, "A"), ("review", APPROVED, "B")]
)
def test_a_batch_takes_no_more_statements_than_one_case(world, capsys, act, where, unit):
    api = Api(world.person(unit, "head"))
    counts = [under_lock(bulk(api, act, [world.plan_at(where) for _ in range(size)])) for size in (1, 2, 20)]
    say(capsys, f"{act} of 1, 2 and 20 cases: {counts} statements between BEGIN and COMMIT")
    assert len(set(counts)) == 1


def test_signing_a_consolidation_costs_the_same_with_twenty_inside(world, capsys):
    office, counts = Api(world.person("VP", "head")), []
    for size in (2, 20):
        made = world.consolidate([world.plan_for_meeting(REVIEWED) for _ in range(size)], sign=False)
        counts.append(under_lock(partial(office.act, made, "consolidate", digest=office.digest(made))))
    say(capsys, f"consolidate with 2 and 20 inside: {counts} statements between BEGIN and COMMIT")
    assert counts[0] == counts[1]


def test_submitting_a_consolidation_costs_the_same_with_twenty_inside(world, capsys):
    """Its draft follows other tables, so what it says is read anew, under the lock, before it is frozen."""
    clerk, counts = Api(world.person("VP", "clerk")), []
    for size in (2, 20):
        inside = [world.plan_for_meeting(REVIEWED) for _ in range(size)]
        made = create_consolidation(
            period=world.period, case_ids=inside, title="Tổng hợp", by=world.person("VP", "clerk"), now=world.now()
        ).case_id  # fmt: skip
        counts.append(under_lock(partial(clerk.act, made, "submit", digest=clerk.digest(made))))
    say(capsys, f"submit a consolidation with 2 and 20 inside: {counts} statements between BEGIN and COMMIT")
    assert counts[0] == counts[1] <= MOST_IN_AN_ACT["submit a consolidation"]
