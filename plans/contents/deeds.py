"""What else changes with an act on a plan, in the same transaction."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from approvals.kinds import Deed, Details
from approvals.models import Evidence, EvidenceCitation
from notifications.actions import Notice, notify
from organization.models import Unit, User
from organization.queries import STAFF, holders
from plans.models import Plan, PlanRow, RowTerm
from plans.queries.derived import ADOPTING
from plans.queries.revisions import last_adopted, line_of, next_month
from plans.queries.terms import leading
from plans.rules.terms import KINDS
from workflow.models import Case, State


def month_settled(act: str, cases: Sequence[Case], now: datetime) -> Mapping[UUID, Details]:
    """Supplement -> the first month in which it holds, as the signature that adopts it says: what it asks for, else the first
    that is still to be reported on, and none before the supplement that it follows; one statement, and two where there are
    supplements."""
    if act not in ADOPTING:
        return {}
    supplements = Plan.objects.filter(case__in=[case.id for case in cases], revision__gt=0, since=None)
    asked = list(supplements.values_list("case", "root", "asked_from"))
    if not asked:
        return {}
    usual = next_month(cases[0].institution_id, now)
    adopted = Plan.objects.filter(root__in={root for _case, root, _day in asked}, since__isnull=False)
    held = dict(adopted.order_by("since").values_list("root", "since"))
    return {case: {"since": f"{day or max(usual, held.get(root, usual))}"} for case, root, day in asked}


def after_plan_act(deed: Deed) -> None:
    """A registered plan holds its number, date, signer and file; a reopened one is issued no longer. An adopted supplement
    takes the place of the revision before it, and what an act decides of rows is kept."""
    ids = [case.id for case in deed.cases]
    if deed.act == "register":
        record_issue(deed)
    if deed.act in ADOPTING:
        take_place(deed)
    if deed.act in KINDS:
        keep_terms(deed)
        tell_taking_over(deed)
    if deed.act == "reopen":
        Plan.objects.filter(case__in=ids).update(
            issued_number="", issued_date=None, issued_signer="", issued_evidence=None, issued_assigning=False
        )
        give_place_back(ids)


def record_issue(deed: Deed) -> None:
    """Keeps the data of the issued document beside the plans; the file is seen by whoever sees them. Three statements."""
    issued, first, ids = deed.details["issued"], deed.cases[0], [case.id for case in deed.cases]
    evidence = Evidence.objects.get(institution=first.institution_id, sha256=issued["evidence"])
    cited = [EvidenceCitation(case=case, evidence=evidence) for case in deed.cases]
    EvidenceCitation.objects.bulk_create(cited, ignore_conflicts=True)
    Plan.objects.filter(case__in=ids).update(
        issued_number=issued["number"],
        issued_date=date.fromisoformat(issued["date"]),
        issued_signer=issued["signer"],
        issued_evidence=evidence,
        issued_assigning=issued.get("assigning", False),
    )


def take_place(deed: Deed) -> None:
    """Adopted supplements hold from their month on, in the place of the revisions before them."""
    for case_id, said in month_settled(deed.act, deed.cases, deed.now).items():
        plan, month = Plan.objects.get(case=case_id), date.fromisoformat(said["since"])
        before = last_adopted([one for one in line_of(plan) if one.case_id != case_id])
        if before is not None:
            Plan.objects.filter(case=before.case_id).update(until=month)
        Plan.objects.filter(case=case_id).update(since=month)


def give_place_back(case_ids: Collection[UUID]) -> None:
    """Reopened supplements hold no longer: the revision before each does."""
    for plan in Plan.objects.filter(case__in=case_ids, since__isnull=False):
        before = last_adopted([one for one in line_of(plan) if one.revision < plan.revision])
        if before is not None:
            Plan.objects.filter(case=before.case_id).update(until=None)
        Plan.objects.filter(case=plan.case_id).update(since=None)


def keep_terms(deed: Deed) -> None:
    """Keeps what was decided of rows beside them; as many statements as there are plans, which is one."""
    terms = deed.details["terms"]
    units = dict(Unit.objects.filter(code=terms.get("unit", "")).values_list("code", "id"))
    for case in deed.cases:
        plan = Plan.objects.get(case=case.id)
        rows: list[PlanRow | None] = list(
            PlanRow.objects.filter(plan=plan, id__in=terms.get("rows", ()))
        ) or [None]
        before = leading([row for row in rows if row is not None], deed.now, date.min)  # by its own name
        RowTerm.objects.bulk_create(
            RowTerm(
                root_id=plan.root_id, row_id=row.key if row else None, kind=KINDS[deed.act], since=deed.now,
                on=date.fromisoformat(terms["on"] if "on" in terms else terms["decision"]["date"]),
                unit_id=units.get(terms.get("unit", "")), was_unit_id=led_by(before, row) if "unit" in terms else None,
                case=case, sequence=case.sequence + 1,
            )
            for row in rows
        )  # fmt: skip


def tell_taking_over(deed: Deed) -> None:
    """Tells the staff of the unit to which rows go; who acts on the plan is told by the act itself."""
    code = deed.details["terms"].get("unit", "")
    unit = Unit.objects.filter(code=code).values_list("id", flat=True).first() if code else None
    if unit is None:
        return
    held = holders({(permission, unit) for permission in STAFF}, deed.now)
    people = sorted(set().union(*held.values()) - {deed.by})
    actor = User.objects.values_list("full_name", flat=True).get(id=deed.by)
    notices = [
        Notice(
            person,
            "progress",
            case.id,
            {
                "act": deed.act,
                "title": case.title,
                "case_kind": case.kind,
                "actor": actor,
                "state": State.PRESENTED.value,
            },
        )
        for case in deed.cases
        for person in people
    ]
    notify(notices, now=deed.now)


def led_by(leads: Mapping[UUID, Unit | None], row: PlanRow | None) -> UUID | None:
    """Who leads a row first."""
    lead = leads[row.id] if row else None
    return lead.id if lead else None
