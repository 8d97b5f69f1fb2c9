"""Which database a test runs on: a copy of an empty one, or of one that already holds a world.

Both are made once and kept (tests.stores) under the digest of what they are made from, so that a test waits
for migrations and the demo only after these have changed. A test says what it wants by its fixtures:
`db` or `transactional_db` alone is the empty one, the name of a kept world is that world's.
"""

import hashlib
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, connections
from pytest_django.plugin import blocking_manager_key

from tests.stores import Files, Store, Templates

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".test-databases"
EMPTY = "empty"
#: No part of the product, or of what can come into its database.
APART = {"tests", "frontend", "docs", "deploy", "var"}
SUFFIXES = {".py", ".json", ".po"}
#: What decides on tables, triggers, permissions and content types.
OF_THE_TABLES = {
    "migrations", "models", "models.py", "management", "apps.py", "triggers.py", "settings.py"
}  # fmt: skip
TOLD = "test_world"


def product_sources() -> list[Path]:
    """Every source of every app, and the lock of what they stand on."""
    tops = [top for top in ROOT.iterdir() if top.is_dir() and not top.name.startswith(".")]
    found = [
        path
        for top in tops
        if top.name not in APART
        for path in top.rglob("*")
        if path.suffix in SUFFIXES or path.parent.name == "requirements"
    ]
    return sorted(path for path in found if path.is_file())


def sources_of_the_tables() -> list[Path]:
    """Those of them that decide what an empty database is."""
    return [
        path
        for path in product_sources()
        if OF_THE_TABLES.intersection(path.relative_to(ROOT).parts) or path.parent.name == "requirements"
    ]


def helper_sources() -> list[Path]:
    """What tests build their worlds with."""
    return sorted(path for path in (ROOT / "tests").rglob("*.py") if not path.name.startswith("test_"))


def digest_of(paths: Iterable[Path]) -> str:
    """One digest over names and contents."""
    whole = hashlib.sha256(sys.version.encode())
    for path in paths:
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(ROOT)} {content}\n".encode())
    return whole.hexdigest()[:16]


@dataclass(frozen=True)
class Kept:
    """A database that is kept: what it is made from, and how, beginning with the empty one."""

    sources: Callable[[], list[Path]]
    build: Callable[[], Any]


def migrate() -> None:
    """An empty database with the ledger's triggers, as an installation begins."""
    call_command("migrate", interactive=False, verbosity=0)


KEPT: dict[str, Kept] = {EMPTY: Kept(sources_of_the_tables, migrate)}


@cache
def kept_name(world: str) -> str:
    """The name under which it is kept; another one as soon as a source has changed."""
    return f"{world}-{digest_of(KEPT[world].sources())}"


def kept_world(name: str, build: Callable[[], Any], *, of_helpers: bool = True) -> Any:
    """A fixture of that name: what `build` answers, in a database that holds what it built.

    Built once and kept; each test gets the answer anew (it is pickled) and loses what it wrote.

    Args:
        of_helpers: whether it is built by modules of the tests, and not by the product alone.
    """
    KEPT[name] = Kept(product_and_helpers if of_helpers else product_sources, build)

    @pytest.fixture(name=name)
    def world(db: None) -> Any:
        return pickle.loads(copies().told[name])  # noqa: S301 our own

    return world


def product_and_helpers() -> list[Path]:
    """What a world is built from that the tests make themselves."""
    return [*product_sources(), *helper_sources()]


class Copies:
    """The databases of this process, one for each world that one of its tests has asked for.

    Attributes:
        told: world -> what its build answered, pickled.
        spoilt: worlds that a committing test has emptied.
    """

    def __init__(self) -> None:
        self.given = connection.settings_dict["NAME"]
        self.store: Store = (
            Files(FOLDER, settings.DATA_DIR)
            if connection.vendor == "sqlite"
            else Templates(connections["default"])
        )
        self.names: dict[str, str] = {}
        self.told: dict[str, bytes] = {}
        self.spoilt: set[str] = set()

    def use(self, world: str, *, commits: bool) -> None:
        """From now on every connection is to the copy of that world."""
        if world not in self.names or world in self.spoilt:
            self.lay(world)
        if connection.settings_dict["NAME"] != self.names[world]:
            point(self.names[world])
        if commits and world != EMPTY:
            self.spoilt.add(world)

    def lay(self, world: str) -> None:
        """A fresh copy of it."""
        connections.close_all()
        with self.store.locked():
            self.make(world)
            self.names[world] = self.store.copy(kept_name(world), world)
        self.spoilt.discard(world)
        point(self.names[world])
        if world != EMPTY and world not in self.told:
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT told FROM {TOLD}")
                self.told[world] = bytes(cursor.fetchone()[0])

    def make(self, world: str) -> None:
        """Sees to it that it is kept."""
        name = kept_name(world)
        if self.store.has(name):
            return
        if world != EMPTY:
            self.make(EMPTY)
        point(self.store.begin(name, None if world == EMPTY else kept_name(EMPTY)))
        told = KEPT[world].build()
        if world != EMPTY:
            tell(told)
        point(self.given)
        self.store.keep(name)

    def close(self) -> None:
        """Throws them away."""
        point(self.given)
        self.store.close()


def tell(told: Any) -> None:
    """Puts what a build answered into its database, so that whoever copies it has both."""
    kind = "blob" if connection.vendor == "sqlite" else "bytea"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {TOLD} (told {kind} NOT NULL)")
        cursor.execute(f"INSERT INTO {TOLD} VALUES (%s)", [pickle.dumps(told)])


def point(name: str) -> None:
    """Every connection that is opened from now on, in whatever thread, is to the database of that name."""
    connections.close_all()
    if hasattr(connection, "close_pool"):
        connection.close_pool()
    connection.settings_dict["NAME"] = name
    ContentType.objects.clear_cache()


@cache
def copies() -> Copies:
    """Those of this process."""
    return Copies()


def choose(item: pytest.Item) -> None:
    """Before anything of a test is set up: puts the database in place that it asks for."""
    asked = set(getattr(item, "fixturenames", ()))
    marked = item.get_closest_marker("django_db")
    commits = "transactional_db" in asked or bool(marked and marked.kwargs.get("transaction"))
    worlds = asked.intersection(KEPT)
    if not (commits or worlds or marked or "db" in asked):
        return
    if len(worlds) > 1:
        raise pytest.UsageError(f"{item.nodeid} asks for two worlds: {', '.join(sorted(worlds))}")
    with item.config.stash[blocking_manager_key].unblock():
        copies().use(next(iter(worlds), EMPTY), commits=commits)


@contextmanager
def thrown_away(blocker: Any) -> Iterator[None]:
    """The session; at its end the copies go."""
    yield
    if copies.cache_info().currsize:
        with blocker.unblock():
            copies().close()
