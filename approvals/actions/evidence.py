"""Keeping uploaded files: by content, outside the database, never executed, never served inline."""

import fcntl
import hashlib
import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO
from unicodedata import normalize

from django.conf import settings
from django.db import Error, transaction
from django.utils.translation import gettext_noop as _

from approvals.ledger.files import CHANGED, MISSING, Damaged, open_kept, path_of
from approvals.models import Evidence, EvidenceUpload
from notation import limits
from organization.models import User
from workflow.rules import CONFLICT, CONTENT, Reason, Refused

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

#: First bytes -> (media type, endings that may stand behind it). What a file is called does not count alone.
SIGNATURES: tuple[tuple[bytes, str, tuple[str, ...]], ...] = (
    (b"%PDF-", "application/pdf", (".pdf",)),
    (b"\x89PNG\r\n\x1a\n", "image/png", (".png",)),
    (b"\xff\xd8\xff", "image/jpeg", (".jpg", ".jpeg")),
    (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",)),
    (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",)),
    (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.presentationml.presentation", (".pptx",)),
)


log = logging.getLogger(__name__)
#: What is said of a kept file that is not there as it was kept.
DAMAGE = {
    MISSING: Reason(
        "file-lost", CONFLICT, _("The kept file is missing. Tell the administrator: it is in the log.")
    ),
    CHANGED: Reason(
        "file-changed",
        CONFLICT,
        _(
            "The kept file is no longer what was kept, and is not given out. Tell the administrator: it is in the log."
        ),
    ),
}


def BadFile(code: str, message: str) -> Refused:
    """The refusal of an upload."""
    return Refused([Reason(code, CONTENT, message, field="file")])


def media_type_of(name: str, head: bytes) -> str:
    """The media type that both the first bytes and the ending of the name agree on, or an empty string."""
    ending = PurePath(name).suffix.lower()
    return next(
        (kind for start, kind, endings in SIGNATURES if head.startswith(start) and ending in endings), ""
    )


def opened_evidence(sha256: str) -> BinaryIO:
    """The kept file, compared with its SHA-256 before anybody gets it; what is not what it was is nobody's to have.

    Raises:
        Refused: 409 the file is missing, or is not what was kept; the administrator's log has its SHA-256.
    """
    try:
        return open_kept(sha256)
    except Damaged as found:
        log.error("evidence %s is %s", sha256, found)
        raise Refused([DAMAGE[str(found)]]) from found


def keep_evidence(file: "UploadedFile[bytes]", *, by: User, now: datetime) -> Evidence:
    """Keep an upload; the same content of the same institution is kept once. One that fails leaves no file.

    Raises:
        Refused: 422 empty, larger than EVIDENCE_MAX_BYTES, or of a type that is not accepted.
        OSError: the disk is full or faulty.
    """
    name = normalize("NFC", PurePath((file.name or "").replace("\\", "/")).name)[-limits.NAME :]
    media_type = media_type_of(name, file.read(16))
    file.seek(0)
    if not file.size:
        raise BadFile("file-empty", _("The file is empty."))
    if file.size > settings.EVIDENCE_MAX_BYTES:
        raise BadFile("file-too-large", _("The file is too large."))
    if not media_type:
        raise BadFile("file-type", _("Only .pdf, .docx, .xlsx, .pptx, .png and .jpg are accepted."))
    with stored(file) as kept, transaction.atomic():
        evidence, _made = Evidence.objects.get_or_create(
            institution_id=by.institution_id,
            sha256=kept.sha256,
            defaults={
                "name": name, "media_type": media_type, "size": file.size, "created_at": now,
            },
        )  # fmt: skip
        EvidenceUpload.objects.get_or_create(evidence=evidence, by=by)
        kept.is_written = True
    return evidence


@dataclass
class Stored:
    """A file in its place; `is_written`: all its rows are, and only their commit can still fail."""

    sha256: str
    is_written: bool = False


@contextmanager
def stored(file: "UploadedFile[bytes]") -> Iterator[Stored]:
    """Write the file under its SHA-256, whole or not at all, and take it away again when the block fails.

    Only what this call put there is taken away; after a commit whose answer was lost, only when no row names it.
    Uploads of like content wait for each other until that is settled.
    """
    draft, sha256 = write_draft(file)
    target = path_of(sha256)
    try:
        target.parent.mkdir(exist_ok=True)
        with alone_in(target.parent):
            fresh = not target.exists()
            draft.replace(target)
            kept = Stored(sha256)
            try:
                yield kept
            except BaseException:
                if fresh and not (kept.is_written and is_named(sha256)):
                    target.unlink()
                raise
    finally:
        draft.unlink(missing_ok=True)


def write_draft(file: "UploadedFile[bytes]") -> tuple[Path, str]:
    """The file on the disk under a name of its own, and its SHA-256; when that fails, nothing."""
    root = Path(settings.EVIDENCE_DIR)
    root.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with tempfile.NamedTemporaryFile(dir=root, delete=False) as draft:
        path = Path(draft.name)
        try:
            for chunk in file.chunks():
                digest.update(chunk)
                draft.write(chunk)
            draft.flush()
            os.fsync(draft.fileno())
        except BaseException:
            path.unlink()
            raise
    return path, digest.hexdigest()


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """The folder for this block alone, among all processes of the machine."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def is_named(sha256: str) -> bool:
    """Whether a row names the file; where that cannot be asked it may be."""
    try:
        return Evidence.objects.filter(sha256=sha256).exists()
    except Error:
        return True
