"""Where a case can stand, and whose move it is."""

from django.db import models
from django.utils.translation import gettext_lazy


class State(models.TextChoices):
    """The five states; waiting, returned, overdue and stale are columns or computed, never states."""

    DRAFT = "draft", gettext_lazy("Draft")
    UNIT_APPROVED = "unit-approved", gettext_lazy("Approved by the unit's head")
    MONITOR_REVIEWED = "monitor-reviewed", gettext_lazy("Checked by the monitoring unit")
    CONSOLIDATED = "consolidated", gettext_lazy("Consolidated")
    PRESENTED = "presented", gettext_lazy("Presented at the meeting")


class WaitsFor(models.TextChoices):
    """Whose move it is."""

    OFFICERS = "officers", gettext_lazy("Officers of the unit")
    UNIT = "unit", gettext_lazy("The unit: head and officers")
    HEAD = "head", gettext_lazy("Head of the unit")
    MONITOR = "monitor", gettext_lazy("Monitoring unit")
    OFFICE = "office", gettext_lazy("Admin office")
    LEADERSHIP = "leadership", gettext_lazy("Leadership")
    NOBODY = "nobody", gettext_lazy("Nobody")
