"""One moment per request: everything that it decides, writes and shows is decided at `request.now`."""

from collections.abc import Awaitable, Callable
from inspect import iscoroutinefunction

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.decorators import sync_and_async_middleware

#: What the rest of a chain gives: an answer, or one to wait for.
Answer = HttpResponseBase | Awaitable[HttpResponseBase]


@sync_and_async_middleware
def clock(get_response: Callable[[HttpRequest], Answer]) -> Callable[[HttpRequest], Answer]:
    """Reads the clock once, before anything looks at the request; at home in both chains, so that a request under
    ASGI does not change threads for it."""
    if iscoroutinefunction(get_response):

        async def later(request: HttpRequest) -> HttpResponseBase:
            request.now = timezone.now()  # type: ignore[attr-defined]
            answer: HttpResponseBase = await get_response(request)
            return answer

        return later

    def at_once(request: HttpRequest) -> Answer:
        request.now = timezone.now()  # type: ignore[attr-defined]
        return get_response(request)

    return at_once
