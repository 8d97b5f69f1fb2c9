"""What a handover signs."""

from typing import TypedDict


class HandedItem(TypedDict):
    """One thing that is handed over, as it was called then.

    `kind`: plan, row, remark, promise or file. `target`: id of the plan (the first of its line), key of the row (of a promise:
    of which it is), id of the remark or the file. `within`: the plan of a row, the case of a remark, else empty. `day`: of a
    promise (ISO), else empty.
    """

    kind: str
    target: str
    within: str
    text: str
    day: str


class HandoverContent(TypedDict):
    """A handover: whose work, to whom, and what; people by id and as they were called."""

    title: str
    unit: str
    period: str
    giver: str
    giver_id: str
    taker: str
    taker_id: str
    note: str
    items: list[HandedItem]
