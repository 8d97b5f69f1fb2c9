from django.urls import path

from .views import MyWeekView

urlpatterns = [path("my-week", MyWeekView.as_view())]
