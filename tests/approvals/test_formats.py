"""What was signed in an earlier format is read, shown and verified for ever (docs/adr/0020).

data/format_N.json holds contents and a chain that a program of that format really signed. A file is added for a new
format; none is ever changed.
"""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from approvals import kinds
from approvals.ledger import chain
from approvals.ledger.canonical import canonical, sha256
from approvals.ledger.content import opened
from approvals.models import Signature
from meetings.rules.agenda import part_of_unit
from reports.rules.gaps import gaps_of_monitoring_report, gaps_of_unit_report
from reports.rules.signed import monitoring_report_in
from reports.words import NAMES, SILENT, read_plan_rows, read_rows
from tests.api import Api
from tests.contracts.cases_in_states import all_said, month_of
from tests.factories import small_world

FILES = sorted((Path(__file__).parent / "data").glob("format_*.json"))
CONTENTS: list[dict[str, str]] = [row for file in FILES for row in json.loads(file.read_text())["contents"]]
CHAINS: list[list[dict[str, Any]]] = [json.loads(file.read_text())["chain"] for file in FILES]
named = pytest.mark.parametrize("kept", CONTENTS, ids=[row["name"] for row in CONTENTS])


def signed(row: dict[str, Any]) -> Signature:
    """A signature as the database would give it."""
    times = {name: datetime.fromisoformat(row[name]) for name in ("signed_at", "due_at") if row.get(name)}
    return Signature(**row | times)


@named
def test_a_content_keeps_its_digest(kept):
    assert sha256(kept["text"]) == kept["digest"]
    assert canonical(json.loads(kept["text"])) == kept["text"]


@named
def test_a_content_is_read_as_todays_program_wants_it(kept):
    content = opened(kept["text"])
    if kept["name"].startswith("consolidation"):
        assert {"figures", "missing", "late", "contradictions", "highlights", "proposals"} <= content.keys()
    if kept["name"] == "monitoring-report":
        assert list(read_plan_rows(content))
        assert part_of_unit(monitoring_report_in(content), (), {})["plans"]
        gaps_of_monitoring_report("submit", content)
    if kept["name"] == "unit-report":
        assert list(read_rows(content))
        gaps_of_unit_report("submit", content)


@pytest.mark.parametrize("name", NAMES)
def test_a_field_that_a_content_does_not_have_is_silent(name):
    [kept] = [row for row in CONTENTS if row["name"] == "unit-report"]
    content = opened(kept["text"])
    for row in content["rows"]:
        row.pop(name, None)
    assert {canonical(getattr(row.said, name)) for row in read_rows(content)} == {
        canonical(getattr(SILENT, name))
    }


def test_a_content_of_a_format_to_come_is_named():
    frame = json.loads(CONTENTS[0]["text"]) | {"format": "99"}
    with pytest.raises(kinds.UnknownFormat) as refused:
        opened(canonical(frame))
    assert refused.value.reasons[0].params["form"] == "99"


def test_who_looks_at_what_a_newer_program_signed_is_told_so(db, monkeypatch):
    month = month_of(small_world("W"))
    month.sign_report(all_said(month))
    monkeypatch.setitem(kinds.REGISTER, "unit-report", replace(kinds.REGISTER["unit-report"], formats={}))
    answer = Api(month.world.person("A", "head")).get(f"reports/{month.report()}")
    assert (answer.status_code, answer.json()["code"]) == (409, "unknown-format")
    assert "format 1" in answer.json()["detail"]


@pytest.mark.parametrize("rows", CHAINS)
def test_a_chain_verifies(rows):
    fault, last = chain.first_fault(rows[0]["case_id"], map(signed, rows))
    assert fault is None
    assert last is not None
    assert last.hash == rows[-1]["hash"]


@pytest.mark.parametrize("rows", CHAINS)
def test_a_chain_verifies_though_the_next_format_covers_a_field_more(rows, monkeypatch):
    newest = max(chain.COVERED)
    monkeypatch.setitem(chain.COVERED, newest + 1, (*chain.COVERED[newest], "mood"))
    monkeypatch.setattr(chain, "COLUMNS", {**chain.COLUMNS, "mood": "fingerprint"})
    fault, last = chain.first_fault(rows[0]["case_id"], map(signed, rows))
    assert (fault, last and last.hash) == (None, rows[-1]["hash"])
    following = signed(rows[-1] | {"format": newest + 1})
    assert "mood" in chain.covered(following)
    assert chain.hash_of(following) != rows[-1]["hash"]


def test_a_signature_of_an_unknown_format_is_a_fault():
    rows = [row | {"format": 99} for row in CHAINS[0][:1]]
    fault, _last = chain.first_fault(rows[0]["case_id"], map(signed, rows))
    assert fault == chain.Fault(rows[0]["case_id"], 1, "format")
