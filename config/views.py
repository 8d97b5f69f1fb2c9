"""The one page that loads the frontend, and what machines ask of a server."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any, NotRequired, TypedDict

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from organization.http.problems import MEDIA_TYPE, document

from .health import health_of
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
    """The database answers too, and every job has succeeded lately; 503 says what does not."""
    try:
        jobs = health_of(JOBS, timezone.now())
    except DatabaseError:
        return JsonResponse({"status": "database"}, status=503)
    overdue = [job.name for job in jobs if job.overdue]
    answer = {
        "status": "jobs" if overdue else "ok",
        "overdue": overdue,
        "jobs": [asdict(job) for job in jobs],
    }
    return JsonResponse(answer, status=503 if overdue else 200)


def bad_request(request: HttpRequest, exception: Exception) -> JsonResponse:
    """A request that Django itself refuses, as a problem document."""
    status = 413 if isinstance(exception, RequestDataTooBig) else 400
    return JsonResponse(document(status, "malformed", []), status=status, content_type=MEDIA_TYPE)


def not_found(request: HttpRequest, exception: Exception) -> JsonResponse:
    """An unknown address, as a problem document."""
    return JsonResponse(document(404, "not-found", []), status=404, content_type=MEDIA_TYPE)


def failed(request: HttpRequest) -> JsonResponse:
    """Our own fault, as a problem document; the log has the rest."""
    return JsonResponse(document(500, "failed", []), status=500, content_type=MEDIA_TYPE)
