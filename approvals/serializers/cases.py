"""Cases, signatures and submissions over the wire."""

import json
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from approvals.ledger.content import Frame
from approvals.models import Evidence, Signature, Submission
from approvals.rules import GROUNDS
from notation import limits
from organization.http.serializers import (
    Output,
    PageFilter,
    Reasons,
    ReasonSerializer,
    reason_list,
)
from workflow.machine import ACTS
from workflow.models import State, WaitsFor

from .remarks import OpenPlaceOutput


class SignerOutput(Output):
    """Who signed, as they were then."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    title = serializers.CharField()
    unit = serializers.CharField()


class PrincipalOutput(Output):
    """For whom it was signed."""

    id = serializers.UUIDField()
    name = serializers.CharField()


class SignatureOutput(serializers.ModelSerializer[Signature]):
    """One link of the chain."""

    to = serializers.ChoiceField(choices=State.choices, source="to_state")
    signer = serializers.SerializerMethodField()
    on_behalf_of = serializers.SerializerMethodField()
    at = serializers.DateTimeField(source="signed_at")

    act = serializers.ChoiceField(choices=ACTS)

    class Meta:
        model = Signature
        fields: tuple[str, ...] = (
            "sequence", "act", "to", "signer", "on_behalf_of", "capacity", "submission", "digest", "within",
            "comment", "details", "due_at", "at", "previous", "hash",
        )  # fmt: skip
        read_only_fields = fields

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        # "from" is a word of Python, so it cannot be declared as an attribute.
        return {
            **super().get_fields(),
            "from": serializers.ChoiceField(choices=State.choices, source="from_state"),
        }

    @extend_schema_field(SignerOutput)
    def get_signer(self, row: Signature) -> dict[str, str]:
        names = {"name": row.signer_name, "title": row.signer_title, "unit": row.signer_unit}
        return {"id": str(row.signer_id), **names}

    @extend_schema_field(PrincipalOutput(allow_null=True))
    def get_on_behalf_of(self, row: Signature) -> dict[str, str] | None:
        if row.on_behalf_of_id is None:
            return None
        return {"id": str(row.on_behalf_of_id), "name": row.principal_name}


class SignedOutput(SignatureOutput):
    """The link that an act added; `told`: what lacks of what was signed, although nothing of it stood against the act."""

    told = serializers.SerializerMethodField()

    class Meta(SignatureOutput.Meta):
        fields = (*SignatureOutput.Meta.fields, "told")
        read_only_fields = fields

    @extend_schema_field(ReasonSerializer(many=True))
    def get_told(self, row: Signature) -> list[dict[str, str]]:
        return reason_list(self.context["told"])


class SubmissionOutput(serializers.ModelSerializer[Submission]):
    """One frozen content, without the content."""

    at = serializers.DateTimeField(source="created_at")
    by = serializers.CharField(source="created_by.full_name")

    class Meta:
        model = Submission
        fields: tuple[str, ...] = ("number", "digest", "at", "by")
        read_only_fields = fields


class SubmissionContentOutput(SubmissionOutput):
    """One frozen content; `canonical` is the text that the digest is taken of."""

    content = serializers.SerializerMethodField()
    canonical = serializers.CharField(source="content")

    class Meta(SubmissionOutput.Meta):
        fields = (*SubmissionOutput.Meta.fields, "content", "canonical")
        read_only_fields = fields

    def get_content(self, row: Submission) -> Frame:
        frame: Frame = json.loads(row.content)
        return frame


class ActOutput(Output):
    """An act of the machine, and why it cannot be done; no reasons: it can. `grounds`: of which one is to be stated."""

    act = serializers.ChoiceField(choices=ACTS)
    reasons = Reasons()
    grounds = serializers.ListField(child=serializers.ChoiceField(choices=GROUNDS))


class CaseOutput(Output):
    """A case, and every act of the machine with the judge's reasons against it for this person now; so of a remark. `open`: all that
    can be changed of a draft that was returned for what was marked; null: everything."""

    id = serializers.UUIDField(source="case.id")
    kind = serializers.CharField(source="case.kind")
    title = serializers.CharField()
    unit = serializers.CharField(source="case.unit.code")
    monitoring_unit = serializers.CharField(source="case.monitoring_unit.code")
    period = serializers.CharField(source="case.period")
    state = serializers.ChoiceField(choices=State.choices, source="case.state")
    submitted = serializers.BooleanField(source="case.submitted")
    submission = serializers.IntegerField(source="case.submission")
    sequence = serializers.IntegerField(source="case.sequence")
    digest = serializers.CharField()
    waits_for = serializers.ChoiceField(choices=WaitsFor.choices, source="case.waits_for")
    waits_unit = serializers.CharField(source="case.waits_unit.code", default=None, allow_null=True)
    since = serializers.DateTimeField(source="case.since")
    due_at = serializers.DateTimeField(source="case.due_at", allow_null=True)
    returned = serializers.IntegerField(source="case.returned")
    closed_at = serializers.DateTimeField(source="case.closed_at", allow_null=True)
    open_until = serializers.DateTimeField(source="case.open_until", allow_null=True)
    acts = ActOutput(many=True)
    remarkable = Reasons()
    open = OpenPlaceOutput(many=True, allow_null=True)


class CasesFilter(PageFilter):
    """Which cases: those that a notice to the person is about; those in which words stand, without case and marks, of title, number, unit,
    kind and period; without either all that they see."""

    notice = serializers.UUIDField(required=False)
    q = serializers.CharField(required=False, allow_blank=True, max_length=limits.SEARCH)


class ListedCase(Output):
    """A case in a list: what it is, where it stands and whom it waits for."""

    kind = serializers.CharField(source="case.kind")
    title = serializers.CharField()
    unit = serializers.CharField(source="case.unit.code")
    period = serializers.CharField(source="case.period")
    state = serializers.ChoiceField(choices=State.choices, source="case.state")
    submitted = serializers.BooleanField(source="case.submitted")
    discarded = serializers.BooleanField(source="case.discarded")
    waits_for = serializers.ChoiceField(choices=WaitsFor.choices, source="case.waits_for")
    since = serializers.DateTimeField(source="case.since")
    due_at = serializers.DateTimeField(source="case.due_at", allow_null=True)
    returned = serializers.IntegerField(source="case.returned")


class CaseRowOutput(ListedCase):
    """A case that the person sees."""

    id = serializers.UUIDField(source="case.id")


class OutcomeOutput(Output):
    """What became of one case of a bulk act."""

    case = serializers.UUIDField()
    status = serializers.IntegerField()
    signature = SignedOutput(allow_null=True)
    reasons = ReasonSerializer(many=True)


class OutcomesOutput(Output):
    """A result per case."""

    results = OutcomeOutput(many=True)


class EvidenceOutput(serializers.ModelSerializer[Evidence]):
    """A kept file."""

    class Meta:
        model = Evidence
        fields = ("sha256", "name", "size", "media_type")
        read_only_fields = fields


class CaseColumns(Output):
    """What a plan or consolidation shows of its case; `title` as it was submitted, of an open draft as it stands."""

    id = serializers.UUIDField(source="case_id")
    title = serializers.CharField()
    unit = serializers.CharField(source="case.unit.code")
    period = serializers.CharField(source="case.period")
    state = serializers.ChoiceField(choices=State.choices, source="case.state")
    submitted = serializers.BooleanField(source="case.submitted")
    waits_for = serializers.ChoiceField(choices=WaitsFor.choices, source="case.waits_for")
    since = serializers.DateTimeField(source="case.since")
    due_at = serializers.DateTimeField(source="case.due_at", allow_null=True)
    returned = serializers.IntegerField(source="case.returned")
    digest = serializers.CharField(source="case.digest")
