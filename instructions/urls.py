from django.urls import path

from . import views

urlpatterns = [
    path("instructions", views.InstructionsView.as_view()),
    path("instruction-people", views.InstructionPeopleView.as_view()),
    path("instructions/<uuid:case_id>", views.InstructionView.as_view()),
]
