"""The working calendar of an institution."""

from django.db import models

from notation import limits

from .units import Institution


class CalendarDay(models.Model):
    """A day that differs from the rule Monday to Friday: a holiday, or a Saturday that is worked.

    Seeded from the `holidays` library (Labour Code 2019, article 112, with the announced swaps) and
    edited by the institution; `source` says where the day comes from.
    """

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="calendar")
    date = models.DateField()
    working = models.BooleanField()
    name = models.CharField(max_length=limits.NAME)
    source = models.CharField(max_length=limits.NAME)
    edited = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["institution", "date"], name="calendar_day_once")]
        ordering = ["date"]

    def __str__(self) -> str:
        return f"{self.date} {'working' if self.working else 'off'}"
