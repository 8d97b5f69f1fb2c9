"""Whatever was put in the place of a kept file is not given out, at any door, in time, and the ledger's check names it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from approvals.ledger.files import path_of
from approvals.ledger.verify import faults
from tests.api import Api
from tests.factories import World

PDF = b"%PDF-1.7 noi dung"


def instead(path: Path, make: Callable[[Path], object]) -> None:
    path.unlink()
    make(path)


def without_folder(path: Path) -> None:
    path.unlink()
    path.parent.rmdir()


SWAPS: dict[str, tuple[Callable[[Path], object], str]] = {
    "overwritten": (lambda path: path.write_bytes(b"%PDF-1.7 GIA MAO!"), "file-changed"),
    "truncated": (lambda path: path.write_bytes(PDF[:9]), "file-changed"),
    "emptied": (lambda path: path.write_bytes(b""), "file-changed"),
    "longer": (lambda path: path.write_bytes(PDF + b"\n"), "file-changed"),
    "removed": (Path.unlink, "file-lost"),
    "a folder": (lambda path: instead(path, Path.mkdir), "file-lost"),
    "a link to another": (
        lambda path: instead(path, lambda place: place.symlink_to(__file__)),
        "file-changed",
    ),
    "a link to nothing": (lambda path: instead(path, lambda place: place.symlink_to("nowhere")), "file-lost"),
    "a link to itself": (lambda path: instead(path, lambda place: place.symlink_to(place)), "file-lost"),
    "a pipe": (lambda path: instead(path, os.mkfifo), "file-lost"),
    "an endless device": (
        lambda path: instead(path, lambda place: place.symlink_to("/dev/zero")),
        "file-lost",
    ),
    "its folder gone": (without_folder, "file-lost"),
}


@pytest.mark.parametrize(("swap", "code"), SWAPS.values(), ids=SWAPS)
def test_what_stands_in_its_place_is_not_given_out(one: World, swap: Callable[[Path], object], code: str):
    clerk, case_id = Api(one.person("VP", "head")), one.plan_at(unit="VP")
    file = SimpleUploadedFile("kh.pdf", PDF, content_type="application/pdf")
    sha256 = clerk.upload("evidence", file).json()["sha256"]
    issued = {"number": "12/KH", "date": "2026-09-30", "signer": "Hiệu trưởng", "evidence": sha256}
    assert clerk.act(case_id, "register", issued=issued).status_code == 201
    assert (clerk.download(f"evidence/{sha256}")[1], [*faults()]) == (PDF, [])
    swap(path_of(sha256))
    for method in ("get", "head"):
        answer = getattr(clerk.client, method)(f"/api/v1/evidence/{sha256}")
        assert answer.status_code == 409
    assert clerk.get(f"evidence/{sha256}").json()["reasons"][0]["code"] == code
    ranged = clerk.client.get(f"/api/v1/evidence/{sha256}", HTTP_RANGE="bytes=0-3")
    assert ranged.status_code == 409
    assert [fault.code for fault in faults()] == ["evidence"]
