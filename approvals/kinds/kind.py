"""Kinds of cases: what a subject app says of its content, registered in AppConfig.ready().

A new kind is a new app on top; nothing below it changes. An app above also objects here to what happens to
the cases and rows of an app below, which knows nothing of it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypedDict
from uuid import UUID

from django.db.models import Q, Subquery
from django.db.models.expressions import Combinable
from django.utils.functional import Promise
from django.utils.translation import gettext_noop as _

from approvals.rules import Issued
from approvals.words import Tally, Terms
from notifications.words import MORE
from organization.models import User
from workflow.models import Case, State, WaitsFor
from workflow.rules import CONFLICT, Reason, Refused

#: A content as it is kept and signed: JSON, of which the kind alone knows what it says.
Content = dict[str, Any]


class Details(TypedDict, total=False):
    """What else is decided with a signature, and therefore covered by its hash.

    `until`: the day (ISO) until which a reopening opens a closed period for the case's unit. `by_order`: number and day
    (ISO) of the working regulation by which it was signed TL. `ground`: what a check sent it back for (`rules.GROUNDS`).
    `beyond`: {"row", "reason"} of what was opened beside what a return had marked. `terms`: what it decides of rows. `since`: the first day of the month from which what it adopts holds. `was`: the last day
    (ISO) of a row that it puts off.
    """

    remarks: list[dict[str, str]]
    beyond: list[dict[str, str]]
    issued: Issued
    until: str
    by_order: dict[str, str]
    ground: str
    terms: Terms
    since: str
    was: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What an act was, for the kind's own follow-up: rows of its tables that go along in the same transaction."""

    act: str
    cases: Sequence[Case]
    by: UUID
    now: datetime
    details: Details
    comment: str = ""


#: What stands against an act beside the content itself, per case; set-based.
Objection = Callable[[Collection[UUID]], Mapping[UUID, Sequence[Reason]]]
#: What stands against an act of this person at this moment, per case, where the rights of a post do not say it all.
Bar = Callable[[Collection[UUID], User, datetime], Mapping[UUID, Sequence[Reason]]]
#: What is wrong with what an act decides of rows, per case; asked only where it is done.
TermsCheck = Callable[[str, Collection[UUID], Terms, User, datetime], Mapping[UUID, Sequence[Reason]]]
#: (act, cases, now) -> what the act decides of each case beside what was asked, for its signature to say.
Deciding = Callable[[str, Sequence[Case], datetime], Mapping[UUID, Details]]
#: Cases in which one person may both submit and approve at a moment; set-based.
OneHand = Callable[[Collection[UUID], datetime], Collection[UUID]]
#: Who hears of a deed beside whom it waits for and who signed: people per case; those who do not see it are left out.
Hearers = Callable[[Deed], Mapping[UUID, Collection[UUID]]]
#: A column that follows from others, what stands in it and what it is computed to be.
Derived = tuple[str, object, object]
#: Those of these rows that may not be deleted; set-based.
Keeper = Callable[[Collection[UUID]], Collection[UUID]]
#: Somebody who inspects, a moment -> which cases they may see: a condition on Case.
Scope = Callable[[UUID, datetime], Q]


def nothing_lacks(act: str, content: Content, today: date) -> Sequence[Reason]:
    """Most contents lack the same on any day."""
    return ()


def nothing_more(deed: Deed) -> None:
    """Most kinds change nothing else with an act."""


def nothing_inside(case_ids: Collection[UUID]) -> dict[UUID, dict[UUID, str]]:
    """Most kinds contain no other cases."""
    return {}


def nothing_decided(act: str, cases: Sequence[Case], now: datetime) -> dict[UUID, Details]:
    """Most acts decide nothing beside what was asked."""
    return {}


def as_signed(content: Content) -> Content:
    """A content that is read as it stands."""
    return content


