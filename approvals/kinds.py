"""Kinds of cases: what a subject app says of its content, registered in AppConfig.ready().

A new kind is a new app on top; nothing below it changes.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from workflow.models import Case, State
from workflow.policies import Reason

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Deed:
    """What an act was, for the kind's own follow-up: rows of its tables that go along in the same transaction."""

    act: str
    cases: Sequence[Case]
    by: UUID
    details: Mapping[str, Any]


#: What stands against an act beside the content itself, per case; set-based.
Lacking = Callable[[Collection[UUID]], Mapping[UUID, Sequence[Reason]]]


def nothing_more(deed: Deed) -> None:
    """Most kinds change nothing else with an act."""


def nothing_inside(case_ids: Collection[UUID]) -> dict[UUID, dict[UUID, str]]:
    """Most kinds contain no other cases."""
    return {}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of case.

    Attributes:
        code: stands in Case.kind.
        label: msgid of its name.
        content: the working content of each case, by id; set-based.
        checked: the acts before which the content is looked at.
        gaps: what a content lacks for one of them; pure.
        after_act: what else changes with an act; set-based, inside the same transaction.
        inside: for containers: container -> contained case -> its digest as contained.
        lacking: act -> what else stands against it, found in other tables than the content's.
        live: a draft's content follows other tables (a report follows its plans), so its digest is taken afresh
            whenever it is looked at.
        editors: (permission, place) of whoever writes its drafts.
        open_when_signed: every unit of the institution sees it from the head's signature on.
    """

    code: str
    label: str
    content: Callable[[Collection[UUID]], dict[UUID, Content]]
    checked: frozenset[str]
    gaps: Callable[[str, Content], Sequence[Reason]]
    after_act: Callable[[Deed], None]
    inside: Callable[[Collection[UUID]], dict[UUID, dict[UUID, str]]] = nothing_inside
    lacking: Mapping[str, Lacking] = field(default_factory=dict)
    live: bool = False
    editors: tuple[str, str] = ("edit", "unit")
    open_when_signed: bool = False


REGISTER: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind; called once at start-up.

    Raises:
        ValueError: the code is taken.
    """
    if kind.code in REGISTER:
        raise ValueError(f"kind {kind.code} exists")
    REGISTER[kind.code] = kind


def contents(cases: Sequence[Case]) -> dict[UUID, Content]:
    """The working content of each case, whatever its kind."""
    found: dict[UUID, Content] = {}
    for code in {case.kind for case in cases}:
        found |= REGISTER[code].content([case.id for case in cases if case.kind == code])
    return found


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


def lacking(cases: Sequence[Case], acts: Collection[str]) -> dict[UUID, dict[str, Sequence[Reason]]]:
    """Case -> act -> what stands against it beside its content; one call per kind and act that looks."""
    found: dict[UUID, dict[str, Sequence[Reason]]] = {case.id: {} for case in cases}
    for code in {case.kind for case in cases}:
        for act, look in REGISTER[code].lacking.items():
            if act in acts:
                for case_id, reasons in look([case.id for case in cases if case.kind == code]).items():
                    found[case_id][act] = reasons
    return found


def open_kinds() -> list[str]:
    """Codes of the kinds that every unit sees once they are signed."""
    return [kind.code for kind in REGISTER.values() if kind.open_when_signed]
