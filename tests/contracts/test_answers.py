"""How answers travel: compressed with the ETag that acts send back, stored by nobody; hashed files kept for ever."""

import gzip
import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpRequest, HttpResponse
from servestatic.middleware import ServeStaticMiddleware

from tests.api import Api
from tests.factories import SUBMITTED


@pytest.fixture
def officer(one) -> Api:
    return Api(one.person("A", "officer"))


def compressed(api: Api, path: str) -> Any:
    """The answer as a browser asks for it."""
    return api.client.get(f"/api/v1/{path}", headers={"Accept-Encoding": "gzip, br"})


def test_json_is_compressed_and_its_etag_acts(one, officer):
    case_id = one.plan_at(rows=20)
    plain, answer = officer.get(f"plans/{case_id}"), compressed(officer, f"plans/{case_id}")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert json.loads(gzip.decompress(answer.content)) == plain.json()
    assert len(answer.content) < len(plain.content) / 3
    tag = compressed(officer, f"cases/{case_id}").headers["ETag"]
    assert tag == answer.headers["ETag"] == plain.headers["ETag"] == f'"{officer.digest(case_id)}"'
    signed = officer.client.post(
        f"/api/v1/cases/{case_id}/acts",
        {"act": "submit"},
        format="json",
        headers={"If-Match": tag, "Idempotency-Key": str(uuid4())},
    )
    assert signed.status_code == 201


def test_a_tag_that_a_proxy_made_weak_acts_too(one, officer):
    """A proxy in front that compresses does what Django's middleware would have done."""
    case_id = one.plan_at()
    changed = officer.client.patch(
        f"/api/v1/plans/{case_id}",
        {"title": "Tên mới"},
        format="json",
        headers={"If-Match": f'W/"{officer.digest(case_id)}"'},
    )
    assert changed.status_code == 200


def test_who_does_not_ask_for_it_gets_it_plain(officer):
    assert "Content-Encoding" not in officer.get("me").headers


def test_a_problem_is_compressed_and_a_workbook_is_not(one, officer):
    case_id = one.plan_at()
    paper = compressed(officer, f"plans/{case_id}/export?form=appendix-1&format=xlsx")
    assert (paper.status_code, paper.has_header("Content-Encoding")) == (200, False)


@pytest.mark.parametrize("path", ["me", "inbox", "plans", "cases", "nowhere", "plans/{}", "cases/{}"])
def test_what_the_api_answers_is_stored_by_nobody(one, officer, path):
    answer = officer.get(path.format(one.plan_at()))
    assert answer.headers["Cache-Control"] == "no-store"
    assert Api(None).get(path.format(uuid4())).headers["Cache-Control"] == "no-store"


def test_notices_are_kept_by_the_window_and_asked_for_again(officer):
    """They change with every new one and with nothing else: the only answer to which 304 may be said."""
    answer = officer.get("notifications")
    assert set(answer.headers["Cache-Control"].split(", ")) == {"private", "no-cache"}
    again = officer.client.get("/api/v1/notifications", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert officer.client.get("/api/v1/notifications", headers={"If-Match": '"x"'}).status_code == 200


def test_an_etag_is_no_reason_to_answer_304(one, officer):
    """The content is the same after an act, and what may be done with it is not: a stored answer would show old buttons."""
    case_id = one.plan_at(SUBMITTED)
    tag = officer.get(f"cases/{case_id}").headers["ETag"]
    assert Api(one.person("A", "head")).act(case_id, "approve").status_code == 201
    again = officer.client.get(f"/api/v1/cases/{case_id}", headers={"If-None-Match": tag})
    assert (again.status_code, again.headers["ETag"]) == (200, tag)


def test_hashed_files_are_kept_for_ever_and_others_are_not(tmp_path: Path):
    async def nobody(request: HttpRequest) -> HttpResponse:
        raise NotImplementedError

    server = ServeStaticMiddleware(nobody)
    kept: dict[str, str] = {}
    for name in ("assets/main-BZS7dMHS.js", "assets/main-BT_3ncBg.css", "favicon.svg"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
        server.add_file_to_dictionary(f"/static/{name}", str(file), root=str(tmp_path))
        kept[name] = dict(server.files[f"/static/{name}"].get_response("HEAD", {}).headers)["Cache-Control"]
    assert kept.pop("favicon.svg") == "max-age=60, public"
    assert set(kept.values()) == {"public, max-age=31536000, immutable"}
