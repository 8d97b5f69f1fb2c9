"""One moment per request: everything that it decides, writes and shows is decided at `request.now`."""

from collections.abc import Callable
from inspect import iscoroutinefunction
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.decorators import sync_and_async_middleware


@sync_and_async_middleware
def clock(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any]:
    """Reads the clock once, before anything looks at the request; at home in both chains, so that a request under
    ASGI does not change threads for it."""
    if iscoroutinefunction(get_response):

        async def later(request: HttpRequest) -> Any:
            request.now = timezone.now()  # type: ignore[attr-defined]
            return await get_response(request)

        return later

    def at_once(request: HttpRequest) -> Any:
        request.now = timezone.now()  # type: ignore[attr-defined]
        return get_response(request)

    return at_once
