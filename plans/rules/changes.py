"""What a supplement changes: row by row, what was and what is (Notice 242, I.2). Pure."""

from plans.words import CHANGEABLE, PlanRowContent, RowChange

CHANGES = KEPT, CHANGED, ADDED, ENDED = "kept", "changed", "added", "ended"


def with_change(row: PlanRowContent, before: PlanRowContent | None) -> PlanRowContent:
    """A row of a supplement with what it changes.

    Args:
        before: the row as the revision before has it; None: that has it not.
    """
    was = {name: before[name] for name in CHANGEABLE if before[name] != row[name]} if before else {}  # type: ignore[literal-required]
    change: RowChange = {**row["change"], "was": was, "kind": kind_of(row, before, was)}
    return {**row, "change": change}


def kind_of(row: PlanRowContent, before: PlanRowContent | None, was: dict[str, str | list[str]]) -> str:
    """Whether the row is kept, changed, added or ended; another number is no change."""
    if before is None:
        return ADDED
    if row["change"]["kind"] == ENDED:
        return ENDED
    return CHANGED if was.keys() - {"number"} else KEPT
