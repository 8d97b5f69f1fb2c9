"""The inbox shows exactly what the judge would let the person do next."""

import pytest
from django.utils import timezone

from approvals.queries import Request, dockets_for, visible_to
from organization.models import User
from tests.api import Api
from workflow.machine import ACTS
from workflow.models import Case
from workflow.rules import reasons_against

#: Whom a case waits for -> the step that takes it forward; an open draft is written and then submitted.
FORWARD = {
    "officers": "submit", "unit": "submit", "head": "approve", "monitor": "review", "office": "consolidate",
    "leadership": "present", "nobody": None,
}  # fmt: skip
DEMO = ("hcqt", "tccb-hssv", "dt", "khtc", "kt-dbcl", "ts-hn", "iso", "hb-vp", "hb-khtc", "hb-gdmn", "hb-kt")
PEOPLE = [
    *(f"{unit}.{role}" for unit in DEMO for role in ("officer", "head", "deputy")),
    "hcqt.clerk", "rector", "vice-rector", "auditor", "admin", "hb.director", "hb.auditor", "hb.admin",
]  # fmt: skip


def shown(api: Api) -> set[str]:
    """Ids in the person's inbox."""
    return {row["case"] for row in api.get("inbox", page_size=200).json()["results"]}


def brute_force(user: User) -> set[str]:
    """Every visible case whose awaited step forward has no objection of rights against this person.

    The step of a consolidation that waits for the leadership or of its head is asked as such. A head is not
    shown the drafts that officers write, only those that they edited themselves.
    """
    now = timezone.now()
    cases = list(
        visible_to(user, now).select_related(
            "unit", "monitoring_unit", "waits_unit", "institution__office", "institution__root"
        )
    )
    dockets = dockets_for(cases, Request(by=user, now=now, acts=ACTS))
    return {str(case.id) for case in cases if awaited(case, dockets[case.id].facts, user)}


def awaited(case: Case, facts, user: User) -> bool:
    """Whether the next step of this case is this person's."""
    act = (
        "consolidate"
        if case.kind == "consolidation" and case.waits_for == "head"
        else FORWARD[case.waits_for]
    )
    if case.kind == "extension" and case.waits_for == "leadership":
        act = "grant"
    if act is None or case.waits_unit_id is None:
        return False
    if case.kind == "instruction" and case.waits_for == "office":
        # The leadership may close it as well, but the office is asked to.
        return ("consolidate", "office") in facts.powers
    heads_it = ("approve", "unit") in facts.powers
    if case.waits_for == "officers" and heads_it and case.edited_by_id != user.id:
        return False
    return not any(reason.status == 403 for reason in reasons_against(act, facts))


@pytest.mark.parametrize("username", PEOPLE)
def test_the_inbox_of_everyone_in_the_demo_is_what_the_judge_allows(login, username):
    api = login(username)
    assert api.user is not None
    assert shown(api) == brute_force(api.user)


def test_the_demo_leaves_work_waiting_for_heads_monitors_office_and_leaders(login):
    for username in (
        "dt.head",
        "khtc.head",
        "ts-hn.head",
        "hcqt.clerk",
        "hcqt.head",
        "rector",
        "hb.director",
    ):
        assert shown(login(username)), username


def test_nobody_waits_for_auditors_and_administrators(login):
    for username in ("auditor", "admin", "hb.auditor", "hb.admin"):
        assert shown(login(username)) == set()


def test_who_submitted_is_not_shown_the_approval_that_is_left(one):
    case_id, head = one.plan_at(), one.person("A", "head")
    one.stage.sign(case_id, "submit", head)
    assert str(case_id) not in shown(Api(head))
    assert str(case_id) in shown(Api(one.person("A", "deputy")))


def test_a_draft_waits_for_the_officers_and_not_for_the_head(one):
    case_id = str(one.plan_at())
    assert case_id in shown(Api(one.person("A", "officer")))
    assert case_id not in shown(Api(one.person("A", "head")))


def test_a_returned_draft_waits_for_the_officers_and_the_head(one):
    case_id = str(one.plan_at("returned"))
    for role in ("officer", "head", "deputy"):
        assert case_id in shown(Api(one.person("A", role))), role


def test_an_inbox_row_says_what_waits_and_since_when(one):
    case_id = one.plan_at("submitted")
    [row] = Api(one.person("A", "head")).get("inbox").json()["results"]
    case = one.case(case_id)
    assert row == {
        "case": str(case_id), "kind": "plan", "title": "Kế hoạch của W-A", "unit": "W-A", "period": "2026-2027",
        "state": "draft", "submitted": True, "waits_for": "head", "since": row["since"], "due_at": None,
        "digest": case.digest, "returned": 0, "discarded": False, "submission": 1, "waits_unit": "W-A",
        "acts": ["approve", "return"], "carried": False, "holds_up": "", "working_days": None,
        "glimpse": {"tally": None, "changes": None, "since": None, "answered": 0, "quiet": True},
        "plan": {"id": str(case_id), "title": "Kế hoạch của W-A"},
    }  # fmt: skip
    assert row["since"].startswith(case.since.strftime("%Y-%m-%dT"))


def test_a_leader_with_fields_in_charge_is_shown_those_and_the_office(one):
    leader = one.person("", "leader")
    consolidation = str(one.consolidate([one.plan_for_meeting("monitor-reviewed")]))
    leader.appointments.get().fields_in_charge.add(one.unit("B"))
    assert consolidation in shown(Api(leader))
