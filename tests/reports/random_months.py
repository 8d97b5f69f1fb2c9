"""Random months: what is planned, who follows it, who is given what meanwhile, and what becomes of each report."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product

#: Completion time -> whether a row counts in October 2026, worked out by hand; None: it is not listed.
TIMES: dict[str, bool | None] = {
    "Tháng 10/2026": True,
    "15/10/2026": True,
    "Tháng 9/2026": True,
    "Hằng tháng": True,
    "Hằng quý": True,  # the quarter that ended in September is carried over
    "Thường xuyên": False,
    "Sau khi có Nghị định": False,
    "Tháng 11/2026": None,
    "Quý IV/2026": None,
}
#: What an item over several plans is called.
CLASS = "Kế hoạch năm học của các đơn vị"
UNITS = ("A", "B", "VP", "C")
#: What becomes of a report before the office consolidates -> on which list it is then.
FATES = {
    "silent": "missing",
    "submitted": "missing",  # its head has not signed
    "recalled": "missing",  # by its own head
    "returned": "returned",
    "mended": "waiting",  # returned, and signed again
    "waiting": "waiting",
    "checked": "checked",
}
#: A plan is given to another unit: before units' reports are due (26 October, 17:00), or after.
MOVED_AT = {"before": "2026-10-21 09:00", "after": "2026-10-27 12:00"}
#: A due point of 26 October was wrong: 27 October, 17:00 was meant, as the office says before it comes, or after.
CORRECTED_AT = {"ahead": "2026-10-22 09:00", "afterwards": "2026-10-27 20:00"}


@dataclass(frozen=True)
class RandomRow:
    """A row, and what its unit and the monitoring unit say of it; None: nothing."""

    text: str
    time: str
    leads: tuple[str, ...]
    word: bool | None
    verdict: bool | None

    @property
    def counted(self) -> bool:
        """Whether it is one of the N of October."""
        return TIMES[self.time] is True


@dataclass(frozen=True)
class RandomPlan:
    """A plan of a unit that another, or the same, follows; `moved`: given to the unit `to`, see MOVED_AT."""

    title: str
    unit: str
    monitor: str
    rows: tuple[RandomRow, ...]
    moved: str = ""
    to: str = ""


@dataclass(frozen=True)
class Ending:
    """What becomes of a report (FATES).

    Attributes:
        early: signed before any plan is given to another unit; otherwise on the last days.
        late: signed after its due point.
        afterwards: what is still missing at the consolidation is signed after it; `taken`: and checked, for the supplement.
        finished: its unit confirms before the meeting that what was open is done.
    """

    fate: str
    early: bool
    late: bool
    afterwards: bool
    taken: bool
    finished: bool


@dataclass(frozen=True)
class RandomMonth:
    """A month.

    Attributes:
        together: the first two plans are under one item, a class of plans, and are given to another unit with it.
        corrected: "" or one of CORRECTED_AT.
        endings: (unit, monitoring unit) -> of the report of the one to the other; (unit, "") of its monitoring report.
    """

    plans: tuple[RandomPlan, ...]
    together: bool
    corrected: str
    endings: Mapping[tuple[str, str], Ending]

    @property
    def rows(self) -> dict[str, RandomRow]:
        """Text -> row."""
        return {row.text: row for plan in self.plans for row in plan.rows}

    def item(self, plan: RandomPlan) -> str:
        """The title of the item under which the plan is followed."""
        return CLASS if self.together and plan in self.plans[:2] else plan.title

    def follower(self, plan: RandomPlan) -> str:
        """Who follows the plan when the units' reports are due."""
        in_time = plan.moved == "before" or (plan.moved == "after" and self.corrected == "ahead")
        return plan.to if in_time else plan.monitor

    def is_late(self, ending: Ending, *, monitoring: bool) -> bool:
        """Whether its first signature is late: units sign late on 27 October at 8:00, in time where a correction says so."""
        return ending.late and not ending.early and (monitoring or not self.corrected)


def random_month(seed: int) -> RandomMonth:
    """The month of this seed."""
    dice = random.Random(seed)
    plans = [random_plan(dice, number) for number in range(dice.randint(2, 4))]
    first, together = plans[0], dice.random() < 0.5
    if together:
        plans[1] = replace(plans[1], monitor=first.monitor, moved=first.moved, to=first.to)
    return RandomMonth(
        plans=tuple(plans),
        together=together,
        corrected=dice.choice(["", "", *CORRECTED_AT]),
        endings={
            (unit, monitor): random_ending(dice) for unit, monitor in product(UNITS, (*UNITS, ""))
        },
    )  # fmt: skip


def random_plan(dice: random.Random, number: int) -> RandomPlan:
    """A plan with one to four rows."""
    monitor, moved = dice.choice(UNITS), dice.choice(["", "", *MOVED_AT])
    return RandomPlan(
        title=f"Kế hoạch {number}",
        unit=dice.choice(UNITS),
        monitor=monitor,
        rows=tuple(random_row(dice, f"Việc {number}.{place}") for place in range(dice.randint(1, 4))),
        moved=moved,
        to=dice.choice([unit for unit in UNITS if unit != monitor]) if moved else "",
    )


def random_row(dice: random.Random, text: str) -> RandomRow:
    """A row; most are due, said and judged, so that reports can be signed at all."""
    counted = [time for time, counts in TIMES.items() if counts]
    return RandomRow(
        text=text,
        time=dice.choice([*TIMES, *counted]),
        leads=tuple(dice.sample(UNITS, dice.randint(1, 2))),
        word=dice.choice([None, True, True, True, False, False, False]),
        verdict=dice.choice([None, None, True, False]),
    )


def random_ending(dice: random.Random) -> Ending:
    """What becomes of one report."""
    return Ending(
        fate=dice.choice([*FATES, "waiting", "checked", "checked"]),
        early=dice.random() < 0.4,
        late=dice.random() < 0.4,
        afterwards=dice.random() < 0.6,
        taken=dice.random() < 0.5,
        finished=dice.random() < 0.5,
    )
