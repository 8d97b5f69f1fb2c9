"""A person's browser, as far as acts need one: a session, its CSRF token, one connection a request."""

import http.client
import json
from http.cookies import SimpleCookie
from typing import Any, NamedTuple

PASSWORD = "sau-ro-demo"
#: Nobody waits so long, but where others use the processors too.
SECONDS = 60.0


class Answer(NamedTuple):
    """Status, headers, and the body where it is JSON."""

    status: int
    headers: dict[str, str]
    body: Any


class Unreachable(Exception):
    """The server gave no answer: nobody knows whether it did the work."""


class Person:
    """Somebody at a server; logs in at once.

    Raises:
        Unreachable: see there.
    """

    def __init__(self, port: int, username: str) -> None:
        self.port, self.cookies = port, SimpleCookie()
        self.get("session")
        logged_in = self.send("POST", "session", {"username": username, "password": PASSWORD})
        assert logged_in.status in (200, 204), logged_in

    @property
    def cookie(self) -> str:
        """What stands in its Cookie header."""
        return self.cookies.output(attrs=[], header="", sep=";").strip()

    def get(self, path: str) -> Answer:
        """GET of an address below /api/v1/."""
        return self.send("GET", path)

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """One request to an address below /api/v1/; raises as `ask` does."""
        return self.ask(method, f"/api/v1/{path}", body, **headers)

    def ask(self, method: str, address: str, body: Any = None, **headers: str) -> Answer:
        """One request.

        Raises:
            Unreachable: no whole answer came.
        """
        sent = {
            "Accept-Language": "en",
            "Cookie": self.cookie,
            **headers,
        }
        if body is not None:
            sent["Content-Type"] = "application/json"
        if "csrftoken" in self.cookies:
            sent["X-CSRFToken"] = self.cookies["csrftoken"].value
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.request(method, address, None if body is None else json.dumps(body), sent)
            answer = connection.getresponse()
            text = answer.read()
        except (OSError, http.client.HTTPException) as error:
            raise Unreachable(str(error)) from error
        finally:
            connection.close()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self.cookies.load(value)
        known = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, known, json.loads(text) if b"{" in text[:1] else None)
