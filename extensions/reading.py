"""Extensions as one screen shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from approvals.kinds import Content
from approvals.queries import Request, dockets_for, submitted_contents
from organization.models import User
from organization.rules import Absent
from workflow.models import Case, State
from workflow.rules import Reason, reasons_against_editing

from .contents import content_shown
from .models import Extension
from .queries import granted_for, visible_extensions
from .rules import history


@dataclass(frozen=True, slots=True)
class ExtensionLine:
    """An extension in a list.

    Attributes:
        said: its content, as it was submitted or as its open draft stands.
        digest: as of now.
        times, original: for the how manyth time the row is put off with it, and its day before the first time.
        editable: why the reader may not change it; empty: they may.
    """

    extension: Extension
    said: Content
    digest: str
    times: int
    original: date
    editable: Sequence[Reason]

    @property
    def case(self) -> Case:
        """Its case."""
        return self.extension.case

    @property
    def case_id(self) -> UUID:
        """Its id."""
        return self.extension.case_id

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.said["title"])

    @property
    def stands(self) -> str:
        """Where it stands, in the words of this kind."""
        if self.extension.granted_on is not None:
            return "granted"
        if self.case.discarded:
            return "discarded"
        return "declined" if self.case.state == State.PRESENTED else "open"


def read_extensions(found: Sequence[Extension], user: User, now: datetime) -> list[ExtensionLine]:
    """Extensions as the list shows them; a fixed number of statements."""
    dockets = dockets_for([one.case for one in found], Request(by=user, now=now, acts=()))
    signed = submitted_contents([one.case_id for one in found])
    granted = granted_for({one.row.key for one in found})
    lines = []
    for one in found:
        facts = dockets[one.case_id].facts
        times, original = history(granted[one.row.key], one.was)
        said = content_shown(one, signed.get(one.case_id))
        lines.append(ExtensionLine(one, said, facts.digest, times, original, reasons_against_editing(facts)))
    return lines


def read_extension(user: User, case_id: UUID, now: datetime) -> ExtensionLine:
    """The extension.

    Raises:
        Absent: the person sees none there.
    """
    one = visible_extensions(user, now).filter(case=case_id).first()
    if one is None:
        raise Absent
    [line] = read_extensions([one], user, now)
    return line
