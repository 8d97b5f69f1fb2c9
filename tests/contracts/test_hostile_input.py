"""Whatever is sent, the answer is a refusal and never our own failure."""

import json
from base64 import b64encode
from typing import Any
from uuid import uuid4

import pytest

from tests.api import Api
from tests.clock import Clock, moment
from tests.contracts.cases_in_states import month_of, row_of
from tests.contracts.test_every_url import rows
from tests.contracts.url_world import NAMES
from tests.factories import SUBMITTED

NEW = {"unit": "W-A", "kind": "plan", "title": "Kế hoạch", "period": "2026-2027"}
FORGED = ("p=x", "p=", "o=-1&p=x", "o=9999999999999999999", "r=1&p=\x00", "p=2026-13-45", "\xff")
LISTS = ("plans", "inbox", "cases", "units", "periods", "consolidations", "meetings", "notifications")


def calm(api: Api) -> Api:
    """A client that answers 500 instead of raising, as a server does."""
    api.client.raise_request_exception = False
    return api


@pytest.fixture
def officer(one) -> Api:
    return calm(Api(one.person("A", "officer")))


def refused(answer: Any) -> bool:
    """A refusal with a problem document."""
    known = answer.headers["Content-Type"] == "application/problem+json"
    return bool(400 <= answer.status_code < 500 and known)


@pytest.mark.parametrize("path", LISTS)
def test_a_forged_cursor_is_refused_or_shows_a_page(officer, path):
    answers = {text: officer.get(path, cursor=b64encode(text.encode()).decode()) for text in FORGED}
    failed = {text: answer.status_code for text, answer in answers.items() if answer.status_code >= 500}
    assert failed == {}


@pytest.mark.parametrize(
    "path",
    ["notifications?after={}", "cases/{case}/submissions/{}", "calendar?year={}", "plans?page_size={}"],
)
def test_a_number_too_large_is_no_failure(one, officer, path):
    case_id = one.plan_at(SUBMITTED)
    answer = officer.get(path.format(10**30, case=case_id))
    assert refused(answer) or answer.status_code == 200


@pytest.mark.parametrize("said", [None, [], 1, "item"], ids=repr)
def test_a_body_that_is_no_object_is_no_failure(things, said):
    clerk = calm(Api(things["world"].person("VP", "clerk")))
    failed: dict[tuple[str, str], int] = {}
    for method, row, _statuses in rows():
        if method not in ("GET", "DELETE"):
            path = row.format(**{name: things[name] for name in NAMES})
            headers: Any = {"HTTP_IF_MATCH": '"seen"', "HTTP_IDEMPOTENCY_KEY": str(uuid4())}
            answer = clerk.client.generic(
                method, path, json.dumps(said), content_type="application/json", **headers
            )
            failed |= {(method, row): answer.status_code} if answer.status_code >= 500 else {}
    assert failed == {}


def test_a_position_too_large_is_no_failure(officer):
    answer = officer.post("notifications/read", {"up_to": 10**30})
    assert refused(answer) or answer.status_code == 200


@pytest.mark.parametrize(
    "text",
    ['{"title": "\\ud800"}', '{"\\ud800": 1}', '{"title": "\\u0000"}', '{"\\u0000": 1}', "[" * 100_000,
     '{"a":' * 50_000, '{"title": NaN}', "9" * 5000, '{"kind": "\\ud800"}',
     '{"kind": {"plan": 1}}', '{"unit": ["W-A"], "kind": ["plan"]}'],
    ids=["surrogate", "surrogate name", "NUL", "NUL name", "deep list", "deep object", "NaN", "long number",
         "surrogate choice", "object for choice", "lists"],
)  # fmt: skip
def test_hostile_json_is_refused(officer, text):
    body = text.encode()
    if text.startswith('{"') and text.endswith("}"):
        kept = json.dumps({name: value for name, value in NEW.items() if f'"{name}"' not in text})
        body = (kept[:-1] + ", " + text[1:]).encode()
    assert refused(officer.client.post("/api/v1/plans", body, content_type="application/json"))


@pytest.mark.parametrize("name", ["unit", "period"])
@pytest.mark.parametrize("value", ["\x00", "' OR 1=1 --", "x" * 10_000, "\u202e"])
def test_an_odd_name_is_only_unknown(officer, name, value):
    assert refused(officer.post("plans", NEW | {name: value}))


@pytest.mark.parametrize(
    "path", ["evidence/%00", "evidence/%F0%9F%92%A9", "cases/%00", "submissions/-1", "calendar/0000-01-01"]
)
def test_an_odd_address_is_not_found(officer, path):
    answer = officer.get(path)
    assert answer.status_code == 404


