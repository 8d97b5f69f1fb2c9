"""A verdict stands beside the word that it judged: another word that is signed after it is judged anew, the same is not."""

from typing import Any

import pytest

from plans.models import PlanRow
from tests.api import Api
from tests.clock import Clock, moment
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused
from tests.reported_month import Month, done, not_done


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The day after the reports were due."""
    return Clock(monkeypatch, moment("2026-10-29 09:00"))


@pytest.fixture
def asked(month: Month) -> Month:
    """A owes B a word on one row."""
    month.plan("Kế hoạch", [month.task("Xong", "Tháng 10/2026")])
    month.open()
    return month


def row_id() -> str:
    return str(PlanRow.objects.get(text="Xong").id)


def judge(month: Month, word: dict[str, Any]) -> None:
    """B writes this verdict."""
    api, case_id = Api(month.world.person("B", "officer")), month.monitoring()
    findings = [word | {"row": str(word["row"])}]
    answer = api.send(
        "put", f"reports/{case_id}/findings", {"findings": findings}, digest=api.digest(case_id)
    )
    ok(answer, 200)


def agree(month: Month) -> None:
    """B agrees with whatever it has no verdict on."""
    api, case_id = Api(month.world.person("B", "officer")), month.monitoring()
    ok(api.post(f"reports/{case_id}/agree", {}, digest=api.digest(case_id)), 200)


def signed(month: Month, word: dict[str, Any]) -> None:
    """A says so, and its head signs."""
    month.say(month.report(), [word])
    month.sign_report(month.report())


def returned(month: Month) -> None:
    """B's head returns A's report."""
    head = month.world.person("B", "head")
    month.world.stage.sign(month.report(), "return", head, comment="Ghi rõ")


def reviewed(month: Month) -> Any:
    """The answer to B's head who confirms the check."""
    return Api(month.world.person("B", "head")).act(month.report(), "review")


def test_a_word_that_was_signed_after_the_verdict_is_judged_anew(asked):
    """B judged a silent unit; A's late word is not passed on that verdict."""
    judge(asked, not_done(row_id(), result="Đơn vị không báo cáo", expected_on="2026-11-05"))
    signed(asked, done(row_id()))
    assert refused(reviewed(asked)) == (422, ["finding-stale"])
    agree(asked)  # leaves the verdicts that were given
    assert refused(reviewed(asked)) == (422, ["finding-stale"])
    judge(asked, done(row_id()))
    ok(reviewed(asked))


def test_another_word_after_a_return_is_judged_anew(asked):
    signed(asked, done(row_id()))
    judge(asked, done(row_id()))
    returned(asked)
    signed(asked, not_done(row_id(), expected_on="2026-11-05"))
    assert refused(reviewed(asked)) == (422, ["finding-stale"])
    judge(asked, not_done(row_id(), expected_on="2026-11-05"))
    ok(reviewed(asked))


def test_the_same_word_signed_again_keeps_its_verdict(asked):
    signed(asked, done(row_id()))
    judge(asked, done(row_id()))
    returned(asked)
    asked.sign_report(asked.report())
    ok(reviewed(asked))
