"""Whatever is sent, what the API answers stands in its description: fuzzed by that description, as several people."""

import random
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.jobs.processes import ROOT

from .conftest import Built, times
from .school import Demo, School
from .seen import Seen
from .stores import PostgresServer

ROLES = ("dt.officer", "dt.head", "hcqt.clerk")
QUOTAS = ("UPLOADS_PER_HOUR", "IMPORTS_PER_HOUR", "REMARKS_PER_HOUR")
#: Hypothesis' own chance likes extremes; what it chooses here is a seed.
DICE = st.integers(0, 2**32).map(random.Random)
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance,
]  # fmt: skip


class Fuzzer:
    """One person who sends what the description allows, and what it does not.

    Attributes:
        wrong: what was found, by operation, check and status, with the request that shows it.
    """

    def __init__(self, school: School, username: str) -> None:
        self.seen = Seen(school.person(username))
        token = school.run("manage.py", "create_token", username).strip()
        self.headers = {"Authorization": f"Token {token}", "Accept-Language": "en"}
        self.base = f"http://127.0.0.1:{school.port}"
        self.statuses: Counter[int] = Counter()
        self.wrong: dict[tuple[str, str, int], str] = {}

    def send(self, example: Any, number: float) -> None:
        """One request, with real ids and digests in most of them; the example stays as it is."""
        dice = random.Random(number)
        case = example.operation.Case(
            method=example.method, path_parameters=example.path_parameters, headers=example.headers, cookies=example.cookies,
            query=example.query, body=example.body, media_type=example.media_type,
            multipart_content_types=example.multipart_content_types,
        )  # fmt: skip
        self.fill_in(case, dice)
        self.exchange(case, {} if dice.random() < 0.03 else self.headers)

    def fill_in(self, case: Any, dice: random.Random) -> None:
        """Real ids and digests."""
        places, headers = dict(case.path_parameters or {}), case.headers
        for name in places:
            if dice.random() < 0.8:
                places[name] = self.seen.place(case.operation.path, name, dice)
        if "If-Match" in (headers or ()) and dice.random() < 0.8:
            headers = headers.copy()
            headers["If-Match"] = self.seen.digest(next(iter(places.values())))
        case.path_parameters, case.headers = places, headers
        if case.media_type == "application/json":
            case.body = self.seen.body(case.body, dice)

    def exchange(self, case: Any, headers: dict[str, str]) -> None:
        """Sends it, and keeps what is not described of the answer."""
        answer = case.call(base_url=self.base, headers=headers, timeout=30)
        self.statuses[answer.status_code] += 1
        try:
            case.validate_response(answer, checks=CHECKS)
        except (Failure, FailureGroup) as found:
            for one in getattr(found, "exceptions", [found]):
                key = (case.operation.label, type(one).__name__, answer.status_code)
                self.wrong.setdefault(key, f"{one}\n{case.as_curl_command()}"[:3000])


def fuzz(fuzzers: list[Fuzzer], crowd: ThreadPoolExecutor, operation: Any, number: int) -> None:
    """So many examples of one operation, each sent by everybody at once: as described, and where something can be wrong, not."""

    def send(example: Any, dice: random.Random) -> None:
        list(
            crowd.map(
                lambda fuzzer, number: fuzzer.send(example, number), fuzzers, [dice.random() for _ in fuzzers]
            )
        )

    modes = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]
    check = given(example=st.one_of(modes), dice=DICE)(send)
    check = settings(
        max_examples=times(5, 50), deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )(check)  # fmt: skip
    seed(number)(check)()


@pytest.fixture(scope="module")
def served(built_on_postgres: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """The demo, served to all of them; nobody is counted."""
    folder = tmp_path_factory.mktemp("demo")
    with PostgresServer(folder, like=built_on_postgres.files) as server:
        # Its files hold the small school already, and the demo stands beside an institution only where it is told to.
        school = Demo(server.url, folder, None, DEMO="1", **dict.fromkeys(QUOTAS, "1000000"))
        school.serve()
        yield school
        school.kill()


@pytest.mark.faults
def test_every_answer_is_described(served: School, dice: random.Random) -> None:
    fuzzers = [Fuzzer(served, username) for username in ROLES]
    described: Any = schemathesis.openapi.from_path(ROOT / "frontend" / "schema.yml")
    with ThreadPoolExecutor(len(fuzzers)) as crowd:
        for found in described.get_all_operations():
            fuzz(fuzzers, crowd, found.ok(), dice.randrange(10**6))
    for username, fuzzer in zip(ROLES, fuzzers, strict=True):
        print(f"{username}: {fuzzer.statuses.total()} answers: {dict(sorted(fuzzer.statuses.items()))}")  # noqa: T201 the figures of a run
    wrong = {key: shown for fuzzer in fuzzers for key, shown in fuzzer.wrong.items()}
    assert not wrong, "\n\n".join(f"{key}: {shown}" for key, shown in wrong.items())
