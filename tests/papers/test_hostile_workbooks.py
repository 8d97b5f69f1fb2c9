"""Uploads that mean harm, or are simply something else: refused with a clear code, quickly, in little memory (T32)."""

import json
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from notation.limits import COLUMNS, ROWS
from papers.intake.archive import Unreadable
from papers.intake.workbook import open_workbook
from tests.papers.books import TASK_LIST, book_of, raw_parts, sheet_xml, zipped

ROOT = Path(__file__).parents[2]
SECONDS = 2
MEGABYTES = 200
_MEASURE = """
import json, pathlib, re, sys, time
from papers.intake.archive import Unreadable
from papers.intake.task_list import read_task_list
from notation.year import PlanYear
data = sys.stdin.buffer.read()
started = time.process_time()
try:
    read_task_list(data, year=PlanYear(2021), known_units={})
    code = "read"
except Unreadable as refused:
    code = refused.code
spent = time.process_time() - started
status = pathlib.Path("/proc/self/status")  # getrusage would count the parent's memory, too
peak = re.search(r"VmHWM:\\s*(\\d+)", status.read_text()) if status.exists() else None
print(json.dumps([code, spent, int(peak[1]) / 1024 if peak else 0]))
"""

BASE = raw_parts(sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>'))
ZEROS = "0" * 1_000


def _with(name: str, content: str | bytes) -> bytes:
    return zipped({**BASE, name: content})


def zip_bomb() -> bytes:
    return _with(
        "xl/worksheets/sheet1.xml", sheet_xml(f'<row r="1"><c r="A1"><v>{ZEROS * 200_000}</v></c></row>')
    )


def bomb_of_many_parts() -> bytes:
    return zipped({**BASE, **{f"xl/media/{n}.bmp": ZEROS * 9_000 for n in range(12)}})


def bomb_of_cells() -> bytes:
    row = "<row>" + "<c><v>1</v></c>" * 40 + "</row>"
    return _with("xl/worksheets/sheet1.xml", sheet_xml(row * 5_000))


def bomb_of_empty_tags() -> bytes:
    return _with("xl/sharedStrings.xml", "<sst>" + "<si/>" * 2_000_000 + "</sst>")


def bomb_of_merges() -> bytes:
    merges = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, 5_000))
    last = '<row r="5000"><c r="A5000"><v>1</v></c></row>'
    return _with("xl/worksheets/sheet1.xml", sheet_xml(last, after=f"<mergeCells>{merges}</mergeCells>"))


def giant_attribute() -> bytes:
    return _with("xl/worksheets/sheet1.xml", f'<worksheet x="{ZEROS * 11_000}"><sheetData/></worksheet>')


def deep_nesting() -> bytes:
    return _with("xl/worksheets/sheet1.xml", "<a>" * 250_000 + "</a>" * 250_000)


def billion_laughs() -> bytes:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    dtd = f"<!DOCTYPE worksheet [{entities}]>"
    return _with(
        "xl/worksheets/sheet1.xml", dtd + sheet_xml('<row r="1"><c r="A1" t="str"><v>&a11;</v></c></row>')
    )


def external_entity() -> bytes:
    dtd = '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return _with("xl/sharedStrings.xml", dtd + "<sst><si><t>&x;</t></si></sst>")


def many_entries() -> bytes:
    return zipped({**BASE, **{f"xl/x{n}": b"" for n in range(60_000)}})


def lying_size() -> bytes:
    """The directory says 100 bytes, the stream holds 200 MB."""
    data = zip_bomb()
    real = struct.pack("<L", len(sheet_xml(f'<row r="1"><c r="A1"><v>{ZEROS * 200_000}</v></c></row>')))
    assert data.count(real) == 2
    return data.replace(real, struct.pack("<L", 100))


def lying_checksum() -> bytes:
    data = _with("xl/worksheets/sheet1.xml", sheet_xml(""))
    checksum = struct.pack("<L", zlib.crc32(sheet_xml("").encode()))
    return data.replace(checksum, b"\0\0\0\0")


def macro() -> bytes:
    return _with("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")


def million_rows_claimed() -> bytes:
    return _with("xl/worksheets/sheet1.xml", sheet_xml("", before='<dimension ref="A1:E1048576"/>'))


def million_rows() -> bytes:
    return _with("xl/worksheets/sheet1.xml", sheet_xml("<row/>" * 1_000_000))


