"""Every URL × method × identity with its exact status; a URL or method without a row fails."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, resolve

from tests.api import Api
from tests.contracts.url_world import NAMES, body_of, digest_for, upload
from tests.papers.books import book_of

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
#: Unit A wrote the plans and reports on them, B follows them and reports to the office, C ("other") has nothing to do
#: with them; "foreign" heads the admin office of another institution, the most that anybody there can be.
IDENTITIES = [
    "anonymous",
    "officer",
    "head",
    "other",
    "monitor",
    "clerk",
    "leader",
    "auditor",
    "admin",
    "staff",
    "inspector",
    "foreign",
]
PEOPLE = {
    "officer": "w-a.officer", "head": "w-a.head", "other": "w-c.head", "monitor": "w-b.head", "clerk": "w-vp.clerk",
    "leader": "w.leader", "auditor": "w.auditor", "admin": "w.administrator",
    "staff": "w.personnel", "inspector": "w.inspector",
}  # fmt: skip
TABLE = """
#                                       anon  officer head other monitor clerk leader auditor admin staff inspector foreign
GET    me                                401  200 200  200   200     200   200     200   200   200     200     200
GET    regulation                        401  200 200  200   200     200   200     200   200   200     200     200
PUT    regulation                        401  403 403  403   403     403   200     403   403   403     403     403
GET    units                             401  200 200  200   200     200   200     200   200   200     200     200
GET    institution                      401  200 200  200   200     200   200     200   200   200     200     200
PATCH  institution                      401  403 403  403   403     403   403     403   200   403     403     403
POST   units                            401  403 403  403   403     403   403     403   403   201     403     403
PATCH  units/W-E                        401  403 403  403   403     403   403     403   403   200     403     404
POST   units/W-E/end                    401  403 403  403   403     403   403     403   403   200     403     404
GET    unit-lists                       401  403 403  403   403     403   403     403   403   200     403     403
POST   unit-lists                       401  403 403  403   403     403   403     403   403   200     403     403
GET    people                           401  403 403  403   403     403   403     403   403   200     403     403
POST   people                           401  403 403  403   403     403   403     403   403   201     403     403
PATCH  people/{colleague}               401  403 403  403   403     403   403     403   403   200     403     404
GET    people/{colleague}/barred?unit=W-A  401  403 403  403   403     200   403     403   403   200     403     404
POST   people/{colleague}/posts         401  403 403  403   403     403   403     403   403   201     403     404
POST   posts/{post}/end                 401  403 403  403   403     403   403     403   403   200     403     404
GET    people-lists                     401  403 403  403   403     403   403     403   403   200     403     403
POST   people-lists                     401  403 403  403   403     403   403     403   403   200     403     403
POST   people/links                     401  403 403  403   403     403   403     403   403   201     403     403
GET    invitations/{link}               200  200 200  200   200     200   200     200   200   200     200     200
POST   invitations/{link}               204  204 204  204   204     204   204     204   204   204     204     204
PUT    password                         401  204 204  204   204     204   204     204   204   204     204     204
GET    setup                            401  403 403  403   403     403   403     403   200   200     403     403
POST   setup                            404  404 404  404   404     404   404     404   404   404     404     404
GET    register                         401  403 403  403   403     403   403     200   200   200     403     403
GET    periods                           401  200 200  200   200     200   200     200   200   200     200     200
POST   periods                           401  403 403  403   403     201   403     403   403   403     403     201
GET    periods/{period}                  401  200 200  200   200     200   200     200   200   200     200     404
PATCH  periods/{period}                  401  403 403  403   403     200   403     403   403   403     403     404
PUT    periods/{year}/semesters          401  403 403  403   403     200   403     403   403   403     403     404
POST   periods/{period}/open             401  403 403  403   403     200   403     403   403   403     403     404
GET    periods/{period}/openings         401  200 200  200   200     200   200     200   200   200     200     404
POST   periods/{period}/openings         401  403 403  403   403     409   403     403   403   403     403     404
GET    periods/{period}/matrix           401  200 200  200   200     200   200     200   200   200     200     404
GET    periods/{period}/reminder?to=monitors         401  403 403  403   403     200   403     403   403   403     403     404
GET    periods/{period}/reminder?to=units&unit=W-B   401  403 403  403   200     403   403     403   403   403     403     404
GET    deadlines?year=2026-2027          401  200 200  200   200     200   200     200   200   200     200     200
POST   deadlines                         401  403 403  403   403     200   403     403   403   403     403     200
PUT    deadlines/rule                    401  403 403  403   403     200   403     403   403   403     403     200
GET    inbox                             401  200 200  200   200     200   200     200   200   200     200     200
GET    inbox/elsewhere                   401  200 200  200   200     200   200     200   200   200     200     200
GET    cases                             401  200 200  200   200     200   200     200   200   200     200     200
GET    cases?q=ke+hoach                  401  200 200  200   200     200   200     200   200   200     200     200
POST   calendar                          401  403 403  403   403     200   403     403   403   403     403     200
GET    calendar?year=2026                401  200 200  200   200     200   200     200   200   200     200     200
PUT    calendar/2026-12-31               401  403 403  403   403     200   403     403   403   403     403     200
DELETE calendar/2026-12-30               401  403 403  403   403     204   403     403   403   403     403     404
GET    my-digest                         401  200 200  200   200     200   200     200   200   200     200     200
GET    rights                            401  403 403  403   403     200   200     200   200   200     403     200
GET    inspections                       401  403 403  403   403     200   200     200   403   200     403     200
POST   inspections                       401  403 403  403   403     201   403     403   403   201     403     422
PUT    inspections/{inspection}/plans    401  403 403  403   403     200   403     403   403   403     403     404
POST   inspections/{inspection}/end      401  403 403  403   403     200   200     403   403   200     403     404
GET    inspections/{inspection}/visits   401  403 403  403   403     200   200     200   403   403     403     404
GET    reorganizations                   401  403 403  403   403     200   200     200   403   200     403     200
POST   reorganizations                   401  403 403  403   403     403   403     403   403   201     403     403
PUT    reorganizations/{reorganization}/parts    401  403 403  403   403     409   409     403   403   403     403     404
POST   reorganizations/{reorganization}/confirm  401  403 403  403   403     403   200     403   403   403     403     404
POST   reorganizations/{reorganization}/close    401  403 403  403   403     403   200     403   403   200     403     404
GET    stand-ins                         401  200 200  200   200     200   200     200   200   200     200     200
POST   stand-ins                         401  403 403  403   403     201   403     403   403   403     403     422
POST   stand-ins/{absence}/end           401  403 200  403   403     200   200     403   403   403     403     404
GET    stand-ins/{absence}/file          401  404 404  404   404     404   404     404   404   404     404     404
POST   session                           200  200 200  200   200     200   200     200   200   200     200     200
DELETE session                           401  204 204  204   204     204   204     204   204   204     204     204
GET    sessions                          401  200 200  200   200     200   200     200   200   200     200     200
DELETE sessions                          401  204 204  204   204     204   204     204   204   204     204     204
GET    notifications                     401  200 200  200   200     200   200     200   200   200     200     200
POST   notifications/read                401  200 200  200   200     200   200     200   200   200     200     200
GET    cases/{returned}                  401  200 200  404   200     200   200     200   404   404     200     404
POST   cases/{submitted}/acts            401  201 201  404   403     403   403     403   404   404     403     404
GET    cases/{returned}/signatures       401  200 200  404   200     200   200     200   404   404     200     404
GET    cases/{returned}/submissions      401  200 200  404   200     200   200     200   404   404     200     404
GET    cases/{returned}/submissions/1    401  200 200  404   200     200   200     200   404   404     200     404
GET    cases/{returned}/diff               401  200 200  404   200     200   200     200   404   404     200     404
GET    cases/{submitted}/awaited         401  200 200  404   200     200   200     200   404   404     200     404
GET    cases/{submitted}/handings        401  200 200  404   200     200   200     200   404   404     200     404
POST   cases/{submitted}/handings        401  201 201  404   403     201   201     403   404   404     403     404
POST   cases/{marked}/opened-rows    401  201 201  404   403     403   403     403   404   404     403     404
GET    cases/{returned}/remarks          401  200 200  404   200     200   200     200   404   404     200     404
POST   cases/{returned}/remarks          401  201 201  404   201     201   201     403   404   404     403     404
POST   remarks/{remark}/answer           401  200 200  404   403     403   403     403   404   404     403     404
POST   remarks/{remark}/withdraw         401  403 200  404   403     403   403     403   404   404     403     404
POST   acts                              401  200 200  200   200     200   200     200   200   200     200     200
POST   acts/preview                      401  200 200  200   200     200   200     200   200   200     200     200
POST   evidence                          401  201 201  201   201     201   201     201   201   201     201     201
GET    evidence/{evidence}               401  200 404  404   404     404   404     404   404   404     404     404
GET    plans                             401  200 200  200   200     200   200     200   200   200     200     200
POST   plans                             401  201 201  403   403     201   403     403   403   403     403     400
GET    plans/{returned}                  401  200 200  404   200     200   200     200   404   404     200     404
PATCH  plans/{returned}                  401  200 200  404   403     403   403     403   404   404     403     404
PUT    plans/{returned}/rows             401  200 200  404   403     403   403     403   404   404     403     404
PATCH  plans/{returned}/rows             401  200 200  404   403     403   403     403   404   404     403     404
GET    plans/{returned}/due-time?text=20/9  401  200 200  404   200     200   200     200   404   404     200     404
PUT    plans/{returned}/monitoring       401  403 403  404   403     200   403     403   404   404     403     404
POST   plans/{returned}/revisions        401  409 409  404   403     403   403     403   404   404     403     404
GET    plans/{returned}/renewal?period=2026-2027  401  200 200  404   200     200   200     200   404   404     200     404
POST   plans/{returned}/renewal          401  409 409  404   403     409   403     403   404   404     403     404
GET    templates                         401  200 200  200   200     200   200     200   200   200     200     200
POST   templates                         401  403 403  400   403     201   403     403   400   400     403     400
DELETE templates/{template}              401  403 403  403   403     204   403     403   403   403     403     404
PUT    plans/{returned}/officer          401  200 200  404   403     403   403     403   404   404     403     404
GET    items                             401  200 200  200   200     200   200     200   200   200     200     200
POST   items                             401  403 403  403   403     201   403     403   403   403     403     400
POST   items/many                        401  403 403  403   403     201   403     403   403   403     403     400
PUT    items/{item}/monitoring           401  403 403  403   403     200   403     403   403   403     403     404
GET    plans/{returned}/export?form=appendix-1&format=xlsx  401  200 200  404   200     200   200     200   404   404     200     404
GET    plans/{concluded}/acknowledgements  401  200 200  200   200     200   200     200   404   404     200     404
POST   plans/{concluded}/acknowledgements  401  201 201  403   403     403   403     403   404   404     403     404
GET    reports?kind=unit                 401  200 200  200   200     200   200     200   200   200     200     200
GET    reports?kind=monitoring           401  200 200  200   200     200   200     200   200   200     200     200
GET    reports/{report}                  401  200 200  404   200     200   200     200   404   404     200     404
GET    reports/{inside}                  401  200 200  404   200     200   200     200   404   404     200     404
GET    reports/{monitoring}              401  404 404  404   200     404   200     200   404   404     404     404
GET    reports/{checked}                 401  200 200  200   200     200   200     200   404   404     200     404
PATCH  reports/{report}                  401  200 200  404   403     403   403     403   404   404     403     404
PUT    reports/{report}/rows             401  200 200  404   403     403   403     403   404   404     403     404
PATCH  reports/{report}/rows             401  200 200  404   403     403   403     403   404   404     403     404
PUT    reports/{monitoring}/findings     401  404 404  404   200     404   403     403   404   404     404     404
PATCH  reports/{monitoring}/findings     401  404 404  404   200     404   403     403   404   404     404     404
POST   reports/{monitoring}/agree        401  404 404  404   200     404   403     403   404   404     404     404
GET    sheets/2026-10/W-A                401  200 200  200   200     200   200     200   200   200     200     404
POST   sheets/2026-10/W-A                401  201 201  403   403     403   403     403   403   403     403     404
POST   rows/{row}/updates                401  201 201  404   403     403   403     403   404   404     403     404
PUT    first-month                       401  403 403  403   403     409   403     403   403   403     403     200
GET    opening-sheets                    401  200 200  200   200     200   200     200   200   200     200     200
GET    opening-sheets/{sheet}            401  200 200  404   200     200   200     200   404   404     200     404
PUT    opening-sheets/{sheet}/rows       401  200 200  404   403     403   403     403   404   404     403     404
GET    updates/{update}                  401  200 200  404   404     404   200     200   404   404     404     404
PUT    updates/{update}                  401  200 200  404   404     404   403     403   404   404     404     404
GET    instructions                      401  200 200  200   200     200   200     200   200   200     200     200
POST   instructions                      401  403 403  403   403     403   201     403   403   403     403     400
GET    instruction-people?unit=W-A       401  200 200  200   200     200   200     200   200   200     200     400
GET    instructions/{instruction}        401  200 200  404   404     200   200     200   404   404     200     404
PUT    instructions/{instruction}        401  200 200  404   404     403   403     403   404   404     403     404
GET    extensions                        401  200 200  200   200     200   200     200   200   200     200     200
POST   extensions                        401  201 201  403   403     403   403     403   400   400     403     400
GET    extensions/{extension}            401  200 200  404   404     404   200     200   404   404     404     404
PATCH  extensions/{extension}            401  200 200  404   404     404   403     403   404   404     404     404
GET    plans/{returned}/opinions         401  200 200  404   200     200   200     200   404   404     200     404
POST   plans/{returned}/opinions         401  201 201  404   403     403   403     403   404   404     403     404
GET    opinions/{opinion}                401  404 404  404   200     404   200     200   404   404     404     404
PUT    opinions/{opinion}                401  404 404  404   200     404   403     403   404   404     404     404
GET    handover-beginning?unit=W-A       401  200 200  200   200     200   200     200   200   200     200     400
GET    handovers                         401  200 200  200   200     200   200     200   200   200     200     200
POST   handovers                         401  403 422  403   403     403   403     403   403   403     403     400
GET    handovers/{handover}              401  200 200  404   404     200   200     200   404   404     200     404
PUT    handovers/{handover}              401  409 409  404   404     403   403     403   404   404     403     404
GET    my-week                           401  200 200  200   200     200   200     200   200   200     200     200
POST   imports                           401  201 201  403   403     403   403     403   403   403     403     400
GET    imports/{import}                  401  200 404  404   404     404   404     404   404   404     404     404
PATCH  imports/{import}/rows             401  200 404  404   404     404   404     404   404   404     404     404
GET    imports/{import}/due-time?text=9  401  200 404  404   404     404   404     404   404   404     404     404
POST   imports/{import}/confirm          401  201 404  404   404     404   404     404   404   404     404     404
GET    consolidations                    401  200 200  200   200     200   200     200   200   200     200     200
POST   consolidations                    401  403 403  403   403     201   403     403   403   403     403     422
GET    consolidations/{open}             401  404 404  404   404     200   200     200   404   404     404     404
PATCH  consolidations/{open}             401  404 404  404   404     200   403     403   404   404     404     404
POST   consolidations/{signed}/close     401  404 404  404   404     403   200     403   404   404     403     404
GET    meetings                          401  200 200  200   200     200   200     200   200   200     200     200
POST   meetings                          401  403 403  403   403     201   403     403   403   403     403     422
GET    meetings/{meeting}                401  200 200  200   200     200   200     200   200   200     200     404
PATCH  meetings/{meeting}                401  403 403  403   403     200   403     403   403   403     403     404
GET    meetings/{meeting}/agenda         401  200 200  200   200     200   200     200   200   200     200     404
GET    meetings/{meeting}/slips          401  200 200  200   200     200   200     200   200   200     200     404
PUT    meetings/{meeting}/answers        401  403 403  403   403     403   200     403   403   403     403     404
PUT    meetings/{meeting}/consequences   401  403 403  403   403     403   200     403   403   403     403     404
PUT    meetings/{meeting}/inaccurate     401  403 403  403   403     403   200     403   403   403     403     404
POST   meetings/{meeting}/conclusions    401  403 403  403   403     201   403     403   403   403     403     404
POST   meetings/{meeting}/close          401  403 403  403   403     403   200     403   403   403     403     404
GET    consequences?year=2026-2027       401  200 200  200   200     200   200     200   200   200     200     200
GET    consequences/export?year=2026-2027&format=xlsx  401  200 200  200   200     200   200     200   200   200     200     200
GET    /api/schema/                      200  200 200  200   200     200   200     200   200   200     200     200
GET    /healthz                          200  200 200  200   200     200   200     200   200   200     200     200
GET    /readyz                           200  200 200  200   200     200   200     200   200   200     200     200
GET    /plans                            200  200 200  200   200     200   200     200   200   200     200     200
"""


#: Addresses that the anonymous may also POST to.
OPEN = {"/api/v1/session", "/api/v1/setup"}
#: A list of one unit, and one of one person.
LISTS = {
    ("POST", "/api/v1/unit-lists"): book_of([["W-N", "Phòng N"]], header=["Mã", "Tên đơn vị"]),
    ("POST", "/api/v1/people-lists"): book_of(
        [["Lò Thị Mới", "Viên chức", "W-A"]], header=["Họ và tên", "Chức vụ", "Đơn vị"]
    ),
}


def rows() -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """(method, path with places to fill, status per identity) of the table."""
    for line in TABLE.strip().splitlines():
        if not line.startswith("#"):
            method, path, *statuses = line.split()
            assert len(statuses) == len(IDENTITIES), line
            yield method, path if path.startswith("/") else f"/api/v1/{path}", tuple(map(int, statuses))


def routes(patterns: list[Any], before: str = "") -> Iterator[str]:
    """Every route that the project answers, as its resolver names it."""
    for pattern in patterns:
        route = before + str(pattern.pattern)
        yield from routes(pattern.url_patterns, route) if hasattr(pattern, "url_patterns") else [route]


def client_of(identity: str, things: dict[str, Any]) -> Api:
    """A fresh client of one identity."""
    if identity == "anonymous":
        return Api(None)
    if identity == "foreign":
        return Api(things["foreign"].person("VP", "head"))
    return Api(things["world"].people[PEOPLE[identity]])


def ask(api: Api, method: str, path: str, things: dict[str, Any]) -> Any:
    """One request of the table, undone afterwards."""
    undo = transaction.savepoint()
    try:
        if method == "POST" and path == "/api/v1/evidence":
            return upload(api, "evidence")
        if method == "POST" and path == "/api/v1/imports":
            return upload(api, "imports", unit="W-A", period="2026-2027")
        if (method, path) in LISTS:
            return api.upload(
                path.removeprefix("/api/v1/"), SimpleUploadedFile("a.xlsx", LISTS[method, path])
            )
        headers = {"HTTP_IF_MATCH": f'"{digest_for(path, things)}"', "HTTP_IDEMPOTENCY_KEY": str(uuid4())}
        body = None if method == "GET" else body_of(method, path.removeprefix("/api/v1/"), things)
        answer = getattr(api.client, method.lower())(path.format(**things), body, format="json", **headers)
        if answer.streaming:
            b"".join(answer.streaming_content)  # reads and closes the file
        return answer
    finally:
        transaction.savepoint_rollback(undo)


@pytest.mark.parametrize("identity", IDENTITIES)
def test_every_url_answers_each_identity_as_the_table_says(things, identity):
    place = IDENTITIES.index(identity)
    answered = {
        f"{method} {path}": ask(client_of(identity, things), method, path, things).status_code
        for method, path, _statuses in rows()
    }
    assert answered == {f"{method} {path}": statuses[place] for method, path, statuses in rows()}


def test_every_route_of_the_project_has_a_row(things):
    covered = {resolve(path.format(**things).split("?")[0]).route for _method, path, _statuses in rows()}
    assert covered == set(routes(get_resolver().url_patterns))


def test_a_method_without_a_row_is_refused(things):
    known: dict[str, set[str]] = {}
    samples = {
        resolve(path.format(**things).split("?")[0]).route: path for _method, path, _statuses in rows()
    }
    for method, path, _statuses in rows():
        known.setdefault(resolve(path.format(**things).split("?")[0]).route, set()).add(method)
    wrong = [(route, name) for route in known for name in METHODS if name not in known[route]]
    answered = {pair: ask(client_of("admin", things), pair[1], samples[pair[0]], things) for pair in wrong}
    assert {pair: answer.status_code for pair, answer in answered.items() if answer.status_code != 405} == {}


def test_the_anonymous_learn_no_more_from_a_wrong_method(things):
    for method, path, statuses in rows():
        if statuses[0] == 401:
            for wrong in set(METHODS) - {method}:
                status = ask(client_of("anonymous", things), wrong, path, things).status_code
                assert status == 401 or path in OPEN, (wrong, path)


def test_the_anonymous_get_a_challenge(things):
    for method, path, statuses in rows():
        if statuses[0] == 401:
            answer = ask(client_of("anonymous", things), method, path, things)
            assert answer.headers["WWW-Authenticate"] == "Token", (method, path)
            assert answer.headers["Content-Type"] == "application/problem+json"
            assert answer.json()["code"] == "not-authenticated"


def test_what_does_not_exist_and_what_is_hidden_look_the_same(things):
    absent = dict.fromkeys(NAMES, uuid4())
    foreign = client_of("foreign", things)
    for method, path, statuses in rows():
        if statuses[-1] == 404 and "{evidence}" not in path and "{" in path:
            hidden = ask(foreign, method, path, things)
            gone = getattr(foreign.client, method.lower())(path.format(**{**things, **absent}), format="json")
            assert (gone.status_code, gone.json()) == (hidden.status_code, hidden.json()), (method, path)


def test_an_unknown_address_of_the_api_is_a_problem_document(db):
    answer = Client().get("/api/v1/nothing")
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")
