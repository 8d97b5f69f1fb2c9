"""What reports are to the layers below: two kinds of case with their procedures, and what they hold against plans."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_noop as _

from approvals import kinds
from approvals.kinds import Kind
from periods.actions import opened_by_reopening
from periods.queries import due_columns
from workflow import procedures
from workflow.models import State
from workflow.procedures import Procedure

from .contents.monitoring_reports import monitoring_report_contents
from .contents.unit_reports import unit_report_contents
from .models import MonitoringReport, UnitReport
from .queries.citations import cited_by_reports, spoken_of
from .queries.findings import without_finding
from .rules.gaps import gaps_of_monitoring_report, gaps_of_unit_report


def signed_by_its_head(units: Collection[UUID]) -> Q:
    """Signed monitoring reports are open to every unit of the institution: a condition on Case (design, section 4)."""
    return ~Q(state=State.DRAFT)


UNIT_REPORT = Kind(
    code="unit-report",
    label=_("Unit report"),
    content=unit_report_contents,
    checked=frozenset({"submit"}),
    gaps=gaps_of_unit_report,
    due_points=due_columns(
        UnitReport,
        {
            State.DRAFT: "unit_due_at",
            State.UNIT_APPROVED: "office_due_at",
            State.MONITOR_REVIEWED: "leadership_due_at",
            State.CONSOLIDATED: "meeting_at",
        },
    ),
    live=True,
    closes=True,
    after_act=opened_by_reopening,
)
MONITORING_REPORT = Kind(
    code="monitoring-report",
    label=_("Monitoring report"),
    content=monitoring_report_contents,
    checked=frozenset({"submit"}),
    gaps=gaps_of_monitoring_report,
    due_points=due_columns(
        MonitoringReport,
        {
            State.DRAFT: "office_due_at",
            State.UNIT_APPROVED: "leadership_due_at",
            State.MONITOR_REVIEWED: "leadership_due_at",
            State.CONSOLIDATED: "meeting_at",
        },
    ),
    readers=signed_by_its_head,
    live=True,
    closes=True,
    after_act=opened_by_reopening,
)
UNIT_REPORT_1 = Procedure(
    kind="unit-report",
    version=1,
    edges=frozenset(
        {
            ("submit", "draft"),
            ("withdraw", "draft"),
            ("approve", "draft"),
            ("return", "draft"),
            ("recall", "unit-approved"),
            ("review", "unit-approved"),
            ("return", "unit-approved"),
            ("send-back", "monitor-reviewed"),
            ("consolidate", "monitor-reviewed"),
            ("present", "consolidated"),
            ("reopen", "consolidated"),
            ("reopen", "presented"),
        }
    ),
)
MONITORING_REPORT_1 = Procedure(
    kind="monitoring-report",
    version=1,
    edges=frozenset(
        {
            ("submit", "draft"),
            ("withdraw", "draft"),
            ("approve", "draft"),
            ("return", "draft"),
            ("recall", "unit-approved"),
            ("review", "unit-approved"),
            ("return", "unit-approved"),
            ("send-back", "monitor-reviewed"),
            ("consolidate", "monitor-reviewed"),
            ("present", "consolidated"),
            ("reopen", "consolidated"),
            ("reopen", "presented"),
        }
    ),
)


def register() -> None:
    """Makes the kinds known, and what they object to; called once at start-up."""
    for kind, procedure in ((UNIT_REPORT, UNIT_REPORT_1), (MONITORING_REPORT, MONITORING_REPORT_1)):
        kinds.register(kind)
        procedures.register(procedure)
    kinds.object_to("unit-report", "review", without_finding)
    kinds.object_to("plan", "reopen", cited_by_reports)
    kinds.keep_rows(spoken_of)
