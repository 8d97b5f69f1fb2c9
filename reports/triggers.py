"""What of reports, updates and opening sheets is frozen while their case is no open draft (docs/adr/0035)."""

from approvals.triggers import columns_of_case, rows_of_case

from .words import NAMES

LOOKED = "(SELECT m.report_id FROM reports_monitoreditem m WHERE m.id = {row}.monitoreditem_id)"
GUARDS = (
    *columns_of_case("reports_unitreport", "period_id", "unit_id", "monitor_id"),
    *columns_of_case("reports_monitoringreport", "period_id", "unit_id"),
    *columns_of_case("reports_rowupdate", "period_id", "row_id", *NAMES),
    *columns_of_case("reports_proposal", "id", "position", "text"),
    *rows_of_case("reports_result", "{row}.report_id"),
    *rows_of_case("reports_finding", "{row}.report_id"),
    *rows_of_case("reports_earlierfinding", "{row}.report_id"),
    *rows_of_case("reports_monitoreditem", "{row}.report_id"),
    *rows_of_case("reports_monitoreditem_units", LOOKED),
    *rows_of_case("reports_progress", "{row}.report_id"),
    *columns_of_case("reports_openingsheet", "period_id", "until"),
    *rows_of_case("reports_openingrow", "{row}.sheet_id"),
)
