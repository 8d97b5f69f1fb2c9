"""Notifications over the wire; the sentence is made here, in the reader's language."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from rest_framework import serializers

from organization.http.serializers import StrictSerializer

from .models import Notification

#: What happened, by act.
PROGRESS: Mapping[str, str] = {
    "draft": _("“%(title)s” has been drafted."),
    "submit": _("%(actor)s submitted “%(title)s”."),
    "withdraw": _("%(actor)s withdrew “%(title)s”."),
    "approve": _("%(actor)s approved “%(title)s”."),
    "recall": _("%(actor)s recalled “%(title)s”."),
    "review": _("%(actor)s confirmed the check of “%(title)s”."),
    "return": _("%(actor)s returned “%(title)s”."),
    "send-back": _("%(actor)s sent “%(title)s” back to the monitoring unit."),
    "consolidate": _("%(actor)s consolidated “%(title)s”."),
    "present": _("“%(title)s” was recorded as presented at the meeting."),
    "reopen": _("%(actor)s reopened “%(title)s”."),
    "register": _("%(actor)s registered “%(title)s” as issued."),
    "conclude": _("“%(title)s” is in force since the close of the meeting."),
}
YOUR_MOVE = _("%(sentence)s It waits for you.")


def sentence(notification: Notification) -> str:
    """What the notification says, in the active language."""
    text = gettext(PROGRESS[notification.data["act"]]) % notification.data
    return gettext(YOUR_MOVE) % {"sentence": text} if notification.kind == "waiting" else text


class NotificationOutput(serializers.ModelSerializer[Notification]):
    """One notification."""

    text = serializers.SerializerMethodField()
    act = serializers.CharField(source="data.act")
    title = serializers.CharField(source="data.title")
    actor = serializers.CharField(source="data.actor")
    case = serializers.UUIDField(source="link")
    read = serializers.SerializerMethodField()

    class Meta:
        model = Notification
        fields = ("id", "position", "kind", "act", "text", "case", "title", "actor", "created_at", "read")
        read_only_fields = fields

    def get_text(self, row: Notification) -> str:
        return sentence(row)

    def get_read(self, row: Notification) -> bool:
        return row.read_at is not None


class NotificationPage(serializers.Serializer[Any]):
    """A page of notifications, with how many are unread in all."""

    results = NotificationOutput(many=True)
    unread = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)


class AfterFilter(StrictSerializer):
    """From which position on."""

    after = serializers.IntegerField(required=False, min_value=0)
    cursor = serializers.CharField(required=False)
    page_size = serializers.IntegerField(required=False, min_value=1)


class ReadInput(StrictSerializer):
    """Up to which position it was read."""

    up_to = serializers.IntegerField(min_value=0)


class UnreadOutput(serializers.Serializer[Any]):
    """How many are unread."""

    unread = serializers.IntegerField()
