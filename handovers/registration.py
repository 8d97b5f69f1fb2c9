"""What handovers are to the layers below: a kind of case with a short procedure (docs/adr/0025, 0042)."""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

from approvals import kinds, triggers
from approvals.kinds import Kind
from workflow import procedures, sources
from workflow.models import State
from workflow.procedures import Procedure

from .contents import after_handover_act, handed_anew, handover_contents
from .queries import against_signing, hearers_of, one_handed
from .rules import gaps_of_handover
from .sources import SOURCES
from .triggers import GUARDS

HANDOVER = Kind(
    code="handover",
    label=_("Handover"),
    counted=ngettext_lazy("and %(count)s other handover", "and %(count)s other handovers", "count"),
    content=handover_contents,
    checked=frozenset({"submit"}),
    gaps=gaps_of_handover,
    after_act=after_handover_act,
    derived=handed_anew,
    bars={"submit": against_signing, "approve": against_signing},
    hearers=hearers_of,
    one_hand=one_handed,
)
#: The head's signature ends it; a draft that no head has signed can be thrown away.
HANDOVER_1 = Procedure(
    kind="handover",
    version=1,
    edges=frozenset(
        {
            ("submit", "draft"),
            ("withdraw", "draft"),
            ("approve", "draft"),
            ("return", "draft"),
            ("discard", "draft"),
        }
    ),
    ends=State.UNIT_APPROVED,
)


def register() -> None:
    """Makes the kind known; called once at start-up."""
    sources.declare(SOURCES)
    triggers.guard_also(*GUARDS)
    kinds.register(HANDOVER)
    procedures.register(HANDOVER_1)
