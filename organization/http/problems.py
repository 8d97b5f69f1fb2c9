"""Errors as RFC 9457 problem documents, in the reader's language, with a stable code and all reasons."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import TypedDict

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from organization.http.outages import RETRY_AFTER, TEXTS, outage_of
from organization.http.serializers import reason_list
from organization.rules import Absent
from papers.intake.apart import Busy

log = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"
TITLES: Mapping[int, str] = {
    400: _("The request is malformed."),
    401: _("Log in first."),
    403: _("You may not do this."),
    404: _("Not found."),
    405: _("This address does not know this method."),
    406: _("This format is not available."),
    409: _("The state does not allow it."),
    412: _("The content has changed meanwhile."),
    413: _("The upload is too large."),
    415: _("This kind of content is not accepted."),
    422: _("The content is not complete or not correct."),
    428: _("Send If-Match with the digest that you see."),
    429: _("Too many attempts. Wait a moment."),
    503: _("The service is not available at the moment. Try again shortly."),
}


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is wrong, as it stands in a problem document."""

    code: str
    text: str
    row: str = ""
    field: str = ""
    brief: str = ""
    source: str = ""
    valid_from: str = ""
    case: str = ""


class Problem(Exception):
    """Raised by a view to answer with a problem document.

    Attributes:
        status: the HTTP status.
        code: stable, for programs.
        details: what is wrong, each with row and field where there is one.
    """

    def __init__(self, status: int, code: str, details: Sequence[Detail] = ()) -> None:
        super().__init__(code)
        self.status, self.code, self.details = status, code, tuple(details)


class Document(TypedDict):
    """The body of a problem document (RFC 9457); `reasons` are details without their empty fields."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    reasons: list[dict[str, str]]


def document(status: int, code: str, details: Sequence[Detail]) -> Document:
    """The body of a problem document."""
    title = gettext(TITLES[status]) if status in TITLES else HTTPStatus(status).phrase
    reasons = [{key: value for key, value in asdict(detail).items() if value} for detail in details]
    return {
        "type": "about:blank",
        "title": title,
        "status": status,
        "code": code,
        "detail": details[0].text if details else title,
        "reasons": reasons,
    }


#: Exceptions that say nothing but what they are.
PLAIN: tuple[tuple[type[Exception], int, str], ...] = (
    (RequestDataTooBig, 413, "too-large"),
    (Http404, 404, "not-found"),
    (Absent, 404, "not-found"),
    (PermissionDenied, 403, "not-permitted"),
    (Busy, 503, "busy"),
)


def problem_of(error: Exception) -> Problem | None:
    """The problem that an exception stands for; None where it is nobody's fault but ours."""
    if isinstance(error, Problem):
        return error
    if reasons := getattr(error, "reasons", None):
        return Problem(
            reasons[0].status,
            reasons[0].code,
            [Detail(**shown) for shown in reason_list(reasons)],
        )
    for kind, status, code in PLAIN:
        if isinstance(error, kind):
            return Problem(status, code)
    if isinstance(error, exceptions.ValidationError):
        return Problem(400, "malformed", list(flatten(error.detail)))
    if isinstance(error, exceptions.PermissionDenied) and "CSRF" in str(error.detail):
        return Problem(
            403, "csrf", [Detail("csrf", gettext("This page has grown old. Reload it and try again."))]
        )
    if isinstance(error, exceptions.APIException):
        code = str(error.default_code).replace("_", "-")
        return Problem(
            error.status_code, code, [Detail(code, gettext(TITLES.get(error.status_code, str(error.detail))))]
        )
    return unavailable(error)


def unavailable(error: BaseException | None) -> Problem | None:
    """503 where the error comes from a database or a disk that is away or full."""
    code = outage_of(error)
    return Problem(503, code, [Detail(code, gettext(TEXTS[code]))]) if code else None


def flatten(detail: object, field: str = "", row: str = "") -> Sequence[Detail]:
    """A tree of validation errors as a list; the position in a list (from 1) becomes `row`."""
    if isinstance(detail, Mapping) and all(isinstance(place, int) for place in detail):
        return [
            found
            for place, item in detail.items()
            for found in flatten(item, "" if isinstance(item, Mapping) else field, str(place + 1))
        ]
    if isinstance(detail, Mapping):
        named = {
            name: field if name == "non_field_errors" else f"{field}.{name}".strip(".") for name in detail
        }
        return [found for name, value in detail.items() for found in flatten(value, named[name], row)]
    if isinstance(detail, list | tuple):
        nested = any(isinstance(item, Mapping) for item in detail)
        places = [str(place) if nested else row for place in range(1, len(detail) + 1)]
        return [
            found
            for place, item in zip(places, detail, strict=True)
            for found in flatten(item, "" if nested else field, place)
        ]
    return [Detail(getattr(detail, "code", "invalid").replace("_", "-"), str(detail), row, field)]


def answer(error: Exception, context: Mapping[str, object]) -> Response | None:
    """DRF's exception handler: every refusal leaves as a problem document."""
    problem = problem_of(error)
    if problem is None:
        return None
    set_rollback()
    headers = {}
    if problem.status == 503:
        log.warning("%s: %r", problem.code, error)
        headers["Retry-After"] = str(RETRY_AFTER)
    if challenge := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    if wait := getattr(error, "wait", None):
        headers["Retry-After"] = str(int(wait))
    body = document(problem.status, problem.code, problem.details)
    return Response(body, status=problem.status, headers=headers, content_type=MEDIA_TYPE)
