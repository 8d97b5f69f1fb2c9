"""Order and questions, as pure functions: tables made by hand."""

from typing import Any

import pytest
from django.utils.translation import override

from meetings.queries.consequences import no_result
from meetings.rules.agenda import part_of_unit, urgency
from meetings.rules.slips import Promise, latest_rows, question, slips
from reports.words import SignedRow

NOTHING: dict[str, Any] = {"done": None, "promised_on": None, "expected_on": None, "result": "", "cause": ""}


def row(text: str = "Việc", *, word: Any = "same", **more: Any) -> dict[str, Any]:
    """A row of a monitoring report: due this month, not done, the unit says the same."""
    days = {name: more[name] for name in ("promised_on", "expected_on") if name in more}
    said = NOTHING | {"done": False} | days
    return {
        "row": text, "text": text, "unit": "A", "listing": "due", "age": "0", "overdue": False, "due_on": "2026-10-31",
        "self": False, "word": said if word == "same" else word, **NOTHING, "done": False, **more,
    }  # fmt: skip


def report(*rows: dict[str, Any], unit: str = "B", period: str = "2026-10") -> Any:
    """A monitoring report with one plan, as far as the agenda reads it."""
    totals = {"due": str(len(rows)), "done": "0", "not_done": str(len(rows))}
    plan = {"plan": "p", "item": "i", "title": "Kế hoạch", "number": "", "rows": list(rows), **totals}
    item = {"item": "i", "title": "Kế hoạch", **totals}
    return {
        "unit": unit,
        "period": period,
        "items": [item],
        "plans": [plan],
        "totals": totals,
        "proposals": [],
    }


def test_rows_are_heard_by_urgency() -> None:
    rows = [
        row("thường xuyên", listing="standing", due_on=None),
        row("xong", done=True),
        row("trong hạn"),
        row("quá hạn 1 tháng", overdue=True, listing="carried", age="1", due_on="2026-09-30"),
        row("quá hạn 11 tháng", overdue=True, listing="carried", age="11", due_on="2025-11-30"),
        row("chưa ai nói", done=None, word=None),
    ]
    assert [found.text for found in sorted(map(SignedRow.read, rows), key=urgency)] == [
        "quá hạn 11 tháng", "quá hạn 1 tháng", "trong hạn", "chưa ai nói", "xong", "thường xuyên",
    ]  # fmt: skip


def test_numbers_come_out_of_the_signed_text_as_numbers() -> None:
    part = part_of_unit(report(row(age="11")), frozenset(), {})
    assert (part["due"], part["plans"][0]["not_done"], part["plans"][0]["rows"][0]["age"]) == (1, 1, 11)


def test_a_plan_with_something_open_comes_before_one_without() -> None:
    done = {"due": "1", "done": "1", "not_done": "0"}
    both = report(row())
    both["plans"].insert(
        0, {"plan": "q", "item": "i", "title": "Xong", "number": "", "rows": [row(done=True)], **done}
    )
    assert [plan["title"] for plan in part_of_unit(both, (), {})["plans"]] == ["Kế hoạch", "Xong"]


CASES = [
    (row(word={**NOTHING, "done": True}), 0, "contradiction", {"monitor": "B"}),
    (row(overdue=True, due_on="2026-08-31"), 0, "overdue", {"month": "8/2026"}),
    (row(overdue=True, due_on="2026-08-31"), 3, "overdue-promised", {"month": "8/2026", "times": "3"}),
    (row(overdue=True, due_on="2026-08-31", word=None), 0, "overdue", {}),
    (row(word=None), 0, "silent", {}),
    (row(word=NOTHING), 0, "silent", {}),
    (row(word=None, self=True), 0, "undated", {}),
    (row(expected_on="2026-11-15"), 0, "in-time", {"day": "15/11/2026"}),
    (row(expected_on="2026-11-15"), 2, "promised-again", {"day": "15/11/2026", "times": "2"}),
    (row("dài " * 100), 0, "undated", {"text": ("dài " * 40).rstrip() + "…"}),
]


@pytest.mark.parametrize(("found", "times", "code", "params"), CASES)
def test_the_question_that_a_row_raises(
    found: dict[str, Any], times: int, code: str, params: dict[str, str]
) -> None:
    [placed] = latest_rows([report(found)])
    asked = question(placed, Promise(times))
    assert asked.code == code
    assert params.items() <= asked.params.items()


def test_a_row_of_two_periods_is_asked_about_once_as_in_the_newer() -> None:
    older, newer = report(row(done=True), period="2026-09"), report(row())
    assert [found.period for found in latest_rows([newer, older])] == ["2026-10"]


def test_what_is_done_or_standing_raises_nothing() -> None:
    rows = latest_rows([report(row("a", done=True), row("b", listing="standing"))])
    [slip] = slips(rows, {}, {}, []).values()
    assert (slip.unfinished, slip.promised, slip.questions) == ([], [], [])


def test_what_was_done_since_is_asked_for_its_proof() -> None:
    rows = latest_rows([report(row("a", overdue=True))])
    [slip] = slips(rows, {}, {("a", "A"): "2026-10-29"}, []).values()
    assert [(asked.code, asked.params["day"]) for asked in slip.questions] == [("done-since", "29/10/2026")]


@override("en")
def test_a_plan_whose_due_rows_have_no_verdict_has_no_result() -> None:
    [plan] = report(row("a", done=None), row("b", done=None), row("c"))["plans"]
    assert no_result([plan]) == "2 rows that are due have no finding."
    assert no_result(report(row(done=None, listing="standing"))["plans"]) == ""
    assert no_result(report(row(), row("b", done=True))["plans"]) == ""
    assert no_result([None]) == "No monitoring report that names it was received."
