"""The case and its five states."""

from .case import Case
from .states import State, WaitsFor

__all__ = ["Case", "State", "WaitsFor"]
