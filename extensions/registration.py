"""What extensions are to the layers below: a kind of case that the leadership decides (docs/adr/0025, 0040)."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

from approvals import kinds, triggers
from approvals.kinds import Kind
from workflow import procedures, sources
from workflow.models import State, WaitsFor
from workflow.procedures import Procedure
from workflow.rules import CONFLICT, Reason

from .contents import after_extension_act, day_put_off, extension_contents, granted_anew
from .models import Extension
from .queries import (
    against_granting,
    against_submitting,
    against_terms,
    hearers_of,
    kept_by_extensions,
    line_of,
)
from .rules import gaps_of_extension
from .sources import SOURCES
from .triggers import GUARDS

EXTENSION = Kind(
    code="extension",
    label=_("Extension"),
    counted=ngettext_lazy("and %(count)s other extension", "and %(count)s other extensions", "count"),
    content=extension_contents,
    checked=frozenset({"submit"}),
    gaps=gaps_of_extension,
    after_act=after_extension_act,
    derived=granted_anew,
    bars={"submit": against_submitting, "grant": against_granting},
    along={"grant": line_of},
    terms=against_terms,
    decides=day_put_off,
    hearers=hearers_of,
    plan="extension__row__plan__root",
)
#: The head's signature asks the leadership, which grants or declines.
EXTENSION_1 = Procedure(
    kind="extension",
    version=1,
    edges=frozenset(
        {
            ("submit", "draft"),
            ("withdraw", "draft"),
            ("approve", "draft"),
            ("return", "draft"),
            ("discard", "draft"),
            ("recall", "unit-approved"),
            ("grant", "unit-approved"),
            ("decline", "unit-approved"),
        }
    ),
    ends=State.PRESENTED,
    asks={("approve", "draft"): WaitsFor.LEADERSHIP},
    stands={"presented": _("Decided")},
)
ASKED = Reason("cited", CONFLICT, _("A request to put off one of its rows speaks of it."))


def asked_for(case_ids: Collection[UUID]) -> Mapping[UUID, Sequence[Reason]]:
    """Plan -> that it cannot be reopened: a submitted request quotes one of its rows; one statement."""
    asked = Extension.objects.filter(row__plan__in=case_ids, case__submission__gt=0)
    return {plan: [ASKED] for plan in asked.values_list("row__plan", flat=True)}


def register() -> None:
    """Makes the kind known, what it objects to and the rows it keeps; called once at start-up."""
    sources.declare(SOURCES)
    triggers.guard_also(*GUARDS)
    kinds.register(EXTENSION)
    procedures.register(EXTENSION_1)
    kinds.object_to("plan", "reopen", asked_for)
    kinds.keep_rows(kept_by_extensions)
