"""A browser window's socket, spoken to the real ASGI application."""

import json
from typing import Any

from asgiref.testing import ApplicationCommunicator
from django.conf import settings

from config.asgi import application
from tests.api import Api

PATH = "/ws/notifications/"
OWN_ORIGIN = b"http://localhost"


class Window:
    """A socket opened with the session cookie of `api` (None: without) from a page of `origin` (None: unsaid)."""

    def __init__(self, api: Api | None, *, origin: bytes | None = OWN_ORIGIN, path: str = PATH) -> None:
        headers = [(b"host", b"localhost")]
        if origin is not None:
            headers.append((b"origin", origin))
        if api is not None:
            name = settings.SESSION_COOKIE_NAME
            headers.append((b"cookie", f"{name}={api.client.cookies[name].value}".encode()))
        scope = {
            "type": "websocket", "path": path, "query_string": b"", "headers": headers, "subprotocols": [],
        }  # fmt: skip
        self.line: Any = ApplicationCommunicator(application, scope)

    async def open(self) -> bool:
        """Whether the socket was accepted."""
        await self.line.send_input({"type": "websocket.connect"})
        answer = await self.line.receive_output(5)
        return bool(answer["type"] == "websocket.accept")

    async def hears(self) -> Any:
        """The next message."""
        answer = await self.line.receive_output(5)
        assert answer["type"] == "websocket.send", answer
        return json.loads(answer["text"])

    async def silent(self, seconds: float = 0.2) -> bool:
        """Whether nothing comes for so long."""
        return bool(await self.line.receive_nothing(seconds))

    async def closed_with(self) -> int:
        """The code with which the server closes."""
        answer = await self.line.receive_output(5)
        assert answer["type"] == "websocket.close", answer
        return int(answer["code"])

    async def leave(self) -> None:
        """The window is closed by its person."""
        await self.line.send_input({"type": "websocket.disconnect", "code": 1000})
        await self.line.wait(5)
