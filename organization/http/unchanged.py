"""Who asks again is told in a few bytes that nothing is new."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase, HttpResponseNotModified
from django.utils.cache import set_response_etag
from django.utils.http import parse_etags
from rest_framework.response import Response

View = Callable[..., HttpResponseBase]


def unless_unchanged(view: View) -> View:
    """A GET whose answer has an ETag of its bytes, and is 304 where the reader has them (If-None-Match).

    Unlike Django's `conditional_page` it leaves If-Match alone: that is what acts say of a content.
    """

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:
        answer = view(request, *args, **named)
        if isinstance(answer, Response):
            known = parse_etags(request.META.get("HTTP_IF_NONE_MATCH", ""))
            answer.add_post_render_callback(lambda rendered: unchanged(rendered, known))
        return answer

    return asked


def unchanged(answer: Any, known: list[str]) -> HttpResponseBase | None:
    """The short answer instead of the whole one, where the reader has its ETag; a tag made weak on the way is the same."""
    set_response_etag(answer)
    tag: str = answer["ETag"]
    if tag not in {one.removeprefix("W/") for one in known}:
        return None
    short = HttpResponseNotModified()
    for name in ("ETag", "Cache-Control", "Vary"):
        if name in answer:
            short[name] = answer[name]
    return short
