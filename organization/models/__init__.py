"""Who: the institution, its units, its people, their posts, and the working days."""

from .calendar import CalendarDay
from .people import Appointment, Delegation, Post, Role, UnitGrant, User
from .quotas import Spending
from .register import Entry
from .units import Institution, Unit, UnitClass, UnitClosure, UnitName

__all__ = [
    "Appointment",
    "CalendarDay",
    "Delegation",
    "Entry",
    "Institution",
    "Post",
    "Role",
    "Spending",
    "Unit",
    "UnitClass",
    "UnitClosure",
    "UnitGrant",
    "UnitName",
    "User",
]
