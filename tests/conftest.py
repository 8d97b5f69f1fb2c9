"""The databases of the tests; people with API clients; a world of one's own for what must commit."""

import gc
import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings as django_settings
from django.core.management.commands import flush

from demo.build import build
from notifications.actions import number_pending
from organization.models import User
from tests.api import Api
from tests.databases import choose, kept_world, thrown_away
from tests.emptying import empty
from tests.factories import World, small_world

AS_OF = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
PASSWORD = "sau-ro-demo"
#: Python looks for garbage after 700 new objects; a test run keeps many thousands, and the looking was a seventh of it.
RARELY = (50_000, 20, 20)


def pytest_configure() -> None:
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    logging.getLogger("django.request").setLevel(logging.ERROR)  # refusals are what most tests are about
    flush.Command.handle = empty  # type: ignore[method-assign, assignment]
    gc.set_threshold(*RARELY)


#: Folders and files whose tests hold whatever the database: see the marker `either`, and docs/testing.md for what may
#: stand here. A test in them that a server must see all the same is marked `server` or `postgres`.
EITHER = (
    "reports/test_first_month.py", "reports/test_earlier.py", "reports/test_spans.py", "reports/test_verdict_follows", "reports/test_officers",
    "reports/matrix/test_reminders", "reports/matrix/test_timeliness", "extensions/test_in_reports", "plans/test_unit_classes",
    "plans/test_imports", "plans/test_who_reads_a_plan", "notifications/test_hints", "notifications/test_socket",
    "meetings/test_rows_of_a_class", "meetings/test_signed_after", "approvals/test_reasons", "approvals/test_evidence", "approvals/test_handings",
    "contracts/test_limits", "contracts/test_answers", "journeys/test_changing_year",
    # no database, or every cell of a table
    "notation/", "papers/", "workflow/",
    "contracts/test_acts", "contracts/test_bare_limits", "contracts/test_catalogue", "contracts/test_description", "contracts/test_errors",
    "contracts/test_every_url", "contracts/test_layers", "contracts/test_nothing_written", "contracts/test_procedures",
    "contracts/test_size_budget", "contracts/test_state_act_role", "contracts/test_word_fields",
    # speed: the budgets are SQLite's
    "meetings/test_speed", "meetings/consolidations/test_speed", "reports/matrix/test_speed", "reports/matrix/test_year_agrees",
    # rules as people live them, over requests that others send to the server, too
    "administration/test_lists_of_people", "administration/test_lists_of_units", "approvals/test_formats", "jobs/test_failures", "journeys/test_plan_through", "journeys/test_side_roads",
    "meetings/test_after_the_close", "meetings/test_agenda", "meetings/test_answers", "meetings/test_by_order",
    "meetings/test_closed_periods", "meetings/test_conclusions", "meetings/test_consequences", "meetings/test_order",
    "meetings/test_slips", "meetings/consolidations/test_content", "meetings/consolidations/test_figures",
    "meetings/consolidations/test_supplements", "meetings/consolidations/test_taking_in",
    "periods/test_corrections", "periods/test_deadlines",
    "reports/test_monitoring_reports", "reports/test_unit_reports", "reports/test_updates", "reports/test_when_done",
)  # fmt: skip
ON_A_SERVER = {"server", "postgres"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        named = item.path.is_relative_to(here) and str(item.path.relative_to(here)).startswith(EITHER)
        if named and ON_A_SERVER.isdisjoint(mark.name for mark in item.iter_markers()):
            item.add_marker("either")


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: nobody needs to look at it again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    choose(item)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> Iterator[None]:
    """Not Django's: tests.databases has put a copy in place, and takes it away here."""
    with thrown_away(django_db_blocker):
        yield


def build_demo() -> None:
    """Both institutions of the demo; everyone has been told."""
    build(password=PASSWORD, as_of=AS_OF)
    while number_pending():
        pass


demo = kept_world("demo", build_demo, of_helpers=False)
small = kept_world("small", small_world)


@pytest.fixture(autouse=True)
def evidence_dir(tmp_path: Path, settings: Any) -> Path:
    """Uploaded files of a test go with the test."""
    settings.EVIDENCE_DIR = tmp_path / "evidence"
    return tmp_path / "evidence"


@pytest.fixture(autouse=True)
def without_static_files(request: pytest.FixtureRequest, settings: Any) -> None:
    """Each client would list the built frontend anew, perhaps while it is being built; only a browser wants it."""
    if "browser" not in request.keywords:
        settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if not name.startswith("servestatic")]


@pytest.fixture
def login(demo: None) -> Callable[[str], Api]:
    """A logged-in API client of a demo person: login("dt.head")."""
    return lambda username: Api(User.objects.get(username=username))


@pytest.fixture
def anonymous(db: None) -> Api:
    """An API client of nobody."""
    return Api(None)


@pytest.fixture
def one(small: World) -> World:
    """The institution W, as most tests begin; a folder's own `one` builds on it or takes its place."""
    return small


@pytest.fixture
def world(transactional_db: None) -> World:
    """A small institution that is really committed: for races, triggers, sockets."""
    return small_world()
