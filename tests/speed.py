"""How long a request takes, told apart from what else the machine is doing."""

from statistics import median
from time import process_time

from tests.api import Api

ROUNDS, TIMES = 4, 5


def milliseconds(api: Api, path: str) -> float:
    """The median of five GETs, in the processor time of this process: SQLite and rendering included.

    A neighbour on the same core slows this process too, so the best of four such medians counts.
    """
    return min(round_of(api, path) for _round in range(ROUNDS))


def round_of(api: Api, path: str) -> float:
    """The median of five GETs."""
    took = []
    for _time in range(TIMES):
        began = process_time()
        answer = api.get(path)
        took.append((process_time() - began) * 1000)
        assert answer.status_code == 200
    return median(took)
