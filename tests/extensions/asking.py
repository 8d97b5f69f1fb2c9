"""Asking for an extension and deciding it, as people do by HTTP."""

from typing import Any
from uuid import UUID

from tests.journeys.answers import done as ok
from tests.plans.changing_plans import person, row_id
from tests.reported_month import Month


def ask(month: Month, plan: UUID | str, text: str, on: str, unit: str = "A", **more: Any) -> Any:
    """The answer to a unit's officer who asks for another day of a row."""
    body = {"row": row_id(text, plan), "on": on, "cause": "Chờ kinh phí", **more}
    return person(month, unit, "officer").post("extensions", body)


def asked(month: Month, plan: UUID | str, text: str, on: str, unit: str = "A") -> str:
    """The request as its unit's head has signed it."""
    one = ok(ask(month, plan, text, on, unit))["id"]
    ok(person(month, unit, "officer").act(one, "submit"))
    ok(person(month, unit, "head").act(one, "approve"))
    return str(one)


def granted(month: Month, plan: UUID | str, text: str, on: str, unit: str = "A") -> str:
    """The request as the leadership has granted it."""
    one = asked(month, plan, text, on, unit)
    ok(person(month, "", "leader").act(one, "grant"))
    return one


def shown(month: Month, one: str) -> Any:
    """As its unit reads it."""
    return ok(person(month, "A", "officer").get(f"extensions/{one}"), 200)
