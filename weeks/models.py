"""What somebody was reminded of."""

from django.db import models
from uuid_utils.compat import uuid7

from notation import limits
from organization.models import User


class Digest(models.Model):
    """nhắc việc: all that one person is reminded of on one working day, in the Vietnamese in which it is read and sent on.

    `mailed_at`: None: not by mail, or not yet.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="digests")
    day = models.DateField()
    title = models.CharField(max_length=limits.TITLE)
    text = models.TextField()
    at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "day"], name="one_digest_a_day")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day}"
