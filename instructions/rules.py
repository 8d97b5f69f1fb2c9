"""What an instruction must say, and until when its leader may strike it. Pure."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from django.utils.translation import gettext_noop as _

from approvals.kinds import Content
from notation.text import excerpt, written
from periods.rules.deadlines import Calendar, following_school_year_ends
from workflow.rules import CONTENT, Reason

#: So many working days the leader whom the office cites has to strike what was not said so (issue D, point 10).
STRIKE_DAYS = 3
#: The last minute of a day: what is due on it is overdue afterwards.
LAST_MINUTE = time(23, 59)


def instruction_title(text: str) -> str:
    """What an instruction is called, in the Vietnamese of the office."""
    return f"Ý kiến chỉ đạo: {excerpt(text)}"


def gaps_of_instruction(act: str, content: Content) -> Sequence[Reason]:
    """What an answer lacks before it is submitted."""
    if act != "submit" or written(content["answer"]):
        return []
    return [Reason("answer-missing", CONTENT, _("Write the answer."), field="answer")]


def against_days(due_on: date, said_on: date | None, today: date) -> list[Reason]:
    """Why an instruction cannot name these days: it is due ahead, at most at the end of the following school year, and
    nobody has said it tomorrow."""
    reasons, last = [], following_school_year_ends(today)
    if due_on <= today:
        reasons.append(Reason("due-past", CONTENT, _("The day lies ahead."), field="due_on"))
    if due_on > last:
        message, params = _("Not later than %(day)s."), {"day": f"{last:%d/%m/%Y}"}
        reasons.append(Reason("due-too-far", CONTENT, message, params, field="due_on"))
    if said_on is not None and said_on > today:
        reasons.append(Reason("said-ahead", CONTENT, _("It was not said in the future."), field="said_on"))
    return reasons


def due_at(day: date, zone: tzinfo) -> datetime:
    """The moment after which what is due on the day is overdue."""
    return datetime.combine(day, LAST_MINUTE, tzinfo=zone)


def strike_until(today: date, calendar: Calendar, zone: tzinfo) -> datetime:
    """The end of the third working day after today."""
    return datetime.combine(calendar.shifted(today, STRIKE_DAYS) + timedelta(days=1), time(0), tzinfo=zone)
