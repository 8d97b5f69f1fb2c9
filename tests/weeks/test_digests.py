"""One digest for each person and working day: officers two and one working days before the unit's due point, who signs one before
(issue G, point 4)."""

from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.core import mail

from organization.models import User
from tests.api import Api
from tests.clock import Clock, moment
from tests.journeys.answers import done as ok
from tests.journeys.answers import texts
from tests.plans.changing_plans import row_id
from tests.reported_month import Month, done
from tests.weeks.test_my_week import october_world
from weeks.jobs import remind_people
from weeks.models import Digest

__all__ = ["october_world"]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """October's reports are due on Monday the 26th at 17:00: two working days before is Thursday the 22nd."""
    return Clock(monkeypatch, moment("2026-10-22 08:00"))


@pytest.fixture
def month(october_world: Month, clock: Clock) -> Month:
    """A owes B a report with two rows."""
    month = october_world
    month.plan("Tuyển sinh", [month.task("Tư vấn", "Tháng 10/2026"), month.task("Hồ sơ", "Tháng 10/2026")])
    month.until("2026-10-21 09:00")
    month.open()
    return month


def reminded(clock: Clock, at: str) -> set[str]:
    """Who was written a digest at that moment."""
    clock.moment = moment(at)
    before = set(Digest.objects.values_list("id", flat=True))
    remind_people()
    return set(Digest.objects.exclude(id__in=before).values_list("person__username", flat=True))


def mine(user: User) -> Any:
    return ok(Api(user).get("my-digest"), 200)["digest"]


def test_officers_are_reminded_twice_and_who_signs_once_and_never_on_a_day_off(month, clock):
    officers, signers = {"w-a.officer"}, {"w-a.head", "w-a.deputy"}
    assert reminded(clock, "2026-10-21 10:00") == set()
    assert reminded(clock, "2026-10-22 06:59") == set()
    assert reminded(clock, "2026-10-22 07:00") == officers
    assert reminded(clock, "2026-10-22 15:00") == set(), "once a day"
    assert reminded(clock, "2026-10-23 08:00") == officers | signers
    assert reminded(clock, "2026-10-24 08:00") == set(), "Saturday"
    assert reminded(clock, "2026-10-25 08:00") == set(), "Sunday"
    assert reminded(clock, "2026-10-26 08:00") == set(), "the day itself"


def test_days_off_are_no_working_days(month, clock):
    clerk = Api(month.world.person("VP", "clerk"))
    off = {"working": False, "name": "Nghỉ", "source": "CV 1"}
    ok(clerk.send("put", "calendar/2026-10-23", off), 200)
    assert reminded(clock, "2026-10-21 08:00") == {"w-a.officer"}
    assert reminded(clock, "2026-10-22 08:00") == {"w-a.officer", "w-a.head", "w-a.deputy"}
    assert reminded(clock, "2026-10-23 08:00") == set()


def test_it_says_what_is_owed_until_when_in_words_that_can_be_pasted(month, clock):
    reminded(clock, "2026-10-22 08:00")
    digest = mine(month.world.person("A", "officer"))
    assert digest["title"] == "Báo cáo tháng 10/2026, hạn 17:00 thứ Hai, 26/10/2026 (còn 2 ngày làm việc)"
    assert digest["text"].splitlines() == [
        "Nhắc việc ngày 22/10/2026:",
        "- Báo cáo tháng 10/2026 của Phòng A W gửi Phòng B W: hạn 17:00 thứ Hai, 26/10/2026.",
    ]
    assert any("Báo cáo tháng 10/2026" in text for text in texts(Api(month.world.person("A", "officer"))))
    assert mine(month.world.person("A", "head")) is None
    clock.moment = moment("2026-10-23 06:00")
    assert mine(month.world.person("A", "officer")) is None, "of today only"


def test_nobody_is_reminded_of_what_is_signed_and_a_submitted_one_waits_for_its_head(month, clock):
    report = month.report()
    month.say(report, [done(row_id(text, month.plans["Tuyển sinh"])) for text in ("Tư vấn", "Hồ sơ")])
    month.world.stage.submit(report, "W-A")
    assert reminded(clock, "2026-10-23 08:00") == {"w-a.officer", "w-a.head", "w-a.deputy"}
    assert "đã trình, chờ trưởng đơn vị ký duyệt" in mine(month.world.person("A", "head"))["text"]
    month.world.stage.approve(report, "W-A")
    Digest.objects.all().delete()
    assert reminded(clock, "2026-10-23 09:00") == set()


def test_it_is_mailed_where_a_server_is_set_once_to_who_has_an_address(month, clock, settings):
    officer = month.world.person("A", "officer")
    User.objects.filter(id=officer.id).update(email="an@w.edu.vn")
    reminded(clock, "2026-10-22 08:00")
    assert mail.outbox == [], "no server is set"
    settings.EMAIL_HOST = "smtp.w.edu.vn"
    remind_people()
    remind_people()
    [sent] = mail.outbox
    assert (sent.to, sent.subject.split(",")[0]) == (["an@w.edu.vn"], "Báo cáo tháng 10/2026")
    assert "Phòng A W gửi Phòng B W" in sent.body
    assert Digest.objects.get().mailed_at is not None


def test_a_mail_server_that_is_away_is_asked_again(month, clock, settings, monkeypatch):
    User.objects.filter(username="w-a.officer").update(email="an@w.edu.vn")
    settings.EMAIL_HOST = "smtp.w.edu.vn"

    def away(*_args: Any, **_more: Any) -> int:
        raise ConnectionRefusedError

    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.EmailMessage.send", away)
        reminded(clock, "2026-10-22 08:00")
    assert (mail.outbox, Digest.objects.get().mailed_at) == ([], None)
    remind_people()
    assert len(mail.outbox) == 1


def test_a_server_that_lets_nobody_in_leaves_the_digests_for_the_next_run(
    month, clock, settings, monkeypatch
):
    User.objects.filter(username="w-a.officer").update(email="an@w.edu.vn")
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens there
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert reminded(clock, "2026-10-22 08:00") == {"w-a.officer"}
    assert Digest.objects.get().mailed_at is None


def test_an_address_that_is_refused_keeps_nobody_else_from_theirs(month, clock, settings, monkeypatch):
    for role in ("officer", "head"):
        User.objects.filter(username=f"w-a.{role}").update(email=f"{role}@w.edu.vn")
    settings.EMAIL_HOST = "smtp.w.edu.vn"
    plain = mail.EmailMessage.send

    def send(self: mail.EmailMessage, fail_silently: bool = False) -> int:
        if "officer@w.edu.vn" in self.to:
            raise SMTPRecipientsRefused({"officer@w.edu.vn": (550, b"unknown")})
        return plain(self, fail_silently)

    monkeypatch.setattr("django.core.mail.EmailMessage.send", send)
    reminded(clock, "2026-10-23 08:00")
    assert [sent.to for sent in mail.outbox] == [["head@w.edu.vn"]]
