"""How long a request takes, told apart from what else the machine is doing and from how fast it is."""

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from time import process_time

from tests.api import Api

ROUNDS, TIMES = 4, 5
#: How often a server looks for garbage; tests do it rarely (tests/conftest.py), which would flatter a figure.
AS_A_SERVER = (700, 10, 10)
#: What `yardstick` takes where the budgets were written: two cores with nothing else on them.
YARDSTICK_MILLISECONDS = 20.0


def milliseconds(api: Api, path: str) -> float:
    """The median of five GETs, in the processor time of this process: SQLite and rendering included.

    A neighbour on the same core slows this process too, and one machine is slower than another: a piece of work that is
    always the same is timed beside every GET, and the figure is what the GET takes where that takes
    `YARDSTICK_MILLISECONDS`. The best of four such medians counts.
    """
    with garbage_collected_as_by_a_server():
        return min(round_of(api, path) for _round in range(ROUNDS))


@contextmanager
def garbage_collected_as_by_a_server() -> Iterator[None]:
    """For so long."""
    rarely = gc.get_threshold()
    gc.set_threshold(*AS_A_SERVER)
    try:
        yield
    finally:
        gc.set_threshold(*rarely)


def round_of(api: Api, path: str) -> float:
    """The median of five GETs, each by the yardstick beside it."""
    took = []
    for _time in range(TIMES):
        measure = yardstick()
        began = process_time()
        answer = api.get(path)
        took.append((process_time() - began) * 1000 * YARDSTICK_MILLISECONDS / measure)
        assert answer.status_code == 200
    return median(took)


def yardstick() -> float:
    """Milliseconds for what a request mostly does: small dicts made, sorted, written and read as JSON."""
    began = process_time()
    rows = [
        {"row": str(n), "text": "Tổ chức hội nghị", "place": n % 7, "said": {"done": n % 2}}
        for n in range(4000)
    ]
    rows.sort(key=lambda row: (str(row["place"]), str(row["row"])))
    json.loads(json.dumps(rows, ensure_ascii=False))
    return (process_time() - began) * 1000
