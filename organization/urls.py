from datetime import date

from django.urls import path, register_converter

from .views import CalendarDayView, CalendarView, MeView, RegulationView


class DateConverter:
    """A day in ISO form."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(DateConverter, "day")

urlpatterns = [
    path("me", MeView.as_view()),
    path("regulation", RegulationView.as_view()),
    path("calendar", CalendarView.as_view()),
    path("calendar/<day:day>", CalendarDayView.as_view()),
]
