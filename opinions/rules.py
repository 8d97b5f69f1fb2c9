"""What an opinion must say, and until when it is asked. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, tzinfo

from django.utils.translation import gettext_noop as _

from approvals.kinds import Content
from notation.text import excerpt, written
from periods.rules.deadlines import following_school_year_ends
from workflow.rules import CONTENT, Reason

#: The last minute of a day: silence until then counts as agreed.
LAST_MINUTE = time(23, 59)


def opinion_title(title: str) -> str:
    """What it is called, in the Vietnamese of the office."""
    return f"Góp ý dự thảo: {excerpt(title)}"


def gaps_of_opinion(act: str, content: Content) -> Sequence[Reason]:
    """What it lacks before it is submitted: agreed or not, and what is not agreed."""
    return list(missing_in(content)) if act == "submit" else []


def missing_in(content: Content) -> Iterator[Reason]:
    """What is not said yet."""
    if content["agrees"] is None:
        yield Reason("agrees-missing", CONTENT, _("Say whether the unit agrees."), field="agrees")
    elif not content["agrees"] and not written(content["text"]):
        yield Reason("text-missing", CONTENT, _("Write the opinion."), field="text")


def against_day(due_on: date, today: date) -> list[Reason]:
    """Why nobody can be asked until this day: it lies ahead, at most at the end of the following school year."""
    last = following_school_year_ends(today)
    if due_on <= today:
        return [Reason("due-past", CONTENT, _("The day lies ahead."), field="due_on")]
    if due_on > last:
        params = {"day": f"{last:%d/%m/%Y}"}
        return [Reason("due-too-far", CONTENT, _("Not later than %(day)s."), params, field="due_on")]
    return []


def due_at(day: date, zone: tzinfo) -> datetime:
    """The moment from which silence counts as agreed."""
    return datetime.combine(day, LAST_MINUTE, tzinfo=zone)
