"""`python -m tests.bench`: prints the figures of docs/bench.md. Makes a database of its own beside the one named."""

import argparse
import cProfile
import json
import os
import pstats
import re
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from django.db import connection

from approvals.ledger.verify import faults
from approvals.models import Signature
from workflow.models import Case

from . import by_hand
from .clients import OURS, Job, Processes, Signer, Threads
from .rounds import compare, take
from .statements import execution_ms, query_plans, statements_per_act
from .world import BenchWorld, bench_world

SETTINGS = ("server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers")
#: Label, kind, its name in the figures, how many.
KINDS: tuple[tuple[str, type[Threads] | type[Processes], str, int], ...] = (
    ("1 process", Processes, "processes", 1),
    ("8 processes", Processes, "processes", 8),
    ("8 threads", Threads, "threads", 8),
)
#: How the tables that grow are read.
BIG = re.compile(r"\w[\w ]* Scan\b.* on (?:workflow_case|plans_plan|plans_planrow|plans_rowunit)\b")
AIM_RATIO, AIM_STATEMENTS = 4.5, 10


def durable() -> dict[str, str]:
    """The server's settings.

    Raises:
        SystemExit: no PostgreSQL, or one that acknowledges before it has written.
    """
    if connection.vendor != "postgresql":
        sys.exit("Give a DATABASE_URL that names PostgreSQL; SQLite has no fsync per commit to compare with.")
    with connection.cursor() as cursor:
        found = {}
        for name in SETTINGS:
            cursor.execute(f"SHOW {name}")
            found[name] = str(cursor.fetchone()[0])
    if found["fsync"] != "on" or found["synchronous_commit"] == "off":
        sys.exit("fsync and synchronous_commit must be on: without them a signature can be lost.")
    return found


@contextmanager
def own_database() -> Iterator[None]:
    """A fresh database with the product's tables and triggers; processes started meanwhile use it, too."""
    given, name = os.environ["DATABASE_URL"], connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = f"bench_{name}"
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    os.environ["DATABASE_URL"] = urlsplit(given)._replace(path=f"/bench_{name}").geturl()
    try:
        yield
    finally:
        os.environ["DATABASE_URL"] = given
        connection.creation.destroy_test_db(name, verbosity=0)


def print_figures(figures: Iterable[dict[str, Any]]) -> None:
    """One JSON object a line, for a program."""
    print()
    for figure in figures:
        print(json.dumps(figure, ensure_ascii=False), flush=True)


def print_ratios(jobs: Iterator[Job], rounds: int, each: int) -> None:
    """The act against the transaction by hand, with 1 client, 8 processes and 8 threads."""
    print(
        "| clients | side | acts/s | p50 ms | p95 ms | times slower, by acts/s | by p50 |\n|---|---|---|---|---|---|---|"
    )
    figures: list[dict[str, Any]] = []
    for label, kind, kind_name, count in KINDS:
        clients = kind(count)
        compared = compare(label, clients, jobs, rounds=rounds, each=each * min(count, 4))
        clients.close()
        print("\n".join(compared.lines()), flush=True)
        figures += compared.figures(count, kind_name)
    print(f"\nAim: at most {AIM_RATIO} times slower. By hand: {len(by_hand.STATEMENTS)} statements per act.")
    print_figures(
        [*figures, {"name": "statements", "act": "approve by hand", "count": len(by_hand.STATEMENTS)}]
    )


def print_statements(world: BenchWorld, *, texts: bool) -> None:
    """Statements between BEGIN and COMMIT."""
    print(f"\n| act | statements between BEGIN and COMMIT (aim: at most {AIM_STATEMENTS}) |\n|---|---|")
    found = statements_per_act(world)
    for name, sent in found.items():
        print(f"| {name} | {len(sent)} |")
    if over := [name for name, sent in found.items() if len(sent) > AIM_STATEMENTS]:
        print(f"\nMore than the aim: {', '.join(over)}")
    print_figures({"name": "statements", "act": name, "count": len(sent)} for name, sent in found.items())
    for name, sent in found.items() if texts else ():
        print(f"\n{name}:")
        for place, sql in enumerate(sent, 1):
            print(f"  {place:2} {sql[:600]}")


def print_plans(world: BenchWorld, *, whole: bool) -> None:
    """How the lists are planned, and how long they take."""
    print(f"\nLists, first page of 50, {Case.objects.count()} cases (EXPLAIN ANALYZE, the fastest of seven):")
    figures: list[dict[str, Any]] = []
    for name, plan in query_plans(world):
        lines = plan.splitlines()
        scans = sorted({found[0] for line in lines if (found := BIG.search(line))})
        print(f"- {name}: {execution_ms(plan):.1f} ms" + ("" if whole else f"; {'; '.join(scans)}"))
        figures.append({"name": "list", "of": name, "ms": round(execution_ms(plan), 1)})
        if whole:
            print("\n".join(f"    {line[:160]}" for line in lines))
    print_figures(figures)


def print_verification() -> None:
    """How fast the ledger is verified, the signatures made by hand included.

    Raises:
        SystemExit: it is not intact.
    """
    began, found = time.perf_counter(), list(faults())
    seconds = time.perf_counter() - began
    count = Signature.objects.count()
    print(
        f"\nverify_ledger: {count} signatures in {seconds:.2f} s, {count / seconds:.0f} a second, {len(found)} faults"
    )
    per_second = round(count / seconds)
    figure = {
        "name": "verify_ledger",
        "signatures": count,
        "seconds": round(seconds, 2),
        "per_second": per_second,
    }
    print_figures([figure | {"faults": len(found)}])
    if found:
        sys.exit(f"not intact: {found[0]}")


def print_profile(jobs: Iterator[Job]) -> None:
    """Where the Python time of the act goes."""
    signer, profile = Signer(), cProfile.Profile()
    signer.run(OURS, take(jobs, 20))
    some = take(jobs, 300)
    profile.enable()
    signer.run(OURS, some)
    profile.disable()
    for order, lines in (("cumulative", 60), ("tottime", 30)):
        pstats.Stats(profile).sort_stats(order).print_stats(lines)
    signer.close()


def main() -> None:
    """Runs everything in one go."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="interleaved rounds (default 15)")
    parser.add_argument(
        "--each", type=int, default=40, help="acts a side and round with 1 client; four times that with 8"
    )
    parser.add_argument(
        "--cases", type=int, default=10_000, help="how many cases there shall be at least (default 10000)"
    )
    parser.add_argument("--statements", action="store_true", help="print every statement")
    parser.add_argument("--plans", action="store_true", help="print the whole query plans")
    parser.add_argument("--profile", action="store_true", help="profile the act instead of comparing it")
    asked = parser.parse_args()
    print(
        ", ".join(f"{name} {value}" for name, value in durable().items()), f"{os.cpu_count()} CPUs", sep=", "
    )
    with own_database():
        world = bench_world()
        needed = 400 if asked.profile else asked.rounds * asked.each * 18 + 400
        world.in_all_states(max(0, asked.cases - needed))
        jobs = iter(world.submitted(needed))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        if asked.profile:
            print_profile(jobs)
        else:
            print(f"{Case.objects.count()} cases, {asked.rounds} interleaved rounds\n")
            print_ratios(jobs, asked.rounds, asked.each)
        print_statements(world, texts=asked.statements)
        print_plans(world, whole=asked.plans)
        print_verification()


if __name__ == "__main__":
    main()
