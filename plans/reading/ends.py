"""By what decision a plan, or a row of it, ended."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from approvals.models import Signature
from plans.models import RowTerm


@dataclass(frozen=True, slots=True)
class ShownEnd:
    """When it stopped, by which paper (its number, and ISO day), and who signed that, by which act, when."""

    on: date
    number: str
    date: str
    act: str
    at: datetime
    by: str


def ends_of(root: UUID) -> dict[UUID | None, ShownEnd]:
    """Key of a row -> how it ended, of the whole plan by None; the first decision counts. Two statements, one where nothing was
    stopped."""
    stops = list(RowTerm.objects.filter(root=root, kind=RowTerm.Kind.STOPPED))
    if not stops:
        return {}
    signed = Signature.objects.filter(case__in={term.case_id for term in stops}, act="stop")
    by_place = {(one.case_id, one.sequence): one for one in signed}
    found: dict[UUID | None, ShownEnd] = {}
    for term in stops:
        found.setdefault(term.row_id, shown_end(term, by_place[term.case_id, term.sequence]))
    return found


def shown_end(term: RowTerm, signature: Signature) -> ShownEnd:
    """One decision, as its signature says it."""
    paper = signature.details["terms"]["decision"]
    return ShownEnd(
        on=term.on,
        number=paper["number"],
        date=paper["date"],
        act=signature.act,
        at=signature.signed_at,
        by=signature.signer_name,
    )
