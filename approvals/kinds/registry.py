"""The kinds that there are, and what is asked of all of them at once."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Case as Choose
from django.db.models import F, Q, Value, When

from approvals.words import Terms
from notifications.words import count_as
from organization.models import User
from workflow.models import Case, State
from workflow.rules import Reason

from .kind import (
    Content,
    Details,
    Keeper,
    Kind,
    Objection,
    Scope,
    UnknownFormat,
    nothing_inside,
)

REGISTER: dict[str, Kind] = {}
OBJECTIONS: dict[tuple[str, str], list[Objection]] = {}
KEEPERS: list[Keeper] = []
SCOPES: list[Scope] = []


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


def along(act: str, case_ids: Collection[UUID]) -> set[UUID]:
    """The cases that are locked with these for an act on them."""
    asked = [kind.along[act] for kind in REGISTER.values() if act in kind.along]
    return {found for one in asked for found in one(case_ids)}


def objections(
    begun: Mapping[str, Sequence[Case]], by: User, now: datetime
) -> dict[UUID, dict[str, Sequence[Reason]]]:
    """Case -> act -> what stands against it beside its content, for the cases at which each act begins; each app that objects
    is asked once per kind and set of cases, also where it objects to several acts."""
    found: dict[UUID, dict[str, list[Reason]]] = {}
    known: dict[tuple[Objection, tuple[UUID, ...]], Mapping[UUID, Sequence[Reason]]] = {}
    for act, cases in begun.items():
        for code in {case.kind for case in cases}:
            mine = tuple(case.id for case in cases if case.kind == code)
            bar = REGISTER[code].bars.get(act)
            against = [bar(mine, by, now)] if bar else []
            for objection in OBJECTIONS.get((code, act), ()):
                if (objection, mine) not in known:
                    known[objection, mine] = objection(mine)
                against.append(known[objection, mine])
            for case_id, reasons in ((one, said) for each in against for one, said in each.items()):
                found.setdefault(case_id, {}).setdefault(act, []).extend(reasons)
    return {case_id: dict(acts) for case_id, acts in found.items()}


def one_handed(cases: Sequence[Case], now: datetime) -> set[UUID]:
    """The cases in which one person may both submit and approve, by what their kinds say."""
    found: set[UUID] = set()
    for code in {case.kind for case in cases}:
        says = REGISTER[code].one_hand
        if says is not None:
            found.update(says([case.id for case in cases if case.kind == code], now))
    return found


def terms_gaps(
    cases: Sequence[Case], act: str, terms: Terms, by: User, now: datetime
) -> dict[UUID, Sequence[Reason]]:
    """Case -> what is wrong with what an act decides of its rows; one call per kind."""
    found: dict[UUID, Sequence[Reason]] = {}
    for code in {case.kind for case in cases}:
        check = REGISTER[code].terms
        if check is not None:
            found |= check(act, [case.id for case in cases if case.kind == code], terms, by, now)
    return found


def decided(cases: Sequence[Case], act: str, now: datetime) -> dict[UUID, Details]:
    """Case -> what the act decides of it by itself; what each kind says."""
    found: dict[UUID, Details] = {}
    for code in {case.kind for case in cases}:
        found |= REGISTER[code].decides(act, [case for case in cases if case.kind == code], now)
    return found


def held_up(cases: Sequence[Case]) -> dict[UUID, str]:
    """Case -> what waits for it, as a sentence; one call per kind that says anything."""
    found: dict[UUID, str] = {}
    for code in {case.kind for case in cases}:
        says = REGISTER[code].holds_up
        if says is not None:
            found |= says([case.id for case in cases if case.kind == code])
    return found


def plans_of(cases: Sequence[Case]) -> dict[UUID, UUID]:
    """Case -> the first of the line of plans that it is about; one statement, none where no kind speaks of one plan."""
    ways = sorted({REGISTER[case.kind].plan for case in cases} - {""})
    if not ways:
        return {}
    about = Case.objects.filter(id__in=[case.id for case in cases]).order_by().values_list("id", *ways)
    return {case_id: plan for case_id, *plans in about for plan in plans if plan}


def kept_rows(rows: Collection[UUID]) -> set[UUID]:
    """Those of these rows that may not be deleted: somebody above speaks of them."""
    return {row for keeper in KEEPERS for row in keeper(rows)} if rows else set()


def open_to(scope: Scope) -> None:
    """Has people see cases by something else than units: whoever holds `inspect` sees what `scope` says."""
    SCOPES.append(scope)


def scoped(user: UUID, now: datetime) -> Q:
    """The cases that somebody who inspects may see: a condition on Case."""
    found = Q(pk__in=[])
    for scope in SCOPES:
        found |= scope(user, now)
    return found


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
