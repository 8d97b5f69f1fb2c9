from django.urls import path

from . import views

urlpatterns = [
    path("plans/<uuid:case_id>/opinions", views.PlanOpinionsView.as_view()),
    path("opinions/<uuid:case_id>", views.OpinionView.as_view()),
]
