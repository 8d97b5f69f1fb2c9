"""Kept files: where one lies by its SHA-256, and whether it still is what its name says."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from os import fstat
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from approvals import kinds

MISSING, CHANGED = "missing", "changed"


class Damaged(Exception):
    """A kept file is missing or is not what it was; the message is which of both."""


def path_of(sha256: str) -> Path:
    """Where the file with this SHA-256 lies."""
    return Path(settings.EVIDENCE_DIR) / sha256[:2] / sha256


def open_kept(sha256: str) -> BinaryIO:
    """The file, open at its beginning, after all of it was read and compared with its name.

    Raises:
        Damaged: it is not there, cannot be read, or is not what was kept.
    """
    place = path_of(sha256)
    if not place.is_file():  # what is a pipe or a device instead may never end
        raise Damaged(MISSING)
    try:
        file = place.open("rb")
        found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Damaged(MISSING) from error
    if found != sha256:
        file.close()
        raise Damaged(CHANGED)
    file.seek(0)
    return file


@dataclass(frozen=True, slots=True)
class Found:
    """A kept file as it lies there: what is wrong with it (missing, changed, or empty), and its size in bytes."""

    wrong: str
    size: int = 0

    def against(self, size: int | None) -> str:
        """What is wrong with the size that the table says."""
        return "" if size == self.size else f"size: computed “{self.size}”, in the tables “{size}”"


class Files(dict[str, Found]):
    """SHA-256 -> the file as it was found; each is read once, however many cite it."""

    def __missing__(self, sha256: str) -> Found:
        try:
            with open_kept(sha256) as file:
                self[sha256] = Found("", fstat(file.fileno()).st_size)
        except Damaged as found:
            self[sha256] = Found(str(found))
        return self[sha256]


def files_named(content: kinds.Content) -> Iterator[str]:
    """The SHA-256 of every file that a content names as evidence, wherever it stands in it."""
    issued = content.get("issued")
    if isinstance(issued, dict):
        yield issued["evidence"]
    yield from files_inside(content)


def files_of_its_own(content: kinds.Content) -> Iterator[str]:
    """Those that the case itself cites: of an issued document, of an answer, of words; not those in words of others."""
    issued = content.get("issued")
    if isinstance(issued, dict):
        yield issued["evidence"]
    yield from files_inside(content.get("evidence"))
    yield from files_inside([row for row in content.get("rows", ()) if not row.get("settled")])


def files_inside(said: object) -> Iterator[str]:
    """The files among the evidence of what is said."""
    if isinstance(said, dict):
        if said.get("kind") == "file" and "value" in said:
            yield said["value"]
        for part in said.values():
            yield from files_inside(part)
    elif isinstance(said, list):
        for part in said:
            yield from files_inside(part)
