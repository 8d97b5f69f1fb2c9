"""Every code of a reason that an app can say, read from its modules: where `Reason` is called, and where a function is called that
hands its own first argument on to it."""

import ast
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

from administration.rules.standing import LAST, OPEN
from administration.sources import OF_PAPERS as OF_WORKBOOKS
from approvals.rules import ISSUED_FIELDS
from deploy.project import ROOT
from plans.rules.clarities import ONCE, SIX
from plans.rules.terms import NAMES
from plans.sources import OF_PAPERS
from workflow.rules.reasons import WITHIN

#: Codes that are looked up or put together: (file, expression) -> what it can be. A new one is named here first.
COMPUTED = MappingProxyType(
    {
        ("administration/actions/lists.py", "error.code"): frozenset(OF_WORKBOOKS),
        ("administration/actions/units.py", "code"): frozenset(OPEN),
        ("administration/rules/standing.py", "f'last-{what}'"): frozenset(f"last-{what}" for what in LAST),
        ("approvals/rules.py", "f'issued-{name}-missing'"): frozenset(
            f"issued-{name}-missing" for name in ISSUED_FIELDS
        ),
        ("plans/actions/imports.py", "error.code"): frozenset(OF_PAPERS),
        ("plans/actions/rows.py", "issue.code"): frozenset(OF_PAPERS),
        ("plans/reading/edits.py", "one.code"): frozenset(OF_PAPERS),
        ("plans/rules/due_times.py", "issue.code"): frozenset(OF_PAPERS),
        ("plans/rules/clarities.py", "f'{name}-missing'"): frozenset(f"{name}-missing" for name in ONCE),
        ("plans/rules/clarities.py", "code"): frozenset(f"{name.replace('_', '-')}-missing" for name in SIX),
        ("plans/rules/terms.py", "code"): frozenset(f"{name.replace('.', '-')}-missing" for name in NAMES),
        ("workflow/rules/judge.py", "f'outside-{edge.within}'"): frozenset(
            f"outside-{within}" for within in WITHIN
        ),
    }
)


class Unnamed(Exception):
    """Raised where a code is computed and `COMPUTED` does not say what it can be."""


@cache
def modules_of(app: str) -> dict[str, ast.Module]:
    """Path of each module of an app -> what stands in it."""
    paths = sorted((ROOT / app).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text()) for path in paths}


def calls_in(tree: ast.AST, names: set[str]) -> Iterator[ast.expr]:
    """The first argument of each call of these."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in names:
            yield node.args[0] if node.args else next(one.value for one in node.keywords if one.arg == "code")


def handing_on(tree: ast.Module) -> dict[str, str]:
    """Name of each function that hands its first argument on to `Reason` as its code -> that argument's name."""
    return {
        node.name: node.args.args[0].arg
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.args.args
        for code in calls_in(node, {"Reason"})
        if isinstance(code, ast.Name) and code.id == node.args.args[0].arg
    }


def codes_of(app: str) -> set[str]:
    """Every code that an app's modules can say."""
    handed = {path: handing_on(tree) for path, tree in modules_of(app).items()}
    names = {"Reason"}.union(*handed.values())
    found: set[str] = set()
    for path, tree in modules_of(app).items():
        own = set(handed[path].values())
        for code in calls_in(tree, names):
            if not (isinstance(code, ast.Name) and code.id in own):
                found |= said_by(path, code)
    return found


def said_by(path: str, code: ast.expr) -> frozenset[str]:
    """What one expression can be.

    Raises:
        Unnamed: nobody says.
    """
    if isinstance(code, ast.Constant):
        return frozenset({str(code.value)})
    if isinstance(code, ast.IfExp):
        return said_by(path, code.body) | said_by(path, code.orelse)
    where = path, ast.unparse(code)
    if where not in COMPUTED:
        raise Unnamed(where)
    return COMPUTED[where]


def texts_of(app: str) -> set[str]:
    """Every text that stands in an app's modules, but for what it declares."""
    return {
        node.value
        for path, tree in modules_of(app).items()
        if not path.endswith("/sources.py")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
