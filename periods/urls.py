from django.urls import path

from . import views

urlpatterns = [
    path("deadlines", views.DeadlinesView.as_view()),
    path("deadlines/rule", views.DeadlineRuleView.as_view()),
    path("periods", views.PeriodsView.as_view()),
    path("periods/<uuid:period_id>", views.PeriodView.as_view()),
    path("periods/<uuid:period_id>/semesters", views.SemestersView.as_view()),
    path("periods/<uuid:period_id>/openings", views.OpeningsView.as_view()),
]
