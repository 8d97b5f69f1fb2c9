"""How much of anything is taken: the one list, of which columns, input, reader, editor and export are made.

Texts are counted in characters after composition (NFC), files in bytes. Every door asks here, so that what came in by one
can be changed and printed by the others; tests/contracts/test_limits.py holds them together.
"""

from collections.abc import Mapping

MEGABYTE = 1024 * 1024

# --- One row of a plan ---------------------------------------------------------------------------
#: A text that somebody writes out: a task, a product, a note, a remark, a reason.
TEXT = 5_000
#: Field of a row -> how long it may be.
ROW: Mapping[str, int] = {
    "section": 500,
    "number": 20,
    "text": TEXT,
    "lead_text": 500,
    "coordinating_text": 1_000,
    "due_text": 300,
    "product": TEXT,
    "person": 300,
    "authority": 300,
    "note": TEXT,
}
#: Units that one row may name.
UNITS: Mapping[str, int] = {"leads": 20, "coordinating": 50}
UNIT_CODE = 30

# --- A plan --------------------------------------------------------------------------------------
TITLE = 1_000
DOCUMENT_NUMBER = 60
#: As many as a sheet has lines; also what one request says of rows of a report.
ROWS = 5_000
#: All texts and codes of a plan's rows together: with three bytes a letter they fit into one body (JSON_BYTES).
ROWS_TEXT = 3_000_000

# --- A workbook that is read ----------------------------------------------------------------------
WORKBOOK_BYTES = 10 * MEGABYTE
COLUMNS = 50
CELLS = 60_000
MERGES = 5_000
#: What Excel itself puts into a cell. Of a longer one so much and one more is kept: enough to be too long for any field.
CELL_TEXT = 32_767
#: All cells of a workbook together, a shared text counted wherever it stands.
WORKBOOK_TEXT = 2 * ROWS_TEXT

# --- What is sent --------------------------------------------------------------------------------
EVIDENCE_BYTES = 20 * MEGABYTE
JSON_BYTES = 16 * MEGABYTE
#: What a form puts around a file.
FORM_BYTES = 64 * 1024


def characters(texts: Mapping[str, str], codes: int) -> int:
    """What a row counts towards ROWS_TEXT: its texts, and each code of a unit as the longest one."""
    return sum(map(len, texts.values())) + codes * UNIT_CODE