@pytest.mark.parametrize("q", ["\x00", "\ud7ff", "a" * 201, "%00", "🙂"])
def test_an_odd_search_is_no_failure(officer, q):
    answer = officer.get("plans", q=q)
    assert refused(answer) or answer.json()["results"] == []


@pytest.mark.parametrize(
    "held_at",
    ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-02-30T08:00:00Z", "hôm nay", 12, None],
)
def test_a_meeting_at_an_impossible_time_is_refused(one, held_at):
    consolidation = one.consolidate([one.plan_for_meeting("monitor-reviewed")])
    clerk = calm(Api(one.person("VP", "clerk")))
    assert refused(clerk.post("meetings", {"consolidations": [str(consolidation)], "held_at": held_at}))


@pytest.mark.parametrize("issued_date", ["0001-01-01", "9999-12-31"])
def test_an_issued_date_out_of_this_world_is_no_failure(one, issued_date):
    clerk = calm(Api(one.person("VP", "clerk")))
    plan = clerk.post("plans", NEW | {"drafted_by_office": True}).json()
    issued = {"number": "1", "date": issued_date, "signer": "HT", "evidence": "0" * 64}
    assert refused(clerk.act(plan["id"], "register", issued=issued))


@pytest.mark.parametrize(
    "cases",
    [
        [],
        "x",
        [{"id": "x", "digest": "y"}],
        [{"id": str(uuid4())}],
        [{"id": str(uuid4()), "digest": "x"}] * 501,
    ],
)
def test_a_malformed_batch_is_refused(officer, cases):
    assert refused(officer.post("acts", {"act": "approve", "cases": cases}, key=str(uuid4())))


def test_one_case_twice_in_a_batch_is_signed_once(one):
    case_id, head = one.plan_at(SUBMITTED), Api(one.person("A", "head"))
    cases = [{"id": str(case_id), "digest": head.digest(case_id)}] * 2
    results = head.post("acts", {"act": "approve", "cases": cases}, key=str(uuid4())).json()["results"]
    assert {row["status"] for row in results} == {201}
    assert one.case(case_id).signatures.filter(act="approve").count() == 1


@pytest.mark.parametrize(
    "word",
    [
        {"result": "a\x00b"},
        {"value": "NaN"},
        {"value": "1e400"},
        {"value": "9" * 5000},
        {"done": "maybe"},
        {"expected_on": "0000-00-00"},
        {"evidence": [{"kind": "link", "value": "javascript:alert(1)"}]},
        {"evidence": [{"kind": "file", "value": "../../etc/passwd"}]},
        {"evidence": [{"kind": "document", "value": "\x00"}]},
        {"row": "0190a0a0-0000-7000-8000-000000000000"},
    ],
    ids=str,
)
def test_an_odd_word_in_a_report_is_refused(one, monkeypatch, word):
    Clock(monkeypatch, moment("2026-10-22 09:00"))
    case_id, officer = month_of(one).report(), calm(Api(one.person("A", "officer")))
    rows = [{"row": str(row_of(one, "Tư vấn")), "done": True, **word}]
    assert refused(
        officer.send("put", f"reports/{case_id}/rows", {"rows": rows}, digest=officer.digest(case_id))
    )


@pytest.mark.parametrize(
    "label", ["2026-13", "2026-Q5", "9999-12", "0001-01", "\x00", "", "９９", "2026-2026"]
)
def test_a_period_that_no_calendar_has_is_refused(one, label):
    clerk = calm(Api(one.person("VP", "clerk")))
    for kind in ("month", "quarter", "year", "review"):
        assert refused(clerk.post("periods", {"kind": kind, "label": label}))
    assert refused(clerk.post("deadlines", {"year": label}))
    assert refused(clerk.get("deadlines", year=label))


@pytest.mark.parametrize("inside", [["x"], [str(uuid4())], "x", None])
def test_a_consolidation_of_nothing_real_is_refused(one, inside):
    clerk = calm(Api(one.person("VP", "clerk")))
    assert refused(clerk.post("consolidations", {"period": "2026-2027", "cases": inside}))


def test_a_consolidation_does_not_contain_another(one):
    inner = one.consolidate([one.plan_for_meeting("monitor-reviewed")])
    answer = Api(one.person("VP", "clerk")).post(
        "consolidations", {"period": "2026-2027", "cases": [str(inner)]}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "case-unknown")


def test_a_case_named_twice_is_taken_in_once(one):
    case_id, clerk = str(one.plan_for_meeting("monitor-reviewed")), Api(one.person("VP", "clerk"))
    made = clerk.post("consolidations", {"period": "2026-2027", "cases": [case_id, case_id]})
    assert [row["id"] for row in made.json()["cases"]] == [case_id]
