"""What plans are to the layers below: a kind of case with its procedure (design, section 2)."""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

from approvals import kinds, triggers
from approvals.kinds import Kind
from notifications.words import tell_as
from workflow import procedures
from workflow.procedures import Procedure

from .contents import after_plan_act, plan_contents, restated_plans
from .queries import following_unit, named_in_rows, searched_anew
from .rules.gaps import gaps_of_plan
from .triggers import GUARDS

#: How it is told to a monitoring unit that it follows a plan, or does so no longer.
ASSIGN, RELEASE = "assign", "release"
PLAN = Kind(
    code="plan",
    label=_("Plan"),
    counted=ngettext_lazy("and %(count)s other plan", "and %(count)s other plans", "count"),
    content=plan_contents,
    checked=frozenset({"submit", "register"}),
    gaps=gaps_of_plan,
    restated=restated_plans,
    settles={"monitoring_unit": following_unit()},
    derived=searched_anew,
    after_act=after_plan_act,
    readers=named_in_rows,
)
PLAN_1 = Procedure(
    kind="plan",
    version=1,
    edges=frozenset(
        {
            ("submit", "draft"),
            ("withdraw", "draft"),
            ("approve", "draft"),
            ("return", "draft"),
            ("register", "draft"),
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
    """Makes the kind known; called once at start-up."""
    triggers.guard_also(*GUARDS)
    kinds.register(PLAN)
    procedures.register(PLAN_1)
    tell_as(ASSIGN, _("%(actor)s chose your unit to follow “%(title)s”."))
    tell_as(RELEASE, _("%(actor)s chose another unit to follow “%(title)s”."))
