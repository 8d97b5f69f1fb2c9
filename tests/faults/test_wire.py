"""The wire to the database is cut, slow, or says nothing any more."""

import random
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from .conftest import Built, times
from .proxy import Wire
from .school import School, Work
from .stores import PostgresServer

WRONG = ("cut", "delay", "half-close")


@pytest.mark.faults
@pytest.mark.parametrize("what", WRONG)
def test_a_wire_goes_wrong(
    postgres: PostgresServer, built_on_postgres: Built, tmp_path: Path, dice: random.Random, what: str
) -> None:
    wire = Wire(postgres.port)
    url = urlsplit(postgres.url)._replace(netloc=f"postgres@127.0.0.1:{wire.port}").geturl()
    school = School(url, tmp_path, built_on_postgres.cases)
    school.serve()
    work = Work()
    work.begin(school, dice)
    try:
        time.sleep(1)
        if what == "cut":
            wire.cut()
        elif what == "delay":
            wire.delay = 0.3
        else:
            wire.mute = True
        time.sleep(times(3, 20))
        wire.mend()
        print(f"{what}: healthy after {school.heals():.1f} s")  # noqa: T201 the figures of a run
    finally:
        work.end()
        school.kill()
    work.check(school)
