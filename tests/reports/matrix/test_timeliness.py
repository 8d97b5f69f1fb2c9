"""When a report first bore the head's signature, and what that is worth."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.queries.timeliness import first_signed
from reports.rules.timeliness import timeliness
from tests.factories import APPROVED, DRAFT, SUBMITTED, small_world

from .signed_months import moment

BEFORE, DUE, AFTER = moment("28/10/2026 16:59:59"), moment("28/10/2026 17:00"), moment("28/10/2026 17:00:01")


@pytest.mark.parametrize(
    ("signed_at", "now", "status"),
    [
        (BEFORE, BEFORE, "on-time"),
        (BEFORE, AFTER, "on-time"),
        (DUE, DUE, "late"),
        (AFTER, AFTER, "late"),
        (None, BEFORE, "pending"),
        (None, DUE, "missing"),
        (None, AFTER, "missing"),
    ],
)
def test_timeliness(signed_at, now, status):
    assert timeliness(signed_at, DUE, now) == status


def test_the_first_of_several_signatures_counts_in_one_statement(db):
    world = small_world("W")
    draft, submitted, once, twice = (world.plan_at(where) for where in (DRAFT, SUBMITTED, APPROVED, APPROVED))
    first = world.case(twice).since
    world.stage.sign(twice, "recall", world.person("A", "head"), comment="Sửa")
    world.walk(twice, APPROVED)
    with CaptureQueriesContext(connection) as seen:
        found = first_signed([draft, submitted, once, twice])
    assert found == {once: world.case(once).since, twice: first}
    assert world.case(twice).since > first
    assert len(seen) == 1
