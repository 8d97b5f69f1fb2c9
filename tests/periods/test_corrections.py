"""A due point that was corrected turns late into on time, never on time into late; both are shown."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from periods.rules.corrections import Correction, came_at, due_for
from reports.rules.timeliness import LATE, ON_TIME, timeliness
from tests.api import Api
from tests.clock import Clock, moment
from tests.factories import small_world
from tests.reported_month import Month, done

DUE = moment("2026-10-26 17:00")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch, moment("2026-10-28 09:00"))


@pytest.fixture
def month(db: None, clock: Clock) -> Month:
    """A's report is due on 26 October, 17:00."""
    made = Month(small_world())
    made.plan("Tuyển sinh", [made.task("Tư vấn", "Tháng 10/2026")])
    made.until("2026-10-20 08:00")
    made.open()
    return made


def signed_at(month: Month, at: str) -> None:
    """A's head signs the month's report."""
    month.until(at)
    row = Api(month.world.person("A", "officer")).get(f"reports/{month.report()}").json()["rows"][0]["row"]
    month.say(month.report(), [done(row)])
    month.sign_report(month.report())


def correct(month: Month, unit_due_at: str, reason: str = "Ghi nhầm ngày") -> Any:
    """The office corrects when units owe their reports."""
    clerk = Api(month.world.person("VP", "clerk"))
    body = {"unit_due_at": f"{unit_due_at}:00+07:00".replace(" ", "T"), "reason": reason}
    answer = clerk.send("patch", f"periods/{month.period.id}", body)
    assert answer.status_code == 200, answer.json()
    return answer.json()


def shown(month: Month) -> tuple[str, str | None]:
    """Status of A's report in the matrix, and what it was before."""
    matrix = Api(month.world.person("", "leader")).get(f"periods/{month.period.id}/matrix").json()
    [cell] = next(row["cells"] for row in matrix["units"] if row["unit"] == "W-A")
    [part] = cell["reports"]["parts"]
    return part["status"], part["status_before"]


def test_late_by_a_wrong_day_is_on_time_and_both_are_shown(month: Month) -> None:
    assert month.period.unit_due_at == DUE
    signed_at(month, "2026-10-27 08:00")
    assert shown(month) == ("late", None)
    period = correct(month, "2026-10-27 17:00")
    assert shown(month) == ("on-time", "late")
    report = Api(month.world.person("A", "officer")).get(f"reports/{month.report()}").json()
    assert report["status"] == "on-time"
    [line] = period["corrections"]
    assert (line["reason"], line["by"]) == ("Ghi nhầm ngày", month.world.person("VP", "clerk").full_name)
    assert datetime.fromisoformat(line["before"]["unit_due_at"]) == DUE


def test_on_time_is_never_made_late(month: Month) -> None:
    signed_at(month, "2026-10-26 16:00")
    correct(month, "2026-10-23 17:00")
    assert shown(month) == ("on-time", None)
    correct(month, "2026-10-26 17:00")
    assert shown(month) == ("on-time", None)


def test_who_signs_after_the_correction_goes_by_it(month: Month, clock: Clock) -> None:
    clock.at("2026-10-21 08:00")
    correct(month, "2026-10-23 17:00")
    clock.at("2026-10-28 09:00")
    signed_at(month, "2026-10-26 09:00")
    assert shown(month) == ("late", None)


def correction(at: datetime, before: datetime) -> Correction:
    return {
        "at": at.isoformat(), "by": "", "reason": "", "before": {"unit_due_at": before.isoformat()},
    }  # fmt: skip


HOURS = st.integers(-200, 200)


@given(
    signed=HOURS, dues=st.lists(HOURS, min_size=1, max_size=4), gaps=st.lists(st.integers(1, 80), max_size=3)
)
def test_whatever_is_corrected_what_was_on_time_stays_so(
    signed: int, dues: list[int], gaps: list[int]
) -> None:
    """Each further correction may only help whoever has signed before it."""
    at = DUE + timedelta(hours=signed)
    points = [DUE + timedelta(hours=due) for due in dues]
    moments = [at + timedelta(hours=sum(gaps[: place + 1])) for place in range(len(gaps))]
    statuses = []
    for count in range(min(len(moments), len(points) - 1) + 1):
        history = [correction(moments[place], points[place]) for place in range(count)]
        due = due_for("unit_due_at", points[count], at, history)
        statuses.append(timeliness(at, due, at))
    assert LATE not in (statuses[statuses.index(ON_TIME) :] if ON_TIME in statuses else [])


@pytest.mark.parametrize(
    ("due", "history", "came"),
    [
        (0, [], 0),
        (24, [(-48, 0)], 24),  # corrected before it came: the new one
        (24, [(3, 0)], 0),  # after it came
        (-72, [(3, 0)], 0),
        (-72, [(-24, 0)], -24),  # put into the past: with the correction
        (48, [(-24, 0), (12, 24)], 48),
        (48, [(-24, 0), (30, 24)], 24),
    ],
)
def test_what_a_due_point_settled_when_it_came_stays_settled(
    due: int, history: list[tuple[int, int]], came: int
) -> None:
    """Hours from DUE: the point as it is now; each correction and what the point was until then; when it came."""
    hours = lambda number: DUE + timedelta(hours=number)  # noqa: E731
    corrections = [correction(hours(at), hours(before)) for at, before in history]
    assert came_at("unit_due_at", hours(due), corrections) == hours(came)
