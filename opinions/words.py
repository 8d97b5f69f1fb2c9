"""What an opinion on a draft signs."""

from typing import TypedDict


class OpinionContent(TypedDict):
    """A unit's word on the draft of a plan, whose content then had this digest; the day is ISO text.

    `agrees` is None while nothing was chosen. `due_at` is the moment (UTC) at which silence counts, `period` the plan's.
    """

    title: str
    unit: str
    plan: str
    plan_digest: str
    due_on: str
    due_at: str
    period: str
    agrees: bool | None
    text: str
