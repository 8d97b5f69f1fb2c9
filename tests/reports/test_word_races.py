"""Several people edit one report at the same moment, on PostgreSQL: SQLite lets one writer in at a time and hides what this looks for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from organization.models import User
from plans.models import PlanRow
from reports.actions.edits import edit_results
from reports.actions.finding_edits import edit_findings
from reports.models import Finding, Result
from tests.factories import Racers, World, repeats, seeds
from tests.reported_month import Month
from workflow.rules.merging import RowEdit

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs row locks: make test-db"),
]
FIELDS = ("result", "cause", "remedy")
WRITERS, ROWS, TURNS = 4, 8, 6
Cell = tuple[UUID, str]
Model = type[Result] | type[Finding]
#: Where what is said of a row stands -> how it is edited: the unit's word, and the monitoring unit's verdict.
EDITS: dict[Model, Callable[..., Any]] = {Result: edit_results, Finding: edit_findings}
BOTH = pytest.mark.parametrize("model", EDITS, ids=("words", "verdicts"))


@dataclass
class Writer:
    """One person with a copy of the words: edits it, and sends what they have made of it."""

    model: Model
    month: Month
    case_id: UUID
    user: User
    dice: Random
    seen: dict[Cell, str] = field(default_factory=dict)
    #: (cell, what stood there, what was written) of all that was taken.
    written: list[tuple[Cell, str, str]] = field(default_factory=list)

    def turn(self, cells: list[Cell]) -> None:
        """Writes a word of one's own into each of these cells; keeps what was taken, and takes over what was not."""
        wanted = {cell: f"{self.user.username}-{self.dice.getrandbits(32)}" for cell in cells}
        edits = [
            RowEdit(row, {name: self.seen.get((row, name), "")}, {name: text})
            for (row, name), text in wanted.items()
        ]
        answer = EDITS[self.model](self.case_id, edits, by=self.user, now=self.month.world.now())
        stale = {(UUID(one.reason.row), one.reason.field): str(one.stands) for one in answer.unfit}
        for cell, text in wanted.items():
            if cell not in stale:
                self.written.append((cell, self.seen.get(cell, ""), text))
            self.seen[cell] = stale.get(cell, text)


def stands(model: Model) -> dict[Cell, str]:
    """What each cell says in which anything was written."""
    return {
        (row, name): text
        for row, *said in model.objects.values_list("row", *FIELDS)
        for name, text in zip(FIELDS, said, strict=True)
        if text
    }


def opened(model: Model, world: World, seed: int) -> tuple[list[UUID], list[Writer]]:
    """The rows of an open report, and the officer, the head and two deputies of the unit that writes it."""
    month = Month(world)
    month.plan("Kế hoạch", [month.task(f"Việc {number}", "Tháng 10/2026") for number in range(ROWS)])
    month.open()
    case_id, unit = (month.report(), "A") if model is Result else (month.monitoring(), "B")
    rows = month_rows(month)
    people = [world.person(unit, "officer"), world.person(unit, "head"), *world.deputies(unit, WRITERS - 2)]
    return rows, [Writer(model, month, case_id, one, Random(f"{seed}{one}")) for one in people]


def month_rows(month: Month) -> list[UUID]:
    """The rows of its plan."""
    return list(PlanRow.objects.filter(plan=month.plans["Kế hoạch"]).values_list("id", flat=True))


def run(racers: Racers, jobs: list[Callable[[], Any]]) -> None:
    """All at the same moment; none of them fails."""
    broken = [one for one in racers.run(jobs) if isinstance(one, BaseException)]
    assert not broken, broken[0]


@BOTH
@pytest.mark.parametrize("seed", seeds(repeats(2)))
def test_edits_of_different_cells_all_stand_in_whatever_order_they_come(
    world: World, seed: int, model: Model
) -> None:
    rows, writers = opened(model, world, seed)
    cells = [(row, name) for row in rows for name in FIELDS]
    Random(seed).shuffle(cells)
    with Racers(WRITERS) as racers:
        for _turn in range(TURNS):
            run(racers, [partial(one.turn, cells[place::WRITERS]) for place, one in enumerate(writers)])
    assert stands(model) == {cell: text for one in writers for cell, _was, text in one.written}
    assert len(stands(model)) == len(cells)
    assert model.objects.count() == ROWS


@BOTH
@pytest.mark.parametrize("seed", seeds(repeats(2)))
def test_of_edits_of_one_cell_one_stands_and_the_others_are_told(
    world: World, seed: int, model: Model
) -> None:
    """What was taken forms one chain from silence to what stands: each word replaced the one that its writer had seen."""
    rows, writers = opened(model, world, seed)
    cells = [(row, name) for row in rows[:2] for name in FIELDS]
    with Racers(WRITERS) as racers:
        for _turn in range(TURNS):
            run(racers, [partial(one.turn, cells) for one in writers])
    for cell in cells:
        after = {was: text for one in writers for of, was, text in one.written if of == cell}
        links = sum(1 for one in writers for of, _was, _text in one.written if of == cell)
        text, steps = "", 0
        while text in after:
            text, steps = after[text], steps + 1
        assert (text, steps) == (stands(model)[cell], links)
        assert links >= TURNS
