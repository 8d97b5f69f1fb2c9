"""Notifications over the wire; the sentence is made here, in the reader's language."""

from rest_framework import serializers

from organization.http.serializers import Output, PageFilter, StrictSerializer

from .reading import ShownNotice


class NotificationOutput(Output):
    """One notice: of one case, or of all that one request moved; then `case`, `title` and `act` are of the first."""

    id = serializers.UUIDField(source="row.id")
    position = serializers.IntegerField(source="row.position")
    kind = serializers.CharField()
    act = serializers.CharField(source="row.data.act")
    text = serializers.CharField()
    case = serializers.UUIDField(source="row.link", allow_null=True)
    cases = serializers.IntegerField(help_text="How many cases it is about: GET cases?notice={id}.")
    title = serializers.CharField(source="row.data.title")
    actor = serializers.CharField(source="row.data.actor")
    remark = serializers.SerializerMethodField(
        help_text="The question that it is about, or whose answer; empty: none."
    )
    created_at = serializers.DateTimeField(source="row.created_at")
    read = serializers.SerializerMethodField()

    def get_remark(self, notice: ShownNotice) -> str:
        return str(notice.row.data.get("remark", ""))

    def get_read(self, notice: ShownNotice) -> bool:
        return notice.row.read_at is not None


class NotificationPage(Output):
    """A page of notifications, with how many are unread in all."""

    results = NotificationOutput(many=True)
    unread = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)


class AfterFilter(PageFilter):
    """From which position on."""

    after = serializers.IntegerField(required=False, min_value=0)


class EverywhereOutput(Output):
    """What logging out everywhere would end."""

    sessions = serializers.IntegerField(help_text="Logged in and not run out, this one too.")
    tokens = serializers.IntegerField(help_text="API tokens that are still let in.")


class ReadInput(StrictSerializer):
    """Up to which position it was read."""

    up_to = serializers.IntegerField(min_value=0)


class UnreadOutput(Output):
    """How many are unread."""

    unread = serializers.IntegerField()
