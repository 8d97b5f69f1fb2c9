"""What changed between two submissions of a case, over the wire."""

from typing import Any

from rest_framework import serializers

from approvals.ledger.differences import CHANGES
from organization.http.serializers import Output, StrictSerializer


class DifferenceFilter(StrictSerializer):
    """Which submissions, by number; `from` 0: nothing, so that all is new."""

    to = serializers.IntegerField(required=False, min_value=1)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        # "from" is a word of Python, so it cannot be declared as an attribute.
        number = serializers.IntegerField(required=False, min_value=0)
        return {"from": number, **super().get_fields()}


class FieldChangeOutput(Output):
    """A field with what it said and says; null: nothing."""

    field = serializers.CharField()
    was = serializers.JSONField(allow_null=True)
    now = serializers.JSONField(allow_null=True)


class ThingChangeOutput(Output):
    """Something in a list that was added, removed or changed: which list ("plans.rows": rows of plans), and all that it says.
    `beyond`: outside of what the return had marked; `reason`: why the unit opened it."""

    list = serializers.CharField()
    name = serializers.CharField()
    change = serializers.ChoiceField(choices=CHANGES)
    said = serializers.JSONField()
    fields = FieldChangeOutput(many=True)  # type: ignore[assignment]
    beyond = serializers.BooleanField()
    reason = serializers.CharField()


class DifferenceOutput(Output):
    """What the later submission says otherwise. `reordered`: lists in another order; `kept`: how many things in lists say the same.
    `beyond`, `reason`: of what stands above the rows."""

    to = serializers.IntegerField()
    head = FieldChangeOutput(many=True)
    things = ThingChangeOutput(many=True)
    reordered = serializers.ListField(child=serializers.CharField())
    kept = serializers.IntegerField()
    beyond = serializers.BooleanField()
    reason = serializers.CharField()

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        # "from" is a word of Python, so it cannot be declared as an attribute.
        return {"from": serializers.IntegerField(), **super().get_fields()}
