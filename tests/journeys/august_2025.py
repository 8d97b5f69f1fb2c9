"""August 2025 at Cao đẳng Sơn La: who does what over HTTP. The units and who follows what are Notice 242's (II)."""

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from demo.institution import found
from demo.seeds import CollegeSeed, text_of
from demo.son_la import hire_leaders
from demo.stage import Stage
from notifications.jobs import number_notifications
from organization.models import Institution, Unit, User
from periods.actions import ensure_period
from plans.actions import Row, assign_monitoring, create_plan, put_rows
from plans.models import MonitoringAssignment, Plan
from plans.words import Minimum
from tests.api import Api
from tests.clock import Clock, moment
from tests.factories import NAMED
from tests.journeys.answers import done

LABEL, NEXT = "2025-08", "2025-09"
#: Item II.1 of the Notice: a class of plans, one of each unit.
CLASS = "Kế hoạch năm học của nhà trường và các đơn vị"
OF_CLASS = ("Kế hoạch năm học của Phòng Đào tạo", "Kế hoạch năm học của Phòng KH-TC")
#: Plan of the Notice -> its monitoring unit, who drafts it, and (text, lead unit, completion time) of its rows.
PLANS: dict[str, tuple[str, str, list[tuple[str, str, str]]]] = {
    OF_CLASS[0]: ("HCQT", "DT", [
        ("Ban hành kế hoạch đào tạo năm học", "DT", "Tháng 8/2025"),
        ("Lập dự toán năm 2026", "KHTC", "Tháng 8/2025"),
        ("Tổng hợp đăng ký thi đua", "HCQT", "20/8/2025"),
    ]),
    OF_CLASS[1]: ("HCQT", "KHTC", [
        ("Đối chiếu công nợ học phí", "KHTC", "Tháng 8/2025"),
    ]),
    "Kế hoạch thực hiện dân chủ tại cơ sở": ("TCCB-HSSV", "HCQT", [
        ("Công khai quy chế chi tiêu nội bộ", "HCQT", "Tháng 8/2025"),
        ("Tổ chức hội nghị viên chức của đơn vị", "KT-DBCL", "15/8/2025"),
    ]),
    "Kế hoạch triển khai Nghị quyết số 57-NQ/TW": ("DT", "TS-HN", [
        ("Số hóa hồ sơ tuyển sinh", "TS-HN", "Hằng tháng"),
        ("Thanh toán không dùng tiền mặt", "KHTC", "Tháng 7/2025"),
    ]),
    "Kế hoạch thực hiện các nguồn kinh phí được giao": ("KHTC", "DT", [
        ("Giải ngân gói thiết bị", "DT", "Tháng 8/2025"),
    ]),
    "Kế hoạch đảm bảo chất lượng": ("KT-DBCL", "TCCB-HSSV", [
        ("Khảo sát người học", "TCCB-HSSV", "Tháng 8-9/2025"),
        ("Cập nhật sổ tay chất lượng", "TCCB-HSSV", "Thường xuyên"),
    ]),
    "Kế hoạch tuyển sinh, hướng nghiệp": ("TS-HN", "HCQT", [
        ("Truyền thông tuyển sinh đợt 2", "HCQT", "27/8/2025"),
    ]),
    "Kế hoạch số hóa khảo thí": ("DT", "KT-DBCL", [
        ("Số hóa ngân hàng đề thi", "KT-DBCL", "Tháng 8/2025"),
    ]),
    "Việc tuân thủ các TTQT qua đánh giá nội bộ": ("ISO", "DT", [
        ("Khắc phục điểm không phù hợp", "DT", "Tháng 8/2025"),
    ]),
}  # fmt: skip
CADENCE = {"DT": "weekly-and-monthly"}
MINIMUM: dict[str, Minimum] = {"ISO": {"value": 3, "unit": "đơn vị"}}
PAPER = [{"kind": "document", "value": "15/BC-ĐV", "name": "Báo cáo"}]


