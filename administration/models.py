"""Links that work once."""

from django.db import models
from uuid_utils.compat import uuid7

from notation import limits
from organization.models import User


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
