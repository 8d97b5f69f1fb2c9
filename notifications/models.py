"""What people are told. The table is its own outbox: a row is written with the signature that causes it."""

from django.db import models
from uuid_utils.compat import uuid7

from notation import limits
from organization.models import User


class Notification(models.Model):
    """What one person is told of one case, or of none (`link` is None: an appointment); its text is made on reading, from kind
    and data.

    `position` is given after commit by a serialized numberer: keys commit out of order, so a cursor over
    them would lose rows. `link` is the id of the case. Rows of one request share their `bundle`: together they are
    one notice to a person (`queries.notices`); None: the row is a notice of its own.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    recipient = models.ForeignKey(User, on_delete=models.PROTECT, related_name="notifications")
    kind = models.CharField(max_length=limits.WORD)
    link = models.UUIDField(null=True)
    bundle = models.UUIDField(null=True)
    data = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    position = models.BigIntegerField(null=True, unique=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["recipient", "position"], name="notification_of_person"),
            models.Index(
                fields=["id"], condition=models.Q(position__isnull=True), name="notification_unnumbered"
            ),
            models.Index(
                fields=["recipient"], condition=models.Q(read_at__isnull=True), name="notification_unread"
            ),
            models.Index(
                fields=["bundle", "recipient", "position"],
                condition=models.Q(bundle__isnull=False),
                name="notification_of_bundle",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient_id} {self.kind}"


class Numbering(models.Model):
    """The one row that the numberer locks: the last position given."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    last = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_numbering")]

    def __str__(self) -> str:
        return str(self.last)
