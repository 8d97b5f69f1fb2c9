"""Words for the OpenAPI description that several apps use."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import override
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, inline_serializer
from rest_framework import serializers

from .problems import MEDIA_TYPE, TITLES

IF_MATCH = OpenApiParameter(
    "If-Match",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    required=True,
    description="The digest seen, in quotes.",
)
IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    required=True,
    description="8 to 100 characters.",
)
CURSOR = OpenApiParameter(
    "cursor", OpenApiTypes.STR, description="Where the page begins; from next or previous."
)
PAGE_SIZE = OpenApiParameter("page_size", OpenApiTypes.INT, description="At most 200.")


def paged(row: type[serializers.Serializer[Any]]) -> serializers.BaseSerializer[Any]:
    """The shape of a cursor page of these rows."""
    return inline_serializer(
        f"{row.__name__.removesuffix('Output')}Page",
        {
            "results": row(many=True),
            "next": serializers.URLField(allow_null=True),
            "previous": serializers.URLField(allow_null=True),
        },
    )


#: Where POST is counted, by name, by person or by both.
COUNTED = ("/session", "/imports", "/evidence", "/remarks", "-lists")
#: Where every method is counted: what is guessed there opens something.
GUESSED = ("/setup", "/invitations/{secret}", "/password")
#: What is wrong, as RFC 9457 writes it down; `reasons` says all of it.
PROBLEM: Mapping[str, object] = {
    "type": "object",
    "required": ["type", "title", "status", "code", "detail", "reasons"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string", "description": "Stable, for programs."},
        "detail": {"type": "string"},
        "reasons": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["code", "text"],
                "properties": {name: {"type": "string"} for name in ("code", "text", "row", "field")},
            },
        },
    },
}


def document_problems(result: dict[str, Any], **_: object) -> dict[str, Any]:
    """Hook of the description: every operation names the problem documents that it may answer with."""
    result["components"]["schemas"]["Problem"] = PROBLEM
    with override("en"):
        for path, methods in result["paths"].items():
            for method, operation in methods.items():
                operation["responses"] |= {
                    str(status): problem_response(str(TITLES[status]), waits=status in {429, 503})
                    for status in problems_of(path, method, operation)
                }
    return result


def problems_of(path: str, method: str, operation: Mapping[str, Any]) -> Iterator[int]:
    """Which refusals an operation knows: by its address, its method and the headers that it asks for."""
    asked = {one["in"] for one in operation.get("parameters", ())}
    sent = "requestBody" in operation
    writes = method in {"post", "put", "patch", "delete"}
    if sent or asked & {"query", "header"}:
        yield 400
    if path.endswith(GUESSED) or (method == "post" and path.endswith(COUNTED)):
        yield 429
    yield 401
    if writes or asked & {"query", "path"} or path.endswith("-lists"):
        yield 403
    if (
        "path" in asked
        or path.endswith("/setup")
        or CURSOR.name in {one["name"] for one in operation.get("parameters", ())}
    ):
        yield 404  # also of a cursor that was not ours, and of a secret that opens nothing
    if writes:
        yield from (409, 422)
    if sent:
        yield from (413, 415)
    if "If-Match" in {one["name"] for one in operation.get("parameters", ())}:
        yield from (412, 428)
    yield 503


def problem_response(title: str, *, waits: bool) -> dict[str, object]:
    """A problem document as a response of the description; `waits`: it says when to ask again."""
    schema = {"$ref": "#/components/schemas/Problem"}
    answer: dict[str, object] = {"description": title, "content": {MEDIA_TYPE: {"schema": schema}}}
    if waits:
        seconds = {"description": "Seconds to wait.", "schema": {"type": "integer"}}
        answer["headers"] = {"Retry-After": seconds}
    return answer
