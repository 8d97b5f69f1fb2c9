"""Sổ việc quản trị: what was changed of who is who, by whom and from where."""

from django.db import models
from uuid_utils.compat import uuid7

from notation import limits

from .people import User
from .units import Institution, Unit


class Entry(models.Model):
    """One administrative act. Rows are only added: triggers refuse everything else (approvals.triggers).

    `by` is None for a command, `origin` then "command", else the address. `kind` and `about` (its id, code or day) say
    what it is about, `person` and `unit` whom it concerns.
    """

    class Act(models.TextChoices):
        FOUND = "found-institution"
        CHANGE_INSTITUTION = "change-institution"
        SET_OFFICE = "set-office"
        RECORD_REGULATION = "record-regulation"
        ADD_UNIT = "add-unit"
        CHANGE_UNIT = "change-unit"
        RENAME_UNIT = "rename-unit"
        MOVE_UNIT = "move-unit"
        END_UNIT = "end-unit"
        ENTER_REORGANIZATION = "enter-reorganization"
        CONFIRM_REORGANIZATION = "confirm-reorganization"
        CLOSE_REORGANIZATION = "close-reorganization"
        ENTER_INSPECTION = "enter-inspection"
        CHANGE_INSPECTION = "change-inspection"
        END_INSPECTION = "end-inspection"
        ADD_PERSON = "add-person"
        CHANGE_PERSON = "change-person"
        DEACTIVATE = "deactivate"
        REACTIVATE = "reactivate"
        APPOINT = "appoint"
        CHANGE_POST = "change-post"
        END_POST = "end-post"
        DELEGATE = "delegate"
        END_DELEGATION = "end-delegation"
        RECORD_ABSENCE = "record-absence"
        END_ABSENCE = "end-absence"
        SEED_CALENDAR = "seed-calendar"
        EDIT_DAY = "edit-day"
        CLEAR_DAY = "clear-day"
        SET_FIRST_MONTH = "set-first-month"
        SET_SEMESTERS = "set-semesters"
        INVITE = "invite"
        SET_PASSWORD = "set-password"  # noqa: S105
        CHANGE_PASSWORD = "change-password"  # noqa: S105
        READ_REGISTER = "read-register"

    class Kind(models.TextChoices):
        INSTITUTION = "institution"
        UNIT = "unit"
        PERSON = "person"
        APPOINTMENT = "appointment"
        DELEGATION = "delegation"
        ABSENCE = "absence"
        DAY = "day"
        REGISTER = "register"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="register")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    origin = models.CharField(max_length=limits.ORIGIN)
    act = models.CharField(max_length=limits.KIND, choices=Act.choices)
    kind = models.CharField(max_length=limits.WORD, choices=Kind.choices)
    about = models.CharField(max_length=limits.PLACE)
    person = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["institution", "-id"], name="register_newest")]

    def __str__(self) -> str:
        return f"{self.act} {self.about}"