def last_row_of_all() -> bytes:
    return _with("xl/worksheets/sheet1.xml", sheet_xml('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))


def too_many_columns() -> bytes:
    return _with("xl/worksheets/sheet1.xml", sheet_xml('<row r="1"><c r="XFD1"><v>1</v></c></row>'))


def truncated() -> bytes:
    data = book_of([["1", "Việc"]])
    return data[: len(data) // 2]


def encrypted_ole() -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    )


def old_excel() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le")


def old_word() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le")


def encrypted_entry() -> bytes:
    data = bytearray(_with("xl/styles.xml", "<styleSheet/>"))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 8] |= 1
    return bytes(data)


def doubled_part() -> bytes:
    import warnings
    import zipfile

    target = BytesIO(zipped(BASE))
    with warnings.catch_warnings(), zipfile.ZipFile(target, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return target.getvalue()


HOSTILE: list[tuple[Callable[[], bytes], str]] = [
    (zip_bomb, "file-inflates"),
    (bomb_of_many_parts, "file-inflates"),
    (bomb_of_cells, "sheet-too-many-cells"),
    (bomb_of_empty_tags, "file-inflates"),
    (bomb_of_merges, "sheet-too-many-cells"),
    (giant_attribute, "file-no-table"),
    (deep_nesting, "file-no-table"),
    (billion_laughs, "file-unsafe-xml"),
    (external_entity, "file-unsafe-xml"),
    (many_entries, "file-inflates"),
    (lying_size, "file-damaged"),
    (lying_checksum, "file-damaged"),
    (macro, "file-macro"),
    (million_rows_claimed, "sheet-too-many-rows"),
    (million_rows, "sheet-too-many-rows"),
    (last_row_of_all, "sheet-too-many-rows"),
    (too_many_columns, "sheet-too-many-columns"),
    (truncated, "file-damaged"),
    (encrypted_ole, "file-encrypted"),
    (encrypted_entry, "file-encrypted"),
    (old_excel, "file-old-excel"),
    (old_word, "file-old-word"),
    (doubled_part, "file-damaged"),
    (lambda: zipped({"[Content_Types].xml": "", "word/document.xml": ""}), "file-word"),
    (lambda: zipped({"mimetype": "x", "content.xml": ""}), "file-opendocument"),
    (lambda: zipped({"[Content_Types].xml": "", "xl/workbook.bin": b""}), "file-binary-workbook"),
    (lambda: zipped({"a.txt": "a"}), "file-not-a-workbook"),
    (lambda: zipped({"[Content_Types].xml": ""}), "file-damaged"),
    (lambda: _with("xl/workbook.xml", "<workbook"), "file-damaged"),
    (lambda: _with("xl/worksheets/sheet1.xml", sheet_xml('<row r="x"/>')), "file-damaged"),
    (
        lambda: _with("xl/worksheets/sheet1.xml", sheet_xml('<row><c t="s"><v>9</v></c></row>')),
        "file-damaged",
    ),
    (lambda: "TT,Tên nhiệm vụ\n1,Việc".encode(), "file-not-a-workbook"),
    (lambda: b"PK\x03\x04" + bytes(100), "file-damaged"),
    (lambda: b"", "file-empty"),
    (lambda: b"PK\x03\x04" + bytes(10 * 1024 * 1024), "file-too-large"),
]


@pytest.mark.parametrize(("build", "code"), HOSTILE, ids=lambda value: getattr(value, "__name__", value))
def test_refused_within_two_seconds_and_200_megabytes(build: Callable[[], bytes], code: str) -> None:
    measured = subprocess.run(  # noqa: S603  (our own interpreter)
        [sys.executable, "-c", _MEASURE], input=build(), capture_output=True, cwd=ROOT, check=True, timeout=60
    )
    found, seconds, megabytes = json.loads(measured.stdout)
    assert found == code
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


def test_the_largest_sheet_allowed_is_read_within_the_same_limits() -> None:
    rows = [[n, "Việc " + ZEROS[:100], "Văn phòng", "Tháng 7/2021", "x"] for n in range(1, ROWS)]
    measured = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _MEASURE],
        input=book_of(rows),
        capture_output=True,
        cwd=ROOT,
        check=True,
        timeout=60,
    )
    found, seconds, megabytes = json.loads(measured.stdout)
    assert found == "read"
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


def test_every_cut_of_a_good_file_is_refused() -> None:
    data = book_of([["1", "Việc", "Văn phòng", "Tháng 7", "x"]])
    for length in range(0, len(data), 97):
        with pytest.raises(Unreadable):
            open_workbook(data[:length])


def test_no_flipped_byte_does_more_than_refuse() -> None:
    data = book_of([["1", "Việc", "Văn phòng", "Tháng 7", "x"]])
    read = 0
    for place in range(0, len(data), 11):
        broken = bytearray(data)
        broken[place] ^= 0xFF
        try:
            open_workbook(bytes(broken))
        except Unreadable:
            continue
        read += 1
    assert read < len(data) / 11


def test_a_cell_in_the_last_allowed_column_is_read() -> None:
    (sheet,) = open_workbook(book_of([[None] * (COLUMNS - 1) + ["x"]], header=TASK_LIST))
    assert sheet.rows[2][COLUMNS].text == "x"


def test_escaped_characters_and_line_breaks_are_read_as_excel_shows_them() -> None:
    xml = sheet_xml('<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_\nb_x005F_x000D_</t></is></c></row>')
    (sheet,) = open_workbook(zipped(raw_parts(xml)))
    assert sheet.rows[1][1].text == "a\r\nb_x000D_"
