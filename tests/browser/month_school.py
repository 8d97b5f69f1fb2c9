"""A school in which October is to be reported: unit A has two rows due, B follows its plan, VP is the office; made by a command of a
server that is yet to start."""

from tests.factories import PRESENTED, small_world
from tests.reported_month import Month


def build() -> None:
    """The reports have drafted themselves; nobody has written in them."""
    month = Month(small_world("W"))
    month.plan(
        "Kế hoạch năm học",
        [month.task("Rà soát quy chế", "15/10/2026"), month.task("Tập huấn", "20/10/2026")],
        where=PRESENTED,
    )
    month.until("2026-10-20 08:00")
    month.open()
