"""The cells of a workbook, read in a process of their own: what a file does to its reader, it does to nobody else."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from .archive import Unreadable
from .cells import Cell
from .child import SURROGATES
from .workbook import Merge, Sheet

#: Where `python -m papers.intake.child` is found.
ROOT = Path(__file__).resolve().parents[2]
#: On the clock: a busy machine gives two seconds of processor only slowly, and who waits for nothing uses none.
SECONDS = 20.0
#: So many at once in a process of the server, so many more wait for so long; who comes then is to come again.
READERS, WAITING, PATIENCE = 2, 6, 5.0
_places = BoundedSemaphore(READERS + WAITING)
_readers = BoundedSemaphore(READERS)


class Busy(Exception):
    """Too many workbooks are being read at this moment."""


@contextmanager
def a_place() -> Iterator[None]:
    """One of few places to read at. Raises Busy: all are taken, and too many wait or it takes too long."""
    if not _places.acquire(blocking=False):
        raise Busy
    try:
        if not _readers.acquire(timeout=PATIENCE):
            raise Busy
        try:
            yield
        finally:
            _readers.release()
    finally:
        _places.release()


def open_apart(data: bytes) -> list[Sheet]:
    """Read all worksheets as `workbook.open_workbook` does, within the time and memory of `child`.

    Raises Unreadable: as there; `file-too-slow` where it takes too long, `file-breaks-reader` where the reader broke.
    Raises Busy: too many others are being read.
    """
    with a_place():
        return sheets_of(answer_of_child(data))


def answer_of_child(data: bytes) -> bytes:
    """What the child wrote of this file. Raises Unreadable: it took too long, or broke."""
    try:
        done = subprocess.run(
            [sys.executable, "-E", "-s", "-m", "papers.intake.child"],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={},  # no address of a database, no secret key
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable("file-too-slow") from error
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        raise Unreadable("file-too-slow")
    if done.returncode != 0:
        raise Unreadable("file-breaks-reader")
    return done.stdout


def sheets_of(answer: bytes) -> list[Sheet]:
    """What the child wrote, as sheets. Raises Unreadable: its refusal, or an answer that makes no sense."""
    try:
        found: dict[str, Any] = json.loads(answer.decode(errors=SURROGATES))
    except ValueError as error:
        raise Unreadable("file-breaks-reader") from error
    if "refused" in found:
        raise Unreadable(found["refused"], **found["params"])
    return [
        Sheet(
            name=sheet["name"],
            hidden=sheet["hidden"],
            rows={number: {column: Cell(*cell) for column, cell in cells} for number, cells in sheet["rows"]},
            hidden_rows=set(sheet["hidden_rows"]),
            merges=[Merge(*merge) for merge in sheet["merges"]],
        )
        for sheet in found["sheets"]
    ]
