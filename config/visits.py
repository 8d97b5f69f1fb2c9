"""What somebody opens who inspects is kept (docs/adr/0051): every address of the API that was answered, but for their own frame."""

from collections.abc import Awaitable, Callable
from inspect import iscoroutinefunction
from uuid import UUID

from asgiref.sync import sync_to_async
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_and_async_middleware
from django.utils.functional import SimpleLazyObject

from administration.actions.inspections import record_visit
from notation.limits import NAME
from organization.models import User

#: What every window asks by itself.
FRAME = frozenset(
    f"/api/v1/{name}"
    for name in (
        "me",
        "notifications",
        "session",
        "units",
        "periods",
        "institution",
        "inbox",
        "inbox/elsewhere",
    )
)
Answer = HttpResponseBase | Awaitable[HttpResponseBase]


@sync_and_async_middleware
def visits(get_response: Callable[[HttpRequest], Answer]) -> Callable[[HttpRequest], Answer]:
    """Innermost; costs whoever does not inspect no statement, and under ASGI no change of threads."""
    if iscoroutinefunction(get_response):

        async def later(request: HttpRequest) -> HttpResponseBase:
            answer: HttpResponseBase = await get_response(request)
            if (visitor := visitor_of(request, answer)) is not None:
                await sync_to_async(keep)(visitor, request)
            return answer

        return later

    def at_once(request: HttpRequest) -> Answer:
        answer = get_response(request)
        if isinstance(answer, HttpResponseBase) and (visitor := visitor_of(request, answer)) is not None:
            keep(visitor, request)
        return answer

    return at_once


def visitor_of(request: HttpRequest, answer: HttpResponseBase) -> User | None:
    """Who opened something, where they were let in because they inspect: the door of visibility has marked them."""
    user = person_of(request)
    shown = request.method == "GET" and answer.status_code == 200
    opened = request.path.startswith("/api/v1/") and request.path.rstrip("/") not in FRAME
    return user if shown and opened and isinstance(user, User) and user.inspects else None


def person_of(request: HttpRequest) -> object:
    """Whom REST framework has found; nobody is looked for here who was not asked for before: that would be a statement."""
    user = request.__dict__.get("user")
    return user._wrapped if isinstance(user, SimpleLazyObject) else user


def keep(visitor: User, request: HttpRequest) -> None:
    """Keeps the address, and the case that it names."""
    named = request.resolver_match.kwargs.get("case_id") if request.resolver_match else None
    case = named if isinstance(named, UUID) else None
    record_visit(visitor, request.get_full_path()[:NAME], case, request.now)  # type: ignore[attr-defined]
