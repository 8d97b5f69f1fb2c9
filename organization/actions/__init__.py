"""Changes of who is who: units, people, posts, delegations, the calendar. Each that is administrative leaves an entry in the
register, in its own transaction."""

from .calendar import clear_calendar, edit_calendar, seed_calendar
from .people import add_person, change_person, set_active, set_password
from .posts import (
    UNWRITTEN,
    Decision,
    appoint,
    brief_again,
    change_appointment,
    delegate,
    end_appointment,
    end_delegation,
)
from .quotas import spend
from .register import COMMAND, Clerk, Subject, enter
from .regulation import record_regulation
from .units import (
    add_unit,
    change_institution,
    change_unit,
    end_unit,
    found_institution,
    move_unit,
    rename_unit,
    set_office,
)

__all__ = [
    "COMMAND",
    "UNWRITTEN",
    "Clerk",
    "Decision",
    "Subject",
    "add_person",
    "add_unit",
    "appoint",
    "brief_again",
    "change_appointment",
    "change_institution",
    "change_person",
    "change_unit",
    "clear_calendar",
    "delegate",
    "edit_calendar",
    "end_appointment",
    "end_delegation",
    "end_unit",
    "enter",
    "found_institution",
    "move_unit",
    "record_regulation",
    "rename_unit",
    "seed_calendar",
    "set_active",
    "set_office",
    "set_password",
    "spend",
]
