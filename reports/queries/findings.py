"""Which due rows of a unit's report the monitoring unit has not judged yet."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from approvals.queries import submitted_contents
from reports.models import EarlierFinding, Finding, UnitReport
from reports.rules.gaps import NOT_ANEW, NOT_SEEN, name_of
from reports.rules.judged import Share, word_digest
from reports.words import SignedRow, read_rows
from workflow.rules import CONTENT, Reason


class JudgedWord(NamedTuple):
    """A verdict: when its period ends, and the digests of the words that it judged, of a class each unit's."""

    ends: date
    word: str
    shares: Mapping[str, Share]

    def word_of(self, unit: str) -> str:
        """The digest of the unit's word."""
        return self.shares[unit]["judged"] if unit in self.shares else self.word


def without_finding(case_ids: Collection[UUID]) -> dict[UUID, Sequence[Reason]]:
    """Unit report -> a reason for each due row that nobody has judged, or whose word was signed after the verdict: four
    statements. A verdict of a later period counts: who judged it there had the word before them.
    """
    contents = submitted_contents(case_ids)
    reports = UnitReport.objects.filter(case__in=contents).select_related("period")
    periods = {report.case_id: report.period for report in reports}
    rows = {
        case_id: [row for row in read_rows(content) if row.asked] for case_id, content in contents.items()
    }
    judged: dict[UUID, list[JudgedWord]] = defaultdict(list)
    spoken = {"done__isnull": False, "row__in": [row.row for mine in rows.values() for row in mine]}
    for kind, of in ((Finding, "report__period__ends"), (EarlierFinding, "period__ends")):
        found = kind._default_manager.filter(**spoken)
        for row_id, *verdict in found.values_list("row", of, "judged", "shares"):
            judged[row_id].append(JudgedWord(*verdict))
    return {
        case_id: list(against_rows(mine, judged, periods[case_id].ends, contents[case_id]["unit"]))
        for case_id, mine in rows.items()
    }


def against_rows(
    rows: Sequence[SignedRow], judged: Mapping[UUID, Collection[JudgedWord]], ends: date, unit: str
) -> Iterator[Reason]:
    """What is not judged of these rows of the unit in the period that ends then."""
    for place, row in enumerate(rows, start=1):
        verdicts, named = judged.get(UUID(row.row), ()), name_of(place, row)
        if not any(verdict.ends >= ends for verdict in verdicts):
            yield Reason("finding-missing", CONTENT, NOT_SEEN, row=row.row, field="done", place=named)
        elif not any(
            verdict.ends > ends or verdict.word_of(unit) == word_digest(row.said)
            for verdict in verdicts
            if verdict.ends >= ends
        ):
            yield Reason("finding-stale", CONTENT, NOT_ANEW, row=row.row, field="done", place=named)
