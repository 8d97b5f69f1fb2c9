"""What reports are to the layers below: their kinds of case with procedures, and what they hold against plans."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

from approvals import kinds, triggers
from approvals.kinds import Kind, as_signed
from periods.actions import opened_along, opened_by_reopening
from periods.queries import closing_columns, due_columns
from plans.kinds import tell_outcomes
from workflow import procedures, sources
from workflow.models import State
from workflow.procedures import Procedure

from .contents.monitoring_reports import monitoring_report_contents
from .contents.openings import opening_contents
from .contents.restated import restated_monitoring_reports, restated_unit_reports, restated_updates
from .contents.unit_reports import unit_report_contents
from .contents.updates import shown_at_the_meeting, update_contents
from .models import MonitoringReport, OpeningSheet, RowUpdate, UnitReport
from .queries.citations import cited_by_reports, spoken_of
from .queries.findings import without_finding
from .queries.holding import held_up_by
from .queries.outcomes import outcomes_of_plan
from .queries.put_off import done_already
from .queries.reports import reported_to
from .queries.updates import against_updates
from .rules.gaps import gaps_of_monitoring_report, gaps_of_unit_report, gaps_of_update
from .rules.openings import gaps_of_opening
from .rules.signed import read_plans_as_items
from .rules.tally import tally_of_monitoring_report, tally_of_unit_report
from .sources import SOURCES
from .triggers import GUARDS
from .words import MARKED, TOGETHER

#: Both kinds of reports are counted together.
REPORTS = ngettext_lazy("and %(count)s other report", "and %(count)s other reports", "count")


def signed_by_its_head(units: Collection[UUID]) -> Q:
    """Signed monitoring reports, and updates that a meeting hears, are open to every unit of the institution: a condition on Case (design, section 4)."""
    return ~Q(state=State.DRAFT)


UNIT_REPORT = Kind(
    code="unit-report",
    label=_("Unit report"),
    counted=REPORTS,
    content=unit_report_contents,
    checked=frozenset({"submit"}),
    gaps=gaps_of_unit_report,
    judged_in="monitoring-report",
    tally=tally_of_unit_report,
    due_points=due_columns(
        UnitReport.objects.filter(owed=True),
        {
            State.DRAFT: "unit_due_at",
            State.UNIT_APPROVED: "office_due_at",
            State.MONITOR_REVIEWED: "leadership_due_at",
            State.CONSOLIDATED: "meeting_at",
        },
    ),
    settles={"monitoring_unit": reported_to(), **closing_columns()},
    restated=restated_unit_reports,
    live=True,
    closes=True,
    after_act=opened_by_reopening,
    grounds={("send-back", State.MONITOR_REVIEWED): False},
    beside=opened_along,
    fields=MARKED,
    together=TOGETHER,
)
MONITORING_REPORT = Kind(
    code="monitoring-report",
    label=_("Monitoring report"),
    counted=REPORTS,
    content=monitoring_report_contents,
    checked=frozenset({"submit"}),
    gaps=gaps_of_monitoring_report,
    tally=tally_of_monitoring_report,
    holds_up=held_up_by,
    due_points=due_columns(
        MonitoringReport.objects.all(),
        {
            State.DRAFT: "office_due_at",
            State.UNIT_APPROVED: "leadership_due_at",
            State.MONITOR_REVIEWED: "leadership_due_at",
            State.CONSOLIDATED: "meeting_at",
        },
    ),
    readers=signed_by_its_head,
    format="2",
    formats={"1": read_plans_as_items, "2": as_signed},
    settles=closing_columns(),
    restated=restated_monitoring_reports,
    live=True,
    closes=True,
    after_act=opened_by_reopening,
    grounds={("return", State.UNIT_APPROVED): True},
    beside=opened_along,
    fields=MARKED,
    together=TOGETHER,
)
UPDATE = Kind(
    code="update",
    label=_("Update after the report"),
    content=update_contents,
    checked=frozenset({"submit"}),
    gaps=gaps_of_update,
    due_points=due_columns(
        RowUpdate.objects.all(), {State.DRAFT: "meeting_at", State.UNIT_APPROVED: "meeting_at"}
    ),
    after_act=shown_at_the_meeting,
    readers=signed_by_its_head,
    settles=closing_columns(reopens=False),
    restated=restated_updates,
    live=True,
    closes=True,
    reopens=False,
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
#: The pattern of what is signed beside plans and reports (docs/adr/0025): a short way, which the confirmation ends.
UPDATE_1 = Procedure(
    kind="update",
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
        }
    ),
    ends=State.MONITOR_REVIEWED,
)
OPENING_SHEET = Kind(
    code="opening-sheet",
    label=_("Opening sheet"),
    counted=ngettext_lazy("and %(count)s other opening sheet", "and %(count)s other opening sheets", "count"),
    content=opening_contents,
    checked=frozenset({"submit"}),
    gaps=gaps_of_opening,
    due_points=due_columns(
        OpeningSheet.objects.all(), {State.DRAFT: "unit_due_at", State.UNIT_APPROVED: "office_due_at"}
    ),
)
#: As an update: asked once, signed by the unit's head, ended by the confirmation.
OPENING_SHEET_1 = Procedure(
    kind="opening-sheet",
    version=1,
    edges=UPDATE_1.edges,
    ends=State.MONITOR_REVIEWED,
)
KINDS = (
    (UNIT_REPORT, UNIT_REPORT_1),
    (MONITORING_REPORT, MONITORING_REPORT_1),
    (UPDATE, UPDATE_1),
    (OPENING_SHEET, OPENING_SHEET_1),
)


def register() -> None:
    """Makes the kinds known, and what they object to; called once at start-up."""
    sources.declare(SOURCES)
    triggers.guard_also(*GUARDS)
    for kind, procedure in KINDS:
        kinds.register(kind)
        procedures.register(procedure)
    for act in ("submit", "approve", "review"):
        kinds.object_to("update", act, against_updates)
    kinds.object_to("unit-report", "review", without_finding)
    kinds.object_to("plan", "reopen", cited_by_reports)
    for act in ("submit", "grant"):
        kinds.object_to("extension", act, done_already)
    kinds.keep_rows(spoken_of)
    tell_outcomes(outcomes_of_plan)
