"""Worlds for tests; every state is reached by really walking there."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Barrier
from types import TracebackType
from typing import Any, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connections
from django.utils import timezone

from demo.people import Cast
from demo.stage import Stage
from meetings.actions import close_meeting, create_consolidation, create_meeting, meeting_digest
from organization.actions import add_unit, appoint, found_institution, set_office
from organization.models import Institution, Role, Unit, User
from periods.actions import ensure_period
from periods.models import Period
from plans.actions import Clarities, Row, assign_monitoring, create_plan, put_rows
from plans.models import Plan
from workflow.models import Case

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
BEGAN = datetime(2026, 10, 1, 8, tzinfo=ZONE)
DRAFT, SUBMITTED, RETURNED = "draft", "submitted", "returned"
APPROVED, REVIEWED, CONSOLIDATED, PRESENTED = "unit-approved", "monitor-reviewed", "consolidated", "presented"
#: Who answers for the rows of a plan, given once for all of them.
NAMED: Clarities = {"person": "Viên chức được phân công", "authority": "Trưởng đơn vị"}
#: Where a plan can stand, in the order in which it comes there.
ROAD = (DRAFT, SUBMITTED, APPROVED, REVIEWED, CONSOLIDATED, PRESENTED)


@dataclass
class World:
    """One institution: an office (X-VP), two departments (X-A, X-B), a leadership; X is the code."""

    code: str
    institution: Institution
    units: dict[str, Unit]
    people: dict[str, User]
    stage: Stage
    period: Period

    def unit(self, short: str) -> Unit:
        """The unit VP, A or B."""
        return self.units[f"{self.code}-{short}"]

    def person(self, short: str, role: str) -> User:
        """person("A", "head"); the leadership is person("", "leader")."""
        return self.people[f"{self.code}-{short}.{role}".lower() if short else f"{self.code.lower()}.{role}"]

    def plan_at(
        self,
        where: str = DRAFT,
        *,
        unit: str = "A",
        monitor: str = "B",
        rows: int = 2,
        procedure: int = 0,
        due: str = "",
    ) -> UUID:
        """A plan of the unit, followed by the monitor, walked to where it shall stand. Returns its case's id.

        Args:
            procedure: the version by which it goes, 0 the newest: a plan of the first still waits for a meeting.
            due: when its rows are due, where it matters.
        """
        officer, code = self.person(unit, "officer"), f"{self.code}-{unit}"
        plan = create_plan(
            unit=self.unit(unit), kind=Plan.Kind.PLAN, title=f"Kế hoạch của {code}", period=self.period, by=officer,
            now=self.stage.tick(), **NAMED,
        )  # fmt: skip
        if procedure:
            Case.objects.filter(id=plan.case_id).update(procedure=procedure)
        written = [replace(row, due_text=due or row.due_text) for row in task_rows(code, rows)]
        put_rows(plan.case_id, written, seen=None, by=officer, now=self.stage.tick())
        assign_monitoring(
            plan, unit=self.unit(monitor), cadence="monthly", minimum=None, by=self.person("VP", "head"),
            now=self.stage.tick(),
        )  # fmt: skip
        self.walk(plan.case_id, where, unit=unit, monitor=monitor)
        return plan.case_id

    def plan_for_meeting(self, where: str, *, rows: int = 2) -> UUID:
        """As plan_at, by the first procedure: it is consolidated inside something and presented at a meeting."""
        return self.plan_at(where, rows=rows, procedure=1)

    def walk(self, case_id: UUID, where: str, *, unit: str = "A", monitor: str = "B") -> None:
        """Takes a fresh draft to where it shall stand."""
        unit_code, monitor_code = f"{self.code}-{unit}", f"{self.code}-{monitor}"
        steps = ROAD.index(SUBMITTED if where == RETURNED else where)
        if steps >= ROAD.index(SUBMITTED):
            self.stage.submit(case_id, unit_code)
        if where == RETURNED:
            self.stage.sign(case_id, "return", self.person(unit, "head"), comment="Sửa lại")
        if steps >= ROAD.index(APPROVED):
            self.stage.approve(case_id, unit_code)
        if steps >= ROAD.index(REVIEWED):
            self.stage.review(case_id, unit_code, monitor_code)
        if steps < ROAD.index(CONSOLIDATED):
            return
        if Case.objects.get(id=case_id).procedure == 1:
            self.consolidate([case_id], present=where == PRESENTED)
            return
        self.adopt(case_id, present=where == PRESENTED)

    def adopt(self, case_id: UUID, *, present: bool = True) -> None:
        """A plan that was checked goes on the list of the year, and is adopted unless told otherwise."""
        self.stage.sign(case_id, "consolidate", self.person("VP", "head"))
        if present:
            self.stage.sign(case_id, "present", self.person("", "leader"))

    def consolidate(self, case_ids: list[UUID], *, sign: bool = True, present: bool = False) -> UUID:
        """A consolidation of these cases: submitted, signed unless told otherwise, presented when asked."""
        made = create_consolidation(
            period=self.period, case_ids=case_ids, title="Tổng hợp", by=self.person("VP", "clerk"),
            now=self.stage.tick(),
        )  # fmt: skip
        self.stage.sign(made.case_id, "submit", self.person("VP", "clerk"))
        if sign:
            self.stage.sign(made.case_id, "consolidate", self.person("VP", "head"))
        if present:
            now = self.stage.tick()
            meeting = create_meeting(
                consolidation_ids=[made.case_id],
                held_at=now,
                title="Giao ban",
                by=self.person("VP", "clerk"),
                now=now,
            )
            close_meeting(
                meeting.id, seen=meeting_digest(meeting), by=self.person("", "leader"), now=self.stage.tick(),
                key=f"meeting-{meeting.id}", session="",
            )  # fmt: skip
        return made.case_id

    def deputies(self, short: str, count: int) -> list[User]:
        """As many more deputies of the unit: people who may approve and review beside its head."""
        made = []
        for number in range(1, count + 1):
            name = f"{self.code}-{short}.deputy-{number}".lower()
            person = User.objects.create(
                username=name, full_name=f"Phó {number} {short}", institution=self.institution, password="!"
            )
            appoint(
                user=person,
                unit=self.unit(short),
                role=Role.DEPUTY,
                title="Phó",
                since=BEGAN - timedelta(days=1),
            )
            self.people[name] = person
            made.append(person)
        return made

    def open_unit(self, short: str, *, below: str = "", kind: str = "department") -> Unit:
        """A further department, or unit of another kind, with its officer, head and deputy, below the root or another department."""
        code = f"{self.code}-{short}"
        parent = self.unit(below) if below else self.institution.root
        self.units[code] = add_unit(
            institution=self.institution, code=code, name=f"Phòng {short} {self.code}", parent=parent,
            position=len(self.units) + 1, kind=kind,
        )  # fmt: skip
        self.cast().staff(self.units[code])
        return self.units[code]

    def hire(self, username: str, short: str, role: Role) -> User:
        """One more person with one post; the leadership's unit is ""."""
        root: Any = self.institution.root
        return self.cast().hire(username, self.unit(short) if short else root, role, str(role.label))

    def cast(self) -> Cast:
        """Hires into this world; all have been appointed since BEGAN."""
        return Cast(
            institution=self.institution,
            password="sau-ro-demo",
            since=BEGAN - timedelta(days=1),
            people=self.people,
        )

    def case(self, case_id: UUID) -> Case:
        """The case as it stands now."""
        return Case.objects.get(id=case_id)

    def now(self) -> datetime:
        """A moment after everything so far."""
        return self.stage.tick()


