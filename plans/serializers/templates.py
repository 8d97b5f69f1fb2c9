"""Templates of plans over the wire."""

from rest_framework import serializers

from organization.http.serializers import Output, PageFilter, StrictSerializer
from plans.models import Plan, Template

#: Conclusions come from a meeting, nobody drafts them.
NEW_KINDS = [choice for choice in Plan.Kind.choices if choice[0] != Plan.Kind.CONCLUSIONS]


class TemplateInput(StrictSerializer):
    """The plan whose rows are kept."""

    plan = serializers.UUIDField()


class TemplateFilter(PageFilter):
    """Of which kind."""

    kind = serializers.ChoiceField(choices=NEW_KINDS, required=False)


class TemplateOutput(Output):
    """A template: of which kind, called as the plan was, of which year its due times are, how many rows it has."""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=NEW_KINDS)
    title = serializers.CharField()
    period = serializers.CharField(source="period.label")
    rows = serializers.SerializerMethodField()
    by = serializers.CharField(source="by.full_name")
    at = serializers.DateTimeField()

    def get_rows(self, template: Template) -> int:
        return len(template.rows)
