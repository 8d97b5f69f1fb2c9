"""Tìm trong mọi hồ sơ: among all that a person sees, by words without case and marks (issue I, point 1)."""

import pytest

from notation.text import fold
from tests.api import Api
from tests.clock import Clock, moment
from tests.factories import APPROVED, DRAFT, PRESENTED, SUBMITTED
from tests.reported_month import Month
from workflow.models import Case


def found(api: Api, q: str) -> set[str]:
    """The ids of what is found."""
    return {row["id"] for row in api.get("cases", q=q, page_size=200).json()["results"]}


@pytest.fixture
def plans(one) -> dict[str, str]:
    """Plans of A and B, by where they stand."""
    return {
        "draft": str(one.plan_at(DRAFT)),
        "approved": str(one.plan_at(APPROVED)),
        "other": str(one.plan_at(SUBMITTED, unit="B", monitor="A")),
        "presented": str(one.plan_at(PRESENTED, unit="B", monitor="A")),
    }


def rename(api: Api, plan: str, **changes: str) -> None:
    """Another title or number of an open draft."""
    assert api.send("patch", f"plans/{plan}", changes, digest=api.digest(plan)).status_code == 200


def test_words_of_title_unit_period_and_number_without_marks_in_any_order(one, plans):
    officer = Api(one.person("A", "officer"))
    rename(officer, plans["draft"], title="Kế hoạch Đào tạo", number="12/KH-CĐSL")
    for words in ("DAO tao", "tạo đào kế", "12/kh-cdsl", "12/KH-CĐSL", "đào 2026-2027", "w-a đào"):
        assert found(officer, words) == {plans["draft"]}, words
    assert found(officer, "dao tao 2025-2026") == found(officer, "đào w-b") == set()
    assert found(officer, "w-b") == {plans["other"], plans["presented"]}


def test_nothing_but_what_the_person_sees_and_nothing_that_was_thrown_away(one, plans):
    head, other = Api(one.person("A", "head")), Api(one.person("B", "head"))
    assert found(head, "ke hoach") == set(plans.values())
    assert found(other, "ke hoach") == {plans[name] for name in ("approved", "other", "presented")}
    assert Api(one.person("A", "officer")).act(plans["draft"], "discard", comment="Trùng").status_code == 201
    assert found(head, "ke hoach") == set(plans.values()) - {plans["draft"]}


def test_at_most_twenty_with_state_and_unit(one):
    cases = [one.plan_at(DRAFT) for _ in range(21)]
    answer = Api(one.person("A", "head")).get("cases", q="ke hoach", page_size=20).json()
    assert [row["id"] for row in answer["results"]] == [str(case) for case in reversed(cases[1:])]
    assert {(row["state"], row["unit"]) for row in answer["results"]} == {("draft", "W-A")}


def test_signs_are_looked_for_as_they_stand(one, plans):
    for words in ("%", "_", "'", "a%b"):
        assert found(Api(one.person("A", "head")), words) == set(), words


class TestReports:
    @pytest.fixture(autouse=True)
    def clock(self, monkeypatch):
        return Clock(monkeypatch, moment("2026-10-22 09:00"))

    def test_are_found_by_kind_and_month(self, one):
        month = Month(one)
        month.plan("Chung", [month.task("Việc", "15/10/2026")])
        month.until("2026-10-20 08:00")
        month.open()
        office, officer = Api(one.person("VP", "head")), Api(one.person("A", "officer"))
        assert found(officer, "10/2026 w-a") == found(officer, "2026-10 unit report") == {str(month.report())}
        assert found(officer, "9/2026") == found(office, "10/2026 w-a") == set()


def test_what_is_looked_for_follows_the_title(one, plans):
    rename(Api(one.person("A", "officer")), plans["draft"], title="Đề án Tuyển sinh")
    for case in Case.objects.all():
        assert case.search == fold(case.title)
