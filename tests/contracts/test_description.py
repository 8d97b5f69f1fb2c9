"""What the description of the API says is what the API does: problems, lists, filters, in the reader's language."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils.translation import gettext, override
from drf_spectacular.generators import SchemaGenerator
from rest_framework import exceptions, fields, relations, serializers

from tests.api import Api
from tests.contracts.test_every_url import rows
from tests.contracts.url_world import NAMES

#: Lists that the leadership does not read -> who does.
READERS = {"/api/v1/people": "personnel", "/api/v1/register": "auditor"}
METHODS = {"get", "post", "put", "patch", "delete"}


@pytest.fixture(scope="module")
def paths() -> dict[str, Any]:
    described: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)["paths"]
    return described


def operations(paths: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in paths.items():
        for method, operation in methods.items():
            assert method in METHODS
            yield method, path, operation


def operation_of(method: str, row: str, paths: dict[str, Any]) -> dict[str, Any]:
    """The operation that a row of the table of addresses is about."""
    parts = row.split("?")[0].split("/")
    for path, methods in paths.items():
        wanted = path.split("/")
        pairs = zip(wanted, parts, strict=False)
        if len(wanted) == len(parts) and all(want == part or want.startswith("{") for want, part in pairs):
            found: dict[str, Any] = methods.get(method.lower(), {})
            if found:
                return found
    raise AssertionError(f"{method} {row} is not described")


def test_every_refusal_of_the_table_of_addresses_is_described(paths):
    missing = {
        (method, row, status)
        for method, row, statuses in rows()
        if row.startswith("/api/v1/")
        for status in set(statuses)
        if status >= 400 and str(status) not in operation_of(method, row, paths)["responses"]
    }
    assert missing == set()


def test_every_operation_describes_its_refusals_as_problem_documents(paths):
    for method, path, operation in operations(paths):
        refusals = {status: one for status, one in operation["responses"].items() if status >= "400"}
        assert "401" in refusals, (method, path)
        for one in refusals.values():
            schema = one["content"]["application/problem+json"]["schema"]
            assert schema == {"$ref": "#/components/schemas/Problem"}


def test_no_operation_answers_a_bare_list(paths):
    bare = [
        (method, path)
        for method, path, operation in operations(paths)
        for one in operation["responses"].values()
        if one.get("content", {}).get("application/json", {}).get("schema", {}).get("type") == "array"
    ]
    assert bare == []


def lists(paths: dict[str, Any]) -> list[str]:
    """The addresses that answer {results, next, previous}."""
    found = []
    for method, path, operation in operations(paths):
        schema = operation["responses"].get("200", {}).get("content", {}).get("application/json", {})
        if method == "get" and str(schema.get("schema", {}).get("$ref", "")).endswith("Page"):
            found.append(path)
    return found


def test_every_list_refuses_what_it_does_not_know(paths, things):
    world = things["world"]
    rector = Api(world.person("", "leader"))
    others = {name: Api(world.person("", role)) for name, role in READERS.items()}
    addresses = [row for method, row, _statuses in rows() if method == "GET" and "/v1/" in row]
    unlisted = []
    for path in lists(paths):
        row = next(row for row in addresses if operation_of("GET", row, paths) is paths[path]["get"])
        address = row.format(**{name: things[name] for name in NAMES})
        joined = f"{address}{'&' if '?' in address else '?'}"
        reader = others.get(path, rector).client
        fine, unknown = reader.get(address), reader.get(f"{joined}no_such=1")
        if (fine.status_code, unknown.status_code) != (200, 400):
            unlisted.append((path, fine.status_code, unknown.status_code))
        elif not {"results", "next", "previous"} <= fine.json().keys():
            unlisted.append((path, 200, 0))
    assert unlisted == []


def sentences() -> Iterator[tuple[str, str]]:
    """Every sentence that REST framework may say of a field or a request."""
    for module in (fields, relations, serializers):
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, fields.Field):
                for code, text in getattr(kind, "default_error_messages", {}).items():
                    yield f"{kind.__name__}.{code}", str(text)
    for kind in vars(exceptions).values():
        if isinstance(kind, type) and issubclass(kind, exceptions.APIException):
            yield kind.__name__, str(kind.default_detail)


def test_what_the_framework_says_is_vietnamese():
    with override("en"):
        english = dict(sentences())
    with override("vi"):
        same = {text for place, text in english.items() if text and gettext(text) == text}
    assert same == set()