def task_rows(code: str, count: int) -> list[Row]:
    """Complete rows that the unit leads."""
    return [
        Row(kind="task", number=str(number), text=f"Nhiệm vụ {number}", leads=(code,), due_text="Tháng 12/2026",
            product="Báo cáo")
        for number in range(1, count + 1)
    ]  # fmt: skip


def small_world(code: str = "W") -> World:
    """A new institution with its people; all of them have been appointed since BEGAN."""
    institution = found_institution(code=code, name=f"Trường {code}", place="Sơn La")
    cast = Cast(institution=institution, password="sau-ro-demo", since=BEGAN - timedelta(days=1))
    units: dict[str, Unit] = {}
    for position, short in enumerate(("VP", "A", "B"), start=1):
        units[f"{code}-{short}"] = add_unit(
            institution=institution, code=f"{code}-{short}", name=f"Phòng {short} {code}", parent=institution.root,
            position=position,
        )  # fmt: skip
    set_office(institution, units[f"{code}-VP"])
    for unit in units.values():
        cast.staff(unit)
    cast.hire(f"{code.lower()}-vp.clerk", units[f"{code}-VP"], Role.CLERK, "Văn thư")
    root: Any = institution.root
    for role in (Role.LEADER, Role.AUDITOR, Role.ADMINISTRATOR, Role.PERSONNEL, Role.INSPECTOR):
        cast.hire(f"{code.lower()}.{role.value}", root, role, str(role.label))
    return World(
        code=code,
        institution=institution,
        units=units,
        people=cast.people,
        stage=Stage(people=cast.people, clock=min(BEGAN, timezone.now())),
        period=ensure_period(institution, "2026-2027"),
    )


def repeats(few: int) -> int:
    """How often a race is run: few times with every push, RACE_REPEATS times where that is given."""
    return int(os.environ.get("RACE_REPEATS", few))


def seeds(few: int) -> list[int]:
    """Seeds of random races, shown in the names of the tests; RACE_SEED is the first of them."""
    first = int(os.environ.get("RACE_SEED", "242"))
    return list(range(first, first + few))


class Racers:
    """Threads, each with a database connection of its own, that start their jobs at the same moment."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.pool = ThreadPoolExecutor(count)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.run([connections.close_all] * self.count)
        self.pool.shutdown()

    def run(self, jobs: Sequence[Callable[[], Any]]) -> list[Any]:
        """What each job answered, or the exception that it raised, in the order of the jobs."""
        barrier = Barrier(len(jobs))

        def start(job: Callable[[], Any]) -> Any:
            barrier.wait(timeout=60)
            return job()

        running: list[Future[Any]] = [self.pool.submit(start, job) for job in jobs]
        return [future.exception() or future.result() for future in running]
