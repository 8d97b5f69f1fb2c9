"""Three months of the college: one heard at its meeting, one consolidated, one in the middle of it.

Every step is the real act by the person whose step it is; what is said of the rows is invented.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypedDict
from uuid import UUID

from meetings.actions import close_meeting, create_consolidation, create_meeting, meeting_digest
from meetings.actions.answers import GivenAnswer, put_answers
from meetings.actions.conclusions import acknowledge, draft_conclusions
from meetings.actions.consolidations import Wording
from meetings.models import Consolidation
from organization.models import Institution
from periods.models import Period
from plans.actions import Row, put_rows
from plans.models import Plan
from reports.actions.findings import GivenEntry, Looked, agree, put_findings
from reports.actions.reports import change_report, draft_reports, put_results
from reports.contents.monitoring_reports import monitoring_report_contents
from reports.contents.unit_reports import unit_report_contents
from reports.models import MonitoringReport, Proposal, UnitReport
from reports.rules.signed import MonitoringReportContent
from workflow.models import State

from .said import not_done, word_of
from .stage import Stage

OFFICE, LEADER = "HCQT", "rector"
PROPOSAL = "Đề nghị Nhà trường bố trí kinh phí cho các nhiệm vụ chưa hoàn thành trong quý này."


@dataclass
class MonthOnStage:
    """One month, walked by the people of the demo.

    Attributes:
        latest: nothing happens after this moment.
    """

    stage: Stage
    institution: Institution
    period: Period
    latest: datetime

    def until(self, moment: datetime) -> None:
        """The next thing happens at this moment, or as late as the demo allows."""
        self.stage.clock = max(self.stage.clock, min(moment, self.latest))

    def open(self) -> None:
        """The reports of the month draft themselves on its first day."""
        first = datetime.combine(self.period.starts, datetime.min.time(), self.latest.tzinfo)
        self.until(first + timedelta(hours=8))
        draft_reports(self.period, by=self.stage.person(OFFICE, "head"), now=self.stage.tick())

    def parts(self) -> dict[str, list[UnitReport]]:
        """Unit -> its reports, a part for each monitoring unit."""
        found: dict[str, list[UnitReport]] = defaultdict(list)
        for report in UnitReport.objects.filter(period=self.period).select_related("unit").order_by("case"):
            found[report.unit.code].append(report)
        return found

    def speak(self, unit: str, reports: Iterable[UnitReport]) -> None:
        """The unit's officer writes a word on every counted row; each fourth row is not done."""
        officer = self.stage.person(unit, "officer")
        contents = unit_report_contents([report.case_id for report in reports])
        for case_id, content in contents.items():
            rows = [row for row in content["rows"] if row["listing"] != "standing"]
            words = [word_of(place + len(unit), row, self.period) for place, row in enumerate(rows)]
            put_results(case_id, words, seen=None, by=officer, now=self.stage.tick())
        first = min(contents)
        if any(row["listing"] == "carried" for row in contents[first]["rows"]):
            changes = {"proposals": [PROPOSAL]}
            change_report(first, seen=None, by=officer, now=self.stage.tick(), changes=changes)

    def sign(self, unit: str, reports: Iterable[UnitReport]) -> None:
        """One Trình and one Ký duyệt for all parts of the unit."""
        ids = [report.case_id for report in reports]
        self.stage.sign_all(ids, "submit", self.stage.person(unit, "officer"))
        self.stage.sign_all(ids, "approve", self.stage.person(unit, "head"))

    def monitors(self) -> list[MonitoringReport]:
        """The reports of the monitoring units."""
        found = MonitoringReport.objects.filter(period=self.period).select_related("unit")
        return list(found.order_by("unit__position"))

    def judge(self, report: MonitoringReport) -> None:
        """The monitoring unit agrees with most, not with the first that a unit calls done, and judges the rest."""
        officer, unit = self.stage.person(report.unit.code, "officer"), report.unit.code
        content = monitoring_report_contents([report.case_id])[report.case_id]
        rows = [row for plan in content["plans"] for row in plan["rows"]]
        claimed = next((row for row in rows if row["word"] and row["word"]["done"]), None)
        own = [row for row in rows if row["word"] is None and row["listing"] != "standing"]
        words = [word_of(place, row, self.period) for place, row in enumerate(own)]
        if claimed is not None and len(rows) > 4:
            words.append(not_done(claimed, 0, self.period, result="Minh chứng chưa đúng nội dung"))
        put_findings(report.case_id, words, seen=None, by=officer, now=self.stage.tick())
        agree(report.case_id, unit=None, seen=None, by=officer, now=self.stage.tick())
        changes = extras(content, self.period, [code for code in self.parts() if code != unit])
        change_report(report.case_id, seen=None, by=officer, now=self.stage.tick(), changes=changes)

    def review(self, report: MonitoringReport) -> None:
        """The monitoring unit confirms its check of every unit report that has come."""
        came = UnitReport.objects.filter(
            period=self.period, monitor=report.unit_id, case__state=State.UNIT_APPROVED
        )
        ids = list(came.values_list("case", flat=True))
        if ids:
            self.stage.sign_all(ids, "review", self.stage.person(report.unit.code, "head"))

    def hand_in(self, report: MonitoringReport) -> None:
        """The monitoring unit's head signs its report."""
        self.stage.submit(report.case_id, report.unit.code)
        self.stage.approve(report.case_id, report.unit.code)

    def receive(self, report: MonitoringReport) -> None:
        """The office checks it; its own one by its deputy."""
        role = "deputy" if report.unit.code == OFFICE else "head"
        self.stage.sign(report.case_id, "review", self.stage.person(OFFICE, role))

    def whole(self) -> None:
        """Everybody reports, follows and signs, most on time."""
        self.open()
        self.until(due(self.period.unit_due_at) - timedelta(days=2))
        for unit, reports in self.parts().items():
            self.speak(unit, reports)
            self.sign(unit, reports)
        self.until(due(self.period.office_due_at) - timedelta(days=1))
        for report in self.monitors():
            self.judge(report)
            self.review(report)
            self.hand_in(report)
            self.receive(report)

    def consolidate(self) -> Consolidation:
        """The head of the office signs what has come."""
        self.until(due(self.period.leadership_due_at) - timedelta(hours=3))
        made = create_consolidation(
            period=self.period, case_ids=None, by=self.stage.person(OFFICE, "deputy"), now=self.stage.tick(),
            wording=Wording(assessment="Các đơn vị cơ bản thực hiện đúng tiến độ; còn một số nội dung quá hạn."),
        )  # fmt: skip
        self.stage.sign(made.case_id, "submit", self.stage.person(OFFICE, "officer"))
        self.stage.sign(made.case_id, "consolidate", self.stage.person(OFFICE, "head"))
        return made

    def meet(self, made: Consolidation, *, close: bool) -> None:
        """The meeting that hears it; with `close` its proposals are answered and its conclusions in force."""
        clerk, held_at = self.stage.people["hcqt.clerk"], due(self.period.meeting_at)
        name = f"Giao ban {self.period.starts:%m/%Y}"
        meeting = create_meeting(
            consolidation_ids=[made.case_id], held_at=held_at, title=name, by=clerk, now=self.stage.tick()
        )
        if not close:
            return
        self.until(held_at)
        leader = self.stage.people[LEADER]
        answers: list[GivenAnswer] = [
            {
                "proposal": row.id,
                "answer": "accepted",
                "text": "Đồng ý, giao Phòng Kế hoạch tài chính cân đối.",
            }
            for row in Proposal.objects.filter(case__in=inside(made))
        ]
        put_answers(meeting.id, answers, by=leader, now=self.stage.tick())
        plan = draft_conclusions(meeting.id, by=clerk, now=self.stage.tick())
        put_rows(plan.case_id, conclusions(self.period), seen=None, by=clerk, now=self.stage.tick())
        Plan.objects.filter(case=plan.case_id).update(demo=True)
        meeting.refresh_from_db()
        close_meeting(
            meeting.id, seen=meeting_digest(meeting), by=leader, now=self.stage.tick(), session="",
            key=f"demo-meeting-{meeting.id}",
        )  # fmt: skip
        self.stage.sign(plan.case_id, "conclude", leader)
        plan = Plan.objects.select_related("case__unit").get(case=plan.case_id)
        acknowledge(plan, by=self.stage.person("DT", "head"), now=self.stage.tick())

    def middle(self) -> None:
        """Some have signed, one late; one was returned, one waits for its head, the others are missing."""
        self.open()
        due_at = due(self.period.unit_due_at)
        self.until(due_at - timedelta(days=1))
        parts = self.parts()
        units = list(parts)
        for unit in units[:-3]:
            self.speak(unit, parts[unit])
            self.sign(unit, parts[unit])
        returned = parts[units[0]][0]
        monitor = self.stage.person(returned.monitor.code, "head")
        comment = "Bổ sung minh chứng cho nội dung đã báo hoàn thành."
        self.stage.sign(returned.case_id, "return", monitor, comment=comment)
        self.until(due_at + timedelta(hours=2))
        late, waiting = units[-3], units[-2]
        self.speak(late, parts[late])
        self.sign(late, parts[late])
        self.speak(waiting, parts[waiting])
        ids = [report.case_id for report in parts[waiting]]
        self.stage.sign_all(ids, "submit", self.stage.person(waiting, "officer"))
        for report in self.monitors()[:3]:
            self.judge(report)
            self.review(report)
        first = self.monitors()[0]
        self.hand_in(first)


