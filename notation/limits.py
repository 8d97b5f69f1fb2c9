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
#: Groups of rows for which a plan says who answers.
GROUPS = 200
#: As many as a sheet has lines; also what one request says of rows of a report.
ROWS = 5_000
#: All texts and codes of a plan's rows together: with three bytes a letter they fit into one body (JSON_BYTES).
ROWS_TEXT = 3_000_000

# --- What people write beside plans ----------------------------------------------------------------
#: An answer to an instruction, an opinion on a draft.
LONG_TEXT = 10_000
#: What the office says of a whole month.
ASSESSMENT = 20_000
OCCASION = 300
#: Title and text of the row that an instruction is about, cut.
ABOUT = 1_200
MEETING_TITLE = 500
OPENING_REASON = SHORTFALL = 1_000
OVERRIDE_REASON = 500
#: Where an item of the Notice is written.
ITEM_SOURCE = 300
#: "5 báo cáo": the thing that is counted, and how many of it.
MEASURE = 60
MEASURE_VALUE = 1_000
#: What is searched for.
SEARCH = 200
#: A figure that a unit reports.
DIGITS, DECIMALS = 18, 4
#: What a piece of evidence is: an address, the number of a document, the digest of a file.
EVIDENCE_VALUE = 1_000
#: A file's or a day's name, and where a day is written.
NAME = 200
MANDATE = 200

# --- Who ------------------------------------------------------------------------------------------
PERSON = POST = 120
USERNAME = 60
PASSWORD = 200
UNIT_NAME = 300
TOWN = 100
TIME_ZONE = 50
EMAIL = 254
TELEPHONE = 30
#: What an institution calls something.
OWN_WORD = 60
#: Other names of a unit.
NAMES = 20
#: What stands in a link that works once.
SECRET = 100

# --- How many at once -----------------------------------------------------------------------------
EVIDENCE = 20
CONSOLIDATIONS = PROPOSALS = 50
UNITS_IN_CLASS = 200
AT_ONCE = ANSWERS = CASES = DECISIONS = ITEMS = REMARKS = 500
#: Days of a deadline.
DAYS = 20
FIRST_YEAR, LAST_YEAR = 2000, 2100

# --- What programs write ---------------------------------------------------------------------------
#: One of a few words: a state, an act, a role, an answer.
WORD, SHORT_WORD = 20, 10
KIND = 30
#: Where an administrative act comes from: an address of the network.
ORIGIN = 60
#: A row or field that a remark is on.
PLACE = 40
PERIOD, YEAR = 60, 20
#: SHA-256, in hexadecimal.
DIGEST = 64
IDEMPOTENCY_KEY = 100
#: Where the next page of a list begins; percent-encoded, it has to fit into the 64 KiB that a server takes as the head of a request.
CURSOR = 2_000
MEDIA_TYPE = 100
#: A job, who runs it (the machine's name is cut), and why it failed.
JOB, HOLDER, HOST, ERROR = 60, 120, 60, 500

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
