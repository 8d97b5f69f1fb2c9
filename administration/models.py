"""Links that work once; who is away, and who signs meanwhile."""

from django.db import models
from uuid_utils.compat import uuid7

from approvals.models import Evidence
from notation import limits
from organization.models import Appointment, Delegation, Institution, Unit, User


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
