"""The inbox shows exactly what the judge would let the person do next."""

from collections import defaultdict
from random import Random

import pytest
from django.utils import timezone

from approvals.actions import remark_on, withdraw_remark
from approvals.models import Remark
from approvals.queries import Request, dockets_for, visible_to
from approvals.queries.remarks import against_answering, against_remarking, held_at
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


def questions_everywhere(dice: Random) -> None:
    """Somebody asks on every other case what they may, in turn; of some the answer has come, some were taken back."""
    now, people = timezone.now(), list(User.objects.filter(username__in=PEOPLE).order_by("username"))
    for case in Case.objects.select_related("institution", "unit").order_by("id"):
        for by in dice.sample(people, 3):
            if case.institution_id != by.institution_id or against_remarking(case, held_at(by, case, now)):
                continue
            remark = remark_on(case, by=by, now=now, text="Làm rõ", asks=dice.random() < 0.8)
            if dice.random() < 0.2:
                withdraw_remark(remark.id, by=by, now=now)
            elif dice.random() < 0.2:
                Remark.objects.filter(id=remark.id).update(answer="fixed", answered_by=by, answered_at=now)


def questions_of(user: User) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Case -> open questions that the judge lets the person answer, and those that they asked; one remark after the other."""
    now, to_answer, asked = timezone.now(), defaultdict(set), defaultdict(set)
    seen = {str(case.id) for case in visible_to(user, now)}
    for remark in Remark.objects.select_related("case__institution", "case__unit"):
        case, of = remark.case, str(remark.case_id)
        if not remark.asks or remark.answer or remark.withdrawn_at or case.discarded or of not in seen:
            continue
        if remark.author_id == user.id:
            asked[of].add(str(remark.id))
        elif not against_answering(remark, case, held_at(user, case, now)):
            to_answer[of].add(str(remark.id))
    return to_answer, asked


def test_questions_are_shown_to_who_may_answer_them_and_to_who_asked(login):
    questions_everywhere(Random(13))
    answering = asking = 0
    for username in PEOPLE:
        api = login(username)
        to_answer, asked = questions_of(api.user)
        for path, wanted in (("inbox", to_answer), ("inbox/elsewhere", asked)):
            rows = api.get(path, page_size=200).json()["results"]
            told = {row["case"]: {one["id"] for one in row["questions"]} for row in rows}
            assert {case: ids for case, ids in told.items() if ids} == wanted, (username, path)
        assert shown(api) == brute_force(api.user) | to_answer.keys(), username
        answering, asking = answering + len(to_answer), asking + len(asked)
    assert (answering > 20, asking > 20) == (True, True)


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
        "plan": {"id": str(case_id), "title": "Kế hoạch của W-A"}, "questions": [],
    }  # fmt: skip
    assert row["since"].startswith(case.since.strftime("%Y-%m-%dT"))


def test_a_leader_with_fields_in_charge_is_shown_those_and_the_office(one):
    leader = one.person("", "leader")
    consolidation = str(one.consolidate([one.plan_for_meeting("monitor-reviewed")]))
    leader.appointments.get().fields_in_charge.add(one.unit("B"))
    assert consolidation in shown(Api(leader))
