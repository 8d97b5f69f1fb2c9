"""What opinions on drafts are to the layers below: a kind of case with a short procedure (docs/adr/0025, 0029)."""

from django.utils.translation import gettext_noop as _

from approvals import kinds, triggers
from approvals.kinds import Kind
from notifications.words import tell_as
from workflow import procedures, sources
from workflow.models import State, WaitsFor
from workflow.procedures import Procedure

from .contents import after_opinion_act, opinion_contents, remarks_anew, restated_opinions
from .queries import against_late, drafting_unit, due_moment, put_to
from .rules import gaps_of_opinion
from .sources import SOURCES
from .triggers import GUARDS

OPINION = Kind(
    code="draft-opinion",
    label=_("Opinion on a draft"),
    content=opinion_contents,
    checked=frozenset({"submit"}),
    gaps=gaps_of_opinion,
    after_act=after_opinion_act,
    due_points={State.DRAFT: due_moment()},
    settles={"monitoring_unit": drafting_unit()},
    begins=WaitsFor.UNIT,
    lapses=True,
    derived=remarks_anew,
    restated=restated_opinions,
    live=True,
    bars={"submit": against_late},
    opens=put_to,
    plan="opinion__plan__root",
)
#: The head's signature ends it: what is said of it then stands on the plan.
OPINION_1 = Procedure(
    kind="draft-opinion",
    version=1,
    edges=frozenset({("submit", "draft"), ("withdraw", "draft"), ("approve", "draft"), ("return", "draft")}),
    ends=State.UNIT_APPROVED,
)
ASKED = _("%(actor)s asks for an opinion: “%(title)s”.")


def register() -> None:
    """Makes the kind known, and how it is told that somebody was asked; called once at start-up."""
    sources.declare(SOURCES)
    triggers.guard_also(*GUARDS)
    kinds.register(OPINION)
    procedures.register(OPINION_1)
    tell_as("ask", ASKED)
