"""The six clarities of a plan over the wire: what is said of all rows at once, and what each leaves open."""

from typing import Any

from rest_framework import serializers

from notation import limits
from organization.http.serializers import Output, Reasons, StrictSerializer
from plans.rules.clarities import CLARITIES, SOURCES


class GroupInput(StrictSerializer):
    """Who answers for the rows of a section, and by whose authority, where they say neither."""

    section = serializers.CharField(max_length=limits.ROW["section"])
    person = serializers.CharField(
        max_length=limits.ROW["person"], required=False, default="", allow_blank=True
    )
    authority = serializers.CharField(
        max_length=limits.ROW["authority"], required=False, default="", allow_blank=True
    )


class ExemptionInput(StrictSerializer):
    """Why a plan of the institution need not be clear in six ways (Notice 242, I.1)."""

    reason = serializers.CharField(max_length=limits.TEXT)


class ClaritiesInput(StrictSerializer):
    """What a draft says of all of its rows; what is left out stays. `exemption`: null takes the claim back."""

    person = serializers.CharField(max_length=limits.ROW["person"], required=False, allow_blank=True)
    authority = serializers.CharField(max_length=limits.ROW["authority"], required=False, allow_blank=True)
    groups = GroupInput(many=True, required=False, max_length=limits.GROUPS)  # type: ignore[call-arg]
    of_institution = serializers.BooleanField(required=False)
    exemption = ExemptionInput(required=False, allow_null=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "exemption" not in attrs:
            return attrs
        claimed = attrs["exemption"]
        return {**attrs, "exemption": claimed["reason"] if claimed else ""}


class GroupOutput(Output):
    """Who answers for the rows of a section, and by whose authority, where they say neither."""

    section = serializers.CharField()
    person = serializers.CharField()
    authority = serializers.CharField()


class ClearOutput(Output):
    """Who answers for a row and by whose authority, and whether the row, its group or the plan says so; null: nothing does."""

    person = serializers.CharField()
    authority = serializers.CharField()
    person_from = serializers.ChoiceField(choices=SOURCES, allow_null=True)
    authority_from = serializers.ChoiceField(choices=SOURCES, allow_null=True)

    def to_representation(self, instance: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().to_representation(instance)
        return {name: value or (None if name.endswith("_from") else "") for name, value in shown.items()}


class AcceptedOutput(Output):
    """The signature of the check that accepted it."""

    by = serializers.CharField(source="signer_name")
    title = serializers.CharField(source="signer_title")
    at = serializers.DateTimeField(source="signed_at")


class ExemptionOutput(Output):
    """Why a plan need not be clear in six ways; `accepted`: null until the unit that follows it has signed its check."""

    reason = serializers.CharField()
    accepted = AcceptedOutput(allow_null=True)


class ClaritiesOutput(Output):
    """What a plan says of all of its rows, and what they leave open."""

    person = serializers.CharField(source="content.person", default="")
    authority = serializers.CharField(source="content.authority", default="")
    groups = GroupOutput(many=True, source="content.groups", default=list)
    of_institution = serializers.BooleanField(source="content.of_institution", default=False)
    exemption = ExemptionOutput(allow_null=True)
    lacks = Reasons()


class HeadBeforeOutput(Output):
    """What the revision before said of all rows, of what a supplement says otherwise; the others are left out."""

    person = serializers.CharField(required=False)
    authority = serializers.CharField(required=False)
    groups = GroupOutput(many=True, required=False)
    of_institution = serializers.BooleanField(required=False)
    exemption = serializers.CharField(required=False)


class RowClarities(Output):
    """Who answers for a row, and which of the six clarities it leaves open."""

    clear = ClearOutput()
    lacks = serializers.ListField(child=serializers.ChoiceField(choices=CLARITIES))


class EndOutput(Output):
    """By what decision it ended: the paper's number and day, and the act that says so."""

    number = serializers.CharField()
    date = serializers.DateField()
    act = serializers.CharField()
    at = serializers.DateTimeField()
    by = serializers.CharField()
