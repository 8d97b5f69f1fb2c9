"""The revisions of a plan over the wire: what each changes, and what was decided of its rows since."""

from rest_framework import serializers

from organization.http.serializers import Output
from plans.reading import ADOPTED, ISSUED, NOT_YET, REGISTERED_UNDER
from plans.rules.changes import CHANGES
from workflow.models import State

from .clarities import EndOutput

#: How a plan came into force, as far as it has: by signature, its paper not recorded yet; on its own paper; under the document
#: that assigns it.
ADOPTIONS = (NOT_YET, ADOPTED, ISSUED, REGISTERED_UNDER)


class RowChangeOutput(Output):
    """What a supplement does to a row; `was`: what it said before, of the fields that differ."""

    kind = serializers.ChoiceField(choices=CHANGES)
    was = serializers.DictField()
    reason = serializers.CharField()


class StandingOutput(Output):
    """What was decided of a row in force: how often its last day was put off and which it was, that it stopped, who leads it
    instead and since when, the day that came with the event it waited for."""

    due_on = serializers.DateField(allow_null=True)
    original = serializers.DateField(allow_null=True)
    extended = serializers.IntegerField()
    stopped_on = serializers.DateField(allow_null=True)
    led_by = serializers.CharField(allow_null=True)
    led_since = serializers.DateField(allow_null=True)
    waits = serializers.BooleanField()
    ended_by = EndOutput(allow_null=True)


class RevisionOutput(Output):
    """One revision of a plan, as far as the reader sees it; `holds_from`, `holds_until`: the months in which its rows are reported on."""

    id = serializers.UUIDField(source="plan.case_id")
    revision = serializers.IntegerField(source="plan.revision")
    title = serializers.CharField()
    state = serializers.ChoiceField(choices=State.choices, source="plan.case.state")
    submitted = serializers.BooleanField(source="plan.case.submitted")
    discarded = serializers.BooleanField(source="plan.case.discarded")
    holds_from = serializers.DateField(source="plan.since", allow_null=True)
    holds_until = serializers.DateField(source="plan.until", allow_null=True)
