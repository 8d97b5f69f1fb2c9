"""Notifications over the wire; the sentence is made here, in the reader's language."""

from rest_framework import serializers

from organization.http.serializers import Output, PageFilter, StrictSerializer

from . import words
from .models import Notification


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
        return words.sentence(row.kind, row.data)

    def get_read(self, row: Notification) -> bool:
        return row.read_at is not None


class NotificationPage(Output):
    """A page of notifications, with how many are unread in all."""

    results = NotificationOutput(many=True)
    unread = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)


class AfterFilter(PageFilter):
    """From which position on."""

    after = serializers.IntegerField(required=False, min_value=0)


class ReadInput(StrictSerializer):
    """Up to which position it was read."""

    up_to = serializers.IntegerField(min_value=0)


class UnreadOutput(Output):
    """How many are unread."""

    unread = serializers.IntegerField()
