from django.urls import path

from .views import imports, meetings, plans

urlpatterns = [
    path("periods", plans.PeriodsView.as_view()),
    path("plans", plans.PlansView.as_view()),
    path("plans/<uuid:case_id>", plans.PlanView.as_view()),
    path("plans/<uuid:case_id>/rows", plans.PlanRowsView.as_view()),
    path("plans/<uuid:case_id>/monitoring", plans.PlanMonitoringView.as_view()),
    path("plans/<uuid:case_id>/export", plans.PlanExportView.as_view()),
    path("imports", imports.ImportsView.as_view()),
    path("imports/<uuid:import_id>/confirm", imports.ImportConfirmView.as_view()),
    path("consolidations", meetings.ConsolidationsView.as_view()),
    path("consolidations/<uuid:case_id>", meetings.ConsolidationView.as_view()),
    path("meetings", meetings.MeetingsView.as_view()),
    path("meetings/<uuid:meeting_id>", meetings.MeetingView.as_view()),
    path("meetings/<uuid:meeting_id>/close", meetings.MeetingCloseView.as_view()),
]
