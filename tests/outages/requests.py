"""Requests to a running server as a script makes them, with what came back even when nothing did."""

import http.client
import json
from collections.abc import Callable
from io import StringIO
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django.core.management import call_command

from organization.models import User


class Answer(NamedTuple):
    """Status, headers (names in lower case) and body."""

    status: int
    headers: dict[str, str]
    body: Any


class Script:
    """A person's program: a token, and a connection for each request."""

    def __init__(self, port: int, user: User) -> None:
        out = StringIO()
        call_command("create_token", user.username, stdout=out)
        self.port = port
        self.headers = {"Authorization": f"Token {out.getvalue().strip()}", "Accept-Language": "en"}

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """One request below /api/v1/ (or anywhere, with a leading slash)."""
        address = path if path.startswith("/") else f"/api/v1/{path}"
        sent = None if body is None else json.dumps(body)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            line.request(method, address, sent, {**self.headers, "Content-Type": "application/json", **named})
            came = line.getresponse()
            text = came.read()
            kept = {name.lower(): value for name, value in came.getheaders()}
            return Answer(came.status, kept, json.loads(text) if text else None)
        finally:
            line.close()

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def act_until_answered(
        self, case_id: UUID, act: str, digest: str, seen: Callable[[Answer], Any]
    ) -> Answer:
        """The act, again and again under one key until the server says something other than 503."""
        key = str(uuid4())
        while True:
            answer = self.ask(
                "POST", f"cases/{case_id}/acts", {"act": act}, If_Match=f'"{digest}"', Idempotency_Key=key
            )
            seen(answer)
            if answer.status != 503:
                return answer
