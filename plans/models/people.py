"""Who of a unit follows a plan, who is named in its rows, and who took a row over (Notice I.1, I.2)."""

from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from organization.models import Unit, User
from workflow.models import Case

from .plans import Plan, PlanRow


class PlanOfficer(models.Model):
    """viên chức theo dõi, đôn đốc: who of a unit follows a plan, and its supplements (`plan` is the first of its line).

    Nothing is overwritten: who did when stays; one is in force for each plan and unit. `case` is the handover that was signed
    for it; None: the unit named them itself, `by` whom.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="officers")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["user"], condition=Q(until=None), name="plans_of_officer")]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "unit"], condition=Q(until=None), name="one_officer_of_a_unit"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(since__lte=F("until")), name="officer_forwards"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} of {self.unit_id} follows {self.plan_id}"


class RowPerson(models.Model):
    """A person of a lead or coordinating unit whom the text of a row names, as it was found when the row was written.

    What is signed is the text.
    """

    row = models.ForeignKey(PlanRow, on_delete=models.CASCADE, related_name="people")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["row", "user"], name="row_person_once")]

    def __str__(self) -> str:
        return f"{self.row_id} names {self.user_id}"


class RowTaken(models.Model):
    """A row that somebody took over from whom its text names, or from who had it since: by a handover that was signed.

    `row` is the first of its line (`PlanRow.key`).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    row = models.ForeignKey(PlanRow, on_delete=models.PROTECT, related_name="taken")
    was = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["since", "id"]
        indexes = [models.Index(fields=["user"], name="rows_taken_by")]
        constraints = [models.UniqueConstraint(fields=["case", "row"], name="row_taken_once")]

    def __str__(self) -> str:
        return f"{self.user_id} has {self.row_id}"
