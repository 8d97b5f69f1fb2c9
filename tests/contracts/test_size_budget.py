"""The size and the house rules of our own code, kept as in well-kept Django projects (docs/architecture.md)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = (
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
    "notation",
    "deploy",
)
UNWANTED_NAMES = {"utils", "helpers", "services", "signals"}
FunctionNode = (ast.FunctionDef, ast.AsyncFunctionDef)


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts)


def nodes(*folders: str) -> Iterator[tuple[Path, ast.AST]]:
    for path in sources(*folders):
        for node in ast.walk(ast.parse(path.read_text())):
            yield path.relative_to(ROOT), node


def function_sizes(*folders: str) -> dict[str, int]:
    """Lines from `def` to the end, blanks included, by place."""
    return {
        f"{path}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path, node in nodes(*folders)
        if isinstance(node, FunctionNode)
    }


def file_sizes(*folders: str) -> dict[str, int]:
    return {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in sources(*folders)}


def p95(sizes: dict[str, int]) -> int:
    ordered = sorted(sizes.values())
    return ordered[-(-len(ordered) * 95 // 100) - 1]


def over(limit: int, sizes: dict[str, int]) -> list[str]:
    return [f"{place}: {lines} lines" for place, lines in sizes.items() if lines > limit]


def test_functions_are_short():
    sizes = function_sizes(*PRODUCT)
    assert len(sizes) > 50
    assert over(50, sizes) == []
    assert p95(sizes) <= 25


def test_test_functions_are_short():
    sizes = function_sizes("tests")
    assert p95(sizes) <= 30


def test_files_are_short():
    sizes = file_sizes(*PRODUCT)
    assert len(sizes) > 20
    assert over(300, sizes) == []
    assert p95(sizes) <= 250


def test_test_files_are_short():
    sizes = file_sizes("tests")
    assert over(450, sizes) == []
    assert p95(sizes) <= 350


def public_names(app: str) -> dict[str, set[str]]:
    """Name -> the modules of the app that define it, functions and classes at their top."""
    found: dict[str, set[str]] = {}
    for path in sources(app):
        if "management" in path.parts:
            continue  # each command is a Command
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, (*FunctionNode, ast.ClassDef)) and not node.name.startswith("_"):
                found.setdefault(node.name, set()).add(str(path.relative_to(ROOT)))
    return found


@pytest.mark.parametrize(
    "app", [app for app in PRODUCT if app != "deploy"]
)  # deploy is commands, each with a main
def test_a_public_name_stands_in_one_module_of_an_app(app):
    assert {name: places for name, places in public_names(app).items() if len(places) > 1} == {}


def test_no_module_has_a_name_that_says_nothing():
    named = [
        path.relative_to(ROOT)
        for path in sources(*PRODUCT, "tests")
        if UNWANTED_NAMES & {path.stem, path.parent.name}
    ]
    assert named == []


def receivers(tree: ast.AST) -> list[int]:
    """Lines that import signals: no receiver does without."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[-1] in {"dispatch", "signals"}
    ]


def save_overrides(tree: ast.AST) -> list[int]:
    return [
        member.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for member in node.body
        if isinstance(member, FunctionNode) and member.name in {"save", "asave"}
    ]


def managers(tree: ast.AST) -> list[int]:
    return [
        node.lineno for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "objects"
    ]


def is_view(path: Path) -> bool:
    return path.stem == "views" or path.parent.name == "views"


def clock_wordings(tree: ast.AST) -> list[int]:
    return [
        node.lineno for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "strftime"
    ]


def is_no_wording(path: Path) -> bool:
    """Of a day or clock that somebody reads: notation.moments has those, and the chain its own."""
    return path.as_posix().removeprefix(f"{ROOT}/") not in {
        "notation/moments.py",
        "approvals/ledger/chain.py",
    }


RULES = {
    "days are written by notation.moments": (clock_wordings, is_no_wording),
    "no signals": (receivers, lambda path: True),
    "no save() of our own": (save_overrides, lambda path: True),
    "views ask queries, never a manager": (managers, is_view),
}


@pytest.mark.parametrize("rule", RULES)
def test_house_rule(rule):
    breaks, applies = RULES[rule]
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sources(*PRODUCT)
        if applies(path)
        for line in breaks(ast.parse(path.read_text()))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("no signals", "from django.db.models.signals import post_save"),
        ("no signals", "from django.dispatch import receiver"),
        ("no save() of our own", "class Plan:\n    def save(self): ..."),
        ("views ask queries, never a manager", "plan = Plan.objects.get(pk=1)"),
    ],
)
def test_house_rule_sees_a_breach(rule, code):
    breaks, _ = RULES[rule]
    assert breaks(ast.parse(code)) != []


def test_p95_is_the_value_that_95_of_100_do_not_exceed():
    assert p95({str(n): n for n in range(1, 101)}) == 95
