"""The judge: may this act be done, and if not, every reason why. Pure; deny by default.

The action raises what it returns, the API lists it, the inbox agrees with it, the screen shows it.
"""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from django.utils.translation import gettext_noop as _

from workflow.machine import AWAITED, DECLARED, EDGES, STEPS, Edge
from workflow.models import State

from .closing import PERIOD_CLOSED
from .facts import BY_ORDER, Facts, Signed
from .reasons import CONFLICT, CONTENT, HOLDERS, RIGHTS, STALE, WITHIN, Reason, Word, holders_of, when_said

DISCARDED = Reason("discarded", CONFLICT, _("This draft was discarded."))


def reasons_against(act: str, facts: Facts) -> list[Reason]:
    """Every reason against the act, the class of the first deciding the status; empty means yes.

    Args:
        act: one of workflow.machine.ACTS.
        facts: the frozen facts of one case.
    """
    edges = facts.procedure.edges_of(act)
    if not edges:
        return [Reason("not-for-this-kind", CONFLICT, _("This kind of document has no such step."))]
    edge = next((edge for edge in edges if fits(edge, facts)), None)
    reasons = [*against_rights(edge or edges[0], edges, facts, stands=edge is not None)]
    reasons += against_state(act, edge, facts)
    if facts.seen is not None and facts.seen != facts.digest:
        reasons.append(
            Reason(
                "stale", STALE, _("The content has changed since you opened it. Reload and read it again.")
            )
        )
    if edge:
        reasons += against_content(edge, facts)
    return sorted(reasons, key=lambda reason: reason.status)


def edge_for(act: str, facts: Facts) -> Edge:
    """The edge that an allowed act takes; call it only after reasons_against answered with nothing."""
    return next(edge for edge in facts.procedure.edges_of(act) if fits(edge, facts))


def fits(edge: Edge, facts: Facts) -> bool:
    """Whether the case stands where this edge begins."""
    if edge.source != facts.state:
        return False
    return edge.submitted is None or edge.source != State.DRAFT or edge.submitted == facts.submitted


def holds(edge: Edge, facts: Facts) -> bool:
    """Whether the signer holds what this edge demands."""
    if edge.also and (edge.also, "unit") not in facts.powers:
        return False
    return edge.right_in(facts.powers) is not None or (edge.by_order and BY_ORDER in facts.powers)


def against_rights(edge: Edge, edges: Iterable[Edge], facts: Facts, *, stands: bool) -> list[Reason]:
    """Rights first. Where the case stands elsewhere, holding what any edge of the act demands is enough:
    then it is the state that stands in the way, not the person."""
    held = holds(edge, facts) if stands else any(holds(other, facts) for other in edges)
    if not held:
        needed = ((edge.also, "unit"),) if edge.also else edge.rights
        return [Reason("not-permitted", RIGHTS, holders_of(needed), facts.names)]
    if edge.step and stands and (clash := other_step(edge, facts)):
        return [
            Reason(
                "separation-of-duties",
                RIGHTS,
                _("%(name)s already signed this submission (%(act)s); another person must sign this step."),
                {"name": clash.name, "act": Word(facts.procedure.called(clash.act).name)},
            )
        ]
    if "other-hand" in edge.checks and stands and facts.edited_by in persons_for(edge, facts):
        return [Reason("own-draft", RIGHTS, _("Who edited it last cannot register it; another person must."))]
    return []


def persons_for(edge: Edge, facts: Facts) -> set[UUID]:
    """Who signs this edge: the signer, and the principal where the right is a lent one."""
    right = edge.right_in(facts.powers)
    principal = facts.principals.get(right) if right else None
    return {facts.signer, principal} if principal else {facts.signer}


def other_step(edge: Edge, facts: Facts) -> Signed | None:
    """A signature by the same person (or principal) on another step of this submission.

    A unit with one person is the exception: its head submits and approves, and the document shows it.
    """
    persons = persons_for(edge, facts)
    for signed in facts.signed:
        lone_pair = facts.lone and {signed.act, edge.act} == {"submit", "approve"}
        if signed.act in STEPS and signed.act != edge.act and signed.persons & persons and not lone_pair:
            return signed
    return None


def is_next(waits_for: str, facts: Facts) -> bool:
    """Whether the awaited step forward is this person's to take, as far as rights go."""
    forward = (edge for act in EDGES if not DECLARED[act].backward for edge in facts.procedure.edges_of(act))
    return any(
        AWAITED.get(waits_for) in {*edge.rights, (edge.also, "unit")}
        and fits(edge, facts)
        and not against_closed(edge, facts)
        and not against_rights(edge, (edge,), facts, stands=True)
        for edge in forward
    )


