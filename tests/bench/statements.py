"""How many statements an act sends between BEGIN and COMMIT, and how the lists are planned."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from approvals.actions import act
from approvals.queries import Request, dockets_for, inbox_of
from meetings.actions import create_consolidation
from organization.models import User
from plans.queries import search_plans
from workflow.models import Case

from .world import BenchWorld

PAGE = 51


@contextmanager
def logged() -> Iterator[list[str]]:
    """The statements sent meanwhile, in order; BEGIN and COMMIT are the driver's own and not among them."""
    sent: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        sent.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield sent


def digests(cases: list[Case], by: User, now: datetime) -> dict[UUID, str]:
    """Case -> its digest as the signer sees it now; a draft that follows other tables has it taken afresh."""
    found = Case.objects.filter(id__in=[case.id for case in cases]).select_related(
        "unit", "monitoring_unit", "institution__office", "institution__root"
    )
    dockets = dockets_for(list(found), Request(by=by, now=now, acts=()))
    return {case_id: docket.facts.digest for case_id, docket in dockets.items()}


def one_act(cases: list[Case], name: str, by: User, **more: Any) -> list[str]:
    """The statements of one act; everything asked for must be signed.

    Raises:
        RuntimeError: the judge refused; the bench is wrong then.
    """
    now = timezone.now()
    asked = [*digests(cases, by, now).items()]
    with logged() as sent:
        outcomes = act(cases=asked, act=name, by=by, now=now, key=str(uuid4()), **more)
    if any(outcome.signature is None for outcome in outcomes):
        raise RuntimeError(f"{name}: {outcomes[0].reasons}")
    return sent


def statements_per_act(world: BenchWorld) -> dict[str, list[str]]:
    """Name of an act, with what it is done on -> its statements."""
    unit, office = world.units[1], world.units[0]
    officer, head = world.person(unit, "officer"), world.person(unit, "head")
    monitor = world.person(world.units[2], "head")
    found: dict[str, list[str]] = {}
    one = world.drafts(unit, 1)
    found["submit"] = one_act(one, "submit", officer)
    remarks = [{"row": "", "field": "", "text": "Rõ hơn"}]
    found["return with a remark"] = one_act(one, "return", head, comment="Sửa", remarks=remarks)
    many = world.drafts(unit, 100)
    world.sign(many, "submit", officer)
    found["approve"] = one_act(many[:1], "approve", head)
    found["approve, 99 at once"] = one_act(many[1:], "approve", head)
    found["review"] = one_act(many[:1], "review", monitor)
    found["review, 20 at once"] = one_act(many[1:21], "review", monitor)
    clerk = world.person(office, "clerk")
    inside = world.drafts(unit, 20, procedure=1)  # those of today go alone
    for name, by in (("submit", officer), ("approve", head), ("review", monitor)):
        world.sign(inside, name, by)
    made = create_consolidation(
        period=world.period,
        case_ids=[case.id for case in inside],
        title="Tổng hợp",
        by=clerk,
        now=timezone.now(),
    )
    found["submit a consolidation of 20"] = one_act([made.case], "submit", clerk)
    found["consolidate with 20 inside"] = one_act([made.case], "consolidate", world.person(office, "head"))
    leader = world.people["u.leader"]
    found["present with 20 inside"] = one_act([made.case], "present", leader, within=uuid4())
    return found


def query_plans(world: BenchWorld) -> Iterator[tuple[str, str]]:
    """What it is, and the plan as PostgreSQL ran it: inbox and list of plans, first page."""
    now = timezone.now()
    unit, office = world.units[1], world.units[0]
    people = {"a head": world.person(unit, "head"), "the office's clerk": world.person(office, "clerk")}
    for who, person in people.items():
        yield f"inbox of {who}", explained(inbox_of(person, now)[:PAGE])
        yield f"plans, list of {who}", explained(search_plans(person, now, {}).order_by("-case_id")[:PAGE])


def explained(rows: QuerySet[Any]) -> str:
    """EXPLAIN ANALYZE, the fastest of seven: the pages are in memory, and other work is not counted."""
    plans = [str(rows.explain(analyze=True, costs=False)) for _ in range(7)]
    return min(plans, key=execution_ms)


def execution_ms(plan: str) -> float:
    """How long PostgreSQL ran it."""
    return float(plan.rsplit("Execution Time: ", 1)[1].split()[0])
