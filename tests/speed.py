"""How long a request takes, told apart from what else the machine is doing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from time import process_time

from tests.api import Api

ROUNDS, TIMES = 4, 5
#: How often a server looks for garbage; tests do it rarely (tests/conftest.py), which would flatter a figure.
AS_A_SERVER = (700, 10, 10)


def milliseconds(api: Api, path: str) -> float:
    """The median of five GETs, in the processor time of this process: SQLite and rendering included.

    A neighbour on the same core slows this process too, so the best of four such medians counts.
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
    """The median of five GETs."""
    took = []
    for _time in range(TIMES):
        began = process_time()
        answer = api.get(path)
        took.append((process_time() - began) * 1000)
        assert answer.status_code == 200
    return median(took)
