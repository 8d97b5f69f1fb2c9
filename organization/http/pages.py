"""Cursor pages: {results, next, previous}; never a count."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from rest_framework.exceptions import NotFound
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

Kept = TypeVar("Kept", bound=Model)
Listed = TypeVar("Listed")


class Pages(CursorPagination):
    """Pages of a list that is ordered by unique columns."""

    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 200

    def paginate_queryset(
        self,
        queryset: QuerySet[Kept, Listed] | Sequence[Listed],
        request: Request,
        view: APIView | None = None,
    ) -> list[Listed] | None:
        """A cursor that was not ours can name a position that is no value of the column: a 404 like any other."""
        try:
            return super().paginate_queryset(queryset, request, view)
        except (ValidationError, ValueError) as error:
            raise NotFound(self.invalid_cursor_message) from error


def whole(rows: Any) -> Response:
    """A list that always goes out in one page, in the shape of any other."""
    return Response({"results": rows, "next": None, "previous": None})


def page(
    request: Request,
    rows: QuerySet[Kept, Listed],
    ordering: Sequence[str],
    shape: Callable[[list[Listed]], Collection[object]],
) -> Response:
    """One page of the rows.

    Args:
        ordering: column names that together are unique, "-" for descending.
        shape: turns the page's objects into what goes over the wire.
    """
    pages = Pages()
    pages.ordering = tuple(ordering)
    found = pages.paginate_queryset(rows, request)
    return pages.get_paginated_response(shape(list(found or [])))
