"""What the tables of reports and updates say beside what was submitted: words, findings, proposals; the rows themselves
come from plans, which are compared by themselves."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from approvals.kinds import Content
from reports.models import (
    EarlierFinding,
    Finding,
    Judgement,
    MonitoredItem,
    MonitoringReport,
    Progress,
    RowUpdate,
    UnitReport,
    Word,
)
from reports.queries.words import said_in
from reports.rules.signed import Entry
from reports.words import SignedRow

from .unit_reports import proposals_of, words_of
from .verdict_rows import basis_of, judged

Signed = Mapping[UUID, Content]
#: A report, and an item of its form.
ItemOf = tuple[UUID, str]


def restated_unit_reports(signed: Signed) -> dict[UUID, Content]:
    """Submitted contents of unit reports with what the tables say in its place; three statements."""
    reports = list(
        UnitReport.objects.filter(case__in=signed).select_related("case", "period", "unit", "monitor")
    )
    words, proposals = words_of(reports), proposals_of(signed)
    return {
        one.case_id: signed[one.case_id]
        | {
            "title": one.case.title,
            "unit": one.unit.code,
            "monitor": one.monitor.code,
            "period": one.period.label,
            "rows": [
                said_anew(row, words[one.case_id].get(UUID(row["row"])))
                for row in signed[one.case_id]["rows"]
            ],
            "proposals": proposals[one.case_id],
        }
        for one in reports
    }


def said_anew(row: Content, word: Word | None) -> Content:
    """A row of a content with the word of its table; what months have said of a longer span stands in their reports."""
    if row.get("settled") or (word is None and row.get("months")):
        return row
    return {**row, **said_in(word).to_content()}


def restated_monitoring_reports(signed: Signed) -> dict[UUID, Content]:
    """The same of monitoring reports; seven statements."""
    reports = list(MonitoringReport.objects.filter(case__in=signed).select_related("case", "period", "unit"))
    proposals = proposals_of(signed)
    looked, entries = looked_at(signed), entries_of(signed)
    found, earlier = findings_of(Finding, signed), findings_of(EarlierFinding, signed)
    return {
        one.case_id: signed[one.case_id]
        | {
            "title": one.case.title,
            "unit": one.unit.code,
            "period": one.period.label,
            "items": [
                looked_anew(item, looked, entries, one.case_id) for item in signed[one.case_id]["items"]
            ],
            "plans": [
                plan
                | {"rows": [judged_anew(row, found.get((one.case_id, row["row"]))) for row in plan["rows"]]}
                for plan in signed[one.case_id]["plans"]
            ],
            "earlier": [
                judged_anew(row, earlier.get((one.case_id, row["row"])))
                for row in signed[one.case_id].get("earlier", [])
            ],
            "proposals": with_own(
                signed[one.case_id].get("proposals", []), [*proposals[one.case_id]], one.unit.code
            ),
        }
        for one in reports
    }


def looked_at(signed: Signed) -> dict[ItemOf, MonitoredItem]:
    """(report, item) -> what was looked at for it; two statements."""
    found = MonitoredItem.objects.filter(report__in=list(signed)).prefetch_related("units")
    return {(one.report_id, str(one.item_id)): one for one in found}


def entries_of(signed: Signed) -> dict[ItemOf, list[Entry]]:
    """(report, item) -> its weekly entries, oldest first; one statement."""
    found: dict[ItemOf, list[Entry]] = defaultdict(list)
    for one in Progress.objects.filter(report__in=list(signed)):
        found[one.report_id, str(one.item_id)].append({"on": one.on.isoformat(), "text": one.text})
    return found


def looked_anew(
    item: Content, looked: Mapping[ItemOf, MonitoredItem], entries: Mapping[ItemOf, list[Entry]], report: UUID
) -> Content:
    """An item of a content with who was looked at and the weekly entries of its tables."""
    key = (report, item["item"])
    one = looked.get(key)
    return item | {
        "units": sorted(unit.code for unit in one.units.all()) if one else [],
        "shortfall": one.shortfall if one else "",
        "progress": entries.get(key, []),
    }


def findings_of(model: type[Finding | EarlierFinding], signed: Signed) -> dict[tuple[UUID, str], Judgement]:
    """(report, row) -> its finding; one statement."""
    beside = ("period",) if model is EarlierFinding else ()
    found = model._default_manager.filter(report__in=list(signed)).select_related(*beside)
    return {(one.report_id, str(one.row_id)): one for one in found}


def judged_anew(row: Content, finding: Judgement | None) -> Content:
    """A row of a content with the finding of its table; what months have settled stands in their reports."""
    if row.get("settled"):
        return row
    verdict = judged(SignedRow.read(row), finding)
    said = {**row, **verdict.said.to_content(), "agreed": verdict.agreed, "members": verdict.members}
    return (
        said
        | basis_of(finding)
        | ({"period": finding.period.label} if isinstance(finding, EarlierFinding) else {})
    )


def with_own(
    signed: list[Content], own: list[Any], unit: str, others: Collection[str] = (), *, last: bool = False
) -> list[Content]:
    """Proposals with its own as the table has them now; those of others stand in their reports.

    Args:
        unit: the code that its own bear.
        others: ids of those that bear it, too, and stand in other reports.
        last: its own stand behind those of others.
    """
    beside = [one for one in signed if one.get("unit", unit) != unit or one["id"] in others]
    mine = [{"unit": unit, **one} for one in own]
    return [*beside, *mine] if last else [*mine, *beside]


def restated_updates(signed: Signed) -> dict[UUID, Content]:
    """The same of updates; one statement."""
    found = RowUpdate.objects.filter(case__in=signed).select_related(
        "period", "case__unit", "case__monitoring_unit"
    )
    return {
        one.case_id: signed[one.case_id]
        | {
            "title": one.case.title,
            "unit": one.case.unit.code,
            "monitor": one.case.monitoring_unit.code,
            "period": one.period.label,
            "rows": [
                {**row, "row": str(one.row_id), **said_in(one).to_content()}
                for row in signed[one.case_id]["rows"]
            ],
        }
        for one in found
    }
