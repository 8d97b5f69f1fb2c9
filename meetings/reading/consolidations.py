"""Consolidations as one screen shows them, in a list and one by one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from approvals import kinds
from approvals.kinds import Content
from approvals.queries import Request, dockets_for, submitted_heads
from meetings.contents.consolidations import content_of
from meetings.models import Consolidation, ConsolidationItem
from meetings.queries.agenda import photographs
from meetings.queries.consolidations import (
    MONITORING,
    contents_signed,
    gather,
    items_of,
    takeable,
)
from meetings.queries.moved import stale_among
from meetings.words.consolidations import (
    AbsentReport,
    ConsolidationContent,
    FiguresInside,
    LateReport,
    ListedRow,
    Replaced,
    Version,
)
from organization.models import User
from reports.queries.proposals import answered
from reports.rules.figures import Contradiction, figures_of, newest_first, unfinished
from reports.rules.signed import MonitoringReportContent
from workflow.models import Case, State
from workflow.rules import Reason, reasons_against_editing


@dataclass(frozen=True, slots=True)
class ConsolidationLine:
    """A consolidation in a list as it was submitted, an open draft as it stands: what is inside, and its digest as of now.

    Attributes:
        stale: something inside is no longer what it was when it was taken in, and no consolidation that was signed has
            taken in what it is now.
    """

    consolidation: Consolidation
    title: str
    assessment: str
    digest: str
    inside: Sequence[ConsolidationItem]
    stale: bool

    @property
    def case(self) -> Case:
        """Its case."""
        return self.consolidation.case

    @property
    def case_id(self) -> UUID:
        """Its id."""
        return self.consolidation.case_id


@dataclass(frozen=True, slots=True)
class CitedCase:
    """A case inside, and what a report of an earlier period is called here; empty for those of its own."""

    item: ConsolidationItem
    cited_as: str

    @property
    def case(self) -> Case:
        """The case."""
        return self.item.case

    @property
    def case_id(self) -> UUID:
        """Its id."""
        return self.item.case_id

    @property
    def digest(self) -> str:
        """The digest that it was taken in with."""
        return self.item.digest


@dataclass(frozen=True, slots=True)
class ShownConsolidation(ConsolidationLine):
    """A consolidation with all that it says: an open draft as of now, else as it was submitted.

    Attributes:
        cited: what is inside, as it is cited.
        available: checked reports that a fresh taking in would take.
        as_of: the moment that it shows: of a draft now, else when it was submitted.
        editable: why the reader cannot change it; empty: they can.
    """

    cited: Sequence[CitedCase]
    highlights: Sequence[str]
    proposals: Sequence[Content]
    figures: FiguresInside
    missing: Sequence[AbsentReport]
    waiting: Sequence[AbsentReport]
    sent_back: Sequence[AbsentReport]
    outside: Sequence[AbsentReport]
    unchecked_reason: str
    as_of: datetime
    late: Sequence[LateReport]
    contradictions: Sequence[Contradiction]
    unfinished: Sequence[ListedRow]
    delta: Sequence[Replaced]
    available: Sequence[Case]
    editable: Sequence[Reason]


@dataclass(frozen=True, slots=True)
class Made:
    """What a consolidation says, what is inside, and what the monitoring reports inside signed, by digest; of a submitted
    one, which moment it shows."""

    content: ConsolidationContent
    inside: Sequence[ConsolidationItem]
    signed: Mapping[str, MonitoringReportContent]
    as_of: datetime | None = None


def read_consolidations(rows: Sequence[Consolidation], user: User, now: datetime) -> list[ConsolidationLine]:
    """Consolidations as the list shows them; as many statements for one as for many."""
    inside: dict[UUID, list[ConsolidationItem]] = defaultdict(list)
    for item in items_of(rows):
        inside[item.consolidation_id].append(item)
    dockets = dockets_for([row.case for row in rows], Request(by=user, now=now, acts=()))
    stale = stale_among(rows, [item for items in inside.values() for item in items])
    heads = submitted_heads([row.case for row in rows], "title", "assessment")
    return [
        ConsolidationLine(
            row,
            *said_at_head(row, heads),
            dockets[row.case_id].facts.digest,
            inside[row.case_id],
            stale=row.case_id in stale,
        )
        for row in rows
    ]


def said_at_head(row: Consolidation, heads: Mapping[UUID, tuple[str, ...]]) -> tuple[str, str]:
    """Its title and what the office says of the period."""
    title, assessment = heads.get(row.case_id, (row.case.title, row.assessment))
    return title, assessment or ""


def read_consolidation(row: Consolidation, user: User, now: datetime) -> ShownConsolidation:
    """The consolidation (`queries.visible_consolidation`); a fixed number of statements."""
    made = made_of(row)
    asked = Request(by=user, now=now, acts=())
    docket = dockets_for([row.case], asked, contents={row.case_id: made.content})[row.case_id]
    content = made.content
    takes = row.case.state == State.DRAFT and row.period.is_reported
    return ShownConsolidation(
        consolidation=row,
        title=content["title"],
        assessment=content["assessment"],
        digest=docket.facts.digest,
        inside=made.inside,
        stale=bool(stale_among([row], made.inside)),
        cited=cited(made),
        highlights=content["highlights"],
        proposals=answered([{**proposal} for proposal in content["proposals"]]),
        figures=content["figures"],
        missing=content["missing"],
        waiting=content["waiting"],
        sent_back=content["sent_back"],
        outside=content["outside"],
        unchecked_reason=content["unchecked_reason"],
        as_of=made.as_of or now,
        late=content["late"],
        contradictions=content["contradictions"],
        unfinished=unfinished_rows(row, content, made.signed),
        delta=delta(made.inside, content, made.signed),
        available=takeable(user, row.period, now, into=row.case_id) if takes else [],
        editable=reasons_against_editing(docket.facts),
    )


def made_of(row: Consolidation) -> Made:
    """What it says: of an open draft as of now, else as it was submitted."""
    if kinds.follows(row.case):
        gathered = gather([row.case_id])
        return Made(content_of(row, gathered), gathered.items[row.case_id], gathered.contents)
    [photo] = photographs([row])
    content = photo.content
    return Made(content, list(items_of([row])), versions(content, "digest"), photo.as_of)


def cited(made: Made) -> list[CitedCase]:
    """What is inside, with what each is called."""
    called = {case["case"]: case.get("cited_as", "") for case in made.content["cases"]}
    return [CitedCase(item, called.get(str(item.case_id), "")) for item in made.inside]


def unfinished_rows(
    row: Consolidation, content: ConsolidationContent, signed: Mapping[str, MonitoringReportContent]
) -> list[ListedRow]:
    """The rows of m as their monitoring units signed them."""
    highlighted = set(content["highlights"])
    inside = [signed[case["digest"]] for case in content["cases"] if case["digest"] in signed]
    return [
        {**line, "highlighted": line["row"] in highlighted}
        for line in unfinished(newest_first(inside, row.period.label))
    ]


def versions(
    content: ConsolidationContent, name: Literal["digest", "instead_of"]
) -> dict[str, MonitoringReportContent]:
    """What the monitoring reports inside signed: "digest" what was taken in, "instead_of" what was before."""
    reports = (case for case in content["cases"] if case.get("kind") == MONITORING)
    return contents_signed((UUID(case["case"]), case[name]) for case in reports if name in case)


def delta(
    items: Sequence[ConsolidationItem],
    content: ConsolidationContent,
    signed: Mapping[str, MonitoringReportContent],
) -> list[Replaced]:
    """What was taken in before with another digest: both, with their figures."""
    titles = {str(item.case_id): item.case.title for item in items}
    both = {**signed, **versions(content, "instead_of")}
    return [
        {
            "case": case["case"],
            "title": titles.get(case["case"], ""),
            "before": version(case["instead_of"], both),
            "after": version(case["digest"], both),
        }
        for case in content["cases"]
        if case.get("instead_of")
    ]


def version(digest: str, signed: Mapping[str, MonitoringReportContent]) -> Version:
    """A submission with its figures, where it is a monitoring report."""
    if digest not in signed:
        return {"digest": digest, "due": None, "done": None, "not_done": None}
    figures = figures_of(signed[digest])
    return {"digest": digest, "due": figures["due"], "done": figures["done"], "not_done": figures["not_done"]}
