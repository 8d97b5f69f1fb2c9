"""What must be filled holds something that can be seen; a unit that ended takes nothing new; Q. needs its basis."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from notation.text import written
from organization.models import Appointment
from tests.api import Api
from tests.contracts.cases_in_states import all_said, month_of
from tests.factories import APPROVED, DRAFT, SUBMITTED, World

#: Looks like nothing: zero-width, joiners, fillers, blanks of every kind, a lone accent, the blank of Braille.
INVISIBLE = ("\u200b", "\u2060\ufeff", "\u3164", "\u115f", "\u00a0", "\u0301", "\u2800", "\u00ad", " \t\n")
NEW = {"unit": "W-A", "kind": "plan", "title": "Kế hoạch", "period": "2026-2027"}


@pytest.mark.parametrize("text", INVISIBLE, ids=ascii)
def test_nothing_is_written_with_it(text: str) -> None:
    assert not written(text)
    assert written(f"{text}.")


def codes(answer: Any) -> tuple[int, set[str]]:
    return answer.status_code, {reason["code"] for reason in answer.json()["reasons"]}


@pytest.mark.parametrize("text", INVISIBLE[:4], ids=ascii)
def test_no_reason_of_a_step_back(one: World, text: str) -> None:
    case_id = one.plan_at(SUBMITTED)
    assert codes(Api(one.person("A", "head")).act(case_id, "return", comment=text)) == (
        422,
        {"reason-missing"},
    )


@pytest.mark.parametrize("text", INVISIBLE[:4], ids=ascii)
def test_no_title_no_remark_no_proposal(one: World, text: str) -> None:
    officer = Api(one.person("A", "officer"))
    assert codes(officer.post("plans", {**NEW, "title": text})) == (400, {"blank"})
    case_id = one.plan_at(APPROVED)
    head = Api(one.person("A", "head"))
    assert codes(head.post(f"cases/{case_id}/remarks", {"text": text})) == (400, {"blank"})
    month = month_of(one)
    path = f"reports/{month.report()}"
    answer = officer.send("patch", path, {"proposals": [text]}, digest=officer.digest(month.report()))
    assert codes(answer) == (400, {"blank"})


@pytest.mark.parametrize("text", INVISIBLE[:4], ids=ascii)
def test_no_result_and_no_evidence(one: World, text: str) -> None:
    month = month_of(one)
    case_id, officer = all_said(month), Api(one.person("A", "officer"))
    [row, other] = officer.get(f"reports/{case_id}").json()["rows"]
    proof = [{"kind": "document", "value": text}]
    word = {"row": row["row"], "done": True, "result": "Xong", "evidence": proof}
    sent = officer.send("put", f"reports/{case_id}/rows", {"rows": [word]}, digest=officer.digest(case_id))
    assert codes(sent) == (400, {"blank"})
    word = {"row": other["row"], "done": True, "result": text, "evidence": [{**proof[0], "value": "12/BC"}]}
    officer.send("put", f"reports/{case_id}/rows", {"rows": [word]}, digest=officer.digest(case_id))
    assert "result-missing" in officer.acts(case_id)["submit"]


def ended(one: World) -> None:
    """B ended yesterday; C took over."""
    one.open_unit("C")
    unit = one.unit("B")
    unit.valid_to, unit.successor = timezone.localdate() - timedelta(days=1), one.unit("C")
    unit.save()


def test_a_unit_that_ended_takes_nothing_new_and_its_successor_is_named(one: World) -> None:
    case_id, officer = one.plan_at(DRAFT), Api(one.person("A", "officer"))
    submitted = one.plan_at(SUBMITTED)
    ended(one)
    office = Api(one.person("VP", "head"))
    answer = office.post("plans", {**NEW, "unit": "W-B", "drafted_by_office": True})
    assert codes(answer) == (422, {"unit-ended"})
    assert one.unit("C").name in answer.json()["detail"]
    body = {"unit": "W-B", "cadence": "monthly"}
    assert codes(office.send("put", f"plans/{submitted}/monitoring", body)) == (422, {"unit-ended"})
    row = {
        "kind": "task",
        "text": "Việc",
        "leads": ["W-A"],
        "coordinating": ["W-B"],
        "due_text": "Tháng 12/2026",
    }
    refused = officer.send("put", f"plans/{case_id}/rows", {"rows": [row]}, digest=officer.digest(case_id))
    assert codes(refused) == (422, {"unit-ended"})
    assert [(reason["row"], reason["field"]) for reason in refused.json()["reasons"]] == [
        ("1", "coordinating")
    ]


def test_an_ordinary_head_does_not_sign_as_acting(one: World) -> None:
    case_id, head = one.plan_at(SUBMITTED), Api(one.person("A", "head"))
    refused = head.act(case_id, "approve", capacity="Q.", key=str(uuid4()))
    assert codes(refused) == (422, {"capacity"})
    Appointment.objects.filter(user=one.person("A", "head")).update(title="Quyền Trưởng phòng")
    assert head.act(case_id, "approve", capacity="Q.").status_code == 201
