"""Migrations that move data, from the state before to the state after; the rest only moves tables."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from approvals import triggers

BEFORE, AFTER = [("periods", "0003_openings")], [("periods", "0004_closed_before")]
HEARD, OTHER = datetime(2026, 10, 30, 1, tzinfo=UTC), datetime(2026, 9, 30, 1, tzinfo=UTC)


def moved(to: list[tuple[str, str]]) -> Any:
    """Goes to these migrations; answers the models as the tables are then, those of other apps included."""
    triggers.lift(connection)  # as our migrate command does
    MigrationExecutor(connection).migrate(to)
    loader = MigrationExecutor(connection).loader
    return loader.project_state(
        [node for node in loader.applied_migrations if node in loader.graph.nodes]
    ).apps


@pytest.fixture
def before(transactional_db: None) -> Iterator[Any]:
    """The tables as they stood before periods were closed; all that came since is there again afterwards."""
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    yield moved(BEFORE)
    moved(latest)
    triggers.install(connection)


def institution(apps: Any, code: str) -> Any:
    """An institution with its unit and a person of it."""
    made = apps.get_model("organization", "Institution").objects.create(code=code, name=code)
    unit = apps.get_model("organization", "Unit").objects.create(institution=made, code=code, name=code)
    user = apps.get_model("organization", "User").objects.create(username=code, institution=made)
    return made, unit, user


def period(apps: Any, owner: Any, kind: str, label: str, heard_at: datetime | None) -> Any:
    """A period that was heard, or not."""
    days = {"starts": date(2026, 10, 1), "ends": date(2026, 10, 31)}
    table = apps.get_model("periods", "Period")
    return table.objects.create(institution=owner[0], kind=kind, label=label, heard_at=heard_at, **days)


def case(apps: Any, owner: Any, kind: str, label: str) -> Any:
    """A case that bears the period."""
    table, (made, unit, user) = apps.get_model("workflow", "Case"), owner
    return table.objects.create(
        institution=made, kind=kind, unit=unit, monitoring_unit=unit, title=kind, period=label, since=OTHER,
        created_by=user, created_at=OTHER,
    )  # fmt: skip


def test_what_a_meeting_heard_is_closed_since_then_and_a_year_is_not(before: Any) -> None:
    one, two = institution(before, "W"), institution(before, "X")
    period(before, one, "month", "2026-10", HEARD)
    period(before, one, "month", "2026-11", None)
    years = [
        period(before, one, "school-year", "2026-2027", HEARD),
        period(before, two, "year", "2026", OTHER),
    ]
    period(before, two, "month", "2026-10", OTHER)
    kinds = ("unit-report", "monitoring-report", "consolidation")
    heard = [case(before, one, kind, "2026-10") for kind in kinds]
    elsewhere = case(before, two, "unit-report", "2026-10")
    untouched = [
        case(before, one, "unit-report", "2026-11"),
        case(before, one, "plan", "2026-10"),
        case(before, one, "consolidation", "2026-2027"),
    ]
    after = moved(AFTER)
    cases, periods = after.get_model("workflow", "Case").objects, after.get_model("periods", "Period").objects
    closed = dict(cases.values_list("id", "closed_at"))
    assert [closed[row.id] for row in heard] == [HEARD] * 3
    assert closed[elsewhere.id] == OTHER
    assert [closed[row.id] for row in untouched] == [None] * 3
    assert [periods.get(id=row.id).heard_at for row in years] == [None, None]
    assert set(periods.filter(kind="month").values_list("heard_at", flat=True)) == {HEARD, OTHER, None}
