"""Extensions over the wire."""

from rest_framework import serializers

from approvals.http import EvidenceItemInput, EvidenceItemOutput
from approvals.serializers import CaseColumns
from notation import limits
from organization.http.serializers import PageFilter, Reasons, StrictSerializer

STANDS = ("open", "granted", "declined")
SHOWN = (*STANDS, "discarded")


class ExtensionFilter(PageFilter):
    """Which extensions: where they stand, and whose."""

    stands = serializers.ChoiceField(choices=STANDS, required=False)
    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False)


class ExtensionChanges(StrictSerializer):
    """What changes in an open request; what is left out stays."""

    on = serializers.DateField(required=False)
    cause = serializers.CharField(max_length=limits.LONG_TEXT, required=False, allow_blank=True)
    evidence = EvidenceItemInput(many=True, required=False, max_length=limits.EVIDENCE)  # type: ignore[call-arg]


class ExtensionInput(StrictSerializer):
    """A request to put off a row of a plan in force, by the id of the row, until a day."""

    row = serializers.UUIDField()
    on = serializers.DateField()
    cause = serializers.CharField(max_length=limits.LONG_TEXT, required=False, default="", allow_blank=True)
    evidence = EvidenceItemInput(many=True, required=False, default=list, max_length=limits.EVIDENCE)  # type: ignore[call-arg]


class ExtensionOutput(CaseColumns):
    """An extension: `was` is the day that it puts off, `on` the one that is asked for, `granted_on` the one that was granted;
    `times`: for the how manyth time the row is put off with it, `original`: its day before the first time. `row` is the id
    that reports name, of its first revision."""

    digest = serializers.CharField()
    stands = serializers.ChoiceField(choices=SHOWN)
    plan = serializers.UUIDField(source="said.plan")
    plan_title = serializers.CharField(source="said.plan_title")
    row = serializers.UUIDField(source="said.row")
    text = serializers.CharField(source="said.text")
    due_text = serializers.CharField(source="said.due_text")
    was = serializers.DateField(source="said.was")
    on = serializers.DateField(source="said.on")
    granted_on = serializers.DateField(source="extension.granted_on", allow_null=True)
    times = serializers.IntegerField()
    original = serializers.DateField()
    cause = serializers.CharField(source="said.cause")
    evidence = EvidenceItemOutput(many=True, source="said.evidence")
    editable = Reasons()
