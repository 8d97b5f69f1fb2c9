"""Opinions on the draft of a plan (lấy ý kiến dự thảo): asked of a unit until a day, signed by its head, answered."""

from django.db import models

from approvals.models import Remark
from plans.models import Plan
from workflow.models import Case


class DraftOpinion(models.Model):
    """ý kiến góp ý: what a lead or coordinating unit says of a draft; its case's unit is the one that was asked.

    Silence until `due_at` counts as agreed. What is not agreed stands as a `remark` on the plan's case from the head's
    signature on, and is answered there.
    """

    case = models.OneToOneField(Case, on_delete=models.PROTECT, primary_key=True, related_name="opinion")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="opinions")
    due_on = models.DateField()
    due_at = models.DateTimeField()
    agrees = models.BooleanField(null=True)
    text = models.TextField(blank=True)
    remark = models.OneToOneField(Remark, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.case_id} on {self.plan_id}"
