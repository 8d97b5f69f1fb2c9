"""Remarks, and what of a returned draft can be changed, over the wire."""

from typing import Any

from rest_framework import serializers

from approvals.models import Remark
from approvals.reading import ShownRemark
from notation import limits
from organization.http.serializers import Output, Reasons, StrictSerializer

from .acts import RemarkInput


class AnswerInput(StrictSerializer):
    """The answer to a remark."""

    answer = serializers.ChoiceField(choices=Remark.Answer.choices)
    text = serializers.CharField(max_length=limits.TEXT, required=False, default="", allow_blank=True)


class NoteInput(RemarkInput):
    """A remark that blocks nothing; `asks`: it is a question, which the unit answers."""

    asks = serializers.BooleanField(required=False, default=False)


class RemarkOutput(Output):
    """A remark and its answer; `answerable`, `withdrawable`: why the reader may not, empty: they may."""

    id = serializers.UUIDField(source="remark.id")
    round = serializers.IntegerField(source="remark.round")
    row = serializers.CharField(source="remark.row")
    field = serializers.CharField(source="remark.field")
    text = serializers.CharField(source="remark.text")
    blocking = serializers.BooleanField(source="remark.blocking")
    proposed = serializers.CharField(source="remark.proposed")
    asks = serializers.BooleanField(source="remark.asks")
    author = serializers.CharField(source="remark.author.full_name")
    created_at = serializers.DateTimeField(source="remark.created_at")
    answer = serializers.ChoiceField(choices=Remark.Answer.choices, source="remark.answer", allow_null=True)
    answer_text = serializers.CharField(source="remark.answer_text")
    answered_by = serializers.CharField(source="remark.answered_by.full_name", default=None, allow_null=True)
    answered_at = serializers.DateTimeField(source="remark.answered_at", allow_null=True)
    withdrawn_at = serializers.DateTimeField(source="remark.withdrawn_at", allow_null=True)
    answerable = Reasons()
    withdrawable = Reasons()

    def to_representation(self, instance: ShownRemark) -> dict[str, Any]:
        shown: dict[str, Any] = super().to_representation(instance)
        return {**shown, "answer": shown["answer"] or None}


class OpenedRowInput(StrictSerializer):
    """A row that is to be changed although it was not marked, empty: what stands above the rows; and why."""

    row = serializers.UUIDField(required=False, allow_null=True, default=None)
    reason = serializers.CharField(max_length=limits.TEXT)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        return {**attrs, "row": str(attrs["row"] or "")}


class OpenPlaceOutput(Output):
    """A row of a returned draft that can be changed, empty: what stands above the rows; `fields`: only those, none: all of it.
    `reason`, `by`: why the unit opened it beside what was marked, and who; empty: it was marked."""

    row = serializers.CharField()
    fields = serializers.ListField(child=serializers.CharField())  # type: ignore[assignment]
    reason = serializers.CharField()
    by = serializers.CharField()
