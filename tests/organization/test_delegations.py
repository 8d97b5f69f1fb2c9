"""Signing for somebody else: TUQ., with the separation of duties reaching through it."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from organization.actions import appoint, delegate, end_appointment
from organization.models import Appointment, Delegation, Role, User
from tests.api import Api
from tests.factories import APPROVED, DRAFT, SUBMITTED, World, small_world


def lend(
    one: World, principal: User, to: User, *permissions: str, until: datetime | None = None
) -> Delegation:
    """A delegation that began an hour ago."""
    now = timezone.now()
    return delegate(
        appointment=Appointment.objects.get(user=principal), to=to, permissions=permissions, mandate="QĐ 12/QĐ-W",
        since=now - timedelta(hours=1), until=until or now + timedelta(days=5), by=one.person("", "leader"),
    )  # fmt: skip


def codes(answer: Any) -> list[str]:
    """Codes of a refusal."""
    return [reason["code"] for reason in answer.json()["reasons"]]


def test_a_delegate_signs_by_authorisation_and_the_signature_names_the_principal(one):
    case_id, head, delegated = one.plan_at(SUBMITTED), one.person("A", "head"), one.person("B", "officer")
    lent = lend(one, head, delegated, "approve")
    answer = Api(delegated).act(case_id, "approve")
    assert answer.status_code == 201
    signed = answer.json()
    assert signed["capacity"] == "TUQ."
    assert signed["signer"]["name"] == delegated.full_name
    assert signed["on_behalf_of"]["id"] == str(head.id)
    assert signed["on_behalf_of"]["name"].startswith(head.full_name)
    assert one.case(case_id).signatures.get(act="approve").delegation_id == lent.id


@pytest.mark.parametrize(("capacity", "status"), [("TUQ.", 201), ("TL.", 201), ("TM.", 422), ("own", 422)])
def test_a_delegate_signs_in_a_lent_capacity_only(one, capacity, status):
    case_id, delegated = one.plan_at(SUBMITTED), one.person("B", "officer")
    lend(one, one.person("A", "head"), delegated, "approve")
    assert Api(delegated).act(case_id, "approve", capacity=capacity).status_code == status


def test_a_deputy_signs_for_the_head_and_a_head_as_himself(one):
    first, second = one.plan_at(SUBMITTED), one.plan_at(SUBMITTED)
    assert Api(one.person("A", "deputy")).act(first, "approve").json()["capacity"] == "KT."
    assert Api(one.person("A", "head")).act(second, "approve").json()["capacity"] == "own"


def test_what_was_not_lent_cannot_be_signed(one):
    case_id, delegated = one.plan_at(APPROVED), one.person("A", "officer")
    lend(one, one.person("B", "head"), delegated, "edit")
    assert codes(Api(delegated).act(case_id, "review")) == ["not-permitted"]


def test_the_principals_own_step_bars_the_delegate(one):
    case_id, head, delegated = one.plan_at(DRAFT), one.person("A", "head"), one.person("B", "officer")
    one.stage.sign(case_id, "submit", head)
    lend(one, head, delegated, "approve")
    answer = Api(delegated).act(case_id, "approve")
    assert (answer.status_code, codes(answer)) == (403, ["separation-of-duties"])


def test_the_delegates_own_step_bars_signing_for_another(one):
    case_id, officer = one.plan_at(DRAFT), one.person("A", "officer")
    lend(one, one.person("A", "head"), officer, "approve")
    assert Api(officer).act(case_id, "submit").status_code == 201
    assert codes(Api(officer).act(case_id, "approve")) == ["separation-of-duties"]


def test_a_step_signed_for_the_principal_bars_the_principal(one):
    case_id, head, delegated = (
        one.plan_at(SUBMITTED, monitor="A"),
        one.person("A", "head"),
        one.person("B", "officer"),
    )
    lend(one, head, delegated, "approve")
    assert Api(delegated).act(case_id, "approve").status_code == 201
    assert codes(Api(head).act(case_id, "review")) == ["separation-of-duties"]


def test_approving_and_reviewing_for_two_principals_is_barred_too(one):
    case_id, delegated = one.plan_at(SUBMITTED), one.person("VP", "officer")
    lend(one, one.person("A", "head"), delegated, "approve")
    lend(one, one.person("B", "head"), delegated, "review")
    assert Api(delegated).act(case_id, "approve").status_code == 201
    assert codes(Api(delegated).act(case_id, "review")) == ["separation-of-duties"]


def test_one_may_say_for_whom_one_signs(one):
    case_id, delegated = one.plan_at(SUBMITTED), one.person("B", "officer")
    head, deputy = one.person("A", "head"), one.person("A", "deputy")
    lend(one, head, delegated, "approve")
    lend(one, deputy, delegated, "approve")
    signed = Api(delegated).act(case_id, "approve", on_behalf_of=str(deputy.id)).json()
    assert signed["on_behalf_of"]["id"] == str(deputy.id)


def test_one_cannot_sign_for_somebody_who_lent_nothing(one):
    case_id, head = one.plan_at(SUBMITTED), one.person("A", "head")
    answer = Api(head).act(case_id, "approve", on_behalf_of=str(one.person("A", "deputy").id))
    assert (answer.status_code, codes(answer)) == (403, ["not-permitted"])


def test_ones_own_post_comes_before_a_lent_one(one):
    case_id, deputy = one.plan_at(SUBMITTED), one.person("A", "deputy")
    lend(one, one.person("A", "head"), deputy, "approve")
    signed = Api(deputy).act(case_id, "approve").json()
    assert (signed["capacity"], signed["on_behalf_of"]) == ("KT.", None)


def test_what_was_lent_cannot_be_lent_on(one):
    officer = one.person("B", "officer")
    lend(one, one.person("A", "head"), officer, "approve")
    with pytest.raises(ValueError, match="does not hold approve"):
        lend(one, officer, one.person("B", "deputy"), "approve")


@pytest.mark.parametrize("permission", ["consolidate", "present", "administer"])
def test_nobody_lends_what_they_do_not_hold(one, permission):
    with pytest.raises(ValueError, match="does not hold"):
        lend(one, one.person("A", "head"), one.person("B", "officer"), permission)


def test_a_delegate_is_another_person_of_the_same_institution(one):
    foreign, head = small_world("F").person("A", "head"), one.person("A", "head")
    for stranger in (foreign, head):
        with pytest.raises(ValueError, match="another person of the same institution"):
            lend(one, head, stranger, "approve")


def test_a_delegation_ends_with_the_appointment_it_stands_on(one):
    case_id, head, delegated = one.plan_at(SUBMITTED), one.person("A", "head"), one.person("B", "officer")
    lend(one, head, delegated, "approve")
    assert Api(delegated).acts(case_id)["approve"] == []
    end_appointment(Appointment.objects.get(user=head), at=timezone.now())
    # The monitoring unit still sees what was submitted; the lent right is gone.
    assert Api(delegated).acts(case_id)["approve"] == ["not-permitted"]


def test_a_delegation_of_yesterday_grants_nothing(one):
    case_id, delegated = one.plan_at(SUBMITTED), one.person("B", "officer")
    lend(one, one.person("A", "head"), delegated, "approve", until=timezone.now() - timedelta(seconds=1))
    assert Api(delegated).acts(case_id)["approve"] == ["not-permitted"]


def test_a_delegate_sees_what_the_principal_sees(one):
    case_id, delegated = one.plan_at(DRAFT), one.person("B", "officer")
    assert Api(delegated).get(f"cases/{case_id}").status_code == 404
    lend(one, one.person("A", "head"), delegated, "approve")
    assert Api(delegated).get(f"cases/{case_id}").status_code == 200


def test_two_posts_of_one_person_still_bar_the_second_step(one):
    case_id, officer = one.plan_at(DRAFT), one.person("A", "officer")
    appoint(user=officer, unit=one.unit("A"), role=Role.HEAD, title="Quyền trưởng", since=one.now())
    assert Api(officer).act(case_id, "submit").status_code == 201
    assert codes(Api(officer).act(case_id, "approve")) == ["separation-of-duties"]


@pytest.mark.parametrize(
    ("first", "second"), [("submit", "approve"), ("submit", "review"), ("approve", "review")]
)
def test_nobody_signs_two_of_the_three_steps_of_one_submission(one, first, second):
    one.hire("w-a.deputy2", "A", Role.DEPUTY)  # so that somebody is left who may review
    case_id, walker = one.plan_at(DRAFT, monitor="A"), one.person("A", "head")
    signers = {"submit": one.person("A", "officer"), "approve": one.person("A", "deputy")} | {first: walker}
    for step in ("submit", "approve")[: ("submit", "approve", "review").index(second)]:
        assert Api(signers[step]).act(case_id, step).status_code == 201
    answer = Api(walker).act(case_id, second)
    assert (answer.status_code, codes(answer)) == (403, ["separation-of-duties"])


def test_a_new_submission_begins_the_separation_anew(one):
    case_id, head, deputy = one.plan_at(DRAFT), one.person("A", "head"), one.person("A", "deputy")
    one.stage.sign(case_id, "submit", head)
    one.stage.sign(case_id, "return", deputy, comment="Sửa lại")
    one.stage.sign(case_id, "submit", deputy)
    assert Api(head).act(case_id, "approve").status_code == 201
