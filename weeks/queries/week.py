"""What waits for one person until the end of a week, as far as they see it (Notice I.1, I.2)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from approvals.queries import ids_seen, seen_by, visible_to
from handovers.queries import remarks_for
from instructions.models import Instruction
from notation.text import excerpt
from organization.models import User
from organization.queries import appointments_of, lineage
from periods.models import Period
from plans.models import PlanOfficer, PlanRow
from plans.queries.people import rows_followed, rows_going_on, rows_with
from reports.models import Result
from reports.queries.due_rows import candidates, span_of
from reports.queries.promises import promises_of
from reports.rules.candidates import DueRow, due_rows
from workflow.models import State

ROW, PROMISE, REPORT, REMARK, INSTRUCTION = "row", "promise", "report", "remark", "instruction"
#: What can wait, in the order in which it is told on one day.
WHATS = (ROW, PROMISE, REPORT, REMARK, INSTRUCTION)
REPORTS = ("unit-report", "monitoring-report")


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for the person.

    Attributes:
        what: one of WHATS.
        day: when it is due; None: on no day.
        title: of the plan, report or instruction; `text`: the row, remark or instruction itself.
        case: where it is done: the plan as its last revision in force has it, the report, the case with the remark, the instruction.
        row: the row that it is about, in that plan.
        named: of a row, whether it names the person; else they follow its plan for their unit.
        overdue: its day is over.
    """

    what: str
    day: date | None
    title: str
    text: str
    case: UUID
    row: UUID | None = None
    named: bool = False
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """What a person has: the rows that name them, by their keys, the plans that they follow, each with the units for which they
    do, and the units of their posts."""

    rows: set[UUID]
    plans: Mapping[UUID, set[UUID]]
    units: set[UUID]

    @property
    def words(self) -> Q:
        """What is said of it: a condition on words of reports."""
        return Q(row__in=self.rows) | Q(row__plan__root__in=self.plans)


def week_of(today: date, *, after: bool) -> tuple[date, date]:
    """Monday and Sunday of the week that holds the day, or of the one after."""
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 if after else 0)
    return monday, monday + timedelta(days=6)


def work_of(user: User, now: datetime) -> Work:
    """What the person has now; five statements."""
    plans: dict[UUID, set[UUID]] = {}
    for plan, unit in PlanOfficer.objects.filter(user=user, until=None).values_list("plan", "unit"):
        plans.setdefault(plan, set()).add(unit)
    units = lineage({post.post.unit_id for post in appointments_of(user, now)})
    return Work(rows_with(user.id), plans, units)


def waiting_for(user: User, ends: date, now: datetime) -> list[Waiting]:
    """All of it until a day, what is due first on top, what is due on no day last; a fixed number of statements."""
    work, today = work_of(user, now), timezone.localtime(now).date()
    starts, _sunday = week_of(today, after=False)
    week = Period(institution_id=user.institution_id, kind=Period.Kind.MONTH, starts=starts, ends=ends)
    finished = said_done(work, starts)
    found = [
        *rows_due(work, week, finished, user, now),
        *promised(work, ends, finished, user, now),
        *drafts(user, now),
        *remarked(user, now),
        *instructed(user, ends, now),
    ]
    told = [replace(one, overdue=one.day is not None and one.day < today) for one in found]
    return sorted(told, key=lambda one: (one.day or date.max, WHATS.index(one.what), one.title, one.text))


def said_done(work: Work, since: date) -> set[tuple[UUID, UUID]]:
    """(row, unit) that the unit's word says is done in a period that was not over before; one statement."""
    said = Result.objects.filter(work.words, done=True, report__period__ends__gte=since)
    return set(said.values_list("row", "report__unit"))


def rows_due(
    work: Work, week: Period, finished: Collection[tuple[UUID, UUID]], user: User, now: datetime
) -> Iterator[Waiting]:
    """The rows that fall due in the week or did before and are not done, of those that the person has."""
    mine = Q(key__in=work.rows) | Q(plan__root__in=work.plans)
    rows = [
        row
        for row in due_rows(candidates(week, only=mine), span_of(week))
        if row.asked and is_theirs(row, work)
    ]
    seen = set(ids_seen(user, now).filter(id__in={row.plan for row in rows}))
    now_as = {one.key: one for one in rows_followed([row.id for row in rows])}
    for row in rows:
        open_ = [lead for lead in row.answering if (row.id, lead.unit_id) not in finished]
        if row.plan in seen and open_:
            case, place = place_of(row.plan, row.id, now_as)
            yield Waiting(
                ROW, row.listing.due_on, row.plan_title, row.text, case, place, named=row.id in work.rows
            )


def place_of(root: UUID, key: UUID, now_as: Mapping[UUID, PlanRow]) -> tuple[UUID, UUID]:
    """The plan and the row as they stand now; the first of both where a later supplement has the row no more."""
    row = now_as.get(key)
    return (row.plan_id, row.id) if row else (root, key)


def is_theirs(row: DueRow, work: Work) -> bool:
    """Whether the row names the person, or a unit leads it for which they follow its plan."""
    return row.id in work.rows or not work.plans.get(row.plan, set()).isdisjoint(
        lead.unit_id for lead in row.leads
    )


def promised(
    work: Work, ends: date, finished: Collection[tuple[UUID, UUID]], user: User, now: datetime
) -> Iterator[Waiting]:
    """The days that the person's units named for these rows, until the end of the week."""
    promises = [
        one
        for one in promises_of(work.words, work.units)
        if one.day <= ends and (one.row, one.unit) not in finished
    ]
    open_ = {row.key: row for row in rows_going_on([one.row for one in promises], now)}
    titles = dict(
        visible_to(user, now).filter(id__in={one.plan for one in promises}).values_list("id", "title")
    )
    for one in promises:
        if one.plan in titles and one.row in open_:
            case, place = place_of(one.plan, one.row, open_)
            yield Waiting(
                PROMISE, one.day, titles[one.plan], one.text, case, place, named=one.row in work.rows
            )


def drafts(user: User, now: datetime) -> Iterator[Waiting]:
    """Reports that the person began to write and that were not submitted."""
    found = visible_to(user, now).filter(
        kind__in=REPORTS, state=State.DRAFT, submitted=False, edited_by=user, closed_at=None
    )
    for case in found.order_by("id"):
        yield Waiting(REPORT, day_of(case.due_at), case.title, "", case.id)


def remarked(user: User, now: datetime) -> Iterator[Waiting]:
    """Remarks that wait for the person's answer."""
    for remark in remarks_for(user).filter(case__in=ids_seen(user, now)):
        yield Waiting(
            REMARK, day_of(remark.case.due_at), remark.case.title, excerpt(remark.text), remark.case_id
        )


def instructed(user: User, ends: date, now: datetime) -> Iterator[Waiting]:
    """Instructions that name the person, are due until the end of the week and were not answered yet."""
    found = Instruction.objects.filter(
        seen_by(user, now, "case__"), person=user, case__state=State.DRAFT, due_on__lte=ends
    )
    for one in found.select_related("case").order_by("case_id"):
        yield Waiting(INSTRUCTION, one.due_on, one.case.title, excerpt(one.text), one.case_id)


def day_of(moment: datetime | None) -> date | None:
    """The day of a moment where the institution is."""
    return timezone.localtime(moment).date() if moment else None
