"""Inspections over the wire."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from administration.models import Inspection
from notation import limits
from organization.http.serializers import Output, StrictSerializer


class InspectionInput(StrictSerializer):
    """What the decision says: who reads from `since` until `until`, both belonging to it, what of which years (labels) or plans."""

    name = serializers.CharField(max_length=limits.POST, allow_blank=True)
    number = serializers.CharField(max_length=limits.DOCUMENT_NUMBER, allow_blank=True)
    dated = serializers.DateField()
    since = serializers.DateField()
    until = serializers.DateField()
    years = serializers.ListField(
        child=serializers.CharField(max_length=limits.YEAR),
        max_length=limits.NAMES,
        required=False,
        default=list,
    )
    plans = serializers.ListField(
        child=serializers.UUIDField(), max_length=limits.CASES, required=False, default=list
    )
    members = serializers.ListField(child=serializers.UUIDField(), max_length=limits.NAMES)


class InspectedPlansInput(StrictSerializer):
    """The plans that it reads beside its years."""

    plans = serializers.ListField(child=serializers.UUIDField(), max_length=limits.CASES)


class InspectedPlanOutput(Output):
    """A plan of the scope."""

    id = serializers.UUIDField(source="case_id")
    title = serializers.CharField(source="case.title")


class VisitOutput(Output):
    """What somebody opened, when; `title`: of the case then."""

    user = serializers.CharField(source="user.full_name")
    at = serializers.DateTimeField()
    path = serializers.CharField()
    title = serializers.CharField()


class InspectionOutput(Output):
    """An inspection; `plans` by name for the office, the leadership and auditors, else none."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    number = serializers.CharField()
    dated = serializers.DateField()
    since = serializers.DateField()
    until = serializers.DateField()
    years = serializers.SerializerMethodField()
    plans = serializers.SerializerMethodField()
    members = serializers.SerializerMethodField()
    by = serializers.CharField(source="by.full_name")
    at = serializers.DateTimeField()
    ended_at = serializers.DateTimeField(allow_null=True)
    ended_by = serializers.CharField(source="ended_by.full_name", default=None, allow_null=True)
    running = serializers.SerializerMethodField()
    endable = serializers.SerializerMethodField()
    titled = serializers.SerializerMethodField()

    def get_titled(self, one: Inspection) -> bool:
        """Whether the reader sees plans and visits by name."""
        return bool(self.context["titles"])

    def get_years(self, one: Inspection) -> list[str]:
        return sorted(year.label for year in one.years.all())

    @extend_schema_field(InspectedPlanOutput(many=True))
    def get_plans(self, one: Inspection) -> object:
        return InspectedPlanOutput(one.plans.all() if self.context["titles"] else [], many=True).data

    def get_members(self, one: Inspection) -> list[str]:
        return sorted(post.user.full_name for post in one.members.all())

    def get_running(self, one: Inspection) -> bool:
        return one.ended_at is None and one.since <= self.context["today"] <= one.until

    def get_endable(self, one: Inspection) -> bool:
        return self.context["ends"] and one.ended_at is None and one.until >= self.context["today"]
