"""Reports of units and of monitoring units, the sheet of a unit."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.http import require_case
from approvals.queries.authority import require_office
from approvals.serializers.edits import edit_of
from organization.http.given import asked, body, digest_seen
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.problems import Problem
from organization.http.schema import IF_MATCH, paged
from organization.models import Unit
from organization.queries import unit_by_code
from periods.models import Period
from periods.queries import period_of, periods_of
from reports.actions.besides import NO_ROW, begin_beside
from reports.actions.edits import edit_results
from reports.actions.finding_edits import edit_findings
from reports.actions.findings import agree, put_findings
from reports.actions.openings import draft_sheets
from reports.actions.reports import change_report, draft_reports, put_results
from reports.queries.openings import is_first_month
from reports.queries.reports import visible_reports
from reports.reading.edits import read_written
from reports.reading.reports import (
    read_lines,
    read_monitoring_report,
    read_report,
    read_unit_report,
)
from reports.reading.sheets import read_sheet
from reports.serializers.edits import (
    VerdictEditsInput,
    VerdictsEditedOutput,
    WordEditsInput,
    WordsEditedOutput,
)
from reports.serializers.reports import (
    AgreeInput,
    BesideInput,
    FindingsInput,
    MonitoringReportOutput,
    OpenedOutput,
    ReportChanges,
    ReportFilter,
    ReportSummaryOutput,
    ResultsInput,
    SheetOutput,
    UnitReportOutput,
)
from workflow.models import Case
from workflow.rules import Refused

OUTPUTS = {"unit": UnitReportOutput, "monitoring": MonitoringReportOutput}
REPORT = PolymorphicProxySerializer(
    component_name="Report", serializers={**OUTPUTS}, resource_type_field_name="kind"
)


class ReportsView(APIView):
    """The reports that the person sees."""

    @extend_schema(
        operation_id="reports_list", parameters=[ReportFilter], responses=paged(ReportSummaryOutput)
    )
    def get(self, request: PersonRequest) -> Response:
        """Of one kind, newest first; narrowed by period and unit."""
        wanted = asked(request, ReportFilter)
        kind = wanted["kind"]

        def shaped(cases: list[Case]) -> Any:
            return ReportSummaryOutput(read_lines(cases, kind, request.now), many=True).data

        return page(request, visible_reports(request.user, request.now, wanted), ["-id"], shaped)


class ReportView(APIView):
    """One report."""

    @extend_schema(operation_id="reports_retrieve", responses=REPORT)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """With its rows: as they were signed, or, in an open draft, as the plans stand now."""
        report = read_report(request.user, case_id, request.now)
        return Response(OUTPUTS[report.kind](report).data, headers={"ETag": f'"{report.digest}"'})

    @extend_schema(request=ReportChanges, parameters=[IF_MATCH], responses=REPORT)
    def patch(self, request: PersonRequest, case_id: UUID) -> Response:
        """Change its proposals; of a monitoring report also the units looked at and the weekly entries."""
        require_case(request, case_id, "unit-report", "monitoring-report")
        changes, seen = body(request, ReportChanges), digest_seen(request)
        change_report(case_id, seen=seen, by=request.user, now=request.now, changes=changes)
        report = read_report(request.user, case_id, request.now)
        return Response(OUTPUTS[report.kind](report).data, headers={"ETag": f'"{report.digest}"'})


class ReportRowsView(APIView):
    """The unit's word."""

    @extend_schema(request=ResultsInput, parameters=[IF_MATCH], responses=UnitReportOutput)
    def put(self, request: PersonRequest, case_id: UUID) -> Response:
        """Write it for these rows of an open report of the unit."""
        require_case(request, case_id, "unit-report")
        words, seen = body(request, ResultsInput)["rows"], digest_seen(request)
        put_results(case_id, words, seen=seen, by=request.user, now=request.now)
        report = read_unit_report(request.user, case_id, request.now)
        return Response(UnitReportOutput(report).data, headers={"ETag": f'"{report.digest}"'})

    @extend_schema(request=WordEditsInput, responses=WordsEditedOutput)
    def patch(self, request: PersonRequest, case_id: UUID) -> Response:
        """Edit it field by field beside others who do: what somebody else has changed meanwhile is answered, not overwritten.
        Sending the same once more changes nothing; no If-Match (docs/adr/0052)."""
        require_case(request, case_id, "unit-report")
        edits = [edit_of(one) for one in body(request, WordEditsInput)["rows"]]
        edited = edit_results(case_id, edits, by=request.user, now=request.now)
        rows = read_written(edited.rows)
        return Response(WordsEditedOutput({"unfit": edited.unfit, "rows": rows}).data)


