"""Reading plans, their revisions, and what was decided of their rows."""

from .plans import (
    CASE_NAMES,
    called,
    count_rows,
    demo_rows,
    history_of_items,
    history_of_plan,
    issued_before,
    items_of,
    named_in_rows,
    names_of_units,
    own_imports,
    plans_under,
    search_plans,
    units_named,
    visible_plan,
    visible_plans,
)

__all__ = [
    "CASE_NAMES",
    "called",
    "count_rows",
    "demo_rows",
    "history_of_items",
    "history_of_plan",
    "issued_before",
    "items_of",
    "named_in_rows",
    "names_of_units",
    "own_imports",
    "plans_under",
    "search_plans",
    "units_named",
    "visible_plan",
    "visible_plans",
]
