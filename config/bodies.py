"""What is sent is refused before it is read where it is more than its address takes; otherwise Django would first keep
all of it, on the disk under ASGI, and ask who sent it afterwards."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from io import BytesIO
from typing import Any

from asgiref.typing import ASGIReceiveCallable, ASGISendCallable, HTTPScope
from django.conf import settings
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import get_language_from_request, gettext, override
from django.utils.translation import gettext_noop as _

from notation.limits import FORM_BYTES, JSON_BYTES, MEGABYTE, WORKBOOK_BYTES
from organization.http.problems import MEDIA_TYPE, Detail, document

TOO_LARGE = _("At most %(limit)s MB can be sent here.")
#: Browsers read an answer only once they have sent everything: so much, for so long, is thrown away unread.
DRAINED_BYTES, DRAINED_SECONDS = 64 * MEGABYTE, 10.0

Application = Callable[[Any, Any, Any], Awaitable[None]]


def most_bytes(path: str) -> int:
    """How long a body may be at this address. Logging in is open to all and needs two words."""
    at: Mapping[str, int] = {
        "/api/v1/imports": WORKBOOK_BYTES + FORM_BYTES,
        "/api/v1/unit-lists": WORKBOOK_BYTES + FORM_BYTES,
        "/api/v1/people-lists": WORKBOOK_BYTES + FORM_BYTES,
        "/api/v1/evidence": settings.EVIDENCE_MAX_BYTES + FORM_BYTES,
        "/api/v1/session": FORM_BYTES,
        "/api/v1/setup": FORM_BYTES,
    }
    return at.get(path.rstrip("/"), JSON_BYTES if path.startswith("/api/") else FORM_BYTES)


def refusal(request: HttpRequest, most: int) -> JsonResponse:
    """The problem document, in the language of the reader."""
    with override(get_language_from_request(request)):
        shown = f"{most / MEGABYTE:.0f}" if most >= MEGABYTE else f"{most / MEGABYTE:.2f}"
        details = [Detail("too-large", gettext(TOO_LARGE) % {"limit": shown})]
        body = document(413, "too-large", details)
    return JsonResponse(body, status=413, content_type=MEDIA_TYPE)


class BoundedBodies(MiddlewareMixin):
    """For servers without ASGI, which hand on no more than the announced length."""

    def process_request(self, request: HttpRequest) -> HttpResponseBase | None:
        announced = str(request.META.get("CONTENT_LENGTH") or "0")
        most = most_bytes(request.path)
        return refusal(request, most) if announced.isdecimal() and int(announced) > most else None


class Bounded:
    """An ASGI application whose requests are no longer than their address takes, announced or not."""

    def __init__(self, application: Application) -> None:
        self.application = application

    async def __call__(self, scope: HTTPScope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        most = most_bytes(scope["path"])
        announced = dict(scope["headers"]).get(b"content-length", b"0")
        if announced.isdigit() and int(announced) > most:
            await refuse(scope, receive, send, most)
            return
        body = Counted(receive, most)
        await self.application(scope, body, send)
        if body.exceeded:
            await refuse(scope, receive, send, most)


class Counted:
    """Receives a body up to a length; beyond it the application hears that the sender has gone, and answers nothing."""

    def __init__(self, receive: ASGIReceiveCallable, most: int) -> None:
        self.receive, self.left = receive, most
        self.exceeded = False

    async def __call__(self) -> Any:
        message: Any = await self.receive()
        self.left -= len(message.get("body", b""))
        if self.left < 0 and message["type"] == "http.request":
            self.exceeded = True
            return {"type": "http.disconnect"}
        return message


async def refuse(scope: Any, receive: Any, send: Any, most: int) -> None:
    """Answers 413 and reads on for a while without keeping anything, so that a browser comes to see the answer."""
    answer = refusal(ASGIRequest(scope, BytesIO()), most)
    headers = [(name.lower().encode(), value.encode()) for name, value in answer.items()]
    headers += [(b"content-length", str(len(answer.content)).encode()), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": answer.status_code, "headers": headers})
    await send({"type": "http.response.body", "body": answer.content, "more_body": True})
    with suppress(TimeoutError):
        async with asyncio.timeout(DRAINED_SECONDS):
            await drain(receive)
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def drain(receive: Any) -> None:
    """Throws away what still comes, up to a length."""
    left = DRAINED_BYTES
    while left > 0:
        message = await receive()
        left -= len(message.get("body", b""))
        if message["type"] == "http.disconnect" or not message.get("more_body", False):
            return
