"""One request to act, as it came in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from approvals.kinds import Details
from approvals.ledger.canonical import digest
from approvals.rules import Issued
from approvals.words import Terms
from organization.models import User


@dataclass(frozen=True, slots=True)
class Order:
    """One request to act, as it came in; see `approvals.actions.act` for the fields.

    `inside`: for containers, what they contain and the digest each was contained with.
    """

    act: str
    by: User
    now: datetime
    key: str
    seen: Mapping[UUID, str]
    comment: str = ""
    remarks: Sequence[Mapping[str, str]] = ()
    issued: Issued | None = None
    on_behalf_of: UUID | None = None
    capacity: str = ""
    session: str = ""
    within: UUID | None = None
    until: date | None = None
    ground: str | None = None
    terms: Terms | None = None
    inside: Mapping[UUID, Mapping[UUID, str]] = field(default_factory=dict)

    @property
    def members(self) -> dict[UUID, UUID]:
        """Contained case -> the container that is signed with it."""
        return {member: container for container, members in self.inside.items() for member in members}

    @property
    def fingerprint(self) -> str:
        """What tells this request from another one that bears the same key."""
        return digest(
            {
                "act": self.act,
                "cases": {str(case_id): seen for case_id, seen in self.seen.items()},
                "comment": self.comment,
                "remarks": list(self.remarks),
                "issued": self.issued,
                "on_behalf_of": self.on_behalf_of,
                "capacity": self.capacity,
                "within": self.within,
                **({"until": self.until.isoformat()} if self.until else {}),
                **({"ground": self.ground} if self.ground else {}),
                **({"terms": self.terms} if self.terms else {}),
            }
        )

    @property
    def details(self) -> Details:
        """What else is decided with the signature, and therefore covered by its hash."""
        details: Details = {}
        if self.remarks:
            details["remarks"] = [dict(remark) for remark in self.remarks]
        if self.issued is not None:
            details["issued"] = self.issued
        if self.until is not None:
            details["until"] = self.until.isoformat()
        if self.ground:
            details["ground"] = self.ground
        if self.terms:
            details["terms"] = self.terms
        return details
