"""Bodies are refused before they are read: by what is announced, and while they come."""

import asyncio
import json
from typing import Any

import pytest
from django.test import Client

from config.asgi import application
from config.bodies import most_bytes
from notation.limits import EVIDENCE_BYTES, JSON_BYTES, MEGABYTE, ROWS, ROWS_TEXT, WORKBOOK_BYTES

PATHS = [
    "/api/v1/imports",
    "/api/v1/unit-lists",
    "/api/v1/setup",
    "/api/v1/evidence",
    "/api/v1/plans",
    "/api/v1/session",
    "/nowhere",
]
PIECE = 64 * 1024


class Sender:
    """A client of the ASGI application that sends pieces until it is told to stop, and keeps what it hears."""

    def __init__(self, path: str, length: int, *, announced: bool, language: str = "vi") -> None:
        headers = [(b"host", b"localhost"), (b"accept-language", language.encode())]
        headers += [(b"content-type", b"application/json")]
        if announced:
            headers.append((b"content-length", str(length).encode()))
        self.scope = {
            "type": "http", "method": "POST", "path": path, "query_string": b"", "headers": headers,
            "http_version": "1.1", "scheme": "http", "server": ("localhost", 80), "client": ("127.0.0.1", 1),
        }  # fmt: skip
        self.left, self.read_before_answer = length, 0
        self.heard: list[dict[str, Any]] = []

    async def receive(self) -> dict[str, Any]:
        if self.left == 0:
            await asyncio.Event().wait()
        piece = min(PIECE, self.left)
        self.left -= piece
        self.read_before_answer += 0 if self.heard else piece
        return {"type": "http.request", "body": b" " * piece, "more_body": self.left > 0}

    async def send(self, message: dict[str, Any]) -> None:
        self.heard.append(message)

    async def answer(self) -> tuple[int, Any]:
        """Status and document."""
        await application(self.scope, self.receive, self.send)  # type: ignore[arg-type]
        body = b"".join(message.get("body", b"") for message in self.heard[1:])
        return self.heard[0]["status"], json.loads(body)


@pytest.mark.parametrize("path", PATHS)
async def test_an_announced_body_that_is_too_long_is_refused_unread(path):
    sender = Sender(path, most_bytes(path) + 1, announced=True)
    status, problem = await sender.answer()
    assert (status, problem["code"], sender.read_before_answer) == (413, "too-large", 0)
    assert (b"connection", b"close") in sender.heard[0]["headers"]
    assert sender.left == 0  # thrown away afterwards, so that a browser comes to read the answer


@pytest.mark.parametrize("path", PATHS)
async def test_a_body_that_grows_too_long_is_refused_where_it_does(path):
    sender = Sender(path, most_bytes(path) * 3, announced=False)
    status, problem = await sender.answer()
    assert (status, problem["code"]) == (413, "too-large")
    assert sender.read_before_answer <= most_bytes(path) + PIECE


async def test_nobody_makes_the_server_read_for_ever():
    sender = Sender("/api/v1/imports", 10_000 * MEGABYTE, announced=True)
    assert (await sender.answer())[0] == 413
    assert sender.left > 9_000 * MEGABYTE


@pytest.mark.django_db
async def test_a_body_at_the_limit_is_read(anonymous):
    sender = Sender("/api/v1/plans", most_bytes("/api/v1/plans"), announced=True, language="en")
    status, _problem = await sender.answer()
    assert (status, sender.left) == (401, 0)


async def test_the_refusal_says_how_much_may_be_sent_in_the_readers_language():
    for language, words in (("vi", "tối đa 10 MB"), ("en", "At most 10 MB")):
        sender = Sender("/api/v1/imports", 11 * MEGABYTE, announced=True, language=language)
        assert words in (await sender.answer())[1]["detail"]


@pytest.mark.parametrize("path", PATHS)
def test_without_asgi_the_announced_length_is_looked_at(path):
    answer = Client(SERVER_NAME="localhost").generic(
        "POST", path, b"{}", content_type="application/json", CONTENT_LENGTH=str(most_bytes(path) + 1)
    )
    assert (answer.status_code, answer.headers["Content-Type"]) == (413, "application/problem+json")


def test_the_largest_plan_and_the_largest_files_fit():
    assert ROWS_TEXT * 3 + ROWS * 1_000 < JSON_BYTES == most_bytes("/api/v1/plans/x/rows")
    assert most_bytes("/api/v1/imports") > WORKBOOK_BYTES
    assert most_bytes("/api/v1/evidence") > EVIDENCE_BYTES
