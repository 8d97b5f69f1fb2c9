"""October 2026 of a small school: A and D answer for five rows, B and C follow them; every step is a real act.

| plan       | rows (due)                            | leads | followed by |
|------------|---------------------------------------|-------|-------------|
| Tuyển sinh | Tư vấn (10), Hồ sơ (10), Báo cáo (10) | A     | B           |
| Khảo thí   | Đề thi (10), Chấm thi (10)            | D     | C           |
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from plans.models import PlanRow
from reports.actions.findings import put_findings
from tests.api import Api
from tests.factories import World
from tests.reported_month import Month, done, not_done
from workflow.models import Case

MONITOR_OF = {"A": "B", "D": "C"}


class School(Month):
    """A month with its two plans, and what a consolidation needs of it."""

    def begin(self) -> None:
        """The plans are in force, the reports of October have drafted themselves."""
        for short in ("C", "D"):
            self.world.open_unit(short)
        texts = ("Tư vấn", "Hồ sơ", "Báo cáo")
        self.plan("Tuyển sinh", [self.task(text, "Tháng 10/2026", "A") for text in texts])
        rows = [self.task(text, "Tháng 10/2026", "D") for text in ("Đề thi", "Chấm thi")]
        self.plan("Khảo thí", rows, unit="D", monitor="C")
        self.until("2026-10-20 08:00")
        self.open()

    def row(self, text: str) -> UUID:
        """The row with this text."""
        found: UUID = PlanRow.objects.get(text=text, plan__case__institution=self.world.institution).id
        return found

    def unit_reports(self, unit: str, words: Sequence[dict[str, Any]], *, label: str = "") -> UUID:
        """The unit says so and its head signs; nobody has checked it."""
        case_id = self.report(unit, MONITOR_OF[unit], label)
        self.say(case_id, words, unit=unit)
        self.sign_report(case_id, unit=unit)
        return case_id

    def monitor_signs(self, monitor: str, verdicts: Sequence[Any] = (), *, label: str = "") -> UUID:
        """The monitoring unit agrees but for these verdicts, and its head signs the month's report."""
        case_id = self.monitoring(monitor, label)
        officer = self.world.person(monitor, "officer")
        if verdicts:
            put_findings(case_id, verdicts, seen=None, by=officer, now=self.world.now())
        self.agree_to_all(monitor, label)
        self.sign_report(case_id, unit=monitor)
        return case_id

    def both(
        self,
        unit: str,
        words: Sequence[dict[str, Any]],
        verdicts: Sequence[Any] = (),
        *,
        label: str = "",
    ) -> tuple[UUID, UUID]:
        """The report of a unit and of the one that follows it, both checked."""
        report = self.unit_reports(unit, words, label=label)
        monitoring = self.monitor_signs(MONITOR_OF[unit], verdicts, label=label)
        self.check(report, MONITOR_OF[unit])
        self.check(monitoring, "VP")
        return report, monitoring

    def a_done(self) -> tuple[UUID, UUID]:
        """A has done two of its three rows, B agrees, the office has checked: N = 3, k = 2, m = 1."""
        words = [done(self.row("Tư vấn")), done(self.row("Hồ sơ")), self.open_row("Báo cáo")]
        return self.both("A", words)

    def d_done(self) -> tuple[UUID, UUID]:
        """D says that it has done both of its rows, C does not believe one of them: N = 2, k = 1, m = 1."""
        words = [done(self.row("Đề thi")), done(self.row("Chấm thi"), result="Đã chấm xong")]
        verdict = self.open_row("Chấm thi") | {"result": "Còn 2 lớp chưa chấm"}
        return self.both("D", words, [verdict])

    def open_row(self, text: str) -> dict[str, Any]:
        """The word that this row is not done, with all that its report may ask for."""
        return not_done(self.row(text), cause="Chờ kinh phí", remedy="Bổ sung", expected_on="2026-11-10")

    @property
    def clerk(self) -> Api:
        """The clerk of the office."""
        return Api(self.world.person("VP", "clerk"))

    def post(self, status: int = 201, **body: Any) -> Any:
        """A new consolidation of October, as the clerk begins it."""
        answer = self.clerk.post("consolidations", {"period": self.label, **body})
        assert answer.status_code == status, answer.json()
        return answer.json()

    def get(self, case_id: UUID | str) -> Any:
        """A consolidation as the clerk sees it."""
        answer = self.clerk.get(f"consolidations/{case_id}")
        assert answer.status_code == 200, answer.json()
        return answer.json()

    def patch(self, case_id: UUID | str, status: int = 200, *, digest: str = "", **body: Any) -> Any:
        """Change it, after having looked at it."""
        seen = digest or self.get(case_id)["digest"]
        answer = self.clerk.send("patch", f"consolidations/{case_id}", body, digest=seen)
        assert answer.status_code == status, answer.json()
        return answer.json()

    def sign(self, case_id: UUID | str) -> dict[str, Any]:
        """The clerk submits, the head signs; the consolidation afterwards."""
        for who, act in (("clerk", "submit"), ("head", "consolidate")):
            answer = Api(self.world.person("VP", who)).act(case_id, act)
            assert answer.status_code == 201, answer.json()
        found: dict[str, Any] = self.get(case_id)
        return found

    def state(self, case_id: UUID) -> str:
        """Where a case stands."""
        return str(Case.objects.values_list("state", flat=True).get(id=case_id))

    def reopen(self, case_id: UUID) -> None:
        """The office opens a consolidated report again."""
        self.world.stage.sign(case_id, "reopen", self.world.person("VP", "head"), comment="Sai số liệu")


def school(world: World) -> School:
    """October 2026, its reports open."""
    made = School(world)
    made.begin()
    return made


def codes(answer: Any) -> list[tuple[str, str]]:
    """(code, row) of each reason of a refusal."""
    return [(reason["code"], reason.get("row", "")) for reason in answer["reasons"]]


def who(lines: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    """(unit, kind) of each report that is named."""
    return [(line["unit"], line["kind"]) for line in lines]
