"""Plans and their rows over the wire."""

from rest_framework import serializers

from approvals.serializers import CaseColumns
from notation import limits
from organization.http.serializers import Output, PageFilter, Reasons, StrictSerializer
from plans.models import MonitoringAssignment, Plan
from plans.queries.stands import STANDS
from workflow.machine import ACTS
from workflow.models import State

from .clarities import ClaritiesInput, ClaritiesOutput, EndOutput, HeadBeforeOutput
from .people import OfficerOutput
from .revisions import ADOPTIONS, RevisionOutput
from .rows import RowOutput
from .templates import NEW_KINDS


class PlanFilter(PageFilter):
    """Which plans."""

    state = serializers.ChoiceField(choices=State.choices, required=False)
    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False)
    period = serializers.CharField(max_length=limits.PERIOD, required=False)
    stands = serializers.ChoiceField(choices=STANDS, required=False)
    q = serializers.CharField(required=False, allow_blank=True, max_length=limits.SEARCH)


class PlanInput(ClaritiesInput):
    """A new plan."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE)
    kind = serializers.ChoiceField(choices=NEW_KINDS)
    title = serializers.CharField(max_length=limits.TITLE)
    period = serializers.CharField(max_length=limits.PERIOD)
    number = serializers.CharField(
        max_length=limits.DOCUMENT_NUMBER, required=False, default="", allow_blank=True
    )
    note = serializers.CharField(max_length=limits.TEXT, required=False, default="", allow_blank=True)
    item = serializers.UUIDField(required=False)
    template = serializers.UUIDField(required=False)
    drafted_by_office = serializers.BooleanField(required=False, default=False)


class PlanChanges(ClaritiesInput):
    """What changes in an open draft; what is left out stays."""

    title = serializers.CharField(max_length=limits.TITLE, required=False)
    number = serializers.CharField(max_length=limits.DOCUMENT_NUMBER, required=False, allow_blank=True)
    note = serializers.CharField(max_length=limits.TEXT, required=False, allow_blank=True)
    period = serializers.CharField(max_length=limits.PERIOD, required=False)
    item = serializers.UUIDField(required=False)
    asked_from = serializers.DateField(required=False, allow_null=True)


class MinimumInput(StrictSerializer):
    """The least to look at in a month: "at least 3 units" (Notice 242, II.7)."""

    value = serializers.IntegerField(min_value=1, max_value=limits.MEASURE_VALUE)
    unit = serializers.CharField(max_length=limits.MEASURE)


class MonitoringInput(StrictSerializer):
    """Which unit follows an item, or a plan that is one."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE)
    cadence = serializers.ChoiceField(choices=MonitoringAssignment.Cadence.choices)
    minimum = MinimumInput(required=False, allow_null=True, default=None)


class PlacingInput(StrictSerializer):
    """Under which item a plan is followed."""

    item = serializers.UUIDField()


class ItemInput(MonitoringInput):
    """An item over a class of plans of a year; `source`: the document that assigns it."""

    period = serializers.CharField(max_length=limits.PERIOD)
    title = serializers.CharField(max_length=limits.TITLE)
    source = serializers.CharField(
        max_length=limits.ITEM_SOURCE, required=False, default="", allow_blank=True
    )  # type: ignore[assignment]


class ItemsInput(MonitoringInput):
    """Many items of a year at once, for now all followed by one unit."""

    period = serializers.CharField(max_length=limits.PERIOD)
    titles = serializers.ListField(
        child=serializers.CharField(max_length=limits.TITLE), min_length=1, max_length=limits.AT_ONCE
    )
    source = serializers.CharField(
        max_length=limits.ITEM_SOURCE, required=False, default="", allow_blank=True
    )  # type: ignore[assignment]


class ItemFilter(PageFilter):
    """Which items."""

    period = serializers.CharField(max_length=limits.PERIOD, required=False)


class MinimumOutput(Output):
    """The least to look at in a month."""

    value = serializers.IntegerField()
    unit = serializers.CharField()


