"""What reports sign, as it stands in a content: of a unit, and of a monitoring unit (Notice 242's form)."""

from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from reports.words import Number, RowContent, VerdictContent


class Figures(TypedDict):
    """N = k + m."""

    due: Number
    done: Number
    not_done: Number


class ProposalContent(TypedDict):
    """A proposal word for word; `unit` whose it is, where it has left its unit's report."""

    id: str
    text: str
    unit: NotRequired[str]


class NextRow(TypedDict):
    """A row that is due in the next period."""

    row: str
    plan: str
    plan_title: str
    text: str
    due_text: str
    due_on: str | None


class UnitReportContent(TypedDict):
    """A unit's report to one monitoring unit."""

    title: str
    unit: str
    monitor: str
    period: str
    rows: list[RowContent]
    proposals: list[ProposalContent]
    next: list[NextRow]


class UpdateContent(TypedDict):
    """What became of one row after the reports of a period."""

    title: str
    unit: str
    monitor: str
    period: str
    rows: list[RowContent]


class Least(TypedDict):
    """The least that is looked at for a plan in a month."""

    value: Number
    unit: str


class Entry(TypedDict):
    """What was seen on a day, where a plan is looked at weekly."""

    on: str
    text: str


class PlanPart(Figures):
    """A plan in part II of the form, with who was looked at and its rows."""

    plan: str
    title: str
    number: str
    cadence: str
    minimum: Least | None
    units: list[str]
    shortfall: str
    progress: list[Entry]
    rows: list[VerdictContent]


class MonitoringReportContent(TypedDict):
    """A monitoring unit's report."""

    title: str
    unit: str
    period: str
    plans: list[PlanPart]
    totals: Figures
    proposals: list[ProposalContent]


def monitoring_report_in(content: Mapping[str, Any]) -> MonitoringReportContent:
    """A content that a monitoring report signed."""
    return {
        "title": content["title"],
        "unit": content["unit"],
        "period": content["period"],
        "plans": content["plans"],
        "totals": content["totals"],
        "proposals": content.get("proposals", []),
    }