def due(moment: datetime | None) -> datetime:
    """A due point of a confirmed period."""
    if moment is None:
        raise RuntimeError("the month is not confirmed")
    return moment


class Extras(TypedDict):
    """What else the form has."""

    progress: list[GivenEntry]
    monitored: list[Looked]


def extras(content: MonitoringReportContent, period: Period, others: list[str]) -> Extras:
    """Weekly entries, and the units looked at where an item has a minimum."""
    weekly = [item["item"] for item in content["items"] if item["cadence"] == "weekly-and-monthly"]
    least = [(item["item"], int(item["minimum"]["value"])) for item in content["items"] if item["minimum"]]
    return {
        "progress": [
            {"item": UUID(item), "on": period.starts + timedelta(days=7 * week - 1), "text": f"Tuần {week}: đã rà soát tiến độ."}
            for item in weekly
            for week in (1, 2, 3)
        ],
        "monitored": [
            {"item": UUID(item), "units": others[:count], "shortfall": ""} for item, count in least
        ],
    }  # fmt: skip


def inside(made: Consolidation) -> list[UUID]:
    """The cases inside a consolidation."""
    return list(made.items.values_list("case", flat=True))


def conclusions(period: Period) -> list[Row]:
    """What the meeting concluded: content, unit, time."""
    coming = period.ends + timedelta(days=15)
    due_text = f"Tháng {coming.month}/{coming.year}"
    return [
        Row(kind="task", number="1", text="Rà soát các nội dung quá hạn, báo cáo Hiệu trưởng", leads=("DT",),
            due_text=due_text, product="Báo cáo rà soát", demo=True),
        Row(kind="task", number="2", text="Cân đối kinh phí cho các nhiệm vụ được kiến nghị", leads=("KHTC",),
            due_text=due_text, product="Phương án kinh phí", demo=True),
    ]  # fmt: skip
