"""Text made comparable."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notation.text import fold, one_line, tidy, written
from notation.year import PlanYear


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_folded_text_is_found_without_accents(form: str) -> None:
    assert fold(unicodedata.normalize(form, "Kế hoạch ĐÀO TẠO")) == "ke hoach dao tao"  # type: ignore[arg-type]


def test_every_vietnamese_letter_folds_to_ascii() -> None:
    letters = "".join(
        vowel + tone
        for vowel in "aăâeêioôơuưy"
        for tone in ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
    )
    assert fold(letters + letters.upper() + "đĐ").isascii()


def test_stray_blanks_and_invisible_characters_go() -> None:
    assert one_line(" Sau\u00a0khi \u200bcó\n Nghị\u00ad định\ufeff ") == "Sau khi có Nghị định"


def test_tidy_keeps_line_breaks_and_drops_empty_lines() -> None:
    assert tidy(" Hồ sơ \r\n\r\n  Báo  cáo\u000bKết quả ") == "Hồ sơ\nBáo cáo\nKết quả"


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    for normalise in (one_line, tidy, fold):
        once = normalise(text)
        assert normalise(once) == once
        assert unicodedata.is_normalized("NFC", once)


@given(st.text())
def test_fold_does_not_see_the_unicode_form(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(("label", "start", "end"), [
    ("2021", "2021-01-01", "2021-12-31"), ("2025-2026", "2025-08-01", "2026-07-31"), (" 2025 – 2026 ", "2025-08-01", "2026-07-31"),
])  # fmt: skip
def test_plan_years(label: str, start: str, end: str) -> None:
    year = PlanYear.parse(label)
    assert (year.start.isoformat(), year.end.isoformat()) == (start, end)
    assert PlanYear.parse(year.label) == year


@pytest.mark.parametrize("label", ["", "21", "2025-2027", "2025/2026", "năm 2021", "0001", "9999"])
def test_other_labels_are_refused(label: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        PlanYear.parse(label)


#: Every character that has a meaning.
ASSIGNED = [
    letter for letter in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(letter) not in ("Cn", "Co")
]  # fmt: skip
#: Falls away, and leads the longer way.
UNSEEN = "\u200b"


def test_the_short_ways_lead_where_the_long_ones_do() -> None:
    for letter in ASSIGNED:
        code, text = f"U+{ord(letter):04X}", f"a  {letter}b"
        assert written(letter) is written(UNSEEN + letter), code
        assert one_line(text) == one_line(UNSEEN + text), code
        assert tidy(text) == tidy(UNSEEN + text), code
        assert fold(text) + "α" == fold(text + "α"), code
    assert not written("")
