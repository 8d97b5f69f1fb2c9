"""What a report lacks before it can be submitted; pure functions over the content that is signed.

Rules: Notice 242, II.8 and its form: what is not done names its unit, cause and remedy; a row that is still in
time has an expected day instead of a cause. What is done shows its evidence.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext_noop as _

from approvals.kinds import Content
from notation.target import has_figure
from notation.text import written
from plans.rules.places import place_of
from reports.words import Number, SignedRow, read_rows
from workflow.rules import CONTENT, Reason

from .earlier import address_of, month_of, read_earlier_rows
from .signed import ItemPart, PlanPart

UNSAID = _("Say whether it is done.")
NO_RESULT = _("The result is missing.")
NO_EVIDENCE = _("The evidence is missing (a file, a link or a document's number).")
NO_VALUE = _("The figure that was reached is missing.")
NO_CAUSE = _("It is overdue: the cause is missing.")
NO_EXPECTED = _("It is not done yet: the day when it is expected is missing.")
NOT_SEEN = _("The monitoring unit has no finding yet.")
NOT_ANEW = _("The unit signed its word after the finding; it is judged again.")

Gap = Callable[[str, str, str], Reason]


def wants_figure(row: SignedRow) -> bool:
    """Whether the target of the row names a figure, so that its result has one too."""
    return row.kind == "target" and has_figure(row.text)


def gaps_of_unit_report(act: str, content: Content) -> Sequence[Reason]:
    """What a unit has not said of its rows."""
    rows = [row for row in read_rows(content) if row.asked or (row.beside and row.said.done is not None)]
    if not rows:
        return [Reason("nothing-due", CONTENT, _("Nothing is due: no report is expected."), field="rows")]
    return [gap for place, row in enumerate(rows, start=1) for gap in gaps_of_word(place, row, own=True)]


def gaps_of_monitoring_report(act: str, content: Content) -> Sequence[Reason]:
    """What a monitoring unit has not said: a verdict on every due row, and why it looked at fewer than it must."""
    plans: list[PlanPart] = content["plans"]
    items: list[ItemPart] = content["items"]
    gaps = [gap for item in items for gap in gaps_of_minimum(item)]
    for plan in plans:
        rows = [row for row in read_rows(plan) if row.asked]
        gaps += [
            gap for place, row in enumerate(rows, start=1) for gap in gaps_of_word(place, row, own=False)
        ]
    return gaps + list(gaps_of_earlier(content))


def gaps_of_earlier(content: Content) -> Iterator[Reason]:
    """What is missing of the month before; the month is part of the row's address, which may stand in this month, too."""
    for place, (month, row) in enumerate(read_earlier_rows(content), start=1):
        for gap in gaps_of_word(place, row, own=False):
            yield replace(gap, row=address_of(row.row, month), place=f"{gap.place} ({month_of(month)})")


def name_of(place: int, row: SignedRow) -> str:
    """The row as people call it; `place` stands in for a missing number."""
    return place_of(
        plan=row.plan_title, kind=row.kind, section=row.section, number=row.number or place, text=row.text
    )


def gaps_of_minimum(item: ItemPart) -> Iterator[Reason]:
    """Notice 242, II.7: at least so many units a month; fewer need a reason."""
    minimum = item["minimum"]
    if minimum and len(item["units"]) < int(minimum["value"]) and not written(item["shortfall"]):
        message = _("“%(title)s”: %(seen)s of at least %(least)s units were looked at; write why.")
        params: dict[str, Number] = {
            "title": item["title"],
            "seen": len(item["units"]),
            "least": minimum["value"],
        }
        yield Reason("minimum", CONTENT, message, params, row=item["item"], field="shortfall")


def gaps_of_word(place: int, row: SignedRow, *, own: bool) -> Iterator[Reason]:
    """What is missing of what is said of one row; `place` stands in for a missing number.

    Args:
        own: the unit's own word, which says the result, its figure and its evidence.
    """
    named = name_of(place, row)

    def gap(code: str, message: str, field: str) -> Reason:
        return Reason(code, CONTENT, message, row=row.row, field=field, place=named)

    if row.said.done is None:
        yield gap("outcome-missing" if own else "finding-missing", UNSAID if own else NOT_SEEN, "done")
        return
    if not row.said.done:
        yield from gaps_of_open(row, gap)
    elif own:
        yield from gaps_of_done(row, gap)
    if own and wants_figure(row) and row.said.value is None:
        yield gap("value-missing", NO_VALUE, "value")


def gaps_of_open(row: SignedRow, gap: Gap) -> Iterator[Reason]:
    """What is not done: overdue it has a cause, still in time it has an expected day and needs no cause."""
    if row.overdue and not written(row.said.cause):
        yield gap("cause-missing", NO_CAUSE, "cause")
    if not row.overdue and not row.said.expected_on:
        yield gap("expected-missing", NO_EXPECTED, "expected_on")


def gaps_of_done(row: SignedRow, gap: Gap) -> Iterator[Reason]:
    """What is done says what came of it, and shows it."""
    if not written(row.said.result):
        yield gap("result-missing", NO_RESULT, "result")
    if not row.said.evidence:
        yield gap("evidence-missing", NO_EVIDENCE, "evidence")


def gaps_of_update(act: str, content: Content) -> Sequence[Reason]:
    """What an update does not say: of a row that is done its result, the day and the evidence, else what moved."""
    rows = list(read_rows(content))
    if not rows:
        message = _("The plan no longer has this row in this period.")
        return [Reason("row-unknown", CONTENT, message, field="row")]
    [row] = rows
    if row.said.done is False and not written(row.said.result):
        message = _("Say what moved.")
        return [
            Reason("result-missing", CONTENT, message, place=name_of(1, row), row=row.row, field="result")
        ]
    return [gap for gap in gaps_of_word(1, row, own=True) if row.said.done is not False]