@dataclass
class College:
    """The college in July 2025, its plans signed by their heads; everything later is done over HTTP.

    Attributes:
        rows: text of a row -> its id.
        plans: title -> id.
    """

    clock: Clock
    institution: Institution
    people: dict[str, User]
    rows: dict[str, str] = field(default_factory=dict)
    plans: dict[str, str] = field(default_factory=dict)

    def api(self, username: str) -> Api:
        """Logs in now."""
        return Api(self.people[username])

    def at(self, day: str) -> None:
        """Sets the clock of August: at("26 09:30")."""
        self.clock.at(f"{LABEL}-{day}")

    def period(self, label: str = LABEL) -> dict[str, Any]:
        """A month of the institution, or a longer period that is reported on."""
        found = done(self.api("rector").get("periods", page_size=200), 200)["results"]
        return next(row for row in found if row["label"] == label)

    def open(self, label: str = LABEL) -> tuple[int, int]:
        """The office opens a period: how many reports of units and of monitoring units are drafted."""
        made = done(self.api("hcqt.head").post(f"periods/{self.period(label)['id']}/open"), 200)
        return made["unit_reports"], made["monitoring_reports"]

    def act(self, username: str, case_id: str, act: str, **more: Any) -> Any:
        """One act, and what the job does after it."""
        signed = done(self.api(username).act(case_id, act, **more))
        number_notifications()
        return signed

    def sheet(self, unit: str, label: str = LABEL) -> Any:
        """The sheet of a unit as its officer sees it."""
        return done(self.api(f"{unit.lower()}.officer").get(f"sheets/{label}/{unit}"), 200)

    def part(self, unit: str, monitor: str, label: str = LABEL) -> Any:
        """One unit's report to one monitoring unit."""
        parts = self.sheet(unit, label)["parts"]
        return next(part for part in parts if part["monitoring_unit"] == monitor)

    def say(self, unit: str, words: dict[str, dict[str, Any]], proposals: tuple[str, ...] = ()) -> None:
        """The unit's officer writes words on its rows, by their text, in whichever part they stand."""
        officer = self.api(f"{unit.lower()}.officer")
        for part in self.sheet(unit)["parts"]:
            mine = [{"row": row["row"], **words[row["text"]]} for row in part["rows"] if row["text"] in words]
            if not mine:
                continue
            saved = done(
                officer.send("put", f"reports/{part['id']}/rows", {"rows": mine}, digest=part["digest"]), 200
            )
            if proposals:
                path, body = f"reports/{part['id']}", {"proposals": list(proposals)}
                done(officer.send("patch", path, body, digest=saved["digest"]), 200)
                proposals = ()

    def sign(self, unit: str, label: str = LABEL) -> None:
        """One Trình by the officer and one Ký duyệt by the head for all parts of the unit that are open."""
        for role, act in (("officer", "submit"), ("head", "approve")):
            open_parts = [part for part in self.sheet(unit, label)["parts"] if part["state"] == "draft"]
            cases = [{"id": part["id"], "digest": part["digest"]} for part in open_parts]
            answer = self.api(f"{unit.lower()}.{role}").post(
                "acts", {"act": act, "cases": cases}, key=str(uuid4())
            )
            assert [row["status"] for row in answer.json()["results"]] == [201] * len(cases), answer.json()
        number_notifications()

    def monitoring(self, unit: str, label: str = LABEL) -> Any:
        """The monitoring unit's report as its officer sees it."""
        officer = self.api(f"{unit.lower()}.officer")
        [found] = done(officer.get("reports", kind="monitoring", period=label, unit=unit), 200)["results"]
        return done(officer.get(f"reports/{found['id']}"), 200)

    def judge(self, unit: str, words: dict[str, dict[str, Any]], *, agree: bool = True) -> Any:
        """The officer's verdicts by the text of the row, then "đồng ý tất cả"."""
        officer, report = self.api(f"{unit.lower()}.officer"), self.monitoring(unit)
        findings = [{"row": self.rows[text], **word} for text, word in words.items()]
        path = f"reports/{report['id']}"
        report = done(
            officer.send("put", f"{path}/findings", {"findings": findings}, digest=report["digest"]), 200
        )
        if agree:
            report = done(officer.post(f"{path}/agree", {}, digest=report["digest"]), 200)
        return report

    def change(self, unit: str, **changes: Any) -> Any:
        """The officer changes what else the form has."""
        officer, report = self.api(f"{unit.lower()}.officer"), self.monitoring(unit)
        return done(officer.send("patch", f"reports/{report['id']}", changes, digest=report["digest"]), 200)

    def review(self, unit: str, reporter: str) -> Any:
        """The monitoring unit's head confirms the check of one unit's report."""
        return self.act(f"{unit.lower()}.head", self.part(reporter, unit)["id"], "review")

    def hand_in(self, unit: str) -> str:
        """The monitoring unit's head signs its report; answers its id."""
        case_id = str(self.monitoring(unit)["id"])
        self.act(f"{unit.lower()}.officer", case_id, "submit")
        self.act(f"{unit.lower()}.head", case_id, "approve")
        return case_id

    def receive(self, unit: str) -> None:
        """The office checks a monitoring report; its own one by its deputy."""
        role = "deputy" if unit == "HCQT" else "head"
        self.act(f"hcqt.{role}", str(self.monitoring(unit)["id"]), "review")


