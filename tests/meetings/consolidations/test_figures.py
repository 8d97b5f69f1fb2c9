"""Sums, contradictions and unfinished rows of random months, against counting by hand."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.rules.figures import contradictions, figures_of, newest_first, row_ids, total, unfinished

LISTINGS = st.sampled_from(["due", "carried", "standing"])
VERDICTS = st.sampled_from([True, False, None])


def word_of(done: bool | None) -> dict[str, Any] | None:
    """The unit's word; None: it is silent."""
    return None if done is None else {"done": done, "result": "Đã xong" if done else "Đang làm"}


@st.composite
def reports(draw: st.DrawFn, period: str = "2026-10", prefix: str = "r") -> list[Any]:
    """Monitoring reports as they are frozen: every row in exactly one, numbers as text."""
    made, number = [], 0
    for place in range(draw(st.integers(0, 4))):
        rows = []
        for _ in range(draw(st.integers(0, 5))):
            number += 1
            rows.append(
                {"row": f"{prefix}{number}", "text": f"Việc {number}", "unit": "A", "cause": "", "result": "Kết quả",
                 "listing": draw(LISTINGS), "done": draw(VERDICTS), "word": word_of(draw(VERDICTS))}
            )  # fmt: skip
        counted = [row for row in rows if row["listing"] != "standing"]
        done = sum(row["done"] is True for row in counted)
        made.append(
            {"unit": f"M{place}", "period": period, "plans": [{"plan": f"p{place}", "title": "Kế hoạch", "rows": rows}],
             "totals": {"due": str(len(counted)), "done": str(done), "not_done": str(len(counted) - done)}}
        )  # fmt: skip
    return made


@settings(
    suppress_health_check=[HealthCheck.too_slow]
)  # the first draw waits for whatever else the machine does
@given(reports())
def test_the_sum_is_the_sum_and_n_is_k_plus_m(months: list[Any]) -> None:
    summed = total(map(figures_of, months))
    assert int(summed["due"]) == int(summed["done"]) + int(summed["not_done"])
    assert summed["due"] == sum(int(report["totals"]["due"]) for report in months)
    assert len(unfinished(months)) == summed["not_done"]


@given(reports())
def test_every_contradiction_is_listed_once(months: list[Any]) -> None:
    rows = [row for report in months for plan in report["plans"] for row in plan["rows"]]
    expected = [row["row"] for row in rows if row["done"] is False and row["word"] and row["word"]["done"]]
    assert [line["row"] for line in contradictions(months)] == expected
    assert row_ids(months) == {row["row"] for row in rows}


@given(reports(), reports(period="2026-09"))
def test_what_came_late_of_an_earlier_month_is_not_heard_twice(own: list[Any], late: list[Any]) -> None:
    ordered = newest_first([*late, *own], "2026-10")
    assert [report["period"] for report in ordered] == ["2026-10"] * len(own) + ["2026-09"] * len(late)
    heard = [line["row"] for line in unfinished(ordered)]
    assert len(heard) == len(set(heard))
    assert heard[: len(unfinished(own))] == [line["row"] for line in unfinished(own)]
    assert set(heard) & row_ids(own) == {line["row"] for line in unfinished(own)}


def test_the_own_period_comes_first_whatever_came_late() -> None:
    months: list[Any] = [{"period": label} for label in ("2026-08", "2026-10", "2026-09")]
    assert [report["period"] for report in newest_first(months, "2026-10")] == [
        "2026-10",
        "2026-09",
        "2026-08",
    ]
