from django.urls import path

from . import views

urlpatterns = [
    path("extensions", views.ExtensionsView.as_view()),
    path("extensions/<uuid:case_id>", views.ExtensionView.as_view()),
]
