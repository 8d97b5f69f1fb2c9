"""Where the rules stand that this app says: its codes, by their source."""

from workflow.sources import NOTICE_II_8, SOFTWARE, Sources

SOURCES: Sources = {
    NOTICE_II_8: ("meeting-too-early",),
    SOFTWARE: (
        "before-use",
        "day-earlier",
        "day-outside",
        "not-a-school-year",
        "not-confirmed",
        "nothing-there",
        "out-of-order",
        "period-closed",
        "period-exists",
        "reason-missing",
        "semester-reported",
    ),
}
