"""A lost or full database is 503 wherever in a request it is met, and nothing else becomes one."""

import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import psycopg.errors
import psycopg_pool
import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.test import Client

from approvals.models import Evidence, Signature
from organization.http.outages import DATABASE, DISK, outage_of
from tests.api import Api
from tests.factories import SUBMITTED, World

PDF = b"%PDF-1.7 noi dung"


def wrapped(error: Exception, kind: type[Exception] = OperationalError) -> Exception:
    """As Django raises a driver's error."""
    outer = kind(*error.args)
    outer.__cause__ = error
    return outer


def sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("as SQLite says")
    error.sqlite_errorcode = code
    return error


def interrupted() -> Exception:
    """What Django makes of a connection that is lost while the session is saved."""
    try:
        try:
            raise wrapped(psycopg.errors.AdminShutdown())
        except DatabaseError:
            raise UpdateError  # noqa: B904 as Django's sessions do
    except UpdateError:
        try:
            raise SessionInterrupted
        except SessionInterrupted as error:
            return error


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (wrapped(psycopg.errors.AdminShutdown()), DATABASE),
        (wrapped(psycopg.errors.CannotConnectNow()), DATABASE),
        (wrapped(psycopg.errors.DiskFull()), DATABASE),
        (wrapped(psycopg.errors.TooManyConnections()), DATABASE),
        (wrapped(psycopg.errors.ReadOnlySqlTransaction(), DatabaseError), DATABASE),
        (wrapped(psycopg.OperationalError("connection refused")), DATABASE),
        (wrapped(psycopg.InterfaceError("the connection is closed"), InterfaceError), DATABASE),
        (wrapped(psycopg_pool.PoolTimeout()), DATABASE),
        (InterfaceError("connection already closed"), DATABASE),
        (wrapped(sqlite_error(sqlite3.SQLITE_FULL)), DATABASE),
        (wrapped(sqlite_error(sqlite3.SQLITE_IOERR_WRITE)), DATABASE),
        (wrapped(sqlite_error(sqlite3.SQLITE_BUSY)), DATABASE),
        (wrapped(sqlite_error(sqlite3.SQLITE_CANTOPEN)), DATABASE),
        (interrupted(), DATABASE),
        (OSError(errno.ENOSPC, "full"), DISK),
        (wrapped(psycopg.errors.DeadlockDetected()), ""),
        (wrapped(psycopg.errors.SerializationFailure()), ""),
        (wrapped(psycopg.errors.UndefinedTable(), DatabaseError), DATABASE),
        (wrapped(sqlite3.OperationalError("no such table: workflow_case")), DATABASE),
        (wrapped(psycopg.errors.UndefinedColumn(), DatabaseError), ""),
        (wrapped(psycopg.errors.UniqueViolation(), DatabaseError), ""),
        (wrapped(sqlite_error(sqlite3.SQLITE_ERROR)), ""),
        (DatabaseError("Forced update did not affect any rows."), ""),
        (OSError(errno.ENOENT, "none"), ""),
        (ValueError(), ""),
        (None, ""),
    ],
    ids=repr,
)
def test_what_is_an_outage_and_what_is_a_fault(error, code):
    assert outage_of(error) == code


def lost(*_: Any) -> Any:
    raise wrapped(psycopg.errors.AdminShutdown())


def unavailable(answer: Any, code: str = DATABASE) -> bool:
    """Whether it is the problem document that says when to ask again."""
    body = answer.json()
    assert (answer.status_code, body["status"], body["code"]) == (503, 503, code), body
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert int(answer.headers["Retry-After"]) > 0
    return True


def test_a_database_lost_in_a_view_or_while_logging_in_is_503(one):
    api = Api(one.person("A", "head"))
    anonymous = Client()
    with connection.execute_wrapper(lost):
        for path in ("me", "plans", "inbox", "notifications"):
            assert unavailable(api.get(path))
        given = {"username": "w.a.head", "password": "x"}
        assert unavailable(anonymous.post("/api/v1/session", given, content_type="application/json"))
    assert api.get("me").status_code == 200


def test_a_database_lost_while_the_session_is_saved_is_503(one, monkeypatch):
    """Django would say 400: the session was deleted meanwhile."""

    def save(self: Any, must_create: bool = False) -> None:
        if not must_create:
            try:
                lost()
            except DatabaseError:
                raise UpdateError from None

    user = one.person("A", "head")
    user.set_password("a-long-one")
    user.save()
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.save", save)
    given = {"username": user.username, "password": "a-long-one"}
    assert unavailable(Client().post("/api/v1/session", given, content_type="application/json"))


