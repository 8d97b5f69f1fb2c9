"""Interleaved rounds of the two sides, and what they come to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Any

from .clients import HAND, OURS, Clients, Job, Measured

WARM = 8


def both() -> dict[str, list[float]]:
    """Nothing yet, for either side."""
    return {OURS: [], HAND: []}


@dataclass
class Comparison:
    """All rounds of one number and kind of clients.

    Attributes:
        rates, medians: side -> acts per second and median seconds per act, a figure per round.
        seconds: side -> seconds per act, of all rounds.
    """

    label: str
    rates: dict[str, list[float]] = field(default_factory=both)
    medians: dict[str, list[float]] = field(default_factory=both)
    seconds: dict[str, list[float]] = field(default_factory=both)

    def note(self, side: str, measured: Sequence[Measured]) -> None:
        """One side's part of a round."""
        seconds = [second for one in measured for second in one.seconds]
        self.rates[side].append(len(seconds) / wall(measured))
        self.medians[side].append(median(seconds))
        self.seconds[side] += seconds

    def lines(self) -> Iterator[str]:
        """The rows of the table for both sides."""
        slower = {
            OURS: f"{times(self.rates[HAND], self.rates[OURS])} | {times(self.medians[OURS], self.medians[HAND])}",
            HAND: "1 | 1",
        }
        for side in (OURS, HAND):
            p50, p95 = self.milliseconds(side)
            yield f"| {self.label} | {side} | {median(self.rates[side]):.0f} | {p50:.2f} | {p95:.2f} | {slower[side]} |"

    def milliseconds(self, side: str) -> tuple[float, float]:
        """p50 and p95 of an act of this side, over all rounds."""
        found = [1000 * second for second in self.seconds[side]]
        return median(found), quantiles(found, n=20)[-1]

    def figures(self, clients: int, kind: str) -> Iterator[dict[str, Any]]:
        """The same for a program: both ratios with the middle half of their rounds, and each side's times."""
        common = {"name": "act", "clients": clients, "kind": kind}
        ratios = {
            "acts per second": quartiles(self.rates[HAND], self.rates[OURS]),
            "p50": quartiles(self.medians[OURS], self.medians[HAND]),
        }
        for by, (low, middle, high) in ratios.items():
            yield {
                **common,
                "by": by,
                "ratio": round(middle, 2),
                "low": round(low, 2),
                "high": round(high, 2),
            }
        for side in (OURS, HAND):
            p50, p95 = self.milliseconds(side)
            rate = round(median(self.rates[side]), 1)
            yield {
                **common,
                "side": side,
                "acts_per_second": rate,
                "p50_ms": round(p50, 2),
                "p95_ms": round(p95, 2),
            }


def times(more: Sequence[float], less: Sequence[float]) -> str:
    """How many times more, as the table says it."""
    low, middle, high = quartiles(more, less)
    return f"{middle:.2f} ({low:.2f}-{high:.2f})"


def quartiles(more: Sequence[float], less: Sequence[float]) -> list[float]:
    """How many times more, round by round: the middle half of the rounds, the median in its middle."""
    return quantiles([one / other for one, other in zip(more, less, strict=True)], n=4)


def compare(label: str, clients: Clients, jobs: Iterator[Job], *, rounds: int, each: int) -> Comparison:
    """Rounds of `each` acts a side; who begins changes from round to round."""
    found = Comparison(label)
    for side in (OURS, HAND):
        clients.run(side, take(jobs, WARM * clients.count))
    for number in range(rounds):
        for side in (OURS, HAND) if number % 2 else (HAND, OURS):
            found.note(side, clients.run(side, take(jobs, each)))
    return found


def wall(measured: Sequence[Measured]) -> float:
    """Seconds from the first start to the last end; processes of one machine share the clock."""
    return max(one.ended for one in measured) - min(one.began for one in measured)


def take(jobs: Iterator[Job], count: int) -> list[Job]:
    """The next jobs."""
    return [next(jobs) for _ in range(count)]
