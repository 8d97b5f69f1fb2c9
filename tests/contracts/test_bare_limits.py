"""No number of its own: how long and how many stands in notation/limits.py, and everything else names it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db.models import CharField, TextField
from django.urls import get_resolver
from rest_framework import serializers

from notation import limits
from organization.http.serializers import StrictSerializer

ROOT = Path(limits.__file__).resolve().parents[1]
APPS = [config for config in apps.get_app_configs() if Path(config.path).parent == ROOT]
#: Names of arguments that bound something; a least of 0 or 1 only says that there is something.
BOUNDS = {"max_length", "max_value", "max_digits", "decimal_places", "min_value"}
#: "Most so many": a constant that bounds what people write belongs to the list; these bound what programs do.
FREE = {
    "approvals/queries/names.py", "approvals/rules.py", "config/leases.py", "notifications/push.py",
    "papers/intake/header.py", "plans/rules/places.py",
}  # fmt: skip
ELEMENT = re.compile(
    r"^( *)(?:return )?(<(?:TextInput|Textarea|PasswordInput|NumberInput)\b(?:[^\n]*/>;?$|.*?^\1/>))",
    re.MULTILINE | re.DOTALL,
)
#: Says its limit itself; or holds nothing that is sent as a text.
BOUNDED = re.compile(
    r"limit\(|\.\.\.field\(|LIMITS\.|readOnly|inputMode=\"(?:decimal|numeric)\"|type=\"(?:file|date|time|datetime-local|month)\""
)


def modules() -> Iterator[Path]:
    """Every module of the product but migrations."""
    for folder in [*(Path(config.path) for config in APPS), ROOT / "papers"]:
        yield from (path for path in folder.rglob("*.py") if "migrations" not in path.parts)


@pytest.fixture(scope="module")
def shapes() -> set[type[StrictSerializer]]:
    """All forms, once everything that the addresses need is imported."""
    assert get_resolver().url_patterns
    found = set(forms())
    assert len(found) > 40
    return found


def forms(of: type[StrictSerializer] = StrictSerializer) -> Iterator[type[StrictSerializer]]:
    """Every shape that anything comes in."""
    for form in of.__subclasses__():
        yield form
        yield from forms(form)


def test_no_field_has_a_number_of_its_own():
    bare = [
        f"{path.relative_to(ROOT)}:{node.value.lineno}"
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.keyword)
        and node.arg in BOUNDS
        and isinstance(node.value, ast.Constant)
        and node.value.value not in (None, 0, 1)
    ]
    assert bare == []


def test_no_module_keeps_a_limit_of_its_own():
    found = {
        str(path.relative_to(ROOT))
        for path in modules()
        if re.search(r"^_?(?:MOST|LONGEST|MAX)\w* = \d", path.read_text("utf-8"), re.MULTILINE)
    }
    assert found - FREE == set()


def test_every_text_and_list_that_comes_in_has_an_end(shapes):
    endless = [
        (form.__name__, name)
        for form in shapes
        for name, field in form().get_fields().items()
        if any(map(is_endless, with_items(field)))
    ]
    assert endless == []


def with_items(field: Any) -> list[Any]:
    return [field, field.child] if isinstance(field, serializers.ListField) else [field]


def is_endless(field: Any) -> bool:
    """A text or a list without an end; a pattern has its own."""
    if isinstance(field, serializers.RegexField | serializers.UUIDField):
        return False
    bounded = isinstance(field, serializers.CharField | serializers.ListField | serializers.ListSerializer)
    return bounded and getattr(field, "max_length", None) is None


#: Says what a row of a workbook was, to be compared with it; nothing of it is written.
COMPARED = {"ImportRowBefore"}


def test_columns_are_no_shorter_than_what_is_taken_for_them(shapes):
    """A field of a form and a column of one name in one app: PostgreSQL would refuse what was let in."""
    columns: dict[tuple[str, str], int] = {}
    for config in APPS:
        for model in config.get_models():
            for column in model._meta.get_fields():
                if isinstance(column, CharField) and not isinstance(column, TextField) and not column.choices:
                    key = (config.label, column.name)
                    columns[key] = max(columns.get(key, 0), column.max_length or 0)
    longer = [
        (form.__name__, name)
        for form in shapes
        for name, field in form().get_fields().items()
        if isinstance(field, serializers.CharField)
        and form.__name__ not in COMPARED
        and not name.startswith(("text", "answer", "reason", "comment", "password"))
        and (field.max_length or 0) > columns.get((form.__module__.split(".")[0], name), 10**9)
    ]
    assert longer == []


def test_every_field_of_the_screen_knows_its_limit():
    source = ROOT / "frontend" / "src"
    without = [
        f"{path.relative_to(source)}: {' '.join(found[2].split())[:80]}"
        for path in sorted(source.rglob("*.tsx"))
        if not path.name.endswith(".test.tsx")
        for found in ELEMENT.finditer(path.read_text("utf-8"))
        if not BOUNDED.search(found[2])
    ]
    assert without == []


def test_no_field_of_the_screen_cuts_off_or_has_a_number_of_its_own():
    source = ROOT / "frontend" / "src"
    wrong = [
        f"{path.relative_to(source)}: {found[0]}"
        for path in sorted(source.rglob("*.tsx"))
        for found in re.finditer(r"maxLength=|\bmax=\{\d{2,}\}", path.read_text("utf-8"))
    ]
    assert wrong == []
