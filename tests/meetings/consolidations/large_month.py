"""A large month: many units, each with a plan that the next one follows, reported on and checked by bulk acts.

Drafts are put there by bulk inserts; everything that is signed is signed by the real acts, so that the frozen
contents are what the product freezes. Three heads of the branch above all units sign the three steps.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from approvals import kinds
from approvals.actions import act, mark_edited
from approvals.ledger.content import framed, working_digest
from organization.actions import add_unit
from organization.models import Role, Unit
from periods.actions import confirm_months
from periods.models import Period
from plans.actions import begin_following
from plans.models import Plan, PlanRow, RowUnit
from reports.actions.reports import draft_reports
from reports.models import Finding, MonitoringReport, Result, UnitReport
from reports.queries.words import said_in
from reports.rules.judged import word_digest
from tests.clock import moment
from tests.factories import World, small_world
from workflow.models import Case, WaitsFor
from workflow.procedures import newest

LABEL = "2026-10"
BRANCH = "K"
FEW, MANY, ROWS = 5, 60, 40
DUE = {"kind": "month", "start": "2026-10-01", "end": "2026-10-31", "event": None}
DOCUMENT = [{"kind": "document", "value": "12/BC-W", "name": "Báo cáo số 12"}]
#: Of every four rows one is not done; of every eight one is done by the word of its unit only.
OPEN, DISPUTED = 4, 8


@dataclass
class LargeMonth:
    """October 2026 of `world` with so many more units; see `large_month`."""

    world: World
    units: list[Unit]
    period: Period

    def unit_reports(self) -> list[UUID]:
        """The units' reports, in the order of the units."""
        found = UnitReport.objects.filter(period=self.period, unit__in=self.units).order_by("unit__position")
        return list(found.values_list("case", flat=True))

    def monitoring_reports(self) -> list[UUID]:
        """The reports of those who follow them, in the order of the units."""
        found = MonitoringReport.objects.filter(period=self.period, unit__in=self.units).order_by(
            "unit__position"
        )
        return list(found.values_list("case", flat=True))

    def add_units(self, count: int) -> list[Unit]:
        """As many further units below the branch."""
        branch, made = self.world.unit(BRANCH), []
        for number in range(len(self.units) + 1, len(self.units) + count + 1):
            code = f"{self.world.code}-N{number:02d}"
            made.append(
                add_unit(
                    institution=self.world.institution, code=code, name=f"Đơn vị {number}", parent=branch,
                    position=100 + number,
                )
            )  # fmt: skip
        self.units += made
        return made

    def plans(self, units: Sequence[Unit], rows: int) -> None:
        """A plan of each unit with rows that are due this month, followed by the next unit, signed by its head."""
        author, now = self.world.person(BRANCH, "step-1"), self.world.now()
        cases = Case.objects.bulk_create(
            Case(
                institution=self.world.institution, kind="plan", procedure=newest("plan"), unit=unit,
                monitoring_unit=units[(place + 1) % len(units)], title=f"Kế hoạch của {unit.name}",
                period=self.world.period.label, waits_for=WaitsFor.OFFICERS, waits_unit=unit, since=now, created_at=now,
                created_by=author, edited_by=author,
            )
            for place, unit in enumerate(units)
        )  # fmt: skip
        plans = Plan.objects.bulk_create(
            Plan(
                case=case,
                root_id=case.id,
                period=self.world.period,
                search="ke hoach",
                person="Viên chức phụ trách",
                authority="Trưởng đơn vị",
            )
            for case in cases
        )
        begin_following(plans)
        made = PlanRow.objects.bulk_create(
            PlanRow.first(
                plan_id=case.id, position=position, kind="task", number=str(position + 1), product="Báo cáo", due=DUE,
                text=f"Nhiệm vụ {position + 1}: rà soát, cập nhật hồ sơ và báo cáo kết quả thực hiện trong tháng",
                due_text="Tháng 10/2026",
            )
            for case in cases
            for position in range(rows)
        )  # fmt: skip
        RowUnit.objects.bulk_create(
            RowUnit(row=row, unit=units[place // rows], part="lead", position=0)
            for place, row in enumerate(made)
        )
        mark_edited(cases, by=author)
        self.sign("submit", [case.id for case in cases])
        self.sign("approve", [case.id for case in cases])

    def sign(self, name: str, case_ids: Sequence[UUID]) -> None:
        """One bulk act by the person whose step it is; the office checks what monitoring units report.

        Raises:
            RuntimeError: the judge refused.
        """
        cases = list(Case.objects.filter(id__in=case_ids))
        step = {"submit": "step-1", "approve": "step-2", "review": "step-3"}[name]
        by = self.world.person(BRANCH, step)
        if name == "review" and cases[0].kind == "monitoring-report":
            by = self.world.person("VP", "head")
        outcomes = act(
            cases=[(case.id, seen) for case, seen in zip(cases, fresh_digests(cases), strict=True)],
            act=name, by=by, now=self.world.now(), key=str(uuid4()),
        )  # fmt: skip
        if reasons := [reason.text for outcome in outcomes for reason in outcome.reasons]:
            raise RuntimeError(f"{name}: {reasons[0]}")

    def say(self) -> None:
        """Every unit says of its rows what it has done; three of four are."""
        made = []
        for report in UnitReport.objects.filter(period=self.period, unit__in=self.units):
            rows = PlanRow.objects.filter(plan__case__unit=report.unit_id, plan__period=self.world.period)
            made += [
                Result(report=report, row=row, evidence=DOCUMENT, **word_of(row.position % OPEN != 0))
                for row in rows
            ]
        Result.objects.bulk_create(made)

    def judge(self) -> None:
        """Whoever follows them agrees, but for one row of eight that its unit calls done."""
        reports = {
            row.unit_id: row
            for row in MonitoringReport.objects.filter(period=self.period, unit__in=self.units)
        }
        said = Result.objects.filter(report__period=self.period).select_related("report", "row")
        Finding.objects.bulk_create(
            Finding(
                report=reports[word.report.monitor_id], row_id=word.row_id, evidence=DOCUMENT,
                judged=word_digest(said_in(word)),
                **word_of(bool(word.done) and word.row.position % DISPUTED != 1),
            )
            for word in said
            if word.report.monitor_id in reports
        )  # fmt: skip


def word_of(done: bool) -> dict[str, object]:
    """What is said of a row that is done, or of one that is still in time."""
    if done:
        return {"done": True, "result": "Đã hoàn thành và báo cáo theo đúng yêu cầu của kế hoạch"}
    return {
        "done": False, "result": "Đang thực hiện", "cause": "Chờ ý kiến của đơn vị phối hợp",
        "remedy": "Đôn đốc, hoàn thành trong tháng sau", "expected_on": "2026-11-15",
    }  # fmt: skip


def fresh_digests(cases: Sequence[Case]) -> list[str]:
    """The digest of each as GET shows it: open drafts that follow other tables are read anew."""
    live = [case for case in cases if kinds.follows(case)]
    contents = kinds.contents(live) if live else {}
    return [
        working_digest(framed(case, contents[case.id], case.submission + 1))
        if case.id in contents
        else case.digest
        for case in cases
    ]


def large_month(world: World, *, units: int = 60, rows: int = 40, checked: bool = True) -> LargeMonth:
    """So many units with so many rows each; every report signed, and checked where wanted.

    Unit n leads a plan that unit n + 1 follows: as many units' reports as monitoring reports.
    """
    world.stage.clock = moment(f"{LABEL}-01 08:00")
    world.open_unit(BRANCH)
    for number in (1, 2, 3):
        world.hire(f"{world.code}-{BRANCH}.step-{number}".lower(), BRANCH, Role.HEAD)
    months = confirm_months(
        world.institution, world.period.label, by=world.person("VP", "head"), now=world.now()
    )
    [period] = [month for month in months if month.label == LABEL]
    made = LargeMonth(world, [], period)
    made.plans(made.add_units(units), rows)
    draft_reports(period, by=world.person("VP", "head"), now=world.now())
    made.say()
    reports, monitoring = made.unit_reports(), made.monitoring_reports()
    made.sign("submit", reports)
    made.sign("approve", reports)
    made.judge()
    made.sign("submit", monitoring)
    made.sign("approve", monitoring)
    if checked:
        made.sign("review", reports)
        made.sign("review", monitoring)
    return made


def few_and_many() -> tuple[LargeMonth, LargeMonth]:
    """The month of a small institution and of a large one."""
    return (
        large_month(small_world("F"), units=FEW, rows=ROWS),
        large_month(small_world("M"), units=MANY, rows=ROWS),
    )
