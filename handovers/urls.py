from django.urls import path

from .views import HandoversView, HandoverView

urlpatterns = [
    path("handovers", HandoversView.as_view()),
    path("handovers/<uuid:case_id>", HandoverView.as_view()),
]
