"""The one page that loads the frontend, and what machines ask of a server."""

import json
import sys
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any, NotRequired, TypedDict

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from organization.http.outages import RETRY_AFTER
from organization.http.problems import MEDIA_TYPE, document, unavailable

from .health import has_room, health_of, redis_answers
from .jobs import JOBS

ENTRY = "src/main.tsx"


class Chunk(TypedDict):
    """A built file in Vite's manifest, with the names of what it imports and its styles."""

    file: str
    imports: NotRequired[list[str]]
    css: NotRequired[list[str]]


@cache
def assets() -> dict[str, list[str]]:
    """The built script, its styles and what it preloads, from Vite's manifest; empty before the build."""
    path = Path(settings.FRONTEND_DIST) / ".vite" / "manifest.json"
    if not path.exists():
        return {"scripts": [], "styles": [], "preloads": []}
    manifest: dict[str, Chunk] = json.loads(path.read_text("utf-8"))
    entry = manifest[ENTRY]
    chunks = [manifest[name] for name in entry.get("imports", [])]
    styles = [style for chunk in (entry, *chunks) for style in chunk.get("css", [])]
    return {"scripts": [entry["file"]], "styles": styles, "preloads": [chunk["file"] for chunk in chunks]}


@method_decorator(ensure_csrf_cookie, name="dispatch")
class Shell(TemplateView):
    """Every address that is not the API's: the frontend's own router takes it from here."""

    template_name = "shell.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), **assets()}

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        answer = super().render_to_response(context, **kwargs)
        answer["Cache-Control"] = "no-store"
        return answer


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """The database answers too, the disk has room, and every job has succeeded lately; 503 says what does not.

    Redis is named when it is away, but nothing needs it.
    """
    if not has_room(settings.DATA_DIR):
        return JsonResponse({"status": "disk"}, status=503)
    try:
        jobs = health_of(JOBS, timezone.now())
    except (DatabaseError, InterfaceError):
        return JsonResponse({"status": "database"}, status=503)
    overdue = [job.name for job in jobs if job.overdue]
    answer = {
        "status": "jobs" if overdue else "ok",
        "overdue": overdue,
        "jobs": [asdict(job) for job in jobs],
        "redis": redis_answers(settings.REDIS_URL),
    }
    return JsonResponse(answer, status=503 if overdue else 200)


def problem(status: int, code: str) -> JsonResponse:
    """A problem document that says no more than what it is."""
    return JsonResponse(document(status, code, []), status=status, content_type=MEDIA_TYPE)


def outage(error: BaseException | None) -> JsonResponse | None:
    """503 where the error comes from a database or a disk that is away or full, wherever in a request it came up."""
    found = unavailable(error)
    if found is None:
        return None
    body = document(found.status, found.code, found.details)
    headers = {"Retry-After": str(RETRY_AFTER)}
    return JsonResponse(body, status=found.status, content_type=MEDIA_TYPE, headers=headers)


def bad_request(request: HttpRequest, exception: Exception) -> JsonResponse:
    """A request that Django itself refuses, as a problem document."""
    status = 413 if isinstance(exception, RequestDataTooBig) else 400
    return outage(exception) or problem(status, "malformed")


def not_found(request: HttpRequest, exception: Exception) -> JsonResponse:
    """An unknown address, as a problem document."""
    return problem(404, "not-found")


def failed(request: HttpRequest) -> JsonResponse:
    """Our own fault, or an outage that a middleware met, as a problem document; the log has the rest."""
    return outage(sys.exc_info()[1]) or problem(500, "failed")
