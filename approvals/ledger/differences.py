"""What one submitted content says otherwise than another one of the same case. Pure.

A content is fields, and lists of things that have a name of their own: rows, plans with rows in them, contained cases. What is
in such a list is compared with what has the same name in the other one, wherever it stands; any other list is one value.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from approvals.kinds import Content

#: What names a thing in a list: the first that each of them has, each another one.
NAMES = ("id", "row", "case", "item", "plan")
ADDED, REMOVED, CHANGED = "added", "removed", "changed"
CHANGES = (ADDED, REMOVED, CHANGED)

Thing = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that says something else; None where it said, or says, nothing."""

    field: str
    was: Any
    now: Any


@dataclass(frozen=True, slots=True)
class ThingChange:
    """Something in a list that was added, removed or changed.

    Attributes:
        list: the lists in which it stands, from the outermost one: "rows", "plans.rows".
        said: all that it says now; of what was removed, all that it said.
    """

    list: str
    name: str
    change: str
    said: Thing
    fields: Sequence[FieldChange] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """All that is different.

    Attributes:
        reordered: the lists in which what is in both stands in another order.
        kept: how many things in lists say the same.
    """

    fields: list[FieldChange] = field(default_factory=list)
    things: list[ThingChange] = field(default_factory=list)
    reordered: list[str] = field(default_factory=list)
    kept: int = 0


def difference(before: Content, after: Content) -> Difference:
    """What the later content says otherwise; things in the order of the later one, what is gone below."""
    found = Difference()
    kept = compare_things(before, after, "", found, found.fields)
    return Difference(found.fields, found.things, found.reordered, kept)


def compare_things(
    before: Thing, after: Thing, within: str, found: Difference, fields: list[FieldChange]
) -> int:
    """Note what differs between two things of one name; how many things within them say the same."""
    kept = 0
    for name in {**before, **after}:
        was, now = before.get(name), after.get(name)
        key = key_of(was, now)
        if key is not None:
            kept += compare_lists(was or (), now or (), key, f"{within}{name}", found)
        elif was != now:
            fields.append(FieldChange(name, was, now))
    return kept


def compare_lists(
    before: Sequence[Thing], after: Sequence[Thing], key: str, path: str, found: Difference
) -> int:
    """Note what differs between two lists of named things; how many say the same."""
    old, new = ({one[key]: one for one in things} for things in (before, after))
    kept = 0
    for name, thing in new.items():
        if name not in old:
            found.things.append(ThingChange(path, name, ADDED, thing))
            continue
        fields: list[FieldChange] = []
        inside = compare_things(old[name], thing, f"{path}.", found, fields)
        if fields:
            found.things.append(ThingChange(path, name, CHANGED, thing, fields))
        kept += inside if holds_things(thing) else not fields
    found.things.extend(
        ThingChange(path, name, REMOVED, thing) for name, thing in old.items() if name not in new
    )
    if [name for name in old if name in new] != [name for name in new if name in old]:
        found.reordered.append(path)
    return kept


def key_of(*lists: Any) -> str | None:
    """What names the things of these lists; None where they are values."""
    if not all(one is None or are_things(one) for one in lists) or not any(lists):
        return None
    return next((key for key in NAMES if all(is_named_by(key, one or ()) for one in lists)), None)


def are_things(value: Any) -> TypeGuard[Sequence[Thing]]:
    return isinstance(value, list | tuple) and all(isinstance(one, dict) for one in value)


def is_named_by(key: str, things: Sequence[Thing]) -> bool:
    """Whether each of them has this name, and another one than the others."""
    names = [one.get(key) for one in things]
    return all(isinstance(name, str) for name in names) and len(set(names)) == len(names)


def things_named(content: Content) -> set[str]:
    """The names of all that its lists hold, at any depth."""
    found: set[str] = set()
    for things in lists_in(content):
        key = key_of(things)
        if key is not None:
            found |= {thing[key] for thing in things}
            found |= {name for thing in things for name in things_named(thing)}
    return found


def holds_things(thing: Thing) -> bool:
    """Whether what is in it is told by itself."""
    return any(key_of(value) is not None for value in lists_in(thing))


def lists_in(thing: Thing) -> Iterator[Sequence[Any]]:
    return (value for value in thing.values() if isinstance(value, list | tuple))
