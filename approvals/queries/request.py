"""What is asked of the judge."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from approvals.rules import Issued
from approvals.words import Terms
from organization.models import User


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of the judge.

    Attributes:
        acts: the acts in question.
        comment: the reason that was given; None where the question is only "may I".
        issued: data of a document issued on paper, for register.
        principal: sign on behalf of this person only; None: as oneself, else by delegation.
        within: for cases that are signed within something: "consolidation" or "meeting".
        until: for reopen of what a closed period holds: the day until which that is opened for the unit.
        ground: what a check sends it back for; None: nothing is stated.
        remarks: what goes with a return; none where the question is only "may I".
        terms: what is decided of rows; None: nothing is.
    """

    by: User
    now: datetime
    acts: Collection[str]
    comment: str | None = None
    issued: Issued | None = None
    principal: UUID | None = None
    within: Mapping[UUID, str] = field(default_factory=dict)
    until: date | None = None
    ground: str | None = None
    terms: Terms | None = None
    remarks: Sequence[Mapping[str, str]] = ()

    @property
    def today(self) -> date:
        """The institution's day."""
        return timezone.localtime(self.now).date()
