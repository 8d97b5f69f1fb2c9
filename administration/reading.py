"""Mergers and splits as their screen shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from administration.models import PlanPart, Reorganization
from administration.queries.reorganizations import Preview, preview_of
from approvals.queries.authority import against_leading, holds
from organization.models import User


@dataclass(frozen=True, slots=True)
class Sight:
    """What a person may see of mergers and splits, and do: by the permissions of their posts."""

    staff: bool
    leading: bool
    office: bool
    audit: bool

    @property
    def listed(self) -> bool:
        """Whether they see that there are any."""
        return self.staff or self.titles

    @property
    def titles(self) -> bool:
        """Whether they see what goes along by name: who keeps units and people sees counts and codes."""
        return self.leading or self.office or self.audit


@dataclass(frozen=True, slots=True)
class Shown:
    """A merger or split as somebody sees it; see `serializers.reorganizations.ReorganizationOutput`."""

    one: Reorganization
    stands: str
    counts: dict[str, int] | None
    details: Preview | None
    parts: Sequence[PlanPart]
    confirmable: bool
    placeable: bool
    closable: bool

    @property
    def id(self) -> UUID:
        """Its id."""
        return self.one.id

    @property
    def kind(self) -> str:
        """Merger or split."""
        return self.one.kind


def sight_of(user: User, now: datetime) -> Sight:
    """What the person may see."""
    root, office = user.institution.root, user.institution.office
    return Sight(
        staff=root is not None and holds(user, "staff", root, now),
        leading=not against_leading(user, now),
        office=office is not None and holds(user, "consolidate", office, now),
        audit=root is not None and holds(user, "audit", root, now),
    )


def stand_of(one: Reorganization) -> str:
    """Where it stands."""
    if one.closed_at is not None:
        return "closed"
    if one.applied_at is not None:
        return "done"
    return "confirmed" if one.confirmed_at is not None else "entered"


def shown_reorganization(one: Reorganization, sight: Sight, by: User, now: datetime) -> Shown:
    """It as the person sees it."""
    stands = stand_of(one)
    open_ = stands == "entered"
    going = preview_of(one.unit, one.on, by, now) if stands in ("entered", "confirmed") else None
    parts = list(one.parts.all()) if sight.titles else []
    return Shown(
        one, stands,
        counts=counts_of(going) if going else None,
        details=going if sight.titles else None,
        parts=parts,
        confirmable=open_ and sight.leading and one.by_id != by.id,
        placeable=open_ and one.kind == Reorganization.Kind.SPLIT and (sight.leading or sight.office),
        closable=open_ and (sight.leading or sight.staff),
    )  # fmt: skip


def counts_of(going: Preview) -> dict[str, int]:
    """How many of what, without a name."""
    names = ("plans", "cases", "items", "promises", "people", "signing")
    counts = {name: len(getattr(going, name)) for name in names}
    return counts | {"rows": going.rows, "cases": len(going.cases) + going.unseen}
