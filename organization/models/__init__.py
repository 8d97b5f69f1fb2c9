"""Who: the institution, its units, its people, their posts, and the working days."""

from .calendar import CalendarDay
from .people import Appointment, Delegation, Post, Role, UnitGrant, User
from .quotas import Spending
from .units import Institution, Unit, UnitClass, UnitClosure, UnitName

__all__ = [
    "Appointment",
    "CalendarDay",
    "Delegation",
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
