"""Reading who is who: rights in both directions, and the directory."""

from .directory import (
    anyone_unbriefed,
    appointments_of,
    branch,
    calendar_between,
    calendar_of,
    is_working_day,
    me_of,
    people_of,
    reach_codes,
    signers_by_order,
    unbriefed,
    unit_by_code,
    visible_units,
)
from .rights import Holder, Power, holders, named_holders, powers_of, reach_of, valid_at

__all__ = [
    "Holder",
    "Power",
    "anyone_unbriefed",
    "appointments_of",
    "branch",
    "calendar_between",
    "calendar_of",
    "holders",
    "is_working_day",
    "me_of",
    "named_holders",
    "people_of",
    "powers_of",
    "reach_codes",
    "reach_of",
    "signers_by_order",
    "unbriefed",
    "unit_by_code",
    "valid_at",
    "visible_units",
]
