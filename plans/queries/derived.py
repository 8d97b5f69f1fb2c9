"""What of the tables of plans follows from signatures and from other columns, computed anew for `verify_ledger`."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import F

from approvals.kinds import Derived
from approvals.models import Signature
from approvals.rules import Issued
from organization.models import Unit
from plans.models import Plan, PlanRow, RowTerm
from plans.rules.terms import KINDS
from workflow.models import State

from .plans import searched

#: Acts that bring a plan into force.
ADOPTING = ("present", "register")
#: What a term says, but for how it came to be decided.
Said = tuple[int, UUID | None, str, str, UUID | None]


def derived_of_plans(case_ids: Collection[UUID]) -> dict[UUID, list[Derived]]:
    """Plan -> what is searched, from which months it holds, and what was decided of its rows, each as it stands and as it
    follows, its issued paper among them; eight statements."""
    plans = list(Plan.objects.filter(case__in=case_ids).select_related("case", "issued_evidence"))
    months, terms = months_of({plan.root_id for plan in plans}), terms_of_cases(case_ids)
    issued = issued_as_signed(case_ids)
    moved = set(
        PlanRow.objects.filter(plan__in=case_ids, plan__revision=0)
        .exclude(key=F("id"))
        .values_list("plan", flat=True)
    )
    return {
        plan.case_id: [
            ("search", plan.search, searched(plan.case.title, plan.number)),
            *(
                (name, getattr(plan, name), value)
                for name, value in zip(("since", "until"), months[plan.case_id], strict=True)
            ),
            ("key", plan.case_id in moved, False),
            ("issued", issued_of(plan), issued.get(plan.case_id)),
            *terms.get(plan.case_id, ()),
        ]
        for plan in plans
    }


def issued_of(plan: Plan) -> Issued | None:
    """The document as it was issued on paper; None: nothing is recorded."""
    if plan.issued_evidence is None or plan.issued_date is None:
        return None
    issued: Issued = {
        "number": plan.issued_number,
        "date": plan.issued_date.isoformat(),
        "signer": plan.issued_signer,
        "evidence": plan.issued_evidence.sha256,
    }
    return {**issued, "assigning": True} if plan.issued_assigning else issued


def issued_as_signed(case_ids: Collection[UUID]) -> dict[UUID, Issued]:
    """Plan -> its issued paper, as the signature that recorded it says, unless it was reopened since; one statement."""
    signed = Signature.objects.filter(case__in=case_ids, act__in=("register", "reopen")).order_by("sequence")
    found: dict[UUID, Issued] = {}
    for case, act, details in signed.values_list("case", "act", "details"):
        if act == "register":
            found[case] = details["issued"]
        else:
            found.pop(case, None)
    return found


def months_of(roots: Collection[UUID]) -> dict[UUID, tuple[date | None, date | None]]:
    """Revision -> from which month it holds, by the signature that adopted it, and until which, by that on the next; two
    statements."""
    line = list(Plan.objects.filter(root__in=roots).select_related("case").order_by("root", "revision"))
    signed = Signature.objects.filter(case__in=[plan.case_id for plan in line], act__in=ADOPTING)
    said = {
        case: date.fromisoformat(details["since"])
        for case, details in signed.order_by("sequence").values_list("case", "details")
        if "since" in details
    }
    found: dict[UUID, tuple[date | None, date | None]] = {plan.case_id: (None, None) for plan in line}
    for plan, after in following(line):
        since = said.get(plan.case_id) if plan.revision else None
        found[plan.case_id] = since, said.get(after.case_id) if after else None
    return found


def following(line: Sequence[Plan]) -> Iterator[tuple[Plan, Plan | None]]:
    """Each adopted revision with the next one of its plan."""
    adopted = [plan for plan in line if plan.case.state == State.PRESENTED]
    for place, plan in enumerate(adopted):
        after = adopted[place + 1] if place + 1 < len(adopted) else None
        yield plan, after if after and after.root_id == plan.root_id else None


def terms_of_cases(case_ids: Collection[UUID]) -> Mapping[UUID, list[Derived]]:
    """Plan -> what was decided of its rows, as it is kept and as its signatures say; three statements."""
    kept: dict[UUID, list[Said]] = defaultdict(list)
    signed: dict[UUID, list[Said]] = defaultdict(list)
    for term in RowTerm.objects.filter(case__in=case_ids):
        kept[term.case_id].append((term.sequence, term.row_id, term.kind, term.on.isoformat(), term.unit_id))
    deciding = list(Signature.objects.filter(case__in=case_ids, act__in=KINDS))
    rows = {row for one in deciding for row in one.details["terms"].get("rows", ())}
    keys = {str(row): key for row, key in PlanRow.objects.filter(id__in=rows).values_list("id", "key")}
    codes = {one.details["terms"].get("unit", "") for one in deciding}
    units = dict(Unit.objects.filter(code__in=codes).values_list("code", "id"))
    for one in deciding:
        terms = one.details["terms"]
        on = terms.get("on") or terms["decision"]["date"]
        for row in terms.get("rows") or [None]:
            key = keys.get(row) if row else None
            signed[one.case_id].append(
                (one.sequence, key, KINDS[one.act], on, units.get(terms.get("unit", "")))
            )
    return {
        case: [("terms", sorted(kept[case], key=str), sorted(signed[case], key=str))]
        for case in kept.keys() | signed.keys()
    }
