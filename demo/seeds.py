"""What the data files of the demo hold."""

from pathlib import Path
from typing import TypedDict

from plans.words import Minimum


class UnitSeed(TypedDict):
    """A unit as its institution's document names it."""

    code: str
    name: str
    kind: str
    aliases: list[str]


class InstitutionSeed(TypedDict):
    """What both institutions have."""

    source: str
    code: str
    name: str
    place: str
    office: str
    units: list[UnitSeed]


class ItemSeed(TypedDict):
    """A plan that the Notice lists, and the unit that follows it."""

    monitor: str
    kind: str
    title: str
    number: str
    cadence: str
    minimum: Minimum | None


class CollegeSeed(InstitutionSeed):
    """The college: the plans of its Notice."""

    items: list[ItemSeed]


class TaskSeed(TypedDict):
    """A task of the department's list, word for word."""

    number: str
    text: str
    lead_text: str
    due_text: str
    product: str


class GroupSeed(TypedDict):
    """The part of the list that one unit leads."""

    unit: str
    tasks: list[TaskSeed]


class DepartmentSeed(InstitutionSeed):
    """The department: its list of one year."""

    year: str
    list_title: str
    groups: list[GroupSeed]


def text_of(name: str) -> str:
    """A data file of the demo."""
    return (Path(__file__).parent / name).read_text("utf-8")
