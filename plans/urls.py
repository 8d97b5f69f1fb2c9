from django.urls import path

from .views import imports, items, plans, renewals, templates

urlpatterns = [
    path("plans", plans.PlansView.as_view()),
    path("plans/<uuid:case_id>", plans.PlanView.as_view()),
    path("plans/<uuid:case_id>/revisions", plans.PlanRevisionsView.as_view()),
    path("plans/<uuid:case_id>/renewal", renewals.PlanRenewalView.as_view()),
    path("plans/<uuid:case_id>/rows", plans.PlanRowsView.as_view()),
    path("plans/<uuid:case_id>/due-time", plans.PlanDueTimeView.as_view()),
    path("plans/<uuid:case_id>/monitoring", plans.PlanMonitoringView.as_view()),
    path("plans/<uuid:case_id>/officer", plans.PlanOfficerView.as_view()),
    path("plans/<uuid:case_id>/export", plans.PlanExportView.as_view()),
    path("templates", templates.TemplatesView.as_view()),
    path("templates/<uuid:template_id>", templates.TemplateView.as_view()),
    path("items", items.ItemsView.as_view()),
    path("items/many", items.ManyItemsView.as_view()),
    path("items/<uuid:item_id>/monitoring", items.ItemMonitoringView.as_view()),
    path("imports", imports.ImportsView.as_view()),
    path("imports/<uuid:import_id>", imports.ImportView.as_view()),
    path("imports/<uuid:import_id>/rows", imports.ImportRowsView.as_view()),
    path("imports/<uuid:import_id>/due-time", imports.ImportDueTimeView.as_view()),
    path("imports/<uuid:import_id>/confirm", imports.ImportConfirmView.as_view()),
]
