"""A workbook that was read and not yet taken over."""

from django.db import models
from uuid_utils.compat import uuid7

from organization.models import Unit, User
from periods.models import Period

from .plans import Plan


class ImportDraft(models.Model):
    """What was read of an uploaded workbook, shown to its uploader before anything becomes a plan."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    content = models.JSONField()
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return str(self.id)
