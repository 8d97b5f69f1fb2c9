from django.urls import path

from .views import BeginningView, HandoversView, HandoverView

urlpatterns = [
    path("handover-beginning", BeginningView.as_view()),
    path("handovers", HandoversView.as_view()),
    path("handovers/<uuid:case_id>", HandoverView.as_view()),
]
