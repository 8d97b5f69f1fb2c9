"""Every English text in the code has its Vietnamese, with the same placeholders, and nothing is left over."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polib
import pytest

from deploy.generated import CATALOGUE, FRAMEWORK, compiled

ROOT = Path(__file__).resolve().parents[2]
APPS = (
    "config",
    "demo",
    "weeks",
    "administration",
    "handovers",
    "meetings",
    "reports",
    "instructions",
    "opinions",
    "extensions",
    "plans",
    "periods",
    "approvals",
    "workflow",
    "notifications",
    "organization",
    "papers",
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%[sd]")
# Where each function of django.utils.translation takes (context, text, plural); None: it takes none.
TAKES = {
    "gettext": (None, 0, None),
    "ngettext": (None, 0, 1),
    "pgettext": (0, 1, None),
    "npgettext": (0, 1, 2),
}
FUNCTIONS = {f"{name}{tail}": places for name, places in TAKES.items() for tail in ("", "_lazy", "_noop")}


class Text(NamedTuple):
    """One text as the catalogue keys it."""

    context: str | None
    singular: str
    plural: str


def names_of_functions(tree: ast.AST) -> dict[str, str]:
    """How a module calls the translation functions: its name → theirs."""
    return {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in FUNCTIONS
    }


def called(node: ast.Call, names: dict[str, str]) -> str | None:
    """The translation function that a call calls: by an imported name, or as translation.gettext."""
    match node.func:
        case ast.Name(id=name):
            return names.get(name)
        case ast.Attribute(value=ast.Name(id="translation"), attr=name):
            return name if name in FUNCTIONS else None
    return None


def literal(part: ast.expr | None) -> str | None:
    return part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else None


def texts(code: str) -> Iterator[tuple[int, Text | None]]:
    """(line, text) of every translated literal; None for one put together on the spot, which no catalogue
    can hold. A plain variable is passed over: its text is marked where it is written."""
    tree = ast.parse(code)
    names = names_of_functions(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not (function := called(node, names)):
            continue
        parts = [None if place is None else node.args[place] for place in FUNCTIONS[function]]
        if any(isinstance(part, ast.JoinedStr | ast.BinOp) for part in parts):
            yield node.lineno, None
        elif all(part is None or literal(part) is not None for part in parts):
            context, singular, plural = map(literal, parts)
            yield node.lineno, Text(context, singular or "", plural or "")


def texts_of_the_code() -> Iterator[tuple[str, Text | None]]:
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            for line, text in texts(path.read_text()):
                yield f"{path.relative_to(ROOT)}:{line}", text


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


@pytest.fixture(scope="module")
def catalogue() -> dict[Text, polib.POEntry]:
    return {
        Text(entry.msgctxt, entry.msgid, entry.msgid_plural): entry
        for entry in polib.pofile(str(CATALOGUE))
        if not entry.obsolete
    }


def test_every_text_is_in_the_catalogue(catalogue):
    found = dict.fromkeys(text for _, text in texts_of_the_code() if text)
    assert len(found) > 20
    assert [text for text in found if text not in catalogue] == []


def test_no_text_is_put_together_inside_the_call():
    assert [place for place, text in texts_of_the_code() if text is None] == []


def test_nothing_in_the_catalogue_is_unused(catalogue):
    used = {text for _, text in texts_of_the_code()}
    assert [text for text in catalogue if text not in used] == []


def test_every_entry_is_translated(catalogue):
    empty = [text for text, entry in catalogue.items() if entry.fuzzy or not all(translations(entry))]
    assert empty == []


def test_placeholders_agree(catalogue):
    differing = [
        (text.singular, translation)
        for text, entry in catalogue.items()
        for translation in translations(entry)
        if sorted(PLACEHOLDER.findall(text.plural or text.singular))
        != sorted(PLACEHOLDER.findall(translation))
    ]
    assert differing == []


@pytest.mark.parametrize("file", [CATALOGUE, FRAMEWORK], ids=["ours", "framework"])
def test_the_compiled_catalogue_is_current(file):
    assert file.with_suffix(".mo").read_bytes() == compiled(file)


IMPORTS = "from django.utils.translation import gettext_lazy as _, ngettext, pgettext\n"


@pytest.mark.parametrize(
    ("call", "text"),
    [
        ('_("Draft")', Text(None, "Draft", "")),
        ('_("Signed by " "%(name)s")', Text(None, "Signed by %(name)s", "")),
        ('ngettext("%(n)s row", "%(n)s rows", n)', Text(None, "%(n)s row", "%(n)s rows")),
        ('pgettext("noun", "return")', Text("noun", "return", "")),
        ('_(f"Signed by {name}")', None),
        ('_("Signed by " + name)', None),
    ],
)
def test_the_reader_of_calls(call, text):
    assert [found for _, found in texts(IMPORTS + call)] == [text]


@pytest.mark.parametrize("call", ["_(reason.text)", 'gettext("not imported")'])
def test_what_is_no_literal_of_ours_is_passed_over(call):
    assert list(texts(IMPORTS + call)) == []
