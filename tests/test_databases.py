"""The databases of the tests themselves: kept by what they are made from, and no test sees another's."""

import ast
import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from organization.models import Institution
from tests import databases
from tests.databases import ROOT, digest_of, product_sources, sources_of_the_tables
from tests.factories import World, small_world
from tests.stores import KEPT_AT_MOST, Files

CODES = {"CDSL", "SGDHB"}


def codes() -> set[str]:
    """The institutions that the database holds."""
    return set(Institution.objects.values_list("code", flat=True))


@pytest.mark.parametrize("time", [1, 2])
def test_a_test_begins_on_an_empty_database(db: None, time: int) -> None:
    assert codes() == set()
    small_world("W")


@pytest.mark.parametrize("time", [1, 2])
def test_the_demo_is_there_for_whom_asks(demo: None, time: int) -> None:
    assert codes() == CODES
    small_world("W")


@pytest.mark.parametrize("time", [1, 2])
def test_what_commits_begins_on_an_empty_database(world: World, time: int) -> None:
    assert codes() == {"W"}


@pytest.mark.parametrize("time", [1, 2])
def test_what_commits_can_begin_on_the_demo(demo: None, transactional_db: None, time: int) -> None:
    assert codes() == CODES
    small_world("W")


def imported_by(path: Path) -> set[Path]:
    """The product's modules that a source imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    places = [ROOT / Path(*name.split(".")) for name in names]
    files = [file for place in places for file in (place.with_suffix(".py"), place / "__init__.py")]
    return {file for file in files if file.is_file()}


def test_an_empty_database_depends_on_nothing_that_its_digest_leaves_out() -> None:
    """What a migration imports decides on the database too."""
    sources = set(sources_of_the_tables())
    migrations = [path for path in sources if path.parent.name == "migrations"]
    assert len(migrations) > 10
    for path in migrations:
        assert imported_by(path) <= sources, path


def test_the_digest_is_over_the_whole_product() -> None:
    found = {str(path.relative_to(ROOT)) for path in product_sources()}
    assert {
        "approvals/triggers.py", "config/settings.py", "workflow/machine.py", "requirements/run.txt",
        "approvals/management/commands/migrate.py",
    } <= found  # fmt: skip
    assert not [name for name in found if name.startswith(("tests/", "frontend/", "docs/", "deploy/", "."))]


def test_a_changed_source_is_another_digest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(databases, "ROOT", tmp_path)
    source = tmp_path / "models.py"
    source.write_text("a = 1")
    before = digest_of([source])
    assert digest_of([source]) == before
    source.write_text("a = 2")
    assert digest_of([source]) != before
    assert digest_of([source.rename(tmp_path / "other.py")]) != before


def made(store: Files, name: str) -> None:
    """Keeps a database that holds its own name."""
    with store.locked():
        line = sqlite3.connect(store.begin(name, None))
        line.execute("CREATE TABLE called (name text)")
        line.execute("INSERT INTO called VALUES (?)", [name])
        line.commit()
        line.close()
        store.keep(name)


def test_files_are_kept_copied_and_pruned(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    store = Files(tmp_path / "kept", own)
    for number in range(KEPT_AT_MOST + 2):
        made(store, f"world-{number:02d}")
    last = f"world-{KEPT_AT_MOST + 1}"
    assert store.has(last)
    assert len(list((tmp_path / "kept").glob("*.sqlite3"))) == KEPT_AT_MOST
    line = sqlite3.connect(store.copy(last, "world"))
    assert line.execute("SELECT name FROM called").fetchall() == [(last,)]
    line.close()
    store.close()
    assert list(own.iterdir()) == []


def test_an_unfinished_one_is_not_kept(tmp_path: Path) -> None:
    store = Files(tmp_path / "kept", tmp_path)
    Path(store.begin("world", None)).write_bytes(b"half")
    assert not store.has("world")


def test_a_copy_is_no_installations_database(db: None) -> None:
    """Whatever the environment names, tests write into copies of their own."""
    assert "test" in Path(str(connection.settings_dict["NAME"])).name
