"""What plans are to the layers below: a kind of case with its procedure (design, section 2)."""

from dataclasses import replace

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

from approvals import kinds, triggers
from approvals.kinds import Kind
from notifications.words import tell_as
from workflow import procedures, sources
from workflow.procedures import Procedure
from workflow.words import Called

from .contents import after_plan_act, month_settled, plan_contents, restated_plans
from .queries import following_unit, issued_before, named_in_rows
from .queries.derived import derived_of_plans
from .queries.revisions import against_months
from .queries.terms import superseded, terms_gaps
from .rules.gaps import gaps_of_plan, gaps_of_plan_on, told_at_register
from .rules.terms import KINDS
from .sources import SOURCES
from .triggers import GUARDS
from .words import MARKED, TOGETHER

#: How it is told to a monitoring unit that it follows a plan, or does so no longer.
ASSIGN, RELEASE = "assign", "release"
#: How it is told to a person that they follow a plan for their unit.
FOLLOW = "follow"
PLAN = Kind(
    code="plan",
    label=_("Plan"),
    counted=ngettext_lazy("and %(count)s other plan", "and %(count)s other plans", "count"),
    content=plan_contents,
    checked=frozenset({"submit", "register"}),
    gaps=gaps_of_plan,
    restated=restated_plans,
    settles={"monitoring_unit": following_unit()},
    derived=derived_of_plans,
    after_act=after_plan_act,
    readers=named_in_rows,
    terms=terms_gaps,
    decides=month_settled,
    gaps_on=gaps_of_plan_on,
    told={"register": told_at_register},
    fields=MARKED,
    together=TOGETHER,
    plan="plan__root",
    searched=("plan__search", "plan__issued_number"),
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
#: As the first, but for these edges: no meeting is needed (it is listed and adopted by itself); the paper can be recorded
#: from wherever it stands; a draft that no head has signed can be thrown away; rows in force can be stopped, handed to another
#: unit, and told what they waited for (Notice 242, I.1 and I.2: plans are adopted, and come to change, on any day).
PLAN_2 = replace(
    PLAN_1,
    version=2,
    edges=PLAN_1.edges
    | {
        ("register", "unit-approved"),
        ("register", "monitor-reviewed"),
        ("register", "consolidated"),
        ("register", "presented"),
        ("discard", "draft"),
        ("stop", "presented"),
        ("reassign", "presented"),
        ("occur", "presented"),
    },
    alone=frozenset({("consolidate", "monitor-reviewed"), ("present", "consolidated")}),
    calls={
        "consolidate": Called("list", _("put on the list of the year")),
        "present": Called("adopt", _("adopt")),
    },
    stands={"consolidated": _("On the list of the year"), "presented": _("Adopted")},
)


def register() -> None:
    """Makes the kind known; called once at start-up."""
    sources.declare(SOURCES)
    triggers.guard_also(*GUARDS)
    kinds.register(PLAN)
    for procedure in (PLAN_1, PLAN_2):
        procedures.register(procedure)
    tell_as("list", _("%(actor)s put “%(title)s” on the list of the year."))
    tell_as("adopt", _("%(actor)s adopted “%(title)s”: it is in force."))
    kinds.object_to("plan", "register", issued_before)
    for act in ("submit", "present", "register"):
        kinds.object_to("plan", act, against_months)
    for act in ("reopen", *KINDS):
        kinds.object_to("plan", act, superseded)
    tell_as(ASSIGN, _("%(actor)s chose your unit to follow “%(title)s”."))
    tell_as(FOLLOW, _("%(actor)s asks you to follow “%(title)s” for your unit."))
    tell_as(RELEASE, _("%(actor)s chose another unit to follow “%(title)s”."))
