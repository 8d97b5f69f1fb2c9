"""Kinds of cases: what a subject app says of its content, registered in AppConfig.ready().

A new kind is a new app on top; nothing below it changes. An app above also objects here to what happens to
the cases and rows of an app below, which knows nothing of it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypedDict
from uuid import UUID

from django.db.models import Case as Choose
from django.db.models import F, Q, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.utils.functional import Promise
from django.utils.translation import gettext_noop as _

from approvals.rules import Issued
from notifications.words import MORE, count_as
from organization.models import User
from workflow.models import Case, State, WaitsFor
from workflow.rules import CONFLICT, Reason, Refused

#: A content as it is kept and signed: JSON, of which the kind alone knows what it says.
Content = dict[str, Any]


class Details(TypedDict, total=False):
    """What else is decided with a signature, and therefore covered by its hash.

    `until`: the day (ISO) until which a reopening opens a closed period for the case's unit. `by_order`: number and day
    (ISO) of the working regulation by which it was signed TL. `ground`: what a check sent it back for (`rules.GROUNDS`).
    """

    remarks: list[dict[str, str]]
    issued: Issued
    until: str
    by_order: dict[str, str]
    ground: str


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
#: Who hears of a deed beside whom it waits for and who signed: people per case; those who do not see it are left out.
Hearers = Callable[[Deed], Mapping[UUID, Collection[UUID]]]
#: A column that follows from others, what stands in it and what it is computed to be.
Derived = tuple[str, object, object]
#: Those of these rows that may not be deleted; set-based.
Keeper = Callable[[Collection[UUID]], Collection[UUID]]


def nothing_lacks(act: str, content: Content, today: date) -> Sequence[Reason]:
    """Most contents lack the same on any day."""
    return ()


def nothing_more(deed: Deed) -> None:
    """Most kinds change nothing else with an act."""


def nothing_inside(case_ids: Collection[UUID]) -> dict[UUID, dict[UUID, str]]:
    """Most kinds contain no other cases."""
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
        judged_in: the kind in which whoever follows its cases signs what it finds of them, in the same period.
        bars: act -> what stands against it for one person at one moment, where the rights of their post do not say it all.
        hearers: who is told of an act beside whom the case waits for and who signed the submission.
        grounds: (act, state) -> whether a ground has to be stated (True) or may be (False); with no other act one is.
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
    judged_in: str = ""
    bars: Mapping[str, Bar] = field(default_factory=dict)
    hearers: Hearers | None = None
    grounds: Mapping[tuple[str, str], bool] = field(default_factory=dict)


REGISTER: dict[str, Kind] = {}
OBJECTIONS: dict[tuple[str, str], list[Objection]] = {}
KEEPERS: list[Keeper] = []


def register(kind: Kind) -> None:
    """Add a kind; called once at start-up.

    Raises:
        ValueError: the code is taken.
    """
    if kind.code in REGISTER:
        raise ValueError(f"kind {kind.code} exists")
    REGISTER[kind.code] = kind
    count_as(kind.code, kind.counted)


def object_to(kind: str, act: str, objection: Objection) -> None:
    """Let something else than its content stand against an act on cases of a kind; called once at start-up."""
    OBJECTIONS.setdefault((kind, act), []).append(objection)


def keep_rows(keeper: Keeper) -> None:
    """Let an app hold fast rows of cases below that it speaks of, whatever their kind; called once at start-up."""
    KEEPERS.append(keeper)


def contents(cases: Sequence[Case]) -> dict[UUID, Content]:
    """The working content of each case, whatever its kind."""
    found: dict[UUID, Content] = {}
    for code in {case.kind for case in cases}:
        made = REGISTER[code].content([case.id for case in cases if case.kind == code])
        found |= {case_id: dict(content) for case_id, content in made.items()}
    return found


def read(kind: str, form: str, content: Content) -> Content:
    """A signed content as today's program reads it.

    Raises:
        UnknownFormat: no reader for it.
    """
    reader = REGISTER[kind].formats.get(form)
    if reader is None:
        raise UnknownFormat(kind, form)
    return reader(content)


def restated(code: str, signed: Mapping[UUID, Content]) -> Mapping[UUID, Content]:
    """Last submissions of a kind, each with what its own tables say now in its place."""
    kind = REGISTER[code]
    if not signed:
        return {}
    if kind.restated is not None:
        return kind.restated(signed)
    return {case_id: dict(content) for case_id, content in kind.content(list(signed)).items()}


def inside(case_ids: Collection[UUID]) -> dict[UUID, dict[UUID, str]]:
    """What the containers among these cases contain."""
    found: dict[UUID, dict[UUID, str]] = {}
    for kind in REGISTER.values():
        if kind.inside is not nothing_inside:
            found |= kind.inside(case_ids)
    return found


def follows(case: Case) -> bool:
    """Whether the case's content is an open draft that follows other tables."""
    return REGISTER[case.kind].live and case.state == State.DRAFT and not case.submitted


def closing(*, reopens: bool | None = None) -> list[str]:
    """The codes of the kinds whose cases close with their period; `reopens`: only those that can (not) be opened again."""
    return [code for code, kind in REGISTER.items() if kind.closes and reopens in (None, kind.reopens)]


def beside(case_ids: Collection[UUID]) -> set[UUID]:
    """The cases that opening a closed period with these writes on as well."""
    asked = {kind.beside for kind in REGISTER.values() if kind.beside is not None}
    return {found for one in asked for found in one(case_ids)}


def objections(
    cases: Sequence[Case], acts: Collection[str], by: User, now: datetime
) -> dict[UUID, dict[str, list[Reason]]]:
    """Case -> act -> what stands against it beside its content; one call per kind, act and app that objects."""
    found: dict[UUID, dict[str, list[Reason]]] = {case.id: {} for case in cases}
    for code in {case.kind for case in cases}:
        mine = [case.id for case in cases if case.kind == code]
        for act in acts:
            bar = REGISTER[code].bars.get(act)
            against = [bar(mine, by, now)] if bar else []
            against += [objection(mine) for objection in OBJECTIONS.get((code, act), ())]
            for case_id, reasons in ((one, said) for each in against for one, said in each.items()):
                found[case_id].setdefault(act, []).extend(reasons)
    return found


def kept_rows(rows: Collection[UUID]) -> set[UUID]:
    """Those of these rows that may not be deleted: somebody above speaks of them."""
    return {row for keeper in KEEPERS for row in keeper(rows)} if rows else set()


def readable(units: Collection[UUID]) -> Q:
    """The cases that people see because of these units, by what their kinds say: a condition on Case."""
    found = Q(pk__in=[])
    for kind in REGISTER.values():
        if kind.readers is not None:
            found |= Q(kind=kind.code) & kind.readers(units)
        if kind.opens is not None:
            found |= kind.opens(units)
    return found


def due_at(codes: Collection[str], *, state: State | None = None) -> Choose | F:
    """When each case is due, as an expression of Case; what its kind never calls due keeps what it has.

    Args:
        codes: the kinds in question.
        state: where the cases are about to stand; None: where each stands.
    """
    choices = []
    for code in sorted(codes):
        points = REGISTER[code].due_points
        if points is None:
            continue
        if state is None:
            choices += [When(kind=code, state=at, then=point) for at, point in points.items()]
        choices.append(When(kind=code, then=points.get(state, Value(None)) if state else Value(None)))
    return Choose(*choices, default=F("due_at")) if choices else F("due_at")
