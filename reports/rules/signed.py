"""What reports sign, as it stands in a content: of a unit, and of a monitoring unit (Notice 242's form)."""

from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from reports.words import JudgedContent, Number, RowContent


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


class PutOffContent(TypedDict):
    """A row that was due in the period and was granted a later day before its reports were due ("được gia hạn đến …, lần n,
    hạn gốc …"): none of its N."""

    row: str
    plan: str
    plan_title: str
    text: str
    due_text: str
    led_by: str
    due_on: str
    times: Number
    original: str


class ExtendedPart(TypedDict):
    """What a content says of rows that were put off; `extended` is named only where there are any."""

    extended: NotRequired[list[PutOffContent]]


class UnitReportContent(ExtendedPart):
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


class ItemPart(Figures):
    """An item of the form, parts I and II: one plan or a class of plans, with N = k + m over all of them, and who was
    looked at."""

    item: str
    title: str
    cadence: str
    minimum: Least | None
    units: list[str]
    shortfall: str
    progress: list[Entry]


class PlanPart(Figures, ExtendedPart):
    """A plan under an item of the form, with its rows."""

    plan: str
    item: str
    title: str
    number: str
    rows: list[JudgedContent]


class EarlierContent(JudgedContent):
    """A row of an earlier month (its label), of which its monitoring unit had signed nothing: found outside of this month's N."""

    period: str


class MonitoringReportContent(TypedDict):
    """A monitoring unit's report; `earlier`: rows of the month before, none of its N (`rules.earlier`)."""

    title: str
    unit: str
    period: str
    items: list[ItemPart]
    plans: list[PlanPart]
    totals: Figures
    proposals: list[ProposalContent]
    earlier: list[EarlierContent]


#: What of a plan format 1 said and an item says now.
OF_ITEM = ("cadence", "minimum", "units", "shortfall", "progress", "due", "done", "not_done")


def read_plans_as_items(content: dict[str, Any]) -> dict[str, Any]:
    """Format 1 of a monitoring report, which knew no items: each plan is one."""
    plans = content["plans"]
    items = [
        {"item": plan["plan"], "title": plan["title"], **{name: plan[name] for name in OF_ITEM}}
        for plan in plans
    ]
    return content | {"items": items, "plans": [plan | {"item": plan["plan"]} for plan in plans]}


def monitoring_report_in(content: Mapping[str, Any]) -> MonitoringReportContent:
    """A content that a monitoring report signed."""
    return {
        "title": content["title"],
        "unit": content["unit"],
        "period": content["period"],
        "items": content["items"],
        "plans": content["plans"],
        "totals": content["totals"],
        "proposals": content.get("proposals", []),
        "earlier": content.get("earlier", []),
    }
