"""Words for the OpenAPI description that several apps use."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, inline_serializer
from rest_framework import serializers

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
