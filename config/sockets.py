"""A socket that cannot be opened because what it stands on is away is refused with 503, as a request would be."""

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from asgiref.typing import ASGIReceiveCallable, ASGISendCallable, WebSocketScope

from organization.http.outages import RETRY_AFTER
from organization.http.problems import MEDIA_TYPE, Problem, document, unavailable

log = logging.getLogger(__name__)
#: "Try again later": the register of close codes (https://www.iana.org/assignments/websocket).
TRY_AGAIN_LATER = 1013
REFUSAL = "websocket.http.response"

Application = Callable[[Any, Any, Any], Awaitable[None]]


class Available:
    """An ASGI application of sockets; a database, a disk or a Redis that is away ends one without a traceback.

    One that is not open yet is refused with 503 and Retry-After where the server can say so (ASGI's extension
    `websocket.http.response`), any other is closed with `TRY_AGAIN_LATER`. Windows open it again by themselves.
    """

    def __init__(self, application: Application) -> None:
        self.application = application

    async def __call__(
        self, scope: WebSocketScope, receive: ASGIReceiveCallable, send: ASGISendCallable
    ) -> None:
        said: set[str] = set()

        async def noted(message: Any) -> None:
            said.add(message["type"])
            await send(message)

        try:
            await self.application(scope, receive, noted)
        except Exception as error:
            if not (problem := unavailable(error)):
                raise
            log.warning("a socket ended, %s: %r", problem.code, error)
            for message in ending(said, scope, problem):
                await send(message)


def ending(said: set[str], scope: WebSocketScope, problem: Problem) -> list[Any]:
    """What is left to say to a socket that heard this."""
    if "websocket.close" in said:
        return []
    if "websocket.accept" in said or REFUSAL not in (scope.get("extensions") or {}):
        return [{"type": "websocket.close", "code": TRY_AGAIN_LATER}]
    headers = [(b"content-type", MEDIA_TYPE.encode()), (b"retry-after", str(RETRY_AFTER).encode())]
    body = json.dumps(document(problem.status, problem.code, problem.details)).encode()
    return [
        {"type": f"{REFUSAL}.start", "status": problem.status, "headers": headers},
        {"type": f"{REFUSAL}.body", "body": body},
    ]
