"""Uploaded files: accepted by content, kept by their hash, only ever downloaded, and not by strangers."""

import hashlib
import os
import time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from approvals.jobs import sweep_uploads
from tests.api import Api
from tests.factories import small_world

PDF, PNG, JPEG = b"%PDF-1.7 noi dung", b"\x89PNG\r\n\x1a\n....", b"\xff\xd8\xff\xe0...."


@pytest.fixture
def officer(one) -> Api:
    return Api(one.person("A", "officer"))


def office_file() -> bytes:
    """The beginning of a .docx."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    return target.getvalue()


def send(api: Api, name: str, data: bytes, lie: str = "application/pdf") -> Any:
    """POST evidence, with the media type that the sender claims."""
    return api.upload("evidence", SimpleUploadedFile(name, data, content_type=lie))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("cv.pdf", PDF, "application/pdf"),
        ("ẢNH.PNG", PNG, "image/png"),
        ("a.jpeg", JPEG, "image/jpeg"),
        (
            "kế hoạch.docx",
            office_file(),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_a_document_is_kept_by_its_hash_with_the_type_of_its_content(officer, name, data, kind):
    answer = send(officer, name, data, lie="text/html")
    assert answer.status_code == 201
    assert answer.json() == {
        "sha256": hashlib.sha256(data).hexdigest(), "name": name, "size": len(data), "media_type": kind,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<html><script>alert(1)</script>"),
        ("a.pdf", b"<html><script>alert(1)</script>"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("a.pdf", PNG),
        ("a.html", PDF),
        ("a.exe", b"MZ\x90\x00"),
        ("a", PDF),
        ("a.pdf.html", PDF),
        ("a.xlsm", office_file()),
        ("a.zip", office_file()),
        ("a.pdf", b""),
    ],
)
def test_anything_else_is_refused_and_names_the_file(officer, name, data):
    answer = send(officer, name, data)
    assert answer.status_code in {400, 422}
    assert answer.json()["reasons"][0]["field"] == "file"


def test_too_large_a_file_is_refused(officer, settings):
    settings.EVIDENCE_MAX_BYTES = 100
    answer = send(officer, "a.pdf", PDF + b"x" * 100)
    assert (answer.status_code, answer.json()["code"]) == (422, "file-too-large")


def test_a_file_is_only_ever_a_download(officer):
    sha256 = send(officer, "kế hoạch.pdf", PDF).json()["sha256"]
    answer, data = officer.download(f"evidence/{sha256}")
    assert data == PDF
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 16


@pytest.mark.parametrize(
    ("name", "data", "media_type", "sandbox"),
    [("a.pdf", PDF, "application/pdf", False), ("a.png", PNG, "image/png", True)],
)
def test_a_pdf_or_a_picture_is_shown_in_our_own_page(officer, name, data, media_type, sandbox):
    sha256 = send(officer, name, data).json()["sha256"]
    answer, got = officer.download(f"evidence/{sha256}?inline=true")
    assert got == data
    assert answer.headers["Content-Disposition"].startswith("inline;")
    assert answer.headers["Content-Type"] == media_type
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert policy.endswith("frame-ancestors 'self'")
    assert ("sandbox" in policy) == sandbox


def test_an_office_file_stays_a_download_however_it_is_asked_for(officer):
    sha256 = send(officer, "a.docx", b"PK\x03\x04" + b"x" * 16).json()["sha256"]
    answer, _data = officer.download(f"evidence/{sha256}?inline=true")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert officer.get(f"evidence/{sha256}?view=1").status_code == 400


@pytest.mark.parametrize("name", ["../../a.pdf", "..\\..\\a.pdf", "/etc/a.pdf", "C:\\a.pdf"])
def test_a_path_in_the_name_is_dropped(officer, name):
    assert send(officer, name, PDF).json()["name"] == "a.pdf"


def test_a_strangers_file_is_not_found(one, officer):
    sha256 = send(officer, "a.pdf", PDF).json()["sha256"]
    for stranger in (
        one.person("B", "head"),
        one.person("VP", "head"),
        small_world("F").person("A", "officer"),
    ):
        assert Api(stranger).get(f"evidence/{sha256}").status_code == 404


@pytest.mark.parametrize("sha256", ["0" * 64, "x", "..%2f..%2fsecret_key", "%2e%2e"])
def test_an_unknown_hash_is_not_found(officer, sha256):
    assert officer.get(f"evidence/{sha256}").status_code == 404


def test_two_people_who_upload_the_same_file_both_have_it(one, officer):
    head = Api(one.person("B", "head"))
    sha256 = send(officer, "a.pdf", PDF).json()["sha256"]
    assert send(head, "b.pdf", PDF).json()["sha256"] == sha256
    for person in (officer, head):
        answer, data = person.download(f"evidence/{sha256}")
        assert (answer.status_code, data) == (200, PDF)


def test_two_institutions_keep_the_same_file_apart(one, officer):
    other = Api(small_world("F").person("A", "officer"))
    sha256 = send(officer, "a.pdf", PDF).json()["sha256"]
    assert other.get(f"evidence/{sha256}").status_code == 404
    assert send(other, "khac.pdf", PDF).json()["name"] == "khac.pdf"
    assert other.download(f"evidence/{sha256}")[1] == PDF


def test_a_request_without_a_file_is_refused(officer):
    answer = officer.client.post("/api/v1/evidence", {"name": "a.pdf"}, format="multipart")
    assert answer.status_code in {400, 422}
    assert answer.json()["reasons"][0]["field"] == "file"


def test_what_a_killed_process_left_of_an_upload_goes_after_an_hour(officer, evidence_dir):
    """What is kept stays, however old, and what may still be written to."""
    assert send(officer, "a.pdf", PDF).status_code == 201
    [kept] = [path for path in evidence_dir.rglob("*") if path.is_file()]
    left, young = evidence_dir / "tmpleft", evidence_dir / "tmpyoung"
    for path, age in ((left, 3700), (young, 3500), (kept, 10**7)):
        path.touch()
        os.utime(path, (time.time() - age,) * 2)
    sweep_uploads()
    assert (left.exists(), young.exists(), kept.exists()) == (False, True, True)
