"""What the demo's units and monitoring units say of rows: invented."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from periods.models import Period
from reports.actions.words import GivenWord
from reports.words import RowContent

CAUSES = (
    "Chờ bổ sung kinh phí",
    "Đơn vị phối hợp gửi số liệu chậm",
    "Thiếu viên chức phụ trách do luân chuyển",
)
REMEDIES = ("Bố trí lại kinh phí, hoàn thành trong tháng sau", "Họp với đơn vị phối hợp, chốt số liệu")
RESULTS = (
    "Đã hoàn thành, có báo cáo kèm theo",
    "Đã ban hành và triển khai đến các đơn vị",
    "Đã tổ chức theo kế hoạch",
)


def word_of(place: int, row: RowContent, period: Period) -> GivenWord:
    """An invented word: three of four are done."""
    if place % 4 == 3:
        return not_done(row, place, period)
    word: GivenWord = {
        "row": UUID(row["row"]), "done": True, "completed_on": completed(place, row, period), "result": RESULTS[place % 3],
        "evidence": [{"kind": "document", "value": f"{10 + place}/BC-ĐV", "name": "Báo cáo của đơn vị"}],
    }  # fmt: skip
    if row["kind"] == "target":
        word["value"] = Decimal(96)
    return word


def completed(place: int, row: RowContent, period: Period) -> date:
    """In the second week of the month, or by the due day where that came before; each fifth of those is late."""
    usual = period.starts + timedelta(days=10 + place % 5)
    due = date.fromisoformat(row["due_on"]) if row["due_on"] else usual
    return due + timedelta(days=3) if due < usual and place % 5 == 0 else min(due, usual)


def not_done(
    row: RowContent, place: int, period: Period, *, result: str = "Đã thực hiện một phần"
) -> GivenWord:
    """Overdue with cause, remedy and a promised day; or still in time with the day when it is expected."""
    promised = period.ends + timedelta(days=14)
    word: GivenWord = {
        "row": UUID(row["row"]), "done": False, "result": result, "cause": CAUSES[place % 3], "promised_on": promised,
    }  # fmt: skip
    if row["overdue"]:
        word["remedy"] = REMEDIES[place % 2]
    else:
        word["expected_on"] = promised
    return word