class UnknownFormat(Refused):
    """A content was signed in a format that this program does not know: it is older than what signed it."""

    def __init__(self, kind: str, form: str) -> None:
        message = _("This was signed by a newer program (%(kind)s, format %(form)s): upgrade to read it.")
        super().__init__([Reason("unknown-format", CONFLICT, message, {"kind": kind, "form": form})])


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of case.

    Attributes:
        code: stands in Case.kind.
        label: msgid of its name.
        content: the working content of each case, by id; set-based.
        checked: the acts before which the content is looked at.
        gaps: what a content lacks for one of them; pure.
        gaps_on: what it lacks beside on the day of such an act; pure. A day is handed down, no rule looks at a clock.
        after_act: what else changes with an act; set-based, inside the same transaction.
        inside: for containers: container -> contained case -> its digest as contained.
        due_points: state -> the moment, as a column of Case, that the case must meet next where it stands;
            None: its cases are never due.
        readers: which cases of the kind people see because of these units, beyond what everyone sees of any
            kind (`approvals.queries.visible_to`): a condition on Case. Nothing but this and `opens` widens who sees a case.
        opens: which cases, of whatever kind, its cases open to people because of these units: the draft of a plan to whom
            it was put.
        format: the format of what is signed from now on; a new one where a field changes its meaning.
        formats: every format ever signed -> how a content of that format is read today. An absent field reads as
            silent; a format never goes (docs/adr/0020).
        restated: last submissions -> each with what the kind's own tables say now in its place, for `verify_ledger`;
            None: its content comes from its own tables alone.
        given: what of its content stands as it was first signed, also while the case is open for an answer.
        live: a draft's content follows other tables (a report follows its plans), so its digest is taken afresh
            whenever it is looked at.
        editors: (permission, place) of whoever writes its drafts.
        counted: how more cases of it are counted in a notice ("and 19 other reports"), with %(count)s.
        settles: column of Case -> what other tables say in it, as an expression of Case: of whoever writes it and of
            `verify_ledger`. `awaits`: the same of waits_for, waits_unit and since; NULL: the last signature says it.
        begins: whom a new case waits for.
        lapses: silence until it is due ends it: from then on it waits for nobody.
        derived: what of its own tables follows from others: case -> (column, as it stands, computed anew); set-based.
        closes: nothing of a case is written or signed once the period that it bears is closed.
        reopens: unless that is opened again for the case's unit.
        beside: which cases more an act writes on that opens a closed period: locked with its own, at once and in one order.
        along: act -> which cases more are locked with those that it is done on, at once and in one order: what stands against it
            must not change under it.
        judged_in: the kind in which whoever follows its cases signs what it finds of them, in the same period.
        bars: act -> what stands against it for one person at one moment, where the rights of their post do not say it all.
        hearers: who is told of an act beside whom the case waits for and who signed the submission.
        grounds: (act, state) -> whether a ground has to be stated (True) or may be (False); with no other act one is.
        terms: what is wrong with what an act decides of rows of its cases.
        told: act -> what a content lacks although it does not stand against that: whoever does it is told.
        one_hand: those of its cases in which one person may both submit and approve, at a moment.
        fields: of its rows and of what stands above them, which people write and a remark can be on; none: a return always opens
            the whole. `together`: field -> those that are asked for where it says something else.
        decides: what an act decides of each of its cases by itself, which its signature says.
        tally: what a submitted content says in figures, for whoever signs many at once; pure.
        holds_up: what waits for each of its cases although it is no part of it, as a sentence; those that hold nothing up are left
            out; set-based.
        plan: the way, as a lookup on Case, to the first of the line of plans that each of its cases is about; empty: they are about none
            or many.
        searched: more texts by which its cases are looked for, each as a lookup on Case that leads to it.
    """

    code: str
    label: str
    content: Callable[[Collection[UUID]], Mapping[UUID, Mapping[str, object]]]
    checked: frozenset[str]
    gaps: Callable[[str, Content], Sequence[Reason]]
    gaps_on: Callable[[str, Content, date], Sequence[Reason]] = nothing_lacks
    after_act: Callable[[Deed], None] = nothing_more
    inside: Callable[[Collection[UUID]], dict[UUID, dict[UUID, str]]] = nothing_inside
    due_points: Mapping[State, Subquery] | None = None
    readers: Callable[[Collection[UUID]], Q] | None = None
    opens: Callable[[Collection[UUID]], Q] | None = None
    format: str = "1"
    formats: Mapping[str, Callable[[Content], Content]] = field(default_factory=lambda: {"1": as_signed})
    restated: Callable[[Mapping[UUID, Content]], Mapping[UUID, Content]] | None = None
    given: frozenset[str] = frozenset()
    live: bool = False
    editors: tuple[str, str] = ("edit", "unit")
    counted: Promise = MORE
    settles: Mapping[str, Combinable] = field(default_factory=dict)
    awaits: Mapping[str, Combinable] = field(default_factory=dict)
    begins: WaitsFor = WaitsFor.OFFICERS
    lapses: bool = False
    derived: Callable[[Collection[UUID]], Mapping[UUID, Sequence[Derived]]] | None = None
    closes: bool = False
    reopens: bool = True
    beside: Callable[[Collection[UUID]], Collection[UUID]] | None = None
    along: Mapping[str, Callable[[Collection[UUID]], Collection[UUID]]] = field(default_factory=dict)
    judged_in: str = ""
    bars: Mapping[str, Bar] = field(default_factory=dict)
    hearers: Hearers | None = None
    grounds: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    terms: TermsCheck | None = None
    one_hand: OneHand | None = None
    decides: Deciding = nothing_decided
    told: Mapping[str, Callable[[Content], Sequence[Reason]]] = field(default_factory=dict)
    fields: frozenset[str] = frozenset()
    together: Mapping[str, frozenset[str]] = field(default_factory=dict)
    tally: Callable[[Content], Tally] | None = None
    holds_up: Callable[[Collection[UUID]], Mapping[UUID, str]] | None = None
    plan: str = ""
    searched: Collection[str] = ()
