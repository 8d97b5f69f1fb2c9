"""Where a report stands at a moment: the one function behind matrix, consolidation, agenda, slips and reminders. Pure.

Four lists come of it: *chưa nộp*, *đã nộp, chờ kiểm tra*, *đã trả lại, chưa nộp lại* and, by the first signature's own
due point, *nộp muộn*. Only what its own unit has not signed, or took back itself, is "chưa nộp" (Notice 242, II.8 is
read aloud before everybody: nobody is accused of what lies with somebody else).
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from workflow.models import State


class Stand(StrEnum):
    """Where a report stands."""

    MISSING = "missing"
    WAITING = "waiting"
    RETURNED = "returned"
    CHECKED = "checked"


class LastWord(NamedTuple):
    """The latest signature that decides where a report stands; `by`: the unit of whoever signed it."""

    act: str
    at: datetime
    by: str


#: The latest deciding act -> where a report stands after it. A submission or withdrawal inside the unit decides nothing,
#: nor does a return by its own head, who has not signed then.
AFTER: Mapping[str, Stand] = {
    "approve": Stand.WAITING,
    "send-back": Stand.WAITING,
    "review": Stand.CHECKED,
    "consolidate": Stand.CHECKED,
    "present": Stand.CHECKED,
    "return": Stand.RETURNED,
    "reopen": Stand.RETURNED,
    "recall": Stand.MISSING,
}

#: Signed by its head, and lying with somebody else.
HANDED_IN = frozenset({Stand.WAITING, Stand.CHECKED})


def stand_after(last: LastWord | None) -> Stand:
    """Where a report stands after its latest deciding signature; None: its head never signed."""
    return AFTER[last.act] if last else Stand.MISSING


def stand_in(state: str, last: LastWord | None) -> Stand:
    """The same from the state that it has now; only of an open one the latest deciding signature is asked for."""
    if state == State.UNIT_APPROVED:
        return Stand.WAITING
    return stand_after(last) if state == State.DRAFT else Stand.CHECKED
