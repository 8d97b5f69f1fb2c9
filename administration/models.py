"""Links that work once; who is away, and who signs meanwhile; units that merge or are split; inspections."""

from django.db import models
from uuid_utils.compat import uuid7

from approvals.models import Evidence
from notation import limits
from organization.models import Appointment, Delegation, Institution, Unit, User
from periods.models import Period
from plans.models import Plan
from workflow.models import Case


class Invitation(models.Model):
    """A link by which one person sets their password, once; without a person: by which the first administrator begins.

    Of its secret only the SHA-256 is kept. `until`: None: until it is used or withdrawn. `made_by`: None: a command.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="invitations")
    digest = models.CharField(max_length=limits.DIGEST, unique=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    until = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.person_id or 'begin'} {self.made_at}"


class StandIn(models.Model):
    """What the admin office enters from a paper: somebody is away, is put in charge of a unit, or signs for the leadership.

    An absence gives nobody a right: a deputy signs KT. by the post. Who is put in charge (giao phụ trách) holds the post
    `appointment` for these days; who is authorised (TUQ.) is lent by `delegation`. Both days belong to it.
    """

    class Kind(models.TextChoices):
        ABSENCE = "absence"
        IN_CHARGE = "in-charge"
        AUTHORITY = "authority"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=limits.WORD, choices=Kind.choices)
    absent = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="absences")
    person = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="standing_in")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()
    number = models.CharField(max_length=limits.DOCUMENT_NUMBER, blank=True)
    dated = models.DateField(null=True)
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=limits.NAME, blank=True)
    appointment = models.OneToOneField(Appointment, on_delete=models.PROTECT, null=True, related_name="+")
    delegation = models.OneToOneField(Delegation, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.kind} {self.since}–{self.until}"


class Reorganization(models.Model):
    """sáp nhập, chia tách: a unit goes on in another from a day on, or hands plans to others and may end with that.

    Personnel enter it from the decision, nothing of it holds until the leadership has confirmed it; then it is carried out on the
    day `on`, the first under `successor`. A split without a successor leaves the unit as it is. `closed_at`: it was declined by the
    leadership or withdrawn, with `reason`.
    """

    class Kind(models.TextChoices):
        MERGE = "merge"
        SPLIT = "split"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=limits.WORD, choices=Kind.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reorganizations")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    number = models.CharField(max_length=limits.DOCUMENT_NUMBER)
    dated = models.DateField()
    note = models.CharField(max_length=limits.NAME, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=limits.OPENING_REASON, blank=True)
    applied_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_at=None) | models.Q(confirmed_at=None),
                name="reorganization_confirmed_or_closed",
            ),
            models.UniqueConstraint(
                fields=["unit"], condition=models.Q(closed_at=None, applied_at=None), name="one_reorganization_of_a_unit"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind} {self.unit_id} {self.on}"


class PlanPart(models.Model):
    """Where the rows of one plan go that a unit leads which is split."""

    reorganization = models.ForeignKey(Reorganization, on_delete=models.CASCADE, related_name="parts")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reorganization", "plan"], name="plan_part_once")]

    def __str__(self) -> str:
        return f"{self.plan_id} to {self.unit_id}"


class Inspection(models.Model):
    """đoàn kiểm tra: people who read for some days, by decision, what of some years or some plans has left its unit.

    Both days belong to it. Its members hold the post `inspector` for these days, which opens nothing beside this scope.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=limits.UNIT_NAME)
    number = models.CharField(max_length=limits.DOCUMENT_NUMBER)
    dated = models.DateField()
    since = models.DateField()
    until = models.DateField()
    years = models.ManyToManyField(Period, related_name="+")
    plans = models.ManyToManyField(Plan, related_name="+")
    members = models.ManyToManyField(Appointment, related_name="inspections")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.name} {self.since}–{self.until}"


class Visit(models.Model):
    """What somebody of an inspection opened: an address of the API, and the case that it names, as it was called then."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="visits")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    path = models.CharField(max_length=limits.NAME)
    case = models.ForeignKey(Case, on_delete=models.SET_NULL, null=True, related_name="+")
    title = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.user_id} {self.path}"
