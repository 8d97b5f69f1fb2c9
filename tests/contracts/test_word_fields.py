"""The fields of a word are declared once (reports.words.Said); every other list of them is compared with it."""

import re

import pytest

from reports.actions.words import as_columns
from reports.models import Finding, Result
from reports.queries.words import said_in
from reports.reading.reports import ShownRow
from reports.serializers.rows import (
    MonitoredRowOutput,
    SignedRowOutput,
    UnitRowOutput,
    WordInput,
    WordOutput,
)
from reports.words import FIELDS, NAMES, OF_PLAN, SILENT, Said, SignedRow
from tests.contracts.test_size_budget import ROOT

ROW = SignedRow(
    row="01a21752-2a65-71df-a352-ce1836579e9f", plan="01a21752-2a65-71df-a352-ce1836579e9f", word=Said()
)
#: A word that leaves no field silent.
FULL = Said(
    done=False,
    completed_on="2026-11-10",
    result="Đang làm",
    value="95.5",
    cause="Chờ kinh phí",
    remedy="Bố trí lại",
    promised_on="2026-11-15",
    expected_on="2026-11-20",
    evidence=[{"kind": "document", "value": "12/BC", "name": "Báo cáo"}],
)


@pytest.mark.parametrize("table", [Result, Finding])
def test_the_tables_have_a_column_for_each(table):
    columns = {column.name for column in table._meta.fields} - {
        "id",
        "row",
        "report",
        "agreed",
        "judged",
        "shares",
    }
    assert columns == set(NAMES)


def test_each_comes_in_and_goes_out_under_one_name():
    assert set(WordInput().fields) - {"row"} == set(NAMES) == set(WordOutput().fields)


@pytest.mark.parametrize("shape", [UnitRowOutput, MonitoredRowOutput])
def test_what_goes_out_of_a_row_is_what_is_described(shape):
    """The rows are written by hand, for speed: nothing more and nothing less than the fields say."""
    assert shape(ShownRow(ROW, [], [], [])).data.keys() == shape().fields.keys()


def test_each_is_kept_in_its_column_and_read_from_it():
    """Written by hand in both directions, for their types."""
    assert {one.name for one in FIELDS if getattr(FULL, one.name) == getattr(SILENT, one.name)} == set()
    assert said_in(Result(**as_columns(FULL))) == FULL


def test_a_row_of_a_content_is_described():
    assert ROW.to_content().keys() == SignedRowOutput().fields.keys() == {*OF_PLAN, *NAMES}


def test_every_field_has_a_kind():
    assert all(one.metadata["kind"] for one in FIELDS)


def test_the_screen_types_each_of_them():
    [typed] = (ROOT / "frontend" / "src").rglob("words.ts")
    draft = re.search(r"interface WordDraft \{(.*?)\}", typed.read_text(), re.DOTALL)
    assert draft is not None
    assert set(re.findall(r"^  (\w+):", draft[1], re.MULTILINE)) == set(NAMES)


def test_the_old_name_of_the_figure_is_refused_with_a_hint():
    given = WordInput(data={"row": ROW.row, "number": "5"})
    assert not given.is_valid()
    assert "value" in str(given.errors["number"][0])
