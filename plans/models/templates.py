"""A plan kept as the pattern of later ones."""

from django.db import models
from uuid_utils.compat import uuid7

from notation import limits
from organization.models import Institution, User
from periods.models import Period

from .plans import Plan


class Template(models.Model):
    """mẫu kế hoạch: the rows of a plan as the office keeps them for every unit.

    `rows` are as `plans.words.Row` has them, without people; a unit that is `rules.templates.OWN` is the one that drafts.
    Their due times are those of a plan of `period`.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=limits.WORD, choices=Plan.Kind.choices)
    title = models.CharField(max_length=limits.TITLE)
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="+")
    rows = models.JSONField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title