def against_state(act: str, edge: Edge | None, facts: Facts) -> list[Reason]:
    """What in the case's situation stands in the way: state, submission, a review, a missing container."""
    if facts.discarded:
        return [DISCARDED]
    if edge is None:
        return [where_it_stands(act, facts)]
    reasons = against_closed(edge, facts)
    if edge.within and facts.within != edge.within:
        reasons.append(Reason(f"outside-{edge.within}", CONFLICT, WITHIN[edge.within]))
    if "unreviewed" in edge.checks and any(signed.act == "review" for signed in facts.signed):
        reasons.append(
            Reason("reviewed", CONFLICT, _("The monitoring unit has already checked this submission once."))
        )
    if "unapproved" in edge.checks and facts.approved:
        message = _("The unit's head has signed it once: it can be changed, and is discarded no longer.")
        reasons.append(Reason("approved", CONFLICT, message))
    return reasons


def against_closed(edge: Edge, facts: Facts) -> list[Reason]:
    """That the case's period is closed for its unit.

    What is signed within a consolidation or meeting goes with that: a report that was checked is taken in by the next
    one. Who opens the period with the same signature may go on.
    """
    opens = "opening" in edge.checks and facts.opens is not False
    if not facts.closed or edge.within or opens:
        return []
    return [Reason("period-closed", CONFLICT, PERIOD_CLOSED, facts.names)]


def where_it_stands(act: str, facts: Facts) -> Reason:
    """Says who was first, or where the case stands instead."""
    latest = reversed((*facts.signed, facts.last) if facts.last else facts.signed)
    done = next((signed for signed in latest if signed.act == act), None)
    if done:
        return Reason(
            "already-done",
            CONFLICT,
            _("%(name)s was first: %(act)s, %(at)s."),
            {"name": done.name, "act": Word(facts.procedure.called(act).name), "at": done.at},
        )
    if facts.state == State.DRAFT and any(edge.source == State.DRAFT for edge in EDGES[act]):
        message = (
            _("It has been submitted; withdraw it first.")
            if facts.submitted
            else _("It has not been submitted.")
        )
        return Reason("submitted" if facts.submitted else "not-submitted", CONFLICT, message)
    return Reason(
        "wrong-state",
        CONFLICT,
        _("Not possible in the state “%(state)s”."),
        {"state": when_said(partial(facts.procedure.state_called, facts.state))},
    )


def against_content(edge: Edge, facts: Facts) -> list[Reason]:
    """What is missing in the content, the remarks, the comment or the issued document's data."""
    reasons: list[Reason] = []
    if "content" in edge.checks:
        reasons += facts.gaps.get(edge.act, ())
    if "answers" in edge.checks and facts.unanswered:
        reasons.append(
            Reason(
                "unanswered",
                CONTENT,
                _("%(count)s remarks of the last return have no answer yet."),
                {"count": facts.unanswered},
            )
        )
    if "issued" in edge.checks:
        reasons += facts.issued_gaps
    if "opening" in edge.checks:
        reasons += facts.opening_gaps
    if "terms" in edge.checks:
        reasons += facts.terms_gaps
    reasons += (*facts.ground_gaps, *facts.mark_gaps)
    if edge.reason and facts.reason_given is False:
        reasons.append(Reason("reason-missing", CONTENT, _("Write the reason."), field="comment"))
    return reasons


def reasons_against_editing(facts: Facts) -> list[Reason]:
    """Why the content cannot be changed by this person now: rights, state, stale digest."""
    reasons = []
    may = facts.editors in facts.powers or (
        facts.drafted_by_office and ("consolidate", "office") in facts.powers
    )
    if not may:
        reasons.append(Reason("not-permitted", RIGHTS, HOLDERS[facts.editors], facts.names))
    if facts.closed:
        reasons.append(Reason("period-closed", CONFLICT, PERIOD_CLOSED, facts.names))
    if facts.discarded:
        reasons.append(DISCARDED)
    elif facts.state != State.DRAFT:
        reasons.append(
            Reason(
                "wrong-state",
                CONFLICT,
                _("Not possible in the state “%(state)s”."),
                {"state": when_said(partial(facts.procedure.state_called, facts.state))},
            )
        )
    elif facts.submitted:
        reasons.append(Reason("submitted", CONFLICT, _("It has been submitted; withdraw it first.")))
    if facts.seen is not None and facts.seen != facts.digest:
        reasons.append(
            Reason(
                "stale", STALE, _("The content has changed since you opened it. Reload and read it again.")
            )
        )
    return reasons
