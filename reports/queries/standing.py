"""Reading where reports stand, now or at a moment that has passed."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from approvals.models import Signature
from periods.models import Period
from plans.models import RowTerm, RowUnit, in_force
from reports.models import Result
from reports.rules.standing import AFTER, HANDED_IN, LastWord, Stand
from workflow.models import State

from .due_rows import followed_at

#: A unit's report that is owed, or that its head signed although it is not.
EXPECTED = Q(owed=True) | ~Q(case__state=State.DRAFT)
#: A return before the head has signed is the unit's own affair.
DECIDING = Q(act__in=[act for act in AFTER if act != "return"]) | Q(
    act="return", from_state=State.UNIT_APPROVED
)

#: What is decided of a row and leaves it with its unit.
PUT_OFF = (RowTerm.Kind.OCCURRED, RowTerm.Kind.EXTENDED)


def expected_in(periods: Iterable[Period]) -> Q:
    """The units' reports of these periods that somebody waits for, or that came although nobody did."""
    return EXPECTED & ~emptied(periods)


def emptied(periods: Iterable[Period]) -> Q:
    """A unit's report of one of these periods that was signed, is open again, and whose rows, those that it
    answers for, have all gone, with their plans to others who follow them now or to other units that lead them: its unit can say nothing in it any more, and nobody asks for it."""
    first = {"row__units__part": RowUnit.Part.LEAD, "row__units__position": 0}
    answered = Q(row__units__unit=OuterRef("unit"), **first) | (~Q(row__units__unit_class="") & Q(**first))
    found = Q(pk__in=[])
    for period in periods:
        followed = in_force(followed_at(period), "row__plan__root__followed__")
        gone = RowTerm.objects.filter(row=OuterRef("row"), since__lt=followed_at(period)).exclude(
            kind__in=PUT_OFF
        )
        left = Result.objects.filter(
            followed,
            answered,
            ~Exists(gone),
            report=OuterRef("pk"),
            row__plan__root__followed__unit=OuterRef("monitor"),
        )
        found |= Q(period=period) & ~Q(Exists(left))
    return Q(case__state=State.DRAFT, case__submitted=False, case__sequence__gt=0) & found


def last_words(cases: Collection[UUID], at: datetime | None = None) -> dict[UUID, LastWord]:
    """Case -> its latest deciding signature, as of a moment (None: now); one statement, none without cases."""
    if not cases:
        return {}
    signed = Signature.objects.filter(DECIDING, case__in=cases)
    if at is not None:
        signed = signed.filter(signed_at__lte=at)
    rows = signed.order_by("case", "sequence").values_list("case", "act", "signed_at", "signer_unit")
    return {case: LastWord(act, signed_at, by) for case, act, signed_at, by in rows}


def signed_since(cases: Collection[UUID], after: datetime) -> dict[UUID, datetime]:
    """Case -> when its head first signed it after a moment; one statement, none without cases."""
    if not cases:
        return {}
    signed = Signature.objects.filter(case__in=cases, act="approve", signed_at__gt=after)
    return dict(signed.order_by("case", "-sequence").values_list("case", "signed_at"))


def came_after_closing(reports: QuerySet[Any]) -> set[UUID]:
    """Those of the reports that were not handed in at the moment which their period's consolidation shows, and that their
    heads have signed since, for the first time or anew; two statements, one where there are none."""
    since = {"case__signatures__act": "approve", "case__signatures__signed_at__gt": F("period__summed_at")}
    closing = dict(reports.filter(**since).order_by().values_list("case", "period__summed_at"))
    then = dict.fromkeys(closing, Stand.MISSING)
    if closing:
        signed = Signature.objects.filter(DECIDING, case__in=closing).order_by("case", "sequence")
        for case, act, at in signed.values_list("case", "act", "signed_at"):
            if at <= closing[case]:
                then[case] = AFTER[act]
    return {case for case, stand in then.items() if stand not in HANDED_IN}