def test_a_database_lost_in_a_middleware_is_503(one, settings, monkeypatch):
    settings.MIDDLEWARE = ["tests.outages.test_unavailable.LosesIt", *settings.MIDDLEWARE]
    assert unavailable(Client(raise_request_exception=False).get("/api/v1/me"))


def LosesIt(_get_response: Callable[..., Any]) -> Callable[..., Any]:
    return lost


def test_it_is_vietnamese_unless_asked_otherwise(one):
    with connection.execute_wrapper(lost):
        client = Client(raise_request_exception=False)
        words = {"username": "x", "password": "x"}
        body = client.post("/api/v1/session", words, content_type="application/json").json()
    assert body["title"] == "Dịch vụ tạm thời không sẵn sàng. Hãy thử lại sau giây lát."
    assert body["detail"].startswith("Cơ sở dữ liệu tạm thời không sẵn sàng.")


def files_of(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def upload(api: Api, data: bytes = PDF) -> Any:
    return api.upload("evidence", SimpleUploadedFile("a.pdf", data))


def lost_at_insert(execute: Any, sql: str, *rest: Any) -> Any:
    return lost() if sql.startswith("INSERT") else execute(sql, *rest)


def test_an_upload_whose_rows_cannot_be_written_leaves_no_file(world: World, evidence_dir: Path):
    api = Api(world.person("A", "officer"))
    with connection.execute_wrapper(lost_at_insert):
        assert unavailable(upload(api))
    assert files_of(evidence_dir) == []
    assert upload(api).status_code == 201
    assert len(files_of(evidence_dir)) == 1
    with connection.execute_wrapper(lost_at_insert):
        assert unavailable(upload(api, PDF + b"2"))
    assert len(files_of(evidence_dir)) == Evidence.objects.count() == 1


def test_an_upload_to_a_full_disk_is_503_and_leaves_no_file(one, evidence_dir, monkeypatch):
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("approvals.actions.evidence.os.fsync", full)
    assert unavailable(upload(Api(one.person("A", "officer"))), DISK)
    assert files_of(evidence_dir) == []


def fill() -> None:
    """Writes until there is no room."""
    with connection.cursor() as cursor:
        while True:
            cursor.execute("INSERT INTO filler VALUES (zeroblob(200))")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own limit")
def test_a_full_sqlite_file_refuses_writes_serves_reads_and_is_whole_afterwards(world: World):
    """Some acts still find room in pages that are there; each is done whole or refused."""
    plans, api = [world.plan_at(SUBMITTED) for _ in range(8)], Api(world.person("A", "head"))
    digests = {plan: api.digest(plan) for plan in plans}
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE filler (bytes blob)")
        [pages] = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(OperationalError, match="full"):
        fill()
    try:
        answers = {plan: api.act(plan, "approve", digest=digests[plan]) for plan in plans}
        refused = [plan for plan, answer in answers.items() if answer.status_code != 201]
        assert refused
        assert [plan for plan in refused if not unavailable(answers[plan])] == []
        assert (api.get("me").status_code, api.get("plans").status_code) == (200, 200)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE filler")
            cursor.execute("PRAGMA max_page_count = 1073741823")
    assert {api.act(plan, "approve", digest=digests[plan]).status_code for plan in refused} == {201}
    assert Signature.objects.filter(case__in=plans, act="approve").count() == len(plans)
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_readyz_says_that_the_disk_is_full(db, settings):
    settings.DATA_DIR = Path("/proc")  # nobody can write there
    answer = Client().get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"status": "disk"})


def test_readyz_names_redis_when_it_is_away(db, settings):
    settings.REDIS_URL = ""
    without = Client().get(
        "/readyz"
    )  # red where the tests have run so long that the jobs, which do not run here, are overdue
    assert without.json()["redis"] == "none"
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    answer = Client().get("/readyz")
    assert (answer.status_code, answer.json()["redis"]) == (without.status_code, "away")


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite prepares nothing for later")
def test_no_statement_is_prepared_however_often_it_is_used(one):
    """A generic plan of a list takes 15 times as long as one for what is asked."""
    api = Api(one.person("A", "head"))
    for _ in range(12):
        assert api.get("plans", q="kế hoạch").status_code == 200
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements")
        assert cursor.fetchone() == (0,)


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite prepares nothing for later")
def test_the_statements_of_an_act_are_prepared_and_none_after_it(one):
    """They are few and about single rows: planning them anew each time doubles what an act takes."""

    def kept() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_prepared_statements")
            return int(cursor.fetchone()[0])

    case_id, officer = one.plan_at(), Api(one.person("A", "officer"))
    for name in ["submit", "withdraw"] * 8:
        assert officer.act(case_id, name).status_code == 201
    of_acts = kept()
    for _ in range(12):
        assert officer.get("plans", q="kế hoạch").status_code == 200
    assert kept() == of_acts > 0
