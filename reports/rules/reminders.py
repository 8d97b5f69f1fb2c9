"""A reminder to paste into a message: who owes which report by when. Pure text, in Vietnamese for whoever reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from notation import moments
from periods.rules.deadlines import is_late

from .standing import Stand

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True, slots=True)
class Awaited:
    """A report that somebody is waiting for.

    Attributes:
        unit: name of the unit that writes it.
        stand: where it stands; only what is missing or was sent back is asked for.
        submitted: one that only lacks the head's signature.
        signed_at: the head's first signature.
        officers: who of the unit follows the plans of which it still says nothing: they are reminded first.
        unit_id: of that unit, for whoever tells its people.
    """

    unit: str
    stand: Stand
    submitted: bool
    signed_at: datetime | None
    officers: tuple[str, ...] = ()
    unit_id: UUID | None = None


def reminder(
    *, what: str, receiver: str, reports: Sequence[Awaited], due_at: datetime | None, now: datetime
) -> str:
    """The whole message.

    Args:
        what: which reports, "báo cáo tháng 8/2025".
        receiver: name of the unit that they are owed to.
        reports: all of them, in the order in which units are named.
    """
    if not reports or due_at is None:
        return f"Chưa có {what} nào phải gửi {receiver}."
    owed = [report for report in reports if report.stand in (Stand.MISSING, Stand.RETURNED)]
    if not owed:
        return (
            f"Đến {clock(now)} ngày {day(now)}, {receiver} đã nhận đủ {what}.\nTrân trọng cảm ơn các đơn vị."
        )
    missing = [
        f"{report.unit} ({by_when(report, due_at, now)})" for report in owed if report.stand == Stand.MISSING
    ]
    mending = [
        f"{report.unit} (đã gửi lần đầu {clock(report.signed_at)} ngày {day(report.signed_at)})"
        for report in owed
        if report.stand == Stand.RETURNED and report.signed_at
    ]
    lines = [f"Kính gửi các đơn vị: {'; '.join(report.unit for report in owed)}."]
    if missing:
        lines.append(f"Đến {clock(now)} ngày {day(now)}, {receiver} chưa nhận được {what} của:")
        lines += numbered(missing)
    if mending:
        lines.append(f"{capital(what)} sau đây đã gửi, đã được trả lại để hoàn thiện, ký duyệt và gửi lại:")
        lines += numbered(mending)
    soon = "sớm" if is_late(now, due_at) else "đúng hạn"
    lines.append(f"Kính đề nghị các đơn vị hoàn thiện, ký duyệt và gửi {soon} để {receiver} tổng hợp.")
    return "\n".join([*lines, "Trân trọng.", receiver])


def numbered(items: Sequence[str]) -> list[str]:
    """1. …; 2. …"""
    return [f"{number}. {item}" for number, item in enumerate(items, start=1)]


def by_when(report: Awaited, due_at: datetime, now: datetime) -> str:
    """Until when it is owed, or since when it is overdue; and what it still lacks."""
    point = f"{clock(due_at)} {weekday(due_at)}, {day(due_at)}"
    owed = f"đã quá hạn {point}" if is_late(now, due_at) else f"hạn {point}"
    if report.submitted:
        return f"{owed}; đã trình, chờ trưởng đơn vị ký duyệt"
    return f"{owed}; viên chức theo dõi, đôn đốc: {', '.join(report.officers)}" if report.officers else owed


def clock(moment: datetime) -> str:
    """17:00."""
    return moments.clock(timezone.localtime(moment))


def day(moment: datetime) -> str:
    """27/08/2025."""
    return moments.day(timezone.localtime(moment))


def weekday(moment: datetime) -> str:
    """thứ Tư."""
    return WEEKDAYS[timezone.localtime(moment).weekday()]


def capital(text: str) -> str:
    """The text as a sentence begins."""
    return text[:1].upper() + text[1:]
