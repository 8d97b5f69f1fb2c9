"""What a consolidation signs, and what one screen shows of it."""

from typing import NotRequired, TypedDict

from reports.rules.figures import Contradiction, UnfinishedRow
from reports.rules.signed import Figures, ProposalContent
from reports.words import Number


class CaseInside(TypedDict):
    """A case inside a consolidation, by the digest that it was taken in with.

    `monitor` and `period` are of a report; `instead_of` is the digest that an earlier consolidation took it in with;
    `cited_as` says of a report of an earlier period why it stands here.
    """

    case: str
    digest: str
    kind: str
    unit: str
    monitor: NotRequired[str | None]
    period: NotRequired[str]
    instead_of: NotRequired[str]
    cited_as: NotRequired[str]


class MonthFigures(Figures):
    """N = k + m + u: u (chưa có kết quả theo dõi) are the due rows of whose monitor no signed result stands."""

    unfollowed: Number


class FiguresOfUnit(MonthFigures):
    """Those of what one monitoring unit follows; `checked`: its report is inside, otherwise nobody checked it."""

    unit: str
    case: str
    checked: bool


class FiguresOfItem(MonthFigures):
    """Those of one item, a plan or a class of plans, and which unit follows it."""

    item: str
    title: str
    unit: str


class EarlierFigures(Figures):
    """N = k + m of an earlier period's report that came late."""

    unit: str
    case: str
    period: str


class FiguresInside(TypedDict):
    """What the period comes to: all of it, and of that what is inside (checked) and what its monitors signed and nobody
    checked yet; apart, reports of earlier periods."""

    total: MonthFigures
    checked: MonthFigures
    unchecked: MonthFigures
    by_unit: list[FiguresOfUnit]
    by_item: list[FiguresOfItem]
    earlier: list[EarlierFigures]


class ExpectedReport(TypedDict):
    """A report that a period expects; `monitor`: to whom a unit's report goes."""

    unit: str
    kind: str
    monitor: str | None
    case: str


class AbsentReport(ExpectedReport):
    """A report that is not inside, with what its list says of it.

    chưa nộp: `lies_with`, "head" or "officers" of its unit. đã nộp, chờ kiểm tra: `signed_at` first by its head, whether
    `late`, and `waits_at`, the code of a unit. đã trả lại, chưa nộp lại: `signed_at`, `returned_at`, `returned_by`, the
    name of a unit.
    """

    lies_with: NotRequired[str]
    signed_at: NotRequired[str]
    late: NotRequired[bool]
    waits_at: NotRequired[str]
    returned_at: NotRequired[str]
    returned_by: NotRequired[str]


class LateReport(ExpectedReport):
    """A report inside that its head signed late."""

    period: str
    signed_at: str


class Absent(TypedDict):
    """The reports that a period expects and that are not inside, by where they stand."""

    missing: list[AbsentReport]
    waiting: list[AbsentReport]
    sent_back: list[AbsentReport]
    outside: list[AbsentReport]


class ConsolidationContent(TypedDict):
    """A consolidation: a photograph of the moment at which it was submitted.

    `outside`: in format 1 whatever was not inside, for whatever reason; nobody can tell them apart any more.
    """

    title: str
    period: str
    assessment: str
    unchecked_reason: str
    supplement_of: str | None
    cases: list[CaseInside]
    figures: FiguresInside
    missing: list[AbsentReport]
    waiting: list[AbsentReport]
    sent_back: list[AbsentReport]
    outside: list[AbsentReport]
    late: list[LateReport]
    contradictions: list[Contradiction]
    highlights: list[str]
    proposals: list[ProposalContent]


# --- What one screen shows of a consolidation ------------------------------------------------------------


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
