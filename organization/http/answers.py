"""How answers of the API travel: compressed, and kept by nobody on the way."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

API = "/api/v1/"


class Answers(GZipMiddleware):
    """Compresses JSON and forbids to store what the API answers.

    Django would make the ETag weak, because the bytes differ. Ours is no validator of bytes: it is the digest of the content that
    an act sends back as If-Match, and it stays what it is. Random padding (BREACH) is Django's.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.path.startswith(API):
            # Answers name people and depend on who asks and when, though their ETag stays: nothing may be taken from a store.
            response.headers.setdefault("Cache-Control", "no-store")
        if "json" not in response.get("Content-Type", ""):
            return response
        tag = response.get("ETag")
        answer: HttpResponseBase = super().process_response(request, response)
        if tag:
            answer.headers["ETag"] = tag
        return answer
