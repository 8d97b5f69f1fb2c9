"""Clients that approve at the same time: processes, or threads of one process; the same kind for both sides."""

import multiprocessing
import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID, uuid4

import psycopg
from django.db import connections
from django.utils import timezone

from approvals.actions import act
from organization.models import User

from . import by_hand

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

OURS, HAND = "ours", "by hand"
Job = tuple[UUID, str, UUID]


@dataclass(frozen=True)
class Measured:
    """What one side did in one round: when, and seconds per act."""

    began: float
    ended: float
    seconds: list[float]


class Signer:
    """One client: a connection of Django's, one of psycopg's own, and the people who sign."""

    def __init__(self) -> None:
        self.people = {user.id: user for user in User.objects.filter(username__endswith=".head")}
        self.plain = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True, prepare_threshold=5)

    def ours(self, job: Job) -> None:
        """The product's act."""
        case_id, digest, head = job
        [outcome] = act(
            cases=[(case_id, digest)],
            act="approve",
            by=self.people[head],
            now=timezone.now(),
            key=str(uuid4()),
        )
        if outcome.signature is None:
            raise RuntimeError(outcome.reasons[0].text)

    def hand(self, job: Job) -> None:
        """The same by hand."""
        case_id, digest, head = job
        name = self.people[head].full_name
        by_hand.approve(self.plain, case_id, digest, head, name, timezone.now(), str(uuid4()))

    def run(self, side: str, jobs: Sequence[Job]) -> Measured:
        """Every job, one after the other."""
        sign: Callable[[Job], None] = self.ours if side == OURS else self.hand
        seconds, began = [], time.perf_counter()
        for job in jobs:
            start = time.perf_counter()
            sign(job)
            seconds.append(time.perf_counter() - start)
        return Measured(began, time.perf_counter(), seconds)

    def close(self) -> None:
        """Ends both connections."""
        self.plain.close()
        connections.close_all()


class Clients(Protocol):
    """Some clients that start together."""

    count: int

    def run(self, side: str, jobs: Sequence[Job]) -> list[Measured]:
        """Divide the jobs among the clients and run them."""

    def close(self) -> None:
        """End them."""


def shares(jobs: Sequence[Job], count: int) -> list[Sequence[Job]]:
    """The jobs, dealt out."""
    return [jobs[place::count] for place in range(count)]


class Threads:
    """Clients in one process, as under a threaded server: they share one interpreter lock."""

    def __init__(self, count: int) -> None:
        self.count, self.pool = count, ThreadPoolExecutor(count)
        barrier = Barrier(count)

        def begin() -> Signer:
            barrier.wait()
            return Signer()

        self.signers = [future.result() for future in [self.pool.submit(begin) for _ in range(count)]]

    def run(self, side: str, jobs: Sequence[Job]) -> list[Measured]:
        barrier = Barrier(self.count)

        def start(signer: Signer, share: Sequence[Job]) -> Measured:
            barrier.wait()
            return signer.run(side, share)

        running = [
            self.pool.submit(start, signer, share)
            for signer, share in zip(self.signers, shares(jobs, self.count), strict=True)
        ]
        return [future.result() for future in running]

    def close(self) -> None:
        barrier = Barrier(self.count)

        def end(signer: Signer) -> None:
            barrier.wait()
            signer.close()

        list(self.pool.map(end, self.signers))
        self.pool.shutdown()


def serve(pipe: "Connection[Any, Any]", ready: Any) -> None:
    """The life of one client process: jobs come through the pipe until None does."""
    signer = Signer()
    pipe.send("ready")
    while (asked := pipe.recv()) is not None:
        ready.wait()
        pipe.send(signer.run(*asked))
    signer.close()


class Processes:
    """Clients in processes of their own, as with several workers."""

    def __init__(self, count: int) -> None:
        context = multiprocessing.get_context("spawn")
        self.count, self.pipes, self.running = count, [], []
        self.together = context.Barrier(count)
        for _ in range(count):
            here, there = context.Pipe()
            process = context.Process(target=serve, args=(there, self.together), daemon=True)
            process.start()
            self.pipes.append(here)
            self.running.append(process)
        for pipe in self.pipes:
            pipe.recv()

    def run(self, side: str, jobs: Sequence[Job]) -> list[Measured]:
        for pipe, share in zip(self.pipes, shares(jobs, self.count), strict=True):
            pipe.send((side, share))
        return [pipe.recv() for pipe in self.pipes]

    def close(self) -> None:
        for pipe in self.pipes:
            pipe.send(None)
        for process in self.running:
            process.join(timeout=10)
