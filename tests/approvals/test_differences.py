"""What one submission says otherwise than another one, beside a comparison by brute force, and over HTTP."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from approvals.ledger.differences import ADDED, CHANGED, REMOVED, difference
from tests.api import Api
from tests.factories import DRAFT, SUBMITTED, World, seeds

FIELDS = ("text", "due_text", "leads", "evidence", "done")
VALUES: tuple[Any, ...] = (
    "",
    "a",
    "b",
    None,
    True,
    [],
    ["A"],
    [{"kind": "file", "value": "x"}],
    [{"kind": "file", "value": "y"}],
)
#: A place in a content: the lists and names on the way, then the field.
Place = tuple[str, ...]


def row(dice: Random, name: int) -> dict[str, Any]:
    return {"row": f"r{name}", **{field: dice.choice(VALUES) for field in FIELDS}}


def content(dice: Random) -> dict[str, Any]:
    """Fields, rows, and plans with rows of their own; names from a small store, so that most are in both."""
    names = dice.sample(range(8), dice.randint(0, 8))
    plans = dice.sample(range(4), dice.randint(0, 4))
    return {
        "title": dice.choice(("x", "y")),
        "rows": [row(dice, name) for name in names],
        "plans": [
            {
                "plan": f"p{plan}",
                "title": dice.choice("xy"),
                "rows": [row(dice, 10 * plan + n) for n in range(dice.randint(0, 3))],
            }
            for plan in plans
        ],
    }


def edited(dice: Random, before: dict[str, Any]) -> dict[str, Any]:
    """The same with some fields of rows changed and some rows moved, as people do."""
    rows = [
        {**one, **({dice.choice(FIELDS): dice.choice(VALUES)} if dice.random() < 0.3 else {})}
        for one in before["rows"]
    ]
    if dice.random() < 0.3:
        dice.shuffle(rows)
    return {**before, "rows": rows}


def flat(said: dict[str, Any], way: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every field with its place, by hand: rows by name wherever they stand, all else as one value."""
    for name, value in said.items():
        if name in ("rows", "plans"):
            for one in value:
                yield from flat(one, (*way, name, one["plan" if name == "plans" else "row"]))
        else:
            yield (*way, name), value


def told(found: Any, before: dict[str, Any], after: dict[str, Any]) -> dict[Place, tuple[Any, Any]]:
    """What was found, as places with what stood and stands there."""
    places: dict[Place, tuple[Any, Any]] = {(one.field,): (one.was, one.now) for one in found.fields}
    for thing in found.things:
        way = way_to(thing, after if thing.change != REMOVED else before)
        if thing.change == CHANGED:
            places |= {(*way, one.field): (one.was, one.now) for one in thing.fields}
        else:
            said = dict(flat(dict(thing.said), way))
            places |= {
                at: (None, value) if thing.change == ADDED else (value, None) for at, value in said.items()
            }
    return {at: pair for at, pair in places.items() if pair != (None, None)}


def way_to(thing: Any, within: dict[str, Any]) -> Place:
    if thing.list != "plans.rows":
        return (thing.list, thing.name)
    [plan] = [
        one["plan"]
        for one in within["plans"]
        if thing.said in one["rows"] and any(row["row"] == thing.name for row in one["rows"])
    ]
    return ("plans", plan, "rows", thing.name)


@pytest.mark.parametrize("seed", seeds(20))
def test_it_says_what_a_comparison_by_brute_force_says(seed: int) -> None:
    dice = Random(seed)
    for _round in range(100):
        before = content(dice)
        after = edited(dice, before) if dice.random() < 0.5 else content(dice)
        old, new = dict(flat(before)), dict(flat(after))
        wanted = {at: (old.get(at), new.get(at)) for at in {*old, *new} if old.get(at) != new.get(at)}
        assert told(difference(before, after), before, after) == wanted


def test_nothing_is_different_from_itself() -> None:
    same = content(Random(1))
    found = difference(same, same)
    leaves = len(same["rows"]) + sum(len(plan["rows"]) or 1 for plan in same["plans"])
    assert (found.fields, found.things, found.reordered, found.kept) == ([], [], [], leaves)


def test_rows_that_were_moved_are_said_to_be() -> None:
    rows = [{"id": "a", "text": "x"}, {"id": "b", "text": "y"}]
    found = difference({"rows": rows}, {"rows": rows[::-1]})
    assert (found.things, found.reordered, found.kept) == ([], ["rows"], 2)


def resubmitted(one: World) -> Any:
    """A plan whose head returned it; its officer changed one row, which nobody had marked, took another out, and sent it again."""
    officer, case_id = Api(one.person("A", "officer")), one.plan_at(SUBMITTED)
    assert Api(one.person("A", "head")).act(case_id, "return", comment="Sửa lại").status_code == 201
    first, *_others, last = officer.get(f"plans/{case_id}").json()["rows"]
    edits = {
        "rows": [{"id": first["id"], "was": {"text": first["text"]}, "is": {"text": "Việc khác hẳn"}}],
        "removed": [{"id": last["id"], "was": {}}],
    }
    answer = officer.send("patch", f"plans/{case_id}/rows", edits)
    assert (answer.status_code, answer.json()["unfit"]) == (200, [])
    assert officer.act(case_id, "submit").status_code == 201
    return case_id, first, last


def test_whoever_signs_again_is_told_what_changed_unmarked(one: World) -> None:
    case_id, first, last = resubmitted(one)
    head = Api(one.person("A", "head"))
    with CaptureQueriesContext(connection) as queries:
        found = head.get(f"cases/{case_id}/diff").json()
    statements = [query["sql"] for query in queries if "approvals_submission" in query["sql"]]
    assert len(statements) == 1
    assert (found["from"], found["to"], found["head"]) == (1, 2, [])
    changed = {(one["name"], one["change"]) for one in found["things"]}
    assert changed == {(first["id"], "changed"), (last["id"], "removed")}
    [said] = [thing["fields"] for thing in found["things"] if thing["change"] == "changed"]
    assert said == [{"field": "text", "was": first["text"], "now": "Việc khác hẳn"}]
    assert head.get(f"cases/{case_id}/diff?from=2&to=2").json()["things"] == []
    whole = head.get(f"cases/{case_id}/diff?from=0&to=1").json()
    assert {thing["change"] for thing in whole["things"]} == {"added"}


@pytest.mark.parametrize(("asked", "status"), [("to=3", 404), ("from=3", 404), ("to=0", 400), ("from=-1", 400), ("from=x", 400), (f"to={10**30}", 404), ("at=1", 400)])  # fmt: skip
def test_what_was_never_submitted_is_not_found(one: World, asked: str, status: int) -> None:
    case_id, *_rows = resubmitted(one)
    assert Api(one.person("A", "head")).get(f"cases/{case_id}/diff?{asked}").status_code == status


def test_a_draft_has_nothing_to_compare(one: World) -> None:
    case_id = one.plan_at(DRAFT)
    assert Api(one.person("A", "officer")).get(f"cases/{case_id}/diff").status_code == 404
