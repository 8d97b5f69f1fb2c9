"""What people did lately of what costs the server something."""

from django.db import models

from notation import limits

from .people import User


class Spending(models.Model):
    """When one person did one thing within the last hour: `moments` are seconds since 1970, ascending.

    A table, and no cache: it holds for all processes, without Redis and after a restart.
    """

    by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=limits.WORD)
    moments = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "what"], name="spending_once")]

    def __str__(self) -> str:
        return f"{self.by_id} {self.what}"
