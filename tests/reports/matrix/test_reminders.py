"""A reminder names who owes what by when, in Vietnamese that can be pasted as it is."""

import pytest

from periods.models import Period
from reports.rules.reminders import Awaited, reminder
from reports.rules.standing import Stand
from tests.api import Api
from tests.factories import World, small_world

from .signed_months import (
    clock_at,
    moment,
    open_month,
    report,
    sign_at,
    signed,
    submit,
)

OCTOBER = "2026-10"


@pytest.fixture
def october(one) -> Period:
    return open_month(one, OCTOBER)


def asked(world: World, period: Period, short: str, role: str, **params: str):
    """The answer to the request for a reminder."""
    return Api(world.person(short, role)).get(f"periods/{period.id}/reminder", **params)


def text(world: World, period: Period, short: str, role: str, **params: str) -> str:
    """The reminder."""
    answer = asked(world, period, short, role, **params)
    assert answer.status_code == 200, answer.json()
    return str(answer.json()["text"])


def test_the_office_reminds_the_monitoring_units(one, october, monkeypatch):
    clock_at(monkeypatch, "27/10/2026 10:30")
    assert text(one, october, "VP", "clerk", to="monitors") == (
        "Kính gửi các đơn vị: Phòng VP W; Phòng B W.\n"
        "Đến 10:30 ngày 27/10/2026, Phòng VP W chưa nhận được báo cáo tháng 10/2026 của:\n"
        "1. Phòng VP W (hạn 17:00 thứ Tư, 28/10/2026)\n"
        "2. Phòng B W (hạn 17:00 thứ Tư, 28/10/2026)\n"
        "Kính đề nghị các đơn vị hoàn thiện, ký duyệt và gửi đúng hạn để Phòng VP W tổng hợp.\n"
        "Trân trọng.\n"
        "Phòng VP W"
    )


def test_a_monitoring_unit_reminds_the_units_that_report_to_it(one, october, monkeypatch):
    signed(one, OCTOBER, "A", "B", "26/10/2026 09:00")
    clock_at(monkeypatch, "26/10/2026 17:00")
    assert text(one, october, "B", "officer", to="units") == (
        "Kính gửi các đơn vị: Phòng C W.\n"
        "Đến 17:00 ngày 26/10/2026, Phòng B W chưa nhận được báo cáo kết quả thực hiện tháng 10/2026 của:\n"
        "1. Phòng C W (đã quá hạn 17:00 thứ Hai, 26/10/2026)\n"
        "Kính đề nghị các đơn vị hoàn thiện, ký duyệt và gửi sớm để Phòng B W tổng hợp.\n"
        "Trân trọng.\n"
        "Phòng B W"
    )


def test_one_that_only_lacks_the_heads_signature_is_told_so(one, october, monkeypatch):
    submit(one, report(one, OCTOBER, "C", "B"), "C")
    clock_at(monkeypatch, "26/10/2026 08:00")
    shown = text(one, october, "B", "head", to="units")
    assert "Phòng C W (hạn 17:00 thứ Hai, 26/10/2026; đã trình, chờ trưởng đơn vị ký duyệt)" in shown
    assert "2. Phòng C W" in shown


def test_one_that_was_returned_is_asked_for_again_but_not_called_missing(one, october, monkeypatch):
    signed(one, OCTOBER, "A", "B", "26/10/2026 08:30")
    case_id = signed(one, OCTOBER, "C", "B", "26/10/2026 09:00")
    sign_at(one, case_id, "return", "B", "head", "26/10/2026 09:30", comment="Thiếu minh chứng")
    clock_at(monkeypatch, "26/10/2026 10:00")
    shown = text(one, october, "B", "head", to="units")
    assert "chưa nhận được" not in shown
    assert (
        "Báo cáo kết quả thực hiện tháng 10/2026 sau đây đã gửi, đã được trả lại để hoàn thiện, ký duyệt và gửi lại:\n"
        "1. Phòng C W (đã gửi lần đầu 09:00 ngày 26/10/2026)"
    ) in shown


