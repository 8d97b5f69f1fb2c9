"""Several people edit one plan at the same moment, on PostgreSQL: SQLite lets one writer in at a time and hides what this looks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.utils import timezone

from approvals import kinds
from approvals.ledger.content import framed, working_digest
from organization.models import User
from plans.actions import Edits, edit_rows
from plans.models import Plan, PlanRow
from tests.factories import DRAFT, Racers, World, repeats, seeds
from workflow.rules.merging import RowEdit, RowMove

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs row locks: make test-db"),
]
FIELDS = ("text", "product", "note", "person")
WRITERS, ROWS, TURNS = 4, 12, 8


@dataclass
class Writer:
    """One person with a copy of the rows: edits it, and sends what they have made of it."""

    case_id: UUID
    user: User
    dice: Random
    seen: dict[UUID, dict[str, str]]
    written: list[tuple[UUID, str, str]] = field(default_factory=list)

    def turn(self, cells: list[tuple[UUID, str]], fresh: UUID | None = None) -> None:
        """Writes a word of one's own into each of these cells, and a new row; keeps what was taken."""
        wanted = {cell: f"{self.user.username}-{self.dice.getrandbits(32)}" for cell in cells}
        edits = [
            RowEdit(row, {name: self.seen[row][name]}, {name: text}) for (row, name), text in wanted.items()
        ]
        edits += [RowEdit(fresh, {}, {"text": f"{self.user.username}"})] if fresh else []
        moved = [RowMove(fresh, None)] if fresh and self.dice.random() < 0.5 else []
        answer = edit_rows(self.case_id, Edits(edits, (), moved), by=self.user, now=timezone.now())
        stale = {(UUID(one.reason.row), one.reason.field): str(one.stands) for one in answer.unfit}
        for (row, name), text in wanted.items():
            self.seen[row][name] = stale.get((row, name), text)
            if (row, name) not in stale:
                self.written.append((row, name, text))


def stands(case_id: UUID) -> dict[UUID, dict[str, str]]:
    """What each row says."""
    return {
        row: dict(zip(FIELDS, said, strict=True))
        for row, *said in PlanRow.objects.filter(plan=case_id).values_list("id", *FIELDS)
    }


def assert_whole(case_id: UUID) -> None:
    """Places without gaps, and the digest of what the tables say."""
    plan = Plan.objects.select_related("case").get(case=case_id)
    assert [row.position for row in plan.rows.order_by("position")] == list(range(plan.rows.count()))
    content = kinds.contents([plan.case])[case_id]
    assert plan.case.digest == working_digest(framed(plan.case, content, plan.case.submission + 1))


def writers_of(world: World, case_id: UUID, seed: int) -> list[Writer]:
    """The officer, the head and two deputies, each with what the plan says now."""
    people = [world.person("A", "officer"), world.person("A", "head"), *world.deputies("A", WRITERS - 2)]
    return [Writer(case_id, person, Random(f"{seed}{person}"), stands(case_id)) for person in people]


def run(racers: Racers, jobs: list[Callable[[], Any]]) -> None:
    """All at the same moment; none of them fails."""
    broken = [one for one in racers.run(jobs) if isinstance(one, BaseException)]
    assert not broken, broken[0]


@pytest.mark.parametrize("seed", seeds(repeats(2)))
def test_edits_of_different_cells_all_stand_in_whatever_order_they_come(world: World, seed: int) -> None:
    case_id, dice = world.plan_at(DRAFT, rows=ROWS), Random(seed)
    writers = writers_of(world, case_id, seed)
    cells = [(row, name) for row in stands(case_id) for name in FIELDS]
    dice.shuffle(cells)
    expected: dict[UUID, dict[str, str]] = stands(case_id)
    with Racers(WRITERS) as racers:
        for _turn in range(TURNS):
            fresh = [uuid4() for _ in writers]
            run(
                racers,
                [partial(one.turn, cells[place::WRITERS], fresh[place]) for place, one in enumerate(writers)],
            )
            expected |= {
                row: dict.fromkeys(FIELDS, "") | {"text": one.user.username}
                for row, one in zip(fresh, writers, strict=True)
            }
    for one in writers:
        for row, name, text in one.written:
            expected[row][name] = text
    assert stands(case_id) == expected
    assert_whole(case_id)


@pytest.mark.parametrize("seed", seeds(repeats(2)))
def test_of_edits_of_one_cell_one_stands_and_the_others_are_told(world: World, seed: int) -> None:
    """What was taken forms one chain: each word replaced the one that its writer had seen."""
    case_id = world.plan_at(DRAFT, rows=3)
    writers = writers_of(world, case_id, seed)
    first: Mapping[UUID, dict[str, str]] = stands(case_id)
    cells = [(row, name) for row in first for name in FIELDS[:2]]
    with Racers(WRITERS) as racers:
        for _turn in range(TURNS):
            run(racers, [partial(one.turn, cells) for one in writers])
    found = stands(case_id)
    for row, name in cells:
        words = [text for one in writers for at, of, text in one.written if (at, of) == (row, name)]
        assert len(words) >= TURNS
        assert found[row][name] in words
    assert_whole(case_id)
