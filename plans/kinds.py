"""The kinds of cases that live in this app, and their procedures (design, section 2)."""

from django.utils.translation import gettext_noop as _

from approvals.kinds import Kind
from workflow.machine import EDGES
from workflow.procedures import Procedure

from .contents.consolidations import after_consolidation_act, consolidation_contents, inside_consolidations
from .contents.plans import after_plan_act, plan_contents
from .policies.consolidations import gaps_of_consolidation
from .policies.plans import gaps_of_plan

PLAN = Kind(
    code="plan",
    label=_("Plan"),
    content=plan_contents,
    checked=frozenset({"submit", "register"}),
    gaps=gaps_of_plan,
    after_act=after_plan_act,
)
CONSOLIDATION = Kind(
    code="consolidation",
    label=_("Consolidation"),
    content=consolidation_contents,
    checked=frozenset({"submit"}),
    gaps=gaps_of_consolidation,
    after_act=after_consolidation_act,
    inside=inside_consolidations,
)

#: A plan goes every edge but the one that consolidates a draft: that is for a consolidation itself.
PLAN_1 = Procedure(
    kind="plan",
    version=1,
    edges=frozenset(edge.key for edges in EDGES.values() for edge in edges) - {("consolidate", "draft")},
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
