"""Reading who is who: rights in both directions, and the directory."""

from .directory import (
    anyone_unbriefed,
    appointments_of,
    branch,
    calendar_between,
    calendar_of,
    exists_on,
    is_working_day,
    me_of,
    members_of,
    people_of,
    reach_codes,
    signers_by_order,
    unbriefed,
    unit_by_code,
    visible_units,
)
from .rights import Holder, Power, holders, named_holders, powers_of, reach_of, valid_at
from .standing import Standing, has_left_a_post, standings

__all__ = [
    "Holder",
    "Power",
    "Standing",
    "anyone_unbriefed",
    "appointments_of",
    "branch",
    "calendar_between",
    "calendar_of",
    "exists_on",
    "has_left_a_post",
    "holders",
    "is_working_day",
    "me_of",
    "members_of",
    "named_holders",
    "people_of",
    "powers_of",
    "reach_codes",
    "reach_of",
    "signers_by_order",
    "standings",
    "unbriefed",
    "unit_by_code",
    "valid_at",
    "visible_units",
]
