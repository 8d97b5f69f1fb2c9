"""Reading one case's past; the case itself was looked up through the door of visibility."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import F, JSONField, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from approvals.kinds import Content
from approvals.ledger.content import opened
from approvals.models import Signature, Submission
from workflow.models import Case


def history_of(case: Case) -> QuerySet[Signature]:
    """Every signature of the case."""
    return Signature.objects.filter(case=case)


def submissions_of(case: Case) -> QuerySet[Submission]:
    """Every submission of the case."""
    return Submission.objects.filter(case=case).select_related("created_by")


def submitted_contents(case_ids: Collection[UUID]) -> dict[UUID, Content]:
    """The content of the latest submission of each case that was ever submitted; one statement, none without cases."""
    if not case_ids:
        return {}
    latest = Submission.objects.filter(case__in=case_ids, number=F("case__submission"))
    return {case_id: opened(text) for case_id, text in latest.values_list("case", "content")}


def contents_of(case: Case, numbers: Collection[int]) -> dict[int, Content]:
    """The contents of these submissions of the case, by number, those that there are; one statement."""
    found = Submission.objects.filter(case=case, number__in=numbers)
    return {number: opened(text) for number, text in found.values_list("number", "content")}


def submitted_heads(cases: Iterable[Case], *names: str) -> dict[UUID, tuple[str, ...]]:
    """These text fields at the head of what was submitted, of each case that is no open draft; one statement.

    The database takes them out of the content, so that a list does not carry every row.
    """
    frozen = {case.id for case in cases if case.submitted}
    if not frozen:
        return {}
    latest = Submission.objects.filter(case__in=frozen, number=F("case__submission"))
    read = latest.annotate(frame=Cast("content", JSONField()))
    found = read.values_list("case", *(KT(f"frame__content__{name}") for name in names))
    return {case_id: tuple(said) for case_id, *said in found}
