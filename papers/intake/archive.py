"""The zip that an .xlsx is, opened without trusting a word it says about itself.

An upload is hostile until shown otherwise: sizes in a zip's directory may lie, a few kilobytes may inflate
to gigabytes, and XML may define entities that grow without end. Every limit here is checked while reading.
"""

import struct
import zipfile
import zlib
from io import BytesIO
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser

from notation.limits import MEGABYTE, WORKBOOK_BYTES

ENTRIES = 1_000
#: What the directory may claim for the whole file, pictures included.
CLAIMED_BYTES = 100 * MEGABYTE
#: What one part, and all parts read together, may really inflate to.
PART_BYTES = 12 * MEGABYTE
READ_BYTES = 24 * MEGABYTE
#: Start tags in all parts together: reading XML costs time by the tag, not by the byte.
ELEMENTS = 300_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class Unreadable(Exception):
    """The file cannot be taken as a workbook. `code` is stable, `params` fill its sentence."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class Elements(ContentHandler):
    """Counts start tags against the archive's budget and passes names on without their prefix."""

    archive: "Archive"

    # The two names are given by xml.sax.
    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        self.archive.count_element()
        self.start(name.rpartition(":")[2], attrs)

    def endElement(self, name: str) -> None:
        self.end(name.rpartition(":")[2])

    def start(self, name: str, attrs: AttributesImpl) -> None:
        """An element opens."""

    def end(self, name: str) -> None:
        """An element closes."""


class Archive:
    """The parts of an .xlsx. Raises Unreadable on opening when the upload is anything else, or unsafe."""

    def __init__(self, data: bytes) -> None:
        _refuse_what_is_no_zip(data)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (OSError, OverflowError, RuntimeError, ValueError, struct.error, zipfile.BadZipFile) as error:
            raise Unreadable("file-damaged") from error
        entries = self._zip.infolist()
        self._entries = {entry.filename: entry for entry in entries}
        _refuse_other_documents(set(self._entries))
        _refuse_bombs_and_macros(entries)
        self._bytes_left = READ_BYTES
        self._elements_left = ELEMENTS

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """Inflate one part. Raises Unreadable when it is missing, damaged or larger than allowed."""
        allowed = min(PART_BYTES, self._bytes_left)
        try:
            with self._zip.open(name) as part:
                content = part.read(allowed + 1)
        except (
            KeyError,
            EOFError,
            OSError,
            RuntimeError,
            ValueError,
            zipfile.BadZipFile,
            zlib.error,
        ) as error:
            raise Unreadable("file-damaged") from error
        if len(content) > allowed:
            raise Unreadable("file-inflates")
        self._bytes_left -= len(content)
        return content

    def parse(self, name: str, handler: Elements) -> None:
        """Feed one XML part to the handler. Raises Unreadable on a DTD, an entity, bad XML or too many tags."""
        content = self.read(name)
        handler.archive = self
        parser = make_parser()
        parser.forbid_dtd = True
        parser.setContentHandler(handler)
        try:
            # In one piece: expat before 2.6 rescans a giant token for every piece it is fed.
            parser.feed(content)
            parser.close()
        except DefusedXmlException as error:
            raise Unreadable("file-unsafe-xml") from error
        except (SAXException, ValueError, LookupError, OverflowError) as error:
            raise Unreadable("file-damaged") from error

    def count_element(self) -> None:
        """Take one start tag off the budget."""
        self._elements_left -= 1
        if self._elements_left < 0:
            raise Unreadable("file-inflates")


def _refuse_what_is_no_zip(data: bytes) -> None:
    if not data:
        raise Unreadable("file-empty")
    if len(data) > WORKBOOK_BYTES:
        raise Unreadable("file-too-large", limit=str(WORKBOOK_BYTES // MEGABYTE))
    if data.startswith(_OLE):
        raise Unreadable(_ole_code(data))
    if not data.startswith(b"PK\x03\x04"):
        raise Unreadable("file-not-a-workbook")
    # zipfile reads the whole directory before anything can be asked: count its entries first.
    if data.count(_DIRECTORY_ENTRY) > ENTRIES:
        raise Unreadable("file-inflates")


def _ole_code(data: bytes) -> str:
    streams = {"EncryptedPackage": "file-encrypted", "WordDocument": "file-old-word"}
    found = (code for stream, code in streams.items() if stream.encode("utf-16-le") in data)
    return next(found, "file-old-excel")


def _refuse_other_documents(names: set[str]) -> None:
    if "word/document.xml" in names:
        raise Unreadable("file-word")
    if "content.xml" in names and "mimetype" in names:
        raise Unreadable("file-opendocument")
    if "xl/workbook.bin" in names:
        raise Unreadable("file-binary-workbook")
    if "[Content_Types].xml" not in names:
        raise Unreadable("file-not-a-workbook")


def _refuse_bombs_and_macros(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename.lower() for entry in entries]
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names):
        raise Unreadable("file-macro")
    if sum(entry.file_size for entry in entries) > CLAIMED_BYTES:
        raise Unreadable("file-inflates")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Unreadable("file-encrypted")
    if len(set(names)) < len(names) or any(entry.compress_type not in _METHODS for entry in entries):
        raise Unreadable("file-damaged")