def test_when_everything_came_it_says_so(one, october, monkeypatch):
    for unit in ("A", "C"):
        signed(one, OCTOBER, unit, "B", "26/10/2026 09:00")
    clock_at(monkeypatch, "26/10/2026 10:00")
    assert text(one, october, "B", "head", to="units") == (
        "Đến 10:00 ngày 26/10/2026, Phòng B W đã nhận đủ báo cáo kết quả thực hiện tháng 10/2026.\n"
        "Trân trọng cảm ơn các đơn vị."
    )


def test_before_the_reports_were_drafted_nobody_owes_anything(one, monkeypatch):
    clock_at(monkeypatch, "26/10/2026 10:00")
    period = Period.objects.get(institution=one.institution, label=OCTOBER)
    assert text(one, period, "VP", "head", to="monitors") == (
        "Chưa có báo cáo tháng 10/2026 nào phải gửi Phòng VP W."
    )
    assert text(one, one.period, "VP", "head", to="monitors") == (
        "Chưa có báo cáo năm học 2026-2027 nào phải gửi Phòng VP W."
    )


def test_it_is_vietnamese_whatever_the_reader_speaks(one, october, monkeypatch):
    clock_at(monkeypatch, "26/10/2026 10:00")
    clerk = Api(one.person("VP", "clerk"))
    answers = [
        clerk.client.get(f"/api/v1/periods/{october.id}/reminder?to=monitors", HTTP_ACCEPT_LANGUAGE=language)
        for language in ("vi", "en")
    ]
    assert answers[0].json() == answers[1].json()


@pytest.mark.parametrize(
    ("short", "role", "to", "status"),
    [
        ("VP", "clerk", "monitors", 200),
        ("VP", "head", "monitors", 200),
        ("VP", "officer", "monitors", 403),
        ("B", "head", "monitors", 403),
        ("", "leader", "monitors", 403),
        ("B", "officer", "units", 200),
        ("A", "officer", "units", 200),
        ("", "leader", "units", 403),
        ("", "administrator", "units", 403),
    ],
)
def test_who_may_remind(one, october, monkeypatch, short, role, to, status):
    clock_at(monkeypatch, "26/10/2026 10:00")
    assert asked(one, october, short, role, to=to).status_code == status


def test_a_monitoring_unit_can_be_named(one, october, monkeypatch):
    clock_at(monkeypatch, "26/10/2026 10:00")
    own = text(one, october, "B", "officer", to="units")
    assert text(one, october, "B", "officer", to="units", unit="W-B") == own
    refused = asked(one, october, "B", "officer", to="units", unit="W-VP")
    assert (refused.status_code, refused.json()["code"]) == (403, "not-permitted")
    unknown = asked(one, october, "B", "officer", to="units", unit="W-X")
    assert (unknown.status_code, unknown.json()["code"]) == (400, "unit-unknown")


@pytest.mark.parametrize("params", [{}, {"to": "everybody"}, {"to": "units", "when": "now"}])
def test_a_malformed_request(one, october, params):
    assert asked(one, october, "VP", "clerk", **params).status_code == 400


def test_a_period_of_another_institution_is_not_found(one, october):
    stranger = small_world("X")
    assert asked(stranger, october, "VP", "clerk", to="monitors").status_code == 404


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("01/02/2027 08:00", "08:00 thứ Hai, 01/02/2027"),
        ("27/08/2025 17:00", "17:00 thứ Tư, 27/08/2025"),
        ("31/01/2026 17:00", "17:00 thứ Bảy, 31/01/2026"),
        ("01/03/2026 17:00", "17:00 Chủ nhật, 01/03/2026"),
    ],
)
def test_the_due_point_in_words(due, words):
    open_one = Awaited(unit="Phòng Đào tạo", stand=Stand.MISSING, submitted=False, signed_at=None)
    shown = reminder(
        what="báo cáo", receiver="Phòng HCQT", reports=[open_one], due_at=moment(due), now=moment("01/01/2025 08:00"),
    )  # fmt: skip
    assert f"1. Phòng Đào tạo (hạn {words})" in shown
