"""The register of administrative acts: who changed what of who is who, in the transaction that changes it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from organization.models import Entry, Institution, Unit, User

#: Where an act comes from that nobody does in a browser.
COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Clerk:
    """Who enters an administrative act.

    Attributes:
        by: None: a command.
        origin: the address that it came from, or "command".
    """

    by: User | None
    at: datetime
    origin: str = COMMAND


@dataclass(frozen=True, slots=True)
class Subject:
    """What an act is about; whom and which unit it concerns beside it, to be found by."""

    kind: str
    id: object
    person: User | None = None
    unit: Unit | None = None


def enter(
    changed_by: Clerk | None,
    act: str,
    institution: Institution | UUID,
    about: Subject,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> Entry:
    """Write one entry; nothing ever changes it.

    Args:
        changed_by: None: a command, now.
        before, after: what was and is, plain JSON; of a change only what differs.
    """
    clerk = changed_by or Clerk(None, timezone.now())
    return Entry.objects.create(
        institution_id=institution.id if isinstance(institution, Institution) else institution,
        at=clerk.at,
        by=clerk.by,
        origin=clerk.origin,
        act=act,
        kind=about.kind,
        about=str(about.id),
        person=about.person,
        unit=about.unit,
        before=before or {},
        after=after or {},
    )


def differing(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Both, without what is the same in them."""
    changed = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in changed}, {name: after[name] for name in changed}
