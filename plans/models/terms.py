"""What was decided of rows of a plan in force (Notice 242, I.2; design, section 2: stop, extension)."""

from django.db import models
from uuid_utils.compat import uuid7

from notation import limits
from organization.models import Unit
from workflow.models import Case

from .plans import Plan, PlanRow


class RowTerm(models.Model):
    """One decision on a row, written with the signature that makes it and never changed.

    Attributes:
        root: the first revision of the plan.
        row: the row by its key; None: every row of the plan.
        since: when it was signed; reports whose due point lies after it follow it.
        on: STOPPED: the day of the decision; MOVED: from when the unit leads; OCCURRED, EXTENDED: the new last day.
        was: EXTENDED: the last day before it. It holds as long as the row is due then, or waits for an event.
        unit, was_unit: MOVED: who leads from then on, and who led before; it holds as long as that one would.
        case, sequence: the signature.
    """

    class Kind(models.TextChoices):
        STOPPED = "stopped"
        MOVED = "moved"
        OCCURRED = "occurred"
        EXTENDED = "extended"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    root = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="terms")
    row = models.ForeignKey(PlanRow, on_delete=models.PROTECT, null=True, related_name="terms")
    kind = models.CharField(max_length=limits.SHORT_WORD, choices=Kind.choices)
    since = models.DateTimeField()
    on = models.DateField()
    was = models.DateField(null=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    was_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    sequence = models.PositiveIntegerField()

    class Meta:
        ordering = ["since", "id"]
        indexes = [models.Index(fields=["root", "since"], name="terms_of_plan")]
        constraints = [
            models.UniqueConstraint(fields=["case", "sequence", "row"], name="term_once"),
            models.CheckConstraint(
                condition=~models.Q(kind="moved") | models.Q(unit__isnull=False, was_unit__isnull=False),
                name="moved_from_to",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.row_id or self.root_id}"
