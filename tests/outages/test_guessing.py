"""One name is one counter, however it is written: guessing a password does not begin anew with another way to write it."""

import unicodedata

import pytest
from django.core.cache import cache
from rest_framework.throttling import SimpleRateThrottle

from tests.api import Api
from tests.factories import World

NAME = "w-a.head"
ALIKE = {
    "blanks behind": f"{NAME}   ",
    "blanks before": f"  {NAME}",
    "no-break blank": f"\u00a0{NAME}\u3000",
    "line breaks": f"\n{NAME}\t",
    "zero width": f"{NAME[:3]}\u200b{NAME[3:]}\ufeff",
    "capitals": NAME.upper(),
    "full width": "".join(chr(ord(letter) + 0xFEE0) for letter in NAME),
    "decomposed": unicodedata.normalize("NFD", NAME),
    "direction mark": f"\u202e{NAME}",
    "soft hyphen": f"w\u00ad{NAME[1:]}",
}


@pytest.fixture
def guesser(one: World, monkeypatch: pytest.MonkeyPatch) -> Api:
    """Somebody whose next attempt at NAME is one too many."""
    monkeypatch.setitem(SimpleRateThrottle.THROTTLE_RATES, "login", "3/hour")
    cache.clear()
    api = Api(None)
    statuses = [api.post("session", {"username": NAME, "password": f"x{n}"}).status_code for n in range(4)]
    assert statuses == [403, 403, 403, 429]
    return api


@pytest.mark.parametrize("name", ALIKE.values(), ids=ALIKE)
def test_another_way_to_write_the_name_is_no_new_chance(guesser: Api, name: str):
    answer = guesser.post("session", {"username": name, "password": "sau-ro-demo"})
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0


def test_a_forged_address_is_no_new_chance(guesser: Api):
    for n in range(3):
        answer = guesser.client.post(
            "/api/v1/session", {"username": NAME, "password": "x"}, format="json", HTTP_X_FORWARDED_FOR=f"203.0.113.{n}"
        )  # fmt: skip
        assert answer.status_code == 429


def test_many_other_names_do_not_push_the_counter_out(guesser: Api):
    for n in range(400):
        guesser.post("session", {"username": f"other-{n}", "password": "x"})
    assert guesser.post("session", {"username": NAME, "password": "x"}).status_code == 429


def test_another_person_is_not_throttled_with_him(guesser: Api):
    assert guesser.post("session", {"username": "w-b.head", "password": "x"}).status_code == 403
