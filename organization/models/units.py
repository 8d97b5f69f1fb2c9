"""The institution and its tree of units."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from uuid_utils.compat import uuid7

from notation import limits

#: What can be held on a unit; the table of roles in organization.rules gives them out.
PERMISSIONS = (
    "view", "edit", "approve", "review", "consolidate", "present", "audit", "administer", "staff", "inspect",
)  # fmt: skip


class Institution(models.Model):
    """cơ quan: one root unit and all below it; blind to every other institution.

    `regulation_number`, `regulation_date`: of the working regulation (quy chế làm việc) by which the head of the admin
    office signs TL. the institution's head; blank: there is no such rule. Who recorded it, and when. `words`: what it calls
    itself and its people, where that is not as `organization.words` has it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=limits.UNIT_CODE, unique=True)
    name = models.CharField(max_length=limits.UNIT_NAME)
    place = models.CharField(max_length=limits.TOWN, blank=True)
    words = models.JSONField(default=dict)
    time_zone = models.CharField(max_length=limits.TIME_ZONE, default="Asia/Ho_Chi_Minh")
    office = models.ForeignKey("Unit", on_delete=models.PROTECT, null=True, related_name="+")
    root = models.ForeignKey("Unit", on_delete=models.PROTECT, null=True, related_name="+")
    regulation_number = models.CharField(max_length=limits.DOCUMENT_NUMBER, blank=True)
    regulation_date = models.DateField(null=True)
    regulation_by = models.ForeignKey("User", on_delete=models.PROTECT, null=True, related_name="+")
    regulation_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.code


class Unit(models.Model):
    """đơn vị: a node of the tree; never deleted, only ended (valid_to) and followed by a successor."""

    class Kind(models.TextChoices):
        ROOT = "root"
        DEPARTMENT = "department"
        CENTRE = "centre"
        BOARD = "board"
        FACULTY = "faculty"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="units")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    code = models.CharField(max_length=limits.UNIT_CODE, unique=True)
    name = models.CharField(max_length=limits.UNIT_NAME)
    kind = models.CharField(max_length=limits.WORD, choices=Kind.choices, default=Kind.DEPARTMENT)
    position = models.PositiveIntegerField(default=0)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    successor = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="predecessors")

    class Meta:
        default_permissions = ()
        permissions = [(code, f"Can {code} here and below") for code in PERMISSIONS]
        ordering = ["position", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution"],
                condition=models.Q(parent__isnull=True),
                name="one_root_per_institution",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True)
                | models.Q(valid_from__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from")),
                name="unit_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class UnitClass(models.TextChoices):
    """Units that a document names together: all of a kind, or all below the root."""

    DEPARTMENT = Unit.Kind.DEPARTMENT, _("All departments")
    CENTRE = Unit.Kind.CENTRE, _("All centres")
    BOARD = Unit.Kind.BOARD, _("All boards")
    FACULTY = Unit.Kind.FACULTY, _("All faculties")
    UNIT = "unit", _("All units")


class UnitName(models.Model):
    """Another name of a unit: one that people also write (alias), or one that it bore (past)."""

    class Kind(models.TextChoices):
        ALIAS = "alias"
        PAST = "past"

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="names")
    name = models.CharField(max_length=limits.UNIT_NAME)
    kind = models.CharField(max_length=limits.SHORT_WORD, choices=Kind.choices)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "name", "kind"], name="unit_name_once")]

    def __str__(self) -> str:
        return self.name


class UnitClosure(models.Model):
    """Every (ancestor, descendant) pair, a unit with itself included: a right on a unit reaches all below."""

    ancestor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="below")
    descendant = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="above")
    depth = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["descendant", "ancestor"], name="closure_pair_once")]
        indexes = [models.Index(fields=["ancestor", "descendant"], name="closure_down")]

    def __str__(self) -> str:
        return f"{self.ancestor_id} > {self.descendant_id}"
