"""An institution with plans in it, put there by the product itself: bulk inserts of drafts, then bulk acts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from approvals.actions import act, mark_edited
from demo.people import Cast
from organization.actions import add_unit, found_institution, set_office
from organization.models import Institution, Role, Unit, User
from periods.actions import ensure_period
from periods.models import Period
from plans.actions import begin_following
from plans.models import Plan, PlanRow, RowUnit
from plans.queries import searched
from tests.factories import NAMED
from workflow.models import Case, WaitsFor
from workflow.procedures import newest

UNITS, ROWS, CHUNK = 12, 5, 250


@dataclass
class BenchWorld:
    """One institution: an office (U0) and eleven departments, each followed by the next."""

    institution: Institution
    units: list[Unit]
    people: dict[str, User]
    period: Period

    def person(self, unit: Unit, role: str) -> User:
        """The officer, head or deputy of a unit; the office has a clerk, too."""
        return self.people[f"{unit.code}.{role}".lower()]

    def drafts(self, unit: Unit, count: int, *, procedure: int | None = None) -> list[Case]:
        """Complete plans of the unit that nobody has submitted; they go the newest way unless told otherwise."""
        monitor = self.units[(self.units.index(unit) + 1) % len(self.units)]
        officer, now = self.person(unit, "officer"), timezone.now()
        made: list[Case] = []
        for place in range(0, count, CHUNK):
            with transaction.atomic():
                few = min(CHUNK, count - place)
                made += self.chunk(unit, monitor, officer, now, few, procedure or newest("plan"))
        return made

    def chunk(
        self, unit: Unit, monitor: Unit, officer: User, now: datetime, count: int, procedure: int
    ) -> list[Case]:
        """As many drafts with their rows, in a fixed number of statements."""
        cases = Case.objects.bulk_create(
            Case(
                institution=self.institution, kind="plan", procedure=procedure, unit=unit, monitoring_unit=monitor,
                title=f"Kế hoạch {number} của {unit.name}", period=self.period.label, waits_for=WaitsFor.OFFICERS,
                waits_unit=unit, since=now, created_at=now, created_by=officer, edited_by=officer,
            )
            for number in range(count)
        )  # fmt: skip
        plans = Plan.objects.bulk_create(
            Plan(
                case=case,
                root_id=case.id,
                period=self.period,
                search=searched(case.title, ""),
                person=NAMED["person"],
                authority=NAMED["authority"],
            )
            for case in cases
        )
        begin_following(plans)
        rows = PlanRow.objects.bulk_create(
            PlanRow.first(
                plan_id=case.id, position=position, kind="task", number=str(position + 1), product="Báo cáo",
                text=f"Nhiệm vụ {position + 1}", due_text="Tháng 12/2026",
                due={"kind": "month", "start": "2026-12-01", "end": "2026-12-31", "event": None},
            )
            for case in cases
            for position in range(ROWS)
        )  # fmt: skip
        RowUnit.objects.bulk_create(RowUnit(row=row, unit=unit, part="lead", position=0) for row in rows)
        mark_edited(cases, by=officer)
        return cases

    def sign(self, cases: Sequence[Case], name: str, by: User) -> None:
        """One bulk act on many cases.

        Raises:
            RuntimeError: the judge refused; the bench is wrong then.
        """
        for chunk in chunks(cases, CHUNK):
            outcomes = act(
                cases=[(case.id, case.digest) for case in chunk],
                act=name,
                by=by,
                now=timezone.now(),
                key=str(uuid4()),
            )
            if reasons := [reason.text for outcome in outcomes for reason in outcome.reasons]:
                raise RuntimeError(f"{name}: {reasons[0]}")

    def submitted(self, count: int) -> list[tuple[UUID, str, UUID]]:
        """Cases that wait for their head: (case, digest, head), unit after unit."""
        per_unit: list[list[tuple[UUID, str, UUID]]] = []
        for unit in self.units[1:]:
            cases = self.drafts(unit, -(-count // (len(self.units) - 1)))
            self.sign(cases, "submit", self.person(unit, "officer"))
            head = self.person(unit, "head").id
            per_unit.append([(case.id, case.digest, head) for case in cases])
        return [one for together in zip(*per_unit, strict=True) for one in together][:count]

    def in_all_states(self, count: int) -> None:
        """Plans that stand everywhere on their way, a quarter each: draft, submitted, approved, reviewed."""
        for unit in self.units[1:]:
            cases = self.drafts(unit, -(-count // (len(self.units) - 1)))
            quarter = -(-len(cases) // 4)
            self.sign(cases[quarter:], "submit", self.person(unit, "officer"))
            self.sign(cases[2 * quarter :], "approve", self.person(unit, "head"))
            monitor = self.units[(self.units.index(unit) + 1) % len(self.units)]
            self.sign(cases[3 * quarter :], "review", self.person(monitor, "deputy"))


def chunks(cases: Sequence[Case], size: int) -> Iterator[Sequence[Case]]:
    """The cases in portions."""
    for place in range(0, len(cases), size):
        yield cases[place : place + size]


def bench_world() -> BenchWorld:
    """The institution and its people; no plans yet."""
    since = timezone.now() - timedelta(days=30)
    institution = found_institution(code="U", name="Trường đo", place="Sơn La")
    cast = Cast(institution=institution, password="not-used", since=since)
    units = [
        add_unit(
            institution=institution, code=f"U{n}", name=f"Đơn vị {n}", parent=institution.root, position=n
        )
        for n in range(UNITS)
    ]
    set_office(institution, units[0])
    for unit in units:
        cast.staff(unit)
    cast.hire("u0.clerk", units[0], Role.CLERK, "Văn thư")
    if institution.root is not None:
        cast.hire("u.leader", institution.root, Role.LEADER, "Hiệu trưởng")
    return BenchWorld(institution, units, cast.people, ensure_period(institution, "2026-2027"))
