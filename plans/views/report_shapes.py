"""Reports as they are shown: the content that is signed, and what stands beside its rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from approvals.kinds import Content
from approvals.queries import Docket, Request, dockets_for, submitted_contents
from organization.http.person import PersonRequest
from organization.http.serializers import reason_list
from plans.contents.words import word_content
from plans.models import MonitoringReport, UnitReport
from plans.policies.reports import wants_number
from plans.queries.proposals import answered
from plans.queries.reports import findings_beside, promised_before, punctuality, updates_of
from plans.serializers.reports import MonitoringReportOutput, UnitReportOutput
from workflow.policies import reasons_against_editing

Report = UnitReport | MonitoringReport


def unit_shapes(request: PersonRequest, reports: Sequence[UnitReport], now: datetime) -> list[Any]:
    """Reports of units of one period with their rows; a fixed number of statements."""
    contents = prepare(request, reports, now)
    if not reports:
        return []
    rows = [row for content in contents.values() for row in content["rows"]]
    beside_rows(rows, reports[0])
    findings = findings_beside(reports)
    for report in reports:
        content: Any = contents[report.case_id]
        for row in content["rows"]:
            finding = findings.get((report.monitor_id, row["row"]))
            row["number_wanted"] = wants_number(row)
            row["finding"] = word_content(finding) | {"agreed": finding.agreed} if finding else None
        show(report, content, "unit", next=content["next"], rows=content["rows"])
    return list(UnitReportOutput(reports, many=True).data)


def monitoring_shape(request: PersonRequest, report: MonitoringReport, now: datetime) -> Any:
    """A monitoring report: the Notice's form, with the unit's word beside each verdict."""
    content = prepare(request, [report], now)[report.case_id]
    rows = [row for plan in content["plans"] for row in plan["rows"]]
    beside_rows(rows, report)
    for row in rows:
        row["contradiction"] = bool(row["word"] and row["word"]["done"] and row["done"] is False)
    show(report, content, "monitoring", plans=content["plans"], totals=content["totals"])
    return MonitoringReportOutput(report).data


def prepare(request: PersonRequest, reports: Sequence[Report], now: datetime) -> dict[UUID, Content]:
    """The content of each report: frozen once submitted, else as it stands now; with what the head line says."""
    cases = [report.case for report in reports]
    dockets = dockets_for(cases, Request(by=request.user, now=now, acts=()))
    frozen = submitted_contents([case.id for case in cases if dockets[case.id].content is None])
    times = punctuality(reports, now)
    for report in reports:
        head_line(report, dockets[report.case_id], times[report.case_id])
    return {case.id: dockets[case.id].content or frozen[case.id] for case in cases}


def head_line(report: Any, docket: Docket, times: dict[str, Any]) -> None:
    """What a report says of itself: the digest as of now, whether it may be edited, whether it was on time."""
    report.case.digest = docket.facts.digest
    report.editable = reason_list(reasons_against_editing(docket.facts))
    report.status, report.signed_at = times["status"], times["signed_at"]


def beside_rows(rows: Sequence[Content], report: Report) -> None:
    """What was promised before, and what was noted afterwards."""
    ids = [UUID(row["row"]) for row in rows]
    promised, updates = promised_before(ids, report.period), updates_of(ids, report.period)
    for row in rows:
        days = promised.get(row["row"], [])
        row["promised"] = {"times": len(days), "dates": days}
        row["updates"] = updates.get(row["row"], [])


def show(report: Any, content: Content, kind: str, **parts: Any) -> None:
    """Puts the parts of a content where the serializer looks for them."""
    report.kind = kind
    report.proposals = answered([{"unit": content["unit"], **proposal} for proposal in content["proposals"]])
    for name, value in parts.items():
        setattr(report, name, value)
