"""What a meeting hears."""

from datetime import datetime
from typing import TypedDict

from approvals.words import EvidenceItem
from reports.rules.signed import Figures
from reports.words import VerdictContent

from .consolidations import ExpectedReport


class AgendaRow(VerdictContent):
    """A row as the agenda carries it."""

    highlighted: bool
    counted: bool
    unfinished: bool
    late: bool
    contradiction: bool


class PlacedContent(AgendaRow):
    """A row that is shown away from its plan."""

    monitor: str
    period: str


class Promised(TypedDict):
    """How often a day was promised in earlier reports, and which days."""

    times: int
    dates: list[str]


class SlipRow(PlacedContent):
    """A row that is not done, with what was promised of it."""

    promised: Promised


class PromisedRow(Promised):
    """What was promised of a row; `now` is the day that is named in the report that is heard."""

    row: str
    text: str
    plan: str
    plan_title: str
    now: str | None


class FiguresNow(Figures):
    """N = k + m as the report signed it; `done_now`: k with the updates that were confirmed since."""

    done_now: int


class HeardFigures(FiguresNow):
    """N = k + m + u of the heard periods, as the consolidations have them: u, and of k and m what nobody checked."""

    unfollowed: int
    unchecked: int


class HeardItem(TypedDict):
    """An item of the form that a monitoring unit reports on."""

    item: str
    title: str


class AgendaPlan(FiguresNow):
    """One plan that a monitoring unit reports on, under which item."""

    plan: str
    item: str
    title: str
    number: str
    rows: list[AgendaRow]


class UnitPart(FiguresNow):
    """What one monitoring unit reports."""

    unit: str
    period: str
    items: list[HeardItem]
    plans: list[AgendaPlan]


class AgendaUnit(UnitPart):
    """The same, with the unit's name and the report's case."""

    name: str
    case: str


class Assessment(TypedDict):
    """What the office says of the period itself."""

    id: str
    title: str
    period: str
    assessment: str
    as_of: datetime


class SignedProposal(TypedDict):
    """A proposal word for word, and whose it is."""

    id: str
    text: str
    unit: str


class LeadershipAnswer(TypedDict):
    """What the leadership answered, and where the proposal was written; empty until then."""

    case: str | None
    answer: str
    answer_text: str


class HeardProposal(SignedProposal, LeadershipAnswer):
    """A proposal that a meeting hears."""


class NamedProposal(HeardProposal):
    """The same, with the name of whose it is."""

    name: str


class ToldUpdate(TypedDict):
    """What became of a row after its report; `confirmed`: by the monitoring unit, so that it counts."""

    id: str
    row: str
    plan: str
    plan_title: str
    row_text: str
    unit: str
    period: str
    confirmed: bool
    done: bool | None
    completed_on: str | None
    result: str
    evidence: list[EvidenceItem]
    by: str
    at: datetime


class NotReceived(ExpectedReport):
    """A report of a heard period that is not inside, as the consolidation's photograph shows it.

    What stands only in one of its lists is None in the others. `signed_after`: when its head signed it, after that.
    """

    name: str
    period: str
    lies_with: str | None
    signed_at: str | None
    waits_at: str | None
    returned_at: str | None
    returned_by: str | None
    signed_after: datetime | None


class ShownConsequence(TypedDict):
    """An item that the rule of Notice 242, II.8 points at; `applied` is None until the leadership decided."""

    period: str
    unit: str
    name: str
    item: str
    title: str
    trigger: str
    evidence_text: str
    applied: bool | None
    reason: str
