"""What consolidations and conclusions are to the layers below: two kinds of case with their procedures."""

from dataclasses import replace

from django.utils.translation import gettext_noop as _

from approvals import kinds, triggers
from approvals.kinds import Kind
from notifications.words import tell_as
from periods.queries import closing_columns, due_columns
from plans.contents import plan_contents
from plans.queries import following_unit
from plans.queries.derived import derived_of_plans
from plans.queries.terms import superseded, terms_gaps
from plans.rules.gaps import gaps_of_conclusions, overtaken_conclusions
from plans.rules.terms import KINDS
from workflow import procedures, sources
from workflow.models import State
from workflow.procedures import Procedure

from .contents.conclusions import after_conclusions
from .contents.consolidations import (
    consolidation_contents,
    inside_consolidations,
    read_format_1,
    read_format_2,
    read_signed,
)
from .contents.photograph import photographed
from .contents.restated import restated_consolidations
from .models import Consolidation
from .queries.conclusions import awaiting_signature, before_the_close
from .queries.consolidations import highlighted
from .queries.holding import held_up_by_consolidations
from .rules.consolidations import gaps_of_consolidation
from .sources import SOURCES
from .triggers import GUARDS

CONCLUSIONS = Kind(
    code="conclusions",
    label=_("Conclusions of a meeting"),
    content=plan_contents,
    checked=frozenset({"conclude"}),
    gaps=gaps_of_conclusions,
    gaps_on=overtaken_conclusions,
    editors=("consolidate", "office"),
    settles={"monitoring_unit": following_unit()},
    awaits=awaiting_signature(),
    derived=derived_of_plans,
    after_act=after_conclusions,
    terms=terms_gaps,
)
CONSOLIDATION = Kind(
    code="consolidation",
    label=_("Consolidation"),
    content=consolidation_contents,
    checked=frozenset({"submit"}),
    gaps=gaps_of_consolidation,
    inside=inside_consolidations,
    holds_up=held_up_by_consolidations,
    format="3",
    formats={"1": read_format_1, "2": read_format_2, "3": read_signed},
    after_act=photographed,
    due_points=due_columns(
        Consolidation.objects.all(), {State.DRAFT: "leadership_due_at", State.CONSOLIDATED: "meeting_at"}
    ),
    settles=closing_columns(reopens=False),
    restated=restated_consolidations,
    live=True,
    closes=True,
    reopens=False,
)
#: Conclusions are in force once the leadership has signed them, after the close of the meeting that drew them.
CONCLUSIONS_1 = Procedure(kind="conclusions", version=1, edges=frozenset({("conclude", "draft")}))
#: As the first, and what is decided of rows of a plan in force can be decided of conclusions.
CONCLUSIONS_2 = replace(
    CONCLUSIONS_1, version=2, edges=CONCLUSIONS_1.edges | {(act, "presented") for act in KINDS}
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


def register() -> None:
    """Makes the kinds known, and what they hold fast; called once at start-up."""
    sources.declare(SOURCES)
    triggers.guard_also(*GUARDS)
    for kind, procedure in ((CONSOLIDATION, CONSOLIDATION_1), (CONCLUSIONS, CONCLUSIONS_1)):
        kinds.register(kind)
        procedures.register(procedure)
    procedures.register(CONCLUSIONS_2)
    for act in KINDS:
        kinds.object_to("conclusions", act, superseded)
    kinds.keep_rows(highlighted)
    kinds.object_to("conclusions", "conclude", before_the_close)
    tell_as(
        "unsigned-conclusions",
        _("“%(title)s” was drawn up after the meeting and has not been signed for 3 working days."),
    )
