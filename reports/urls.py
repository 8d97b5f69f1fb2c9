from django.urls import path

from .views import matrix, openings, reports, updates

urlpatterns = [
    path("periods/<uuid:period_id>/matrix", matrix.MatrixView.as_view()),
    path("periods/<uuid:period_id>/reminder", matrix.ReminderView.as_view()),
    path("periods/<uuid:period_id>/open", reports.PeriodOpenView.as_view()),
    path("reports", reports.ReportsView.as_view()),
    path("reports/<uuid:case_id>", reports.ReportView.as_view()),
    path("reports/<uuid:case_id>/rows", reports.ReportRowsView.as_view()),
    path("reports/<uuid:case_id>/findings", reports.ReportFindingsView.as_view()),
    path("reports/<uuid:case_id>/agree", reports.ReportAgreeView.as_view()),
    path("sheets/<path:label>/<str:code>", reports.SheetView.as_view()),
    path("rows/<uuid:row_id>/updates", updates.RowUpdatesView.as_view()),
    path("first-month", openings.FirstMonthView.as_view()),
    path("opening-sheets", openings.OpeningSheetsView.as_view()),
    path("opening-sheets/<uuid:case_id>", openings.OpeningSheetView.as_view()),
    path("opening-sheets/<uuid:case_id>/rows", openings.OpeningRowsView.as_view()),
    path("updates/<uuid:case_id>", updates.UpdateView.as_view()),
]
