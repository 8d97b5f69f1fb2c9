"""What instructions are to the layers below: a kind of case with a short procedure (docs/adr/0025, 0029)."""

from dataclasses import replace

from django.utils.translation import gettext_noop as _

from approvals import kinds, triggers
from approvals.kinds import Kind
from workflow import procedures, sources
from workflow.models import State, WaitsFor
from workflow.procedures import Procedure

from .contents import GIVEN, after_instruction_act, ended_anew, instruction_contents, restated_instructions
from .queries import (
    against_returning,
    against_striking,
    due_moment,
    given_already,
    hearers_of,
    kept_by_instructions,
)
from .rules import gaps_of_instruction
from .sources import SOURCES
from .triggers import GUARDS

INSTRUCTION = Kind(
    code="instruction",
    label=_("Instruction"),
    content=instruction_contents,
    checked=frozenset({"submit"}),
    gaps=gaps_of_instruction,
    after_act=after_instruction_act,
    due_points={State.DRAFT: due_moment()},
    restated=restated_instructions,
    given=GIVEN,
    derived=ended_anew,
    live=True,
    bars={"strike": against_striking, "return": against_returning},
    hearers=hearers_of,
)
#: Given and open for the answer; the head's signature on it asks whoever follows instructions up, the admin office.
INSTRUCTION_1 = Procedure(
    kind="instruction",
    version=1,
    edges=frozenset(
        {
            ("instruct", "draft"),
            ("submit", "draft"),
            ("withdraw", "draft"),
            ("approve", "draft"),
            ("return", "draft"),
            ("recall", "unit-approved"),
            ("return", "unit-approved"),
            ("close", "draft"),
            ("close", "unit-approved"),
            ("strike", "draft"),
            ("strike", "unit-approved"),
        }
    ),
    ends=State.MONITOR_REVIEWED,
    asks={("approve", "draft"): WaitsFor.OFFICE},
)
#: As the first, and whoever gave it returns an answer themselves.
INSTRUCTION_2 = replace(
    INSTRUCTION_1, version=2, lets={("return", "unit-approved"): ("present", "institution")}
)


def register() -> None:
    """Makes the kind known, what it objects to and the rows it keeps; called once at start-up."""
    sources.declare(SOURCES)
    triggers.guard_also(*GUARDS)
    kinds.register(INSTRUCTION)
    for procedure in (INSTRUCTION_1, INSTRUCTION_2):
        procedures.register(procedure)
    kinds.object_to("instruction", "instruct", given_already)
    kinds.keep_rows(kept_by_instructions)
