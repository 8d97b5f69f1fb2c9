from django.urls import path

from .views import NotificationsView, ReadView, SessionsView, SessionView

urlpatterns = [
    path("session", SessionView.as_view()),
    path("sessions", SessionsView.as_view()),
    path("notifications", NotificationsView.as_view()),
    path("notifications/read", ReadView.as_view()),
]
