"""Keeping uploaded files: by content, outside the database, never executed, never served inline."""

import hashlib
import logging
import os
import tempfile
from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO
from unicodedata import normalize

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.ledger.files import CHANGED, MISSING, Damaged, open_kept, path_of
from approvals.models import Evidence, EvidenceUpload
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


@transaction.atomic
def keep_evidence(file: "UploadedFile[bytes]", *, by: User, now: datetime) -> Evidence:
    """Keep an upload; the same content of the same institution is kept once.

    Raises:
        Refused: 422 empty, larger than EVIDENCE_MAX_BYTES, or of a type that is not accepted.
    """
    name = normalize("NFC", PurePath((file.name or "").replace("\\", "/")).name)[-200:]
    media_type = media_type_of(name, file.read(16))
    file.seek(0)
    if not file.size:
        raise BadFile("file-empty", _("The file is empty."))
    if file.size > settings.EVIDENCE_MAX_BYTES:
        raise BadFile("file-too-large", _("The file is too large."))
    if not media_type:
        raise BadFile("file-type", _("Only .pdf, .docx, .xlsx, .pptx, .png and .jpg are accepted."))
    sha256 = store(file)
    evidence, _made = Evidence.objects.get_or_create(
        institution_id=by.institution_id,
        sha256=sha256,
        defaults={
            "name": name, "media_type": media_type, "size": file.size,  "created_at": now,
        },
    )  # fmt: skip
    EvidenceUpload.objects.get_or_create(evidence=evidence, by=by)
    return evidence


def store(file: "UploadedFile[bytes]") -> str:
    """Write the file under its SHA-256: whole or not at all."""
    root = Path(settings.EVIDENCE_DIR)
    root.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with tempfile.NamedTemporaryFile(dir=root, delete=False) as draft:
        for chunk in file.chunks():
            digest.update(chunk)
            draft.write(chunk)
        draft.flush()
        os.fsync(draft.fileno())
    target = path_of(digest.hexdigest())
    target.parent.mkdir(exist_ok=True)
    Path(draft.name).replace(target)
    return digest.hexdigest()
