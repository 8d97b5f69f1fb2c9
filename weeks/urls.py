from django.urls import path

from .views import MyDigestView, MyWeekView

urlpatterns = [path("my-week", MyWeekView.as_view()), path("my-digest", MyDigestView.as_view())]
