"""Extensions (gia hạn): a unit asks that a row of a plan in force be due later, the leadership grants or declines it."""

from django.db import models

from plans.models import PlanRow
from workflow.models import Case


class Extension(models.Model):
    """đề nghị gia hạn: its case's unit is the one that leads the row.

    `row` is the one of the revision that was in force when it was asked, whose wording is frozen; it is told of by its key.
    `was` is the last day that it puts off, `asked_on` the one that is asked for, `granted_on` the one that was granted, which
    follows from the leadership's signature. `evidence` as words of rows have it (`approvals.words.EvidenceItem`).
    """

    case = models.OneToOneField(Case, on_delete=models.PROTECT, primary_key=True, related_name="extension")
    row = models.ForeignKey(PlanRow, on_delete=models.PROTECT, related_name="extensions")
    was = models.DateField()
    asked_on = models.DateField()
    cause = models.TextField(blank=True)
    evidence = models.JSONField(default=list)
    granted_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.case_id} until {self.asked_on}"
