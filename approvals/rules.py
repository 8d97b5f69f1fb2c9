"""Rules of signing that are not the judge's: in which capacity, and what an issued document needs."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import NotRequired, TypedDict

from django.utils.translation import gettext_noop as _

from approvals.words import GivenEvidence
from notation import moments
from notation.text import written
from organization.models import Role
from organization.queries import Power
from workflow.rules import CONFLICT, CONTENT, Reason, Word

OWN = "own"
#: Capacities of signing (Decree 30/2020/NĐ-CP, article 13 and appendix I): TM. on behalf of the body, KT. for
#: the head, TL. by order, TUQ. by authorisation, Q. acting. The first of each list is taken when none is named.
CAPACITIES: Mapping[str, tuple[str, ...]] = {
    Role.OFFICER: (OWN,),
    Role.CLERK: (OWN, "TL."),
    Role.HEAD: (OWN, "TM.", "TL."),
    Role.DEPUTY: ("KT.", OWN, "TL."),
    Role.LEADER: (OWN, "TM.", "KT."),
    Role.AUDITOR: (OWN,),
    Role.ADMINISTRATOR: (OWN,),
    Role.PERSONNEL: (OWN,),
    Role.INSPECTOR: (OWN,),
}
BY_DELEGATION = ("TUQ.", "TL.", "KT.")
#: Q. has its basis in an appointment as acting head ("Quyền Trưởng phòng"): an ordinary head does not sign so.
ACTING, ACTING_TITLES = "Q.", ("quyền ", "q. ")
#: Signed as oneself, whatever the post.
PLAIN_PERMISSIONS = frozenset({"edit"})


def capacities(power: Power) -> tuple[str, ...]:
    """In which capacities this power may sign, the usual one first."""
    if power.principal_id is not None:
        return BY_DELEGATION
    if is_by_order(power):
        return ("TL.",)
    if power.permission in PLAIN_PERMISSIONS:
        return (OWN,)
    acting = power.title.casefold().startswith(ACTING_TITLES)
    return (*CAPACITIES[power.role], ACTING) if acting else CAPACITIES[power.role]


def is_by_order(power: Power) -> bool:
    """Whether it is the head of the admin office who signs what is the leadership's: TL., by a recorded rule only."""
    return power.permission == "present" and power.role == Role.HEAD


def reasons_against_capacity(power: Power, wanted: str) -> list[Reason]:
    """Why one may not sign in the capacity asked for; empty for the usual one."""
    if not wanted or wanted in capacities(power):
        return []
    message = _("This post cannot sign as %(capacity)s; possible: %(possible)s.")
    params = {"capacity": wanted, "possible": ", ".join(capacities(power))}
    return [Reason("capacity", CONTENT, message, params, field="capacity")]


#: What an issued document is known by -> its name in a sentence.
ISSUED_FIELDS: Mapping[str, str] = {
    "number": _("number"),
    "date": _("date"),
    "signer": _("signer"),
    "evidence": _("signed file"),
}


class Issued(TypedDict):
    """A document that was issued on paper: `date` is ISO text, `evidence` the SHA-256 of the signed file.

    `assigning`: it is not the plan's own paper but the one that assigns it (Notice 242, II: bare targets and tasks).
    """

    number: str
    date: str
    signer: str
    evidence: str
    assigning: NotRequired[bool]


def gaps_of_issued(issued: Issued | None, *, known_evidence: bool, today: date) -> Sequence[Reason]:
    """What is missing to record a document that was issued on paper: number, date, signer, signed file.

    Args:
        issued: what the caller sent; what is missing is blank.
        known_evidence: whether the file is one that the caller uploaded or sees.
        today: the institution's day; an issued document is not dated later.
    """
    given: Mapping[str, object] = issued or {}
    missing = _("Missing for an issued document: %(name)s.")
    gaps = [
        Reason(f"issued-{name}-missing", CONTENT, missing, {"name": Word(label)}, field=f"issued.{name}")
        for name, label in ISSUED_FIELDS.items()
        if not written(str(given.get(name) or ""))
    ]
    if given.get("evidence") and not known_evidence:
        message = _("No uploaded file has this SHA-256.")
        gaps.append(Reason("evidence-unknown", CONTENT, message, field="issued.evidence"))
    if given.get("date") and str(given["date"]) > today.isoformat():
        message = _("An issued document cannot be dated in the future.")
        gaps.append(Reason("issued-date-future", CONTENT, message, field="issued.date"))
    return gaps


LINKS = ("http://", "https://")


def against_evidence(
    evidence: Sequence[GivenEvidence], known: Collection[str], *, row: str = ""
) -> list[Reason]:
    """What is wrong with the evidence that is named, for one row of a content or for the whole.

    Args:
        known: the SHA-256 of the files that the person may cite.
    """
    reasons = []
    for item in evidence:
        value = item["value"]
        if item["kind"] == "file" and value not in known:
            message = _("No uploaded file has this SHA-256.")
            reasons.append(Reason("evidence-unknown", CONTENT, message, row=row, field="evidence"))
        if item["kind"] == "link" and not value.lower().startswith(LINKS):
            message = _("A link begins with http:// or https://.")
            reasons.append(Reason("link-unknown", CONTENT, message, row=row, field="evidence"))
    return reasons


#: An opening is for something that somebody is about to write, not for good.
LONGEST_OPENING = timedelta(days=31)


def gaps_of_opening(until: date | None, *, closed: bool, today: date) -> Sequence[Reason]:
    """What is wrong with the day until which a closed period is opened again for one unit.

    Args:
        until: None where nobody opens anything.
        closed: whether the period is closed for the unit.
        today: the institution's day; the last day of the opening itself is still open.
    """
    if until is None:
        return []
    if not closed:
        return [
            Reason("period-open", CONFLICT, _("The period is not closed: no day is needed."), field="until")
        ]
    if until < today:
        return [Reason("day-past", CONTENT, _("This day has passed: today at the earliest."), field="until")]
    last = today + LONGEST_OPENING
    if until > last:
        message, params = _("This day is too far ahead: %(last)s at the latest."), {"last": moments.day(last)}
        return [Reason("day-far", CONTENT, message, params, field="until")]
    return []


#: What a check may send a report back for. Only the first points at Notice 242, II.8; a signature that states none is older
#: than the question, and was always taken for it.
INACCURATE, OTHER = "inaccurate", "other"
GROUNDS = (INACCURATE, OTHER)


def gaps_of_ground(ground: str | None, *, wanted: bool | None) -> Sequence[Reason]:
    """What is wrong with the ground of an act.

    Args:
        ground: one of GROUNDS; None: nothing was stated.
        wanted: whether one has to be stated (True), or may be (False); None: this act states none.
    """
    if wanted and not ground:
        message = _("Say whether the result is inaccurate, or what else it is sent back for.")
        return [Reason("ground-missing", CONTENT, message, field="ground")]
    if ground and wanted is None:
        return [Reason("ground-unknown", CONTENT, _("No ground is stated with this act."), field="ground")]
    return []
