"""Cells are read in a process without Django, within two seconds of processor and 200 MB; what it suffers ends there."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from notation.limits import ROWS
from notation.year import PlanYear
from papers.intake import apart
from papers.intake.apart import ROOT, open_apart
from papers.intake.archive import Unreadable
from papers.intake.task_list import read_sheets
from papers.intake.workbook import open_workbook
from tests.papers.books import book_of, hoa_binh, raw_parts, sheet_xml, zipped
from tests.speed import YARDSTICK_MILLISECONDS, yardstick

#: Seconds of processor for the rules, where the yardstick takes its time: six times what they took where this was written.
PER_ROW = 0.0003
#: Rows enough to be timed, and how much dearer each of ten times as many may come out on a machine that is busy.
FEW, UNEVEN = 500, 2.0


def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, body: str) -> None:
    """In the place of the child: bounded as it is, it does this with the file."""
    package = tmp_path / "papers" / "intake"
    package.mkdir(parents=True)
    for folder in (package.parent, package):
        (folder / "__init__.py").write_text("")
    child = (ROOT / "papers" / "intake" / "child.py").read_text()
    (package / "child.py").write_text(child.replace("    found = read()\n", f"    {body}\n"))
    monkeypatch.setattr(apart, "ROOT", tmp_path)


def test_what_is_read_apart_is_what_is_read_here() -> None:
    odd = raw_parts(
        sheet_xml(
            '<row r="1" hidden="1"><c r="A1" t="str"><v>_xD800_ế😀</v></c><c r="C1" t="e"><v>#REF!</v></c>'
            '<c r="D1"><f>A1</f></c></row>',
            after='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
        )
    )
    for data in (hoa_binh()[0], zipped(odd), book_of([["1", "Việc", "Văn phòng", "Tháng 7", "x"]])):
        assert open_apart(data) == open_workbook(data)


def test_a_refusal_comes_back_with_its_sentence() -> None:
    with pytest.raises(Unreadable) as refused:
        open_apart(b"PK\x03\x04" + bytes(10 * 1024 * 1024))
    assert (refused.value.code, refused.value.params) == ("file-too-large", {"limit": "10"})


def test_the_child_knows_no_django_and_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "verschwiegen")
    asked: dict[str, Any] = {}
    run = subprocess.run

    def watched(command: list[str], **options: Any) -> Any:
        asked.update(options)
        return run(command, **options)

    monkeypatch.setattr(subprocess, "run", watched)
    open_apart(book_of([["1", "Việc"]]))
    assert asked["env"] == {}
    names = run(
        [
            sys.executable,
            "-c",
            "import sys, papers.intake.workbook, papers.intake.child; print(*sys.modules)",
        ],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split()
    assert not {"django", "rest_framework", "config", "plans", "organization"} & set(names)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("while True: pass", "file-too-slow"),
        ("import time; time.sleep(60)", "file-too-slow"),
        ("bytearray(300 * 1024 * 1024)", "file-breaks-reader"),
        ("import os; os.abort()", "file-breaks-reader"),
        ("sys.exit(3)", "file-breaks-reader"),
        ("open('left-behind', 'w').write('x')", "file-breaks-reader"),
        ("sys.stdout.write('{'); sys.exit(0)", "file-breaks-reader"),
    ],
    ids=["endless loop", "hang", "memory", "crash", "exit", "writes a file", "half an answer"],
)
def test_what_the_child_suffers_is_a_refusal_in_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, body: str, code: str
) -> None:
    stand_in(monkeypatch, tmp_path, body)
    monkeypatch.setattr(apart, "SECONDS", 8.0)
    with pytest.raises(Unreadable) as refused:
        open_apart(b"x")
    assert refused.value.code == code


def seconds(*, rows: int, letters: int) -> float:
    """What the rules take for so many rows with texts of so many letters, by the yardstick: the best of six."""
    said = [
        [n, f"Việc {n} " + "ế" * letters, "Văn phòng", f"{n % 28 + 1}/{n % 12 + 1}/2021", "Báo cáo"]
        for n in range(1, rows + 1)
    ]
    sheets, took = open_workbook(book_of(said)), []
    for _ in range(6):
        measure = yardstick()
        began = time.process_time()
        read = read_sheets(sheets, year=PlanYear(2021), known_units={"Văn phòng": "VP"})
        took.append((time.process_time() - began) * YARDSTICK_MILLISECONDS / measure)
        assert len(read.rows) == rows
    return min(took)


def test_the_rules_take_no_more_than_their_time_a_row() -> None:
    """Nor more for each of many rows than for each of a few, nor more for each letter of a long text than of a short one."""
    few, many = seconds(rows=FEW, letters=400), seconds(rows=ROWS - 1, letters=400)
    assert many / (ROWS - 1) <= PER_ROW
    assert many / (ROWS - 1) <= few / FEW * UNEVEN
    assert seconds(rows=FEW, letters=4_000) <= few * 10