class FollowingOutput(Output):
    """Who followed from when to when; null: from the beginning, until now."""

    unit = serializers.CharField(source="unit.code")
    cadence = serializers.ChoiceField(choices=MonitoringAssignment.Cadence.choices)
    minimum = MinimumOutput(allow_null=True)
    since = serializers.DateTimeField(allow_null=True)
    until = serializers.DateTimeField(allow_null=True)
    by = serializers.CharField(source="by.full_name", allow_null=True, default=None)


class PlanNameOutput(Output):
    """A plan by its name."""

    id = serializers.UUIDField(source="case_id")
    title = serializers.CharField(source="case.title")
    unit = serializers.CharField(source="case.unit.code")


class ItemOutput(Output):
    """An item over a class of plans: who follows it, who did, and those of its plans that the reader sees."""

    id = serializers.UUIDField(source="item.id")
    title = serializers.CharField(source="item.title")
    source = serializers.CharField(source="item.source")  # type: ignore[assignment]
    period = serializers.CharField(source="item.period.label")
    following = FollowingOutput()
    history = FollowingOutput(many=True)
    plans = PlanNameOutput(many=True)


class PlanFollowingOutput(FollowingOutput):
    """Who followed a plan, and under which item: null where it is one of its own."""

    item = serializers.UUIDField(allow_null=True, source="class_id")
    item_title = serializers.CharField(source="item.title")


class PlanSummaryOutput(CaseColumns):
    """A plan in a list; `begins`: the acts that begin where it stands and are signed by themselves, whoever may do them."""

    kind = serializers.ChoiceField(choices=Plan.Kind.choices)
    number = serializers.CharField()
    monitoring_unit = serializers.CharField(source="case.monitoring_unit.code")
    targets = serializers.IntegerField()
    tasks = serializers.IntegerField()
    demo = serializers.BooleanField(source="plan.demo")
    historical = serializers.BooleanField(source="plan.historical")
    revision = serializers.IntegerField(source="plan.revision")
    discarded = serializers.BooleanField(source="case.discarded")
    stopped = serializers.BooleanField()
    adoption = serializers.ChoiceField(choices=ADOPTIONS)
    issued_number = serializers.CharField()
    begins = serializers.ListField(child=serializers.ChoiceField(choices=ACTS))


class IssuedOutput(Output):
    """The document as it was issued on paper."""

    number = serializers.CharField()
    date = serializers.DateField()
    signer = serializers.CharField()
    evidence = serializers.CharField()


class PlanOutput(PlanSummaryOutput, ClaritiesOutput):
    """A plan with its rows; `editable` lists why this person may not change it now."""

    note = serializers.CharField(source="content.note")
    drafted_by_office = serializers.BooleanField(source="case.drafted_by_office")
    issued = IssuedOutput(allow_null=True)
    in_force = serializers.BooleanField()
    editable = Reasons()
    following = PlanFollowingOutput()
    history = PlanFollowingOutput(many=True)
    rows = RowOutput(many=True)
    first = serializers.UUIDField(source="plan.root_id")
    renews = serializers.UUIDField(allow_null=True)
    asked_from = serializers.DateField(source="plan.asked_from", allow_null=True)
    holds_from = serializers.DateField(source="plan.since", allow_null=True)
    holds_until = serializers.DateField(source="plan.until", allow_null=True)
    stopped_on = serializers.DateField(allow_null=True, source="ended_by.on", default=None)
    ended_by = EndOutput(allow_null=True)
    head_was = HeadBeforeOutput(source="content.revision.was", default=dict)
    officers = OfficerOutput(many=True)
    line = RevisionOutput(many=True)
    supplementable = Reasons()


class ExportFilter(StrictSerializer):
    """Which form, in which format."""

    form = serializers.ChoiceField(choices=["appendix-1"])
    format = serializers.ChoiceField(choices=["xlsx"])
