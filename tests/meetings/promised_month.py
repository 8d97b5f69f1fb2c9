"""October 2026 where one row has been promised again and again."""

from tests.meetings.consolidations.october_school import School
from tests.reported_month import done, not_done


class Promised(School):
    """A owes "Đề án" since August and promised it twice; "Tư vấn" is still in time; D says nothing of "Sổ tay"."""

    def begin(self) -> None:
        for short in ("C", "D"):
            self.world.open_unit(short)
        rows = [
            self.task("Đề án", "Tháng 8/2026"),
            self.task("Tư vấn", "Tháng 10/2026"),
            self.task("Hồ sơ", "Tháng 10/2026"),
            self.task("Sổ tay", "Tháng 10/2026", "D"),
        ]
        self.plan("Tuyển sinh", rows)
        self.report_of("2026-08", not_done(self.row("Đề án"), expected_on="2026-10-05"))
        late = {"cause": "Thiếu người", "remedy": "Thuê thêm"}
        self.report_of("2026-09", not_done(self.row("Đề án"), **late, promised_on="2026-10-10"))
        self.until("2026-10-20 08:00")
        words = [
            not_done(self.row("Đề án"), **late, promised_on="2026-11-20"),
            not_done(self.row("Tư vấn"), expected_on="2026-11-10"),
            done(self.row("Hồ sơ")),
        ]
        verdicts = [
            not_done(self.row("Hồ sơ"), expected_on="2026-11-05"),
            not_done(self.row("Sổ tay"), expected_on="2026-11-30"),
        ]
        self.open()
        self.both("A", words, verdicts)

    def report_of(self, label: str, word: dict[str, object]) -> None:
        """A signs a report of an earlier month."""
        self.open(label)
        case_id = self.report("A", "B", label)
        self.say(case_id, [word])
        self.sign_report(case_id)
