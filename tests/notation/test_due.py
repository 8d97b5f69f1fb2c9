"""Due times: every notation of the seed documents, what lies between them, and what is wrong."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notation.due import Due, DueKind, read_due
from notation.year import PlanYear

DATA = Path(__file__).parent / "data"
HOA_BINH = json.loads((DATA / "hoa_binh_2021_due_texts.json").read_text())
LAM_DONG = json.loads((DATA / "lam_dong_2024.json").read_text())
Y2021, Y2024, SCHOOL = PlanYear(2021), PlanYear(2024), PlanYear(2025, school=True)


def read(text: str, year: PlanYear = Y2021) -> Due:
    due = read_due(text, year).due
    assert due is not None, text
    return due


def codes(text: str, year: PlanYear = Y2021) -> list[str]:
    return [issue.code for issue in read_due(text, year).issues]


def shown(due: Due) -> tuple[str, str | None, str | None]:
    data = due.to_json()
    return str(data["kind"]), data["start"], data["end"]


def test_the_list_of_hoa_binh_has_24_distinct_texts() -> None:
    assert len(HOA_BINH["due_texts"]) == 24


@pytest.mark.parametrize("row", HOA_BINH["due_texts"], ids=lambda row: row["due_text"])
def test_hoa_binh(row: dict[str, str | None]) -> None:
    due = read(str(row["due_text"]))
    assert shown(due) == (row["due_kind"], row["due_start"], row["due_end"])


def test_only_the_two_dates_before_the_year_are_doubtful_in_hoa_binh() -> None:
    doubtful = {
        row["due_text"]: codes(row["due_text"]) for row in HOA_BINH["due_texts"] if codes(row["due_text"])
    }
    assert doubtful == {"Tháng 8/2020": ["due-before-year"], "Tháng 11/2020": ["due-before-year"]}


def test_a_warning_quotes_the_cell() -> None:
    (issue,) = read_due("Tháng 8/2020", Y2021).issues
    assert (issue.severity, issue.params) == ("warning", {"text": "Tháng 8/2020", "year": "2021"})


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Thường xuyên", "standing", None, None),
        ("Khi tiến hành sơ kết, tổng kết Nghị quyết", "after_event", None, None),
        ("Đến năm 2025 và các năm tiếp theo", "onward", None, None),
        ("Năm 2024 và các năm tiếp theo", "onward", "2024-01-01", None),
        ("trước ngày 05/11 hằng năm", "yearly", None, "2024-11-04"),
        ("định kỳ trước ngày 10/11 hằng năm", "yearly", None, "2024-11-09"),
        ("Hằng năm", "yearly", None, None),
        ("định kỳ báo cáo theo quy định", "periodic", None, None),
        ("chậm nhất ngày 25/3/2024", "day", None, "2024-03-25"),
        ("trước ngày 30/3/2024", "day", None, "2024-03-29"),
        ("Đầu tháng 4/2024 ( có giấy mời cụ thể )", "month", "2024-04-01", "2024-04-30"),
        ("trước 17h00 ngày thứ 4 tuần cuối cùng của tháng", "monthly", None, None),
        ("hàng tuần, tháng", "weekly_and_monthly", None, None),
        ("hàng tháng", "monthly", None, None),
    ],
)
def test_lam_dong_an_lao_and_notice_242(text: str, kind: str, start: str | None, end: str | None) -> None:
    assert shown(read(text, Y2024)) == (kind, start, end)
    assert codes(text, Y2024) == []


@pytest.mark.parametrize("text", LAM_DONG["times"])
def test_every_time_of_lam_dong_is_understood(text: str) -> None:
    assert codes(text, Y2024) == []


@pytest.mark.parametrize("row", LAM_DONG["yearly"], ids=lambda row: row["by"])
def test_the_yearly_deadlines_of_lam_dong_exclude_their_day(row: dict[str, int | str]) -> None:
    assert row["boundary"] == "strictly_before"
    assert read(str(row["by"]), Y2024).end == date(2024, int(row["month"]), int(row["day"]) - 1)


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Tháng 7", "month", "2021-07-01", "2021-07-31"),
        ("tháng 7 năm 2021", "month", "2021-07-01", "2021-07-31"),
        ("T7/2021", "month", "2021-07-01", "2021-07-31"),
        ("07/2021", "month", "2021-07-01", "2021-07-31"),
        ("Tháng 02/2024", "month", "2024-02-01", "2024-02-29"),
        ("Hết tháng 6/2021", "month", None, "2021-06-30"),
        ("Trước tháng 6/2021", "month", None, "2021-05-31"),
        ("Tháng 6, 7/2021", "month_range", "2021-06-01", "2021-07-31"),
        ("Tháng 6 – 8 / 2021", "month_range", "2021-06-01", "2021-08-31"),
        ("Từ tháng 3 đến tháng 5/2021", "month_range", "2021-03-01", "2021-05-31"),
        ("Tháng 3/2021; Tháng 9/2021", "month_range", "2021-03-01", "2021-09-30"),
        ("Tháng 12/2020 - 02/2021", "month_range", "2020-12-01", "2021-02-28"),
        ("Quý II/2021", "quarter", "2021-04-01", "2021-06-30"),
        ("Quý 4 năm 2021", "quarter", "2021-10-01", "2021-12-31"),
        ("Trong quý I", "quarter", "2021-01-01", "2021-03-31"),
        ("Quý I, II/2021", "quarter_range", "2021-01-01", "2021-06-30"),
        ("6 tháng đầu năm", "half_year", "2021-01-01", "2021-06-30"),
        ("6 tháng cuối năm 2021", "half_year", "2021-07-01", "2021-12-31"),
        ("Trong năm", "within_year", "2021-01-01", "2021-12-31"),
        ("Cả năm 2021", "within_year", "2021-01-01", "2021-12-31"),
        ("Giai đoạn 2021-2025", "year_range", "2021-01-01", "2025-12-31"),
        ("Đến năm 2025", "year", None, "2025-12-31"),
        ("25/3/2021", "day", "2021-03-25", "2021-03-25"),
        ("Ngày 25 tháng 3 năm 2021", "day", "2021-03-25", "2021-03-25"),
        ("Trước 17h00 ngày 25/3/2021", "day", None, "2021-03-25"),
        ("Ngày 25-26/3/2021", "day_range", "2021-03-25", "2021-03-26"),
        ("Từ ngày 01/3/2021 đến ngày 15/4/2021", "day_range", "2021-03-01", "2021-04-15"),
        ("01/3 - 15/4/2021", "day_range", "2021-03-01", "2021-04-15"),
        ("Từ năm 2021", "onward", "2021-01-01", None),
        ("Mỗi quý 01 lần", "quarterly", None, None),
        ("01 lần/tháng", "monthly", None, None),
        ("6 tháng một lần", "half_yearly", None, None),
        ("Hằng tuần", "weekly", None, None),
    ],
)
def test_spellings_in_between(text: str, kind: str, start: str | None, end: str | None) -> None:
    assert shown(read(text)) == (kind, start, end)


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Tháng 9", "month", "2025-09-01", "2025-09-30"),
        ("Tháng 5", "month", "2026-05-01", "2026-05-31"),
        ("Tháng 9-5", "month_range", "2025-09-01", "2026-05-31"),
        ("Tháng 9-5/2026", "month_range", "2025-09-01", "2026-05-31"),
        ("Từ tháng 9/2025 đến tháng 5/2026", "month_range", "2025-09-01", "2026-05-31"),
        ("Từ tháng 9 đến tháng 5/2026", "month_range", "2025-09-01", "2026-05-31"),
        ("Quý III", "quarter", "2025-07-01", "2025-09-30"),
        ("Quý I", "quarter", "2026-01-01", "2026-03-31"),
        ("Trong năm học", "within_year", "2025-08-01", "2026-07-31"),
        ("Trong năm học 2025 - 2026", "within_year", "2025-08-01", "2026-07-31"),
        ("Năm học 2025-2026", "year", "2025-08-01", "2026-07-31"),
        ("trước ngày 05/11 hằng năm", "yearly", None, "2025-11-04"),
    ],
)
def test_a_school_year_runs_from_august_to_july(
    text: str, kind: str, start: str | None, end: str | None
) -> None:
    assert shown(read(text, SCHOOL)) == (kind, start, end)
    assert codes(text, SCHOOL) == []


@pytest.mark.parametrize(
    "text",
    ["Tháng 13/2021", "31/02/2021", "Tháng 0/2021", "Quý V/2021", "Tháng 8-6/2021", "Tháng 7/20230", "Ngày 32/1/2021",
     "Năm học 2025-2027", "trước ngày 31/11 hằng năm", "Tháng 6-13/2021"],
)  # fmt: skip
def test_dates_that_do_not_exist_are_errors(text: str) -> None:
    reading = read_due(text, Y2021)
    assert reading.due is None
    assert [(issue.severity, issue.code, issue.params) for issue in reading.issues] == [
        ("error", "due-impossible", {"text": text})
    ]


@pytest.mark.parametrize("text", ["Theo kế hoạch của Bộ", "Sau ngày 15/3/2021", "sớm", "1-2-3-4", "Học kỳ I"])
def test_unknown_wording_is_a_warning(text: str) -> None:
    reading = read_due(text, Y2021)
    assert (reading.due, [issue.severity for issue in reading.issues]) == (None, ["warning"])
    assert codes(text) == ["due-unknown"]


def test_after_the_year_is_a_warning() -> None:
    assert codes("Tháng 1/2022") == ["due-after-year"]
    assert codes("Đến năm 2025") == []


@pytest.mark.parametrize("text", ["", "  ", "\n", "\u00a0\u200b"])
def test_a_blank_is_no_due_time_and_no_issue(text: str) -> None:
    assert read_due(text, Y2021) == type(read_due(text, Y2021))(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Sau khi có Nghị định của Chính phủ", "Nghị định của Chính phủ"),
        ("Sau khi có văn bản \nhướng dẫn của  Bộ GD&ĐT", "văn bản hướng dẫn của Bộ GD&ĐT"),
        ("Khi tiến hành sơ kết, tổng kết Nghị quyết", "tiến hành sơ kết, tổng kết Nghị quyết"),
        ("Ngay sau khi có Quyết định", "Quyết định"),
    ],
)
def test_a_conditional_due_time_names_its_event_and_is_never_past(text: str, event: str) -> None:
    due = read(text)
    assert (due.kind, due.event) == (DueKind.AFTER_EVENT, event)
    assert not due.is_past(date.max)


def test_past_begins_on_the_day_after_the_end() -> None:
    due = read("Tháng 7/2021")
    assert [due.is_past(day) for day in (date(2021, 7, 31), date(2021, 8, 1))] == [False, True]
    assert not read("Năm 2024 và các năm tiếp theo").is_past(date.max)


def test_intervals_of_recurring_due_times() -> None:
    assert read("hàng tuần, tháng").every == ("week", "month")
    assert read("Hằng quý").every == ("quarter",)
    assert read("Thường xuyên").every == read("Tháng 7/2021").every == ()


def test_the_wording_is_kept_as_it_was() -> None:
    assert read_due(" Tháng  7/2021 ", Y2021).wording == " Tháng  7/2021 "


months = st.integers(1, 12)
years = st.integers(1990, 2100)


@given(
    months, years, st.sampled_from(["Tháng {}/{}", "tháng {:02}/{}", "Tháng {} năm {}", "T{}/{}", "{}/{}"])
)
def test_any_month_is_read_back(month: int, year: int, form: str) -> None:
    due = read(form.format(month, year))
    assert due.start == date(year, month, 1)
    assert due.end is not None
    assert (due.end.month, due.kind) == (month, "month")


@given(
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["{d}/{m}/{y}", "Ngày {d:02}/{m:02}/{y}", "{d}-{m}-{y}"]),
)
def test_any_day_is_read_back(day: date, form: str) -> None:
    due = read(form.format(d=day.day, m=day.month, y=day.year))
    assert (due.kind, due.start, due.end) == ("day", day, day)


@given(months, months, years)
def test_a_month_range_ends_after_it_starts_or_is_refused(first: int, last: int, year: int) -> None:
    reading = read_due(f"Tháng {first}-{last}/{year}", PlanYear(2021))
    if first > last:
        assert [issue.code for issue in reading.issues] == ["due-impossible"]
    else:
        assert reading.due is not None
        assert reading.due.start == date(year, first, 1)
        assert reading.due.end is not None
        assert reading.due.end.month == last


notations = st.sampled_from([row["due_text"] for row in HOA_BINH["due_texts"]] + LAM_DONG["times"])
calendar_years = st.builds(PlanYear, st.integers(1990, 2099), st.booleans())


@given(notations | st.text(max_size=40), calendar_years)
def test_anything_is_read_without_an_exception_and_survives_json(text: str, year: PlanYear) -> None:
    reading = read_due(text, year)
    if reading.due:
        assert Due.from_json(json.loads(json.dumps(reading.due.to_json()))) == reading.due
        if reading.due.start and reading.due.end:
            assert reading.due.start <= reading.due.end
    assert reading.due or reading.issues or not text.strip() or not text.isprintable()


@given(notations, calendar_years)
def test_spelling_of_accents_and_blanks_does_not_matter(text: str, year: PlanYear) -> None:
    import unicodedata

    stray = unicodedata.normalize("NFD", text).replace(" ", "\u00a0 \n")
    assert read_due(stray, year).due == read_due(text, year).due
