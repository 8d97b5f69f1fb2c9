"""Who stands where, by each paper and screen that says so: (unit, monitoring unit or "") -> list."""

import re
from collections.abc import Mapping
from typing import Any

from .played_months import Key, short

Lists = dict[Key, str]
#: Lists of a consolidation and of an agenda.
NAMED = {"missing": "missing", "waiting": "waiting", "sent_back": "returned"}
#: What a head is asked -> kind of the report, and the list that it must be on; "after": it came after the closing.
QUESTIONS = {
    "Your report for": "unit-report",
    "Your monitoring report for": "monitoring-report",
}
ASKED = {
    "was not received: why, and when will it come?": "missing",
    "was sent back and has not come again: why, and when will it come?": "returned",
    "after the closing: why?": "after",
}


def in_matrix(body: Any, label: str = "2026-10") -> Lists:
    """By a month's column of the matrix."""
    found: Lists = {}
    for row in body["units"]:
        [cell] = [cell for cell in row["cells"] if cell["period"] == label]
        for part in cell["reports"]["parts"]:
            found[short(row["unit"]), short(part["monitor"])] = part["stand"]
        if cell["monitoring"]:
            found[short(row["unit"]), ""] = cell["monitoring"]["stand"]
    return found


def in_paper(body: Any, name: str) -> dict[Key, Any]:
    """One list of a consolidation or agenda, its lines by report."""
    return {key_of(line): line for line in body[name]}


def in_papers(body: Any) -> Lists:
    """By all the lists of a consolidation or agenda; nothing stands on two of them."""
    named = [(key, where) for name, where in NAMED.items() for key in in_paper(body, name)]
    assert len(dict(named)) == len(named), "a report on two lists"
    return dict(named)


def key_of(line: Mapping[str, Any]) -> Key:
    """The report that a line names."""
    return short(line["unit"]), short(line["monitor"] or "")


def in_reminder(text: str) -> dict[str, str]:
    """By a reminder: name of a unit -> the list; who is not named owes nothing."""
    found, where = {}, ""
    for line in text.splitlines():
        if "chưa nhận được" in line:
            where = "missing"
        elif "đã được trả lại" in line:
            where = "returned"
        elif said := re.match(r"\d+\. (.+?) \(", line):
            found[said[1]] = where
    first = text.splitlines()[0]
    addressed = first.removeprefix("Kính gửi các đơn vị: ").rstrip(".").split("; ") if found else []
    assert sorted(addressed) == sorted(found), first
    assert found or "Kính gửi" not in first
    return found


def in_slips(slips: Any) -> set[tuple[str, str, str]]:
    """By the questions about reports: (unit, kind of the report, list)."""
    return {
        (short(slip["unit"]), kind, where)
        for slip in slips
        for question in slip["questions"]
        for begins, kind in QUESTIONS.items()
        for ends, where in ASKED.items()
        if question.startswith(begins) and question.endswith(ends)
    }


def parts_of(matrix: Any) -> dict[Key, Any]:
    """Every report in the matrix of a month."""
    found: dict[Key, Any] = {}
    for row in matrix["units"]:
        [cell] = row["cells"]
        found |= {(short(row["unit"]), short(part["monitor"])): part for part in cell["reports"]["parts"]}
        found |= {(short(row["unit"]), ""): cell["monitoring"]} if cell["monitoring"] else {}
    return found