class ReportFindingsView(APIView):
    """The monitoring unit's verdict."""

    @extend_schema(request=FindingsInput, parameters=[IF_MATCH], responses=MonitoringReportOutput)
    def put(self, request: PersonRequest, case_id: UUID) -> Response:
        """Write it for these rows of an open monitoring report."""
        require_case(request, case_id, "monitoring-report")
        given, seen = body(request, FindingsInput), digest_seen(request)
        put_findings(
            case_id,
            given["findings"],
            earlier=given.get("earlier", ()),
            seen=seen,
            by=request.user,
            now=request.now,
        )
        report = read_monitoring_report(request.user, case_id, request.now)
        return Response(MonitoringReportOutput(report).data, headers={"ETag": f'"{report.digest}"'})

    @extend_schema(request=VerdictEditsInput, responses=VerdictsEditedOutput)
    def patch(self, request: PersonRequest, case_id: UUID) -> Response:
        """Edit it field by field beside others who do: what somebody else has changed meanwhile is answered, not overwritten.
        Sending the same once more changes nothing; no If-Match (docs/adr/0052)."""
        require_case(request, case_id, "monitoring-report")
        given = body(request, VerdictEditsInput)
        edits, earlier = ([edit_of(one) for one in given[name]] for name in ("findings", "earlier"))
        edited = edit_findings(case_id, edits, earlier=earlier, by=request.user, now=request.now)
        rows = {"findings": read_written(edited.findings), "earlier": read_written(edited.earlier)}
        return Response(VerdictsEditedOutput({"unfit": edited.unfit, **rows}).data)


class ReportAgreeView(APIView):
    """đồng ý tất cả."""

    @extend_schema(request=AgreeInput, parameters=[IF_MATCH], responses=MonitoringReportOutput)
    def post(self, request: PersonRequest, case_id: UUID) -> Response:
        """Take over the units' words as verdicts wherever there is none yet."""
        require_case(request, case_id, "monitoring-report")
        unit, seen = body(request, AgreeInput).get("unit"), digest_seen(request)
        agree(case_id, unit=unit, seen=seen, by=request.user, now=request.now)
        report = read_monitoring_report(request.user, case_id, request.now)
        return Response(MonitoringReportOutput(report).data, headers={"ETag": f'"{report.digest}"'})


class SheetView(APIView):
    """All that one unit reports in a period."""

    @extend_schema(responses=SheetOutput)
    def get(self, request: PersonRequest, label: str, code: str) -> Response:
        """One sheet, a part for each monitoring unit; what the person does not see is left out."""
        period, unit = self.found(request, label, code)
        return Response(SheetOutput(read_sheet(request.user, period, unit, request.now)).data)

    @extend_schema(request=BesideInput, responses={201: SheetOutput})
    def post(self, request: PersonRequest, label: str, code: str) -> Response:
        """Begin a part that nobody asks for, on rows which the unit leads after the one that answers for them."""
        period, unit = self.found(request, label, code)
        monitor = unit_by_code(request.user, body(request, BesideInput)["monitor"])
        if monitor is None:
            raise Refused([NO_ROW])
        begin_beside(period, unit, monitor, by=request.user, now=request.now)
        return Response(SheetOutput(read_sheet(request.user, period, unit, request.now)).data, status=201)

    def found(self, request: PersonRequest, label: str, code: str) -> tuple[Period, Unit]:
        """The period and the unit that the address names."""
        period, unit = periods_of(request.user).filter(label=label).first(), unit_by_code(request.user, code)
        if period is None or unit is None:
            raise Problem(404, "not-found")
        return period, unit


class PeriodOpenView(APIView):
    """The reports of a period are drafted."""

    @extend_schema(request=None, responses=OpenedOutput)
    def post(self, request: PersonRequest, period_id: UUID) -> Response:
        """Draft now what the period expects, in the first month of use the opening sheets, too; the background job does the same every few minutes."""
        period = period_of(request.user, period_id)
        if period is None:
            raise Problem(404, "not-found")
        require_office(request.user.institution, request.user, request.now)
        units, monitors = draft_reports(period, by=request.user, now=request.now)
        if is_first_month(period):
            draft_sheets(period, by=request.user, now=request.now)
        return Response({"unit_reports": units, "monitoring_reports": monitors})
