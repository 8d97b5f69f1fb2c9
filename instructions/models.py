"""Instructions of the leadership (ý kiến chỉ đạo): to a unit, with a day, answered by its head, closed with a reason."""

from django.db import models

from notation import limits
from organization.models import User
from plans.models import PlanRow
from workflow.models import Case


class Instruction(models.Model):
    """ý kiến chỉ đạo: what a leader has a unit do until a day; its case's unit is the one that answers.

    `leader` gave it: by signing it, or at `occasion` on `said_on`, and the admin office passed it on (`passed_on`); then
    the leader may strike it before `strike_until`. `about_text` is how the case or row was called when it was given.
    `answer` is the unit's alone, with its evidence as words of rows have it (`approvals.words.EvidenceItem`); all else stands as it was given. `ended` follows from the act that ended it.
    """

    class Ended(models.TextChoices):
        CLOSED = "closed"
        STRUCK = "struck"

    case = models.OneToOneField(Case, on_delete=models.PROTECT, primary_key=True, related_name="instruction")
    text = models.TextField()
    person = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    due_on = models.DateField()
    due_at = models.DateTimeField()
    leader = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    passed_on = models.BooleanField(default=False)
    occasion = models.CharField(max_length=limits.OCCASION, blank=True)
    said_on = models.DateField(null=True)
    strike_until = models.DateTimeField(null=True)
    about = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    row = models.ForeignKey(PlanRow, on_delete=models.PROTECT, null=True, related_name="+")
    about_text = models.CharField(max_length=limits.ABOUT, blank=True)
    answer = models.TextField(blank=True)
    answer_evidence = models.JSONField(default=list)
    ended = models.CharField(max_length=limits.SHORT_WORD, choices=Ended.choices, blank=True)

    class Meta:
        indexes = [models.Index(fields=["due_on", "case"], name="instruction_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    passed_on=False, occasion="", said_on__isnull=True, strike_until__isnull=True
                )
                | models.Q(passed_on=True, said_on__isnull=False, strike_until__isnull=False),
                name="passed_on_says_when",
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]
