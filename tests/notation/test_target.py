"""Targets: the table of Lâm Đồng 2024, the phrases of Hòa Bình 2021, Sơn La 1646 and Notice 242."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notation.number import AmbiguousNumber, read_number
from notation.target import Target, TargetKind, read_target

LAM_DONG = json.loads((Path(__file__).parent / "data" / "lam_dong_2024.json").read_text())


def read(text: str) -> Target:
    target = read_target(text).target
    assert target is not None, text
    return target


def shown(target: Target) -> tuple[str, str | None, str | None, str]:
    data = target.to_json()
    return str(data["kind"]), data["low"], data["high"], target.unit


@pytest.mark.parametrize("year", ["2025", "2030"])
@pytest.mark.parametrize("row", LAM_DONG["targets"], ids=lambda row: row["code"])
def test_lam_dong(row: dict[str, str], year: str) -> None:
    kind = read(row[f"target_{year}"]).kind
    # The table calls every wording "text"; "Hoàn thành" is one that can be met or not.
    expected = "milestone" if row[f"target_{year}"] == "Hoàn thành" else row[f"notation_{year}"]
    assert kind == expected


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "unit"),
    [
        ("95", "number", "95", "95", ""),
        ("99,5", "number", "99.5", "99.5", ""),
        ("99.96", "number", "99.96", "99.96", ""),
        ("= 100%", "number", "100", "100", "%"),
        ("95- 97", "range", "95", "97", ""),
        ("30-35%", "range", "30", "35", "%"),
        ("từ 30% đến 35%", "range", "30", "35", "%"),
        ("> 60", "greater_than", "60", None, ""),
        ("trên 60%", "greater_than", "60", None, "%"),
        (">= 60", "at_least", "60", None, ""),
        ("≥60", "at_least", "60", None, ""),
        ("ít nhất 42%", "at_least", "42", None, "%"),
        ("tối thiểu 19%", "at_least", "19", None, "%"),
        ("không dưới 90%", "at_least", "90", None, "%"),
        ("99% trở lên", "at_least", "99", None, "%"),
        ("từ 03 giải trở lên", "at_least", "3", None, "giải"),
        ("phấn đấu đạt 02 giải trở lên", "at_least", "2", None, "giải"),
        ("25 Huy chương trở lên", "at_least", "25", None, "Huy chương"),
        ("tối thiểu 3 đơn vị/tháng", "at_least", "3", None, "đơn vị/tháng"),
        ("<= 5%", "at_most", None, "5", "%"),
        ("không quá 5%", "at_most", None, "5", "%"),
        ("5% trở xuống", "at_most", None, "5", "%"),
        ("< 5", "less_than", None, "5", ""),
        ("dưới 5%", "less_than", None, "5", "%"),
        ("10/10", "fraction", "10", "10", ""),
        ("05/7", "fraction", "5", "5", ""),
        ("10/10 huyện", "fraction", "10", "10", "huyện"),
        ("duy trì", "maintain", None, None, ""),
        ("Duy trì 95%", "maintain", "95", "95", "%"),
        ("duy trì ở mức 95 ± 2", "maintain", "93", "97", ""),
        ("mức độ 2", "level", "2", "2", ""),
        ("Hoàn thành", "milestone", None, None, ""),
        ("-", "none", None, None, ""),
        ("–", "none", None, None, ""),
        ("Triển khai theo đề án", "text", None, None, ""),
        ("1.250.000 đồng", "number", "1250000", "1250000", "đồng"),
    ],
)
def test_notations(text: str, kind: str, low: str | None, high: str | None, unit: str) -> None:
    assert shown(read(text)) == (kind, low, high, unit)


def test_a_fraction_keeps_its_whole() -> None:
    assert read("05/7").of == 7


@pytest.mark.parametrize("text", ["-", "Hoàn thành", "mức độ 2", "duy trì", "Triển khai theo đề án"])
def test_words_have_no_percentage(text: str) -> None:
    assert not read(text).measurable


@pytest.mark.parametrize("text", ["", "   ", "\u200b\n"])
def test_a_blank_is_nothing_and_never_zero(text: str) -> None:
    reading = read_target(text)
    assert (reading.target, reading.issues) == (None, ())


@pytest.mark.parametrize("text", ["1.000", "1,000", "ít nhất 1.000 giờ"])
def test_a_thousand_or_one_is_asked_back(text: str) -> None:
    reading = read_target(text)
    assert reading.target is None
    assert [(issue.severity, issue.code) for issue in reading.issues] == [
        ("warning", "target-number-ambiguous")
    ]


@pytest.mark.parametrize("text", ["35-30", "11/10", "0/0"])
def test_impossible_targets_are_errors(text: str) -> None:
    assert [(issue.severity, issue.code) for issue in read_target(text).issues] == [
        ("error", "target-impossible")
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0,125", "0.125"),
        ("1.000,5", "1000.5"),
        ("1,000.5", "1000.5"),
        ("007", "7"),
        ("1.2.3", None),
        ("x", None),
    ],
)
def test_numbers(text: str, value: str | None) -> None:
    assert read_number(text) == (None if value is None else Decimal(value))


@given(st.decimals(0, 10**6, places=2))
def test_any_number_with_a_comma_is_read_back(number: Decimal) -> None:
    assert read(str(number).replace(".", ",")).low == number


@given(st.integers(0, 999), st.integers(0, 999), st.sampled_from(["{}-{}", "{} – {}%", "từ {} đến {}"]))
def test_any_range_is_read_back_or_refused(low: int, high: int, form: str) -> None:
    reading = read_target(form.format(low, high))
    if low > high:
        assert reading.target is None
        assert [issue.severity for issue in reading.issues] == ["error"]
    else:
        assert reading.target
        assert (reading.target.low, reading.target.high) == (Decimal(low), Decimal(high))


@given(st.text(max_size=30) | st.from_regex(r"[<>=]{0,2} ?[0-9.,/%-]{1,8}( trở lên)?", fullmatch=True))
def test_anything_is_read_without_an_exception_and_survives_json(text: str) -> None:
    reading = read_target(text)
    if reading.target:
        assert Target.from_json(json.loads(json.dumps(reading.target.to_json()))) == reading.target
        assert reading.target.kind in TargetKind


def test_reading_a_number_says_when_it_is_ambiguous() -> None:
    with pytest.raises(AmbiguousNumber):
        read_number("12.345")
