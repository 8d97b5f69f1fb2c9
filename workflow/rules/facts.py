"""What the judge may know, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from workflow.procedures import Procedure

from .reasons import Reason

#: The power of the head of the admin office to sign TL. the institution's head, where a working regulation says so.
BY_ORDER = ("present", "order")


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature on the current submission, as far as the judge needs it."""

    act: str
    persons: frozenset[UUID]
    name: str
    at: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the judge may know of one case, one person and one request; gathered by approvals.queries.

    Attributes:
        seen: the digest that the signer saw; None where the question is only "may I".
        powers: (permission, place) pairs held; places are unit, monitor, office, institution; and BY_ORDER.
        signer: who would be signing.
        principals: for powers held by delegation only, whose they are.
        signed: signatures on the submission that is under way, oldest first; none in an open draft.
        last: the last signature on the case.
        lone: one person may both submit and approve: the unit has no other, or the kind says so of the case.
        gaps: what the content lacks for each act that checks it.
        unanswered: blocking remarks without an answer.
        editors: (permission, place) of whoever writes the drafts of this kind.
        within: what signs this case along with itself: "", "consolidation" or "meeting".
        names: place -> name, for the sentences.
        closed: its period is closed for its unit.
        opens: the request opens the period for the unit until a day; None where the question is only "may I".
        opening_gaps: what is wrong with that day.
        ground_gaps: what is wrong with the ground that is stated for the act.
        mark_gaps: remarks of a return that are on a row or a field that there is not.
        terms_gaps: what is wrong with what the act decides of the rows.
        approved: the unit's head has signed a submission of it, ever.
        discarded: the draft was thrown away.
    """

    procedure: Procedure
    state: str
    submitted: bool
    digest: str
    powers: frozenset[tuple[str, str]]
    signer: UUID
    signed: tuple[Signed, ...]
    names: Mapping[str, str]
    last: Signed | None = None
    principals: Mapping[tuple[str, str], UUID] = field(default_factory=dict)
    seen: str | None = None
    edited_by: UUID | None = None
    lone: bool = False
    reason_given: bool | None = None
    gaps: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
    issued_gaps: tuple[Reason, ...] = ()
    unanswered: int = 0
    within: str = ""
    drafted_by_office: bool = False
    editors: tuple[str, str] = ("edit", "unit")
    closed: bool = False
    opens: bool | None = None
    opening_gaps: tuple[Reason, ...] = ()
    ground_gaps: tuple[Reason, ...] = ()
    mark_gaps: tuple[Reason, ...] = ()
    terms_gaps: tuple[Reason, ...] = ()
    approved: bool = False
    discarded: bool = False
