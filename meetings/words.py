"""What a consolidation signs and a meeting hears, as it stands in a content and goes over the wire."""

from datetime import datetime
from typing import NotRequired, TypedDict

from reports.rules.figures import Contradiction, UnfinishedRow
from reports.rules.signed import Figures, ProposalContent
from reports.words import EvidenceItem, Number, VerdictContent


class CaseInside(TypedDict):
    """A case inside a consolidation, by the digest that it was taken in with.

    `monitor` and `period` are of a report; `instead_of` is the digest that an earlier consolidation took it in with.
    """

    case: str
    digest: str
    kind: str
    unit: str
    monitor: NotRequired[str | None]
    period: NotRequired[str]
    instead_of: NotRequired[str]


class FiguresOfUnit(Figures):
    """N = k + m of one monitoring unit's report."""

    unit: str
    case: str


class EarlierFigures(FiguresOfUnit):
    """The same of an earlier period's report that came late."""

    period: str


class FiguresInside(TypedDict):
    """What the reports inside say together; apart, those of earlier periods."""

    total: Figures
    by_unit: list[FiguresOfUnit]
    earlier: list[EarlierFigures]


class ExpectedReport(TypedDict):
    """A report that a period expects; `monitor`: to whom a unit's report goes."""

    unit: str
    kind: str
    monitor: str | None
    case: str


class LateReport(ExpectedReport):
    """A report inside that its head signed late."""

    period: str
    signed_at: str


class ConsolidationContent(TypedDict):
    """A consolidation."""

    title: str
    period: str
    assessment: str
    supplement_of: str | None
    cases: list[CaseInside]
    figures: FiguresInside
    missing: list[ExpectedReport]
    late: list[LateReport]
    contradictions: list[Contradiction]
    highlights: list[str]
    proposals: list[ProposalContent]


# --- What one screen shows of a consolidation ------------------------------------------------------------


class CheckedFigures(FiguresOfUnit):
    """N = k + m of one report, and whether the office has checked it."""

    checked: bool


class FiguresOfPeriod(TypedDict):
    """What is inside, and apart what the office has not checked yet."""

    checked: Figures
    unchecked: Figures
    by_unit: list[CheckedFigures]
    earlier: list[EarlierFigures]


class ListedRow(UnfinishedRow):
    """A row of m, and whether it is put before the leadership."""

    highlighted: bool


class Version(TypedDict):
    """A submission by its digest, with its N = k + m where it is a monitoring report."""

    digest: str
    due: Number | None
    done: Number | None
    not_done: Number | None


class Replaced(TypedDict):
    """A report that an earlier consolidation took in as it was before, and this one as it is after."""

    case: str
    title: str
    before: Version
    after: Version


# --- What a meeting hears --------------------------------------------------------------------------------


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


class AgendaPlan(Figures):
    """One plan that a monitoring unit reports on."""

    plan: str
    title: str
    number: str
    rows: list[AgendaRow]


class UnitPart(Figures):
    """What one monitoring unit reports."""

    unit: str
    period: str
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
    """What came of a row after its report."""

    id: str
    row: str
    plan: str
    plan_title: str
    row_text: str
    unit: str
    period: str
    done: bool
    text: str
    evidence: list[EvidenceItem]
    by: str
    at: datetime


class NotReceived(ExpectedReport):
    """A report of a heard period that was not received in time for the meeting."""

    name: str
    period: str


class ShownConsequence(TypedDict):
    """A plan that the rule of Notice 242, II.8 points at; `applied` is None until the leadership decided."""

    period: str
    unit: str
    name: str
    plan: str
    plan_title: str
    trigger: str
    evidence_text: str
    applied: bool | None
    reason: str
