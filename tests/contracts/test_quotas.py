"""So many uploads, imports and remarks an hour for one person; the next is 429 and says when it may be sent."""

from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from organization.actions import spend
from organization.models import Spending
from plans.models import ImportDraft
from tests.api import Api
from tests.factories import APPROVED, World
from tests.papers.books import book_of

MOST = 3
PDF = b"%PDF-1.4 "
numbers = count()


@pytest.fixture(autouse=True)
def few(settings: Any) -> None:
    settings.QUOTAS = dict.fromkeys(settings.QUOTAS, MOST)


def upload(one: World, short: str = "A") -> Any:
    file = SimpleUploadedFile("a.pdf", PDF + str(next(numbers)).encode())
    return Api(one.person(short, "officer")).upload("evidence", file)


def read(one: World, data: bytes | None = None) -> Any:
    data = data or book_of([["1", "Việc", "W-A", "Tháng 12/2026", "x"]])
    api = Api(one.person("A", "officer"))
    return api.upload("imports", SimpleUploadedFile("a.xlsx", data), unit="W-A", period="2026-2027")


@pytest.mark.parametrize("send", [upload, read], ids=["uploads", "imports"])
def test_one_more_than_the_quota_is_429_with_a_time(one, send):
    assert [send(one).status_code for _ in range(MOST)] == [201] * MOST
    refused = send(one)
    assert (refused.status_code, refused.json()["code"]) == (429, "quota")
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert 3590 < int(refused.headers["Retry-After"]) <= 3600
    assert refused.json()["detail"] == "You may do this 3 times an hour. Try again in 60 minutes."


def test_remarks_are_counted_over_all_cases_and_reading_them_is_not(one):
    head = Api(one.person("A", "head"))
    cases = [one.plan_at(APPROVED) for _ in range(2)]
    answers = [
        head.post(f"cases/{cases[n % 2]}/remarks", {"text": "Xem lại"}).status_code for n in range(MOST + 1)
    ]
    assert answers == [201] * MOST + [429]
    assert {head.get(f"cases/{cases[0]}/remarks").status_code for _ in range(MOST + 1)} == {200}


def test_what_is_refused_counts_too_because_it_was_read(one):
    assert [read(one, b"no workbook").status_code for _ in range(MOST + 1)] == [422] * MOST + [429]
    assert not ImportDraft.objects.exists()


def test_each_person_and_each_thing_has_a_quota_of_its_own(one):
    assert [upload(one).status_code for _ in range(MOST + 1)][-1] == 429
    assert upload(one, "B").status_code == 201
    assert read(one).status_code == 201


def test_it_is_said_in_vietnamese(one):
    assert [upload(one).status_code for _ in range(MOST)][-1] == 201
    api = Api(one.person("A", "officer"))
    answer = api.client.post(
        "/api/v1/evidence", {"file": SimpleUploadedFile("a.pdf", PDF)}, headers={"Accept-Language": "vi"}
    )
    assert answer.json()["detail"] == "Mỗi giờ được làm việc này 3 lần. Hãy thử lại sau 60 phút."


def test_after_an_hour_the_first_is_forgotten_and_no_more_is_kept_than_counts(one):
    person, begun = one.person("A", "officer"), timezone.now()

    def at(minutes: int) -> float:
        return spend("uploads", most=MOST, by=person, now=begun + timedelta(minutes=minutes))

    assert [at(0), at(20), at(40)] == [0, 0, 0]
    assert at(50) == pytest.approx(600)
    assert [at(60), at(79)] == [0, pytest.approx(60)]
    assert at(200) == 0
    assert len(Spending.objects.get().moments) == 1