def found_college(clock: Clock) -> College:
    """The seven units of the Notice with their people, and the plans, signed by their heads in July."""
    began = moment("2025-07-25 08:00")
    data: CollegeSeed = json.loads(text_of("son_la.json"))
    cast, units = found(data, password="sau-ro-demo", began=began, years=["2025-2026"])
    hire_leaders(cast, units)
    college = College(clock=clock, institution=cast.institution, people=cast.people)
    stage = Stage(people=cast.people, clock=began)
    for title, (monitor, drafter, rows) in PLANS.items():
        plan = write_plan(stage, title, units, monitor=monitor, drafter=drafter, rows=rows)
        stage.submit(plan.case_id, drafter)
        stage.approve(plan.case_id, drafter)
        college.plans[title] = str(plan.case_id)
        college.rows |= {row.text: str(row.id) for row in plan.rows.all()}
    return college


def write_plan(
    stage: Stage, title: str, units: dict[str, Unit], *, monitor: str, drafter: str, rows: list[tuple[str, str, str]]
) -> Plan:  # fmt: skip
    """One plan with its rows, given to the unit that the Notice names."""
    officer, unit = stage.person(drafter, "officer"), units[drafter]
    plan = create_plan(
        unit=unit, kind="plan", title=title, period=ensure_period(unit.institution, "2025-2026"), by=officer,
        now=stage.tick(), **NAMED,
    )  # fmt: skip
    written = [
        Row(kind="task", number=str(place), text=text, leads=(lead,), due_text=due, product="Báo cáo")
        for place, (text, lead, due) in enumerate(rows, start=1)
    ]
    put_rows(plan.case_id, written, seen=None, by=officer, now=stage.tick())
    cadence = MonitoringAssignment.Cadence(CADENCE.get(monitor, "monthly"))
    assign_monitoring(
        plan, unit=units[monitor], cadence=cadence, minimum=MINIMUM.get(monitor), by=stage.person("HCQT", "head"),
        now=stage.tick(),
    )  # fmt: skip
    return plan


def finished(**more: Any) -> dict[str, Any]:
    """The word that a row is done, with its evidence."""
    return {"done": True, "result": "Đã hoàn thành", "evidence": PAPER, **more}


def unfinished(**more: Any) -> dict[str, Any]:
    """The word that a row is not done."""
    return {"done": False, "result": "Đang thực hiện", **more}
