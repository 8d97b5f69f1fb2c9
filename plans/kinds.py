"""The kinds of cases that live in this app, and their procedures (design, section 2)."""

from django.utils.translation import gettext_noop as _

from approvals.kinds import Kind, nothing_more
from workflow.machine import EDGES
from workflow.procedures import Procedure

from .contents.consolidations import consolidation_contents, inside_consolidations
from .contents.due_times import after_report_act
from .contents.monitoring_reports import monitoring_report_contents
from .contents.plans import after_plan_act, plan_contents
from .contents.unit_reports import unit_report_contents
from .policies.consolidations import gaps_of_consolidation
from .policies.plans import gaps_of_conclusions, gaps_of_plan
from .policies.reports import gaps_of_monitoring_report, gaps_of_unit_report
from .queries.citations import cited_by_reports
from .queries.findings import without_finding

PLAN = Kind(
    code="plan",
    label=_("Plan"),
    content=plan_contents,
    checked=frozenset({"submit", "register"}),
    gaps=gaps_of_plan,
    after_act=after_plan_act,
    lacking={"reopen": cited_by_reports},
)
CONCLUSIONS = Kind(
    code="conclusions",
    label=_("Conclusions of a meeting"),
    content=plan_contents,
    checked=frozenset({"conclude"}),
    gaps=gaps_of_conclusions,
    after_act=nothing_more,
    editors=("consolidate", "office"),
)
UNIT_REPORT = Kind(
    code="unit-report",
    label=_("Unit report"),
    content=unit_report_contents,
    checked=frozenset({"submit"}),
    gaps=gaps_of_unit_report,
    after_act=after_report_act,
    lacking={"review": without_finding},
    live=True,
)
MONITORING_REPORT = Kind(
    code="monitoring-report",
    label=_("Monitoring report"),
    content=monitoring_report_contents,
    checked=frozenset({"submit"}),
    gaps=gaps_of_monitoring_report,
    after_act=after_report_act,
    live=True,
    open_when_signed=True,
)
CONSOLIDATION = Kind(
    code="consolidation",
    label=_("Consolidation"),
    content=consolidation_contents,
    checked=frozenset({"submit"}),
    gaps=gaps_of_consolidation,
    after_act=after_report_act,
    inside=inside_consolidations,
    live=True,
)

#: A report goes the road of a plan, without being registered: it is heard, not issued.
REPORT_EDGES = frozenset(edge.key for edges in EDGES.values() for edge in edges) - {
    ("consolidate", "draft"), ("register", "draft"), ("conclude", "draft"),
}  # fmt: skip
UNIT_REPORT_1 = Procedure(kind="unit-report", version=1, edges=REPORT_EDGES)
MONITORING_REPORT_1 = Procedure(kind="monitoring-report", version=1, edges=REPORT_EDGES)
#: Conclusions are in force with the close of the meeting that drew them.
CONCLUSIONS_1 = Procedure(kind="conclusions", version=1, edges=frozenset({("conclude", "draft")}))
#: A plan goes every edge but those of a consolidation itself and of the conclusions of a meeting.
PLAN_1 = Procedure(
    kind="plan",
    version=1,
    edges=frozenset(edge.key for edges in EDGES.values() for edge in edges)
    - {("consolidate", "draft"), ("conclude", "draft")},
)
#: unit-approved and monitor-reviewed are skipped; a signed one is never reopened but followed by a supplement.
CONSOLIDATION_1 = Procedure(
    kind="consolidation",
    version=1,
    edges=frozenset(
        {
            ("submit", "draft"),
            ("withdraw", "draft"),
            ("return", "draft"),
            ("consolidate", "draft"),
            ("present", "consolidated"),
        }
    ),
)

KINDS = (
    (PLAN, PLAN_1),
    (CONCLUSIONS, CONCLUSIONS_1),
    (UNIT_REPORT, UNIT_REPORT_1),
    (MONITORING_REPORT, MONITORING_REPORT_1),
    (CONSOLIDATION, CONSOLIDATION_1),
)
