"""Where Notice 242, II.8 counts a task of the rector as not completed: an item followed without result, or inaccurately.

Candidates only, computed from what was signed: the leadership decides on each. Lateness is no trigger.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from approvals.kinds import Content
from approvals.ledger.content import opened
from approvals.models import Signature, Submission
from approvals.rules import OTHER
from meetings.models import Consequence, InaccurateResult
from meetings.words.agenda import ShownConsequence
from notation import moments
from organization.models import Unit, User
from periods.models import Period
from periods.queries import calendar_around
from reports.queries.due_rows import followed_at
from reports.queries.standing import last_words
from reports.rules.signed import PlanPart, monitoring_report_in
from reports.rules.standing import Stand, stand_after
from reports.words import SignedRow, read_rows
from workflow.models import State

from .agenda import Hearing, Report, without_verdict
from .followed import Followed, followed_plans, is_owed, items_at
from .meetings import units_in_view

if TYPE_CHECKING:
    from reports.models import MonitoringReport, UnitReport

NO_RESULT, INACCURATE = Consequence.Trigger.NO_RESULT, Consequence.Trigger.INACCURATE
Key = tuple[UUID, UUID, UUID, str]


@dataclass(slots=True)
class Candidate:
    """An item that a unit followed in a period without result, or inaccurately; `evidence` says what shows it."""

    period: Period
    unit: Unit
    item: UUID
    title: str
    trigger: str
    evidence: str

    @property
    def key(self) -> Key:
        """What a decision is about."""
        return self.period.id, self.unit.id, self.item, self.trigger


def candidates(hearing: Hearing) -> list[Candidate]:
    """What the rule points at, by the units' position; none where no reported period is heard."""
    if not hearing.periods:
        return []
    found = {candidate.key: candidate for candidate in [*without_result(hearing)]}
    for candidate in (*inaccurate(hearing), *called_inaccurate(hearing)):
        known = found.setdefault(candidate.key, candidate)
        if known is not candidate:
            known.evidence = f"{known.evidence}\n{candidate.evidence}"
    return sorted(
        found.values(), key=lambda row: (row.period.starts, row.unit.position, row.unit.code, row.title)
    )


def without_result(hearing: Hearing) -> Iterator[Candidate]:
    """Items of which no monitoring report that its head has signed by the close says anything, or whose due rows have no
    verdict. What waits at the office, or was sent back by it, has come: that is not the monitoring unit's silence.
    """
    named: dict[tuple[UUID, str], PlanPart] = {}
    came = {(report.period.id, report.unit.id): report for report in handed_in(hearing)}
    for report in came.values():
        named |= {(report.period.id, plan["plan"]): plan for plan in report.content["plans"]}
    followed = list(followed_plans(hearing))
    for period in hearing.periods:
        owed: dict[tuple[UUID, UUID], list[Followed]] = defaultdict(list)
        for one in followed:
            mine = one.is_at(followed_at(period))
            if mine and is_owed(one, period, came.get((period.id, one.unit))):
                owed[one.unit, one.item].append(one)
        for (unit, item), plans in owed.items():
            parts = [named.get((period.id, str(one.plan))) for one in plans]
            if evidence := no_result(parts, hearing.read):
                title = plans[0].title or plans[0].plan_title
                yield Candidate(period, hearing.units[unit], item, title, NO_RESULT, evidence)


def handed_in(hearing: Hearing) -> Iterator[Report]:
    """The monitoring reports of the heard periods that stand signed by their heads at the close (until then: now): as they
    are heard, the others as they were signed last; three statements.
    """
    at = hearing.meeting.closed_at
    approved = Signature.objects.filter(
        act="approve", case__monitoring_report__period__in=hearing.periods
    ).select_related("case__monitoring_report")
    if at is not None:
        approved = approved.filter(signed_at__lte=at)
    latest = {row.case_id: row for row in approved.order_by("case", "sequence")}
    last = last_words(latest, at)
    stands = {case for case in latest if stand_after(last.get(case)) != Stand.MISSING}
    heard = {report.case: report for report in (*hearing.before, *hearing.reports)}
    yield from (heard[case] for case in stands & heard.keys())
    periods = {period.id: period for period in hearing.periods}
    texts = Submission.objects.filter(case__in=stands - heard.keys())
    for case, number, text, frozen_at in texts.values_list("case", "number", "content", "created_at"):
        if number == latest[case].submission:
            report = latest[case].case.monitoring_report
            content = monitoring_report_in(opened(text))
            yield Report(case, periods[report.period_id], hearing.units[report.unit_id], content, frozen_at)


def no_result(
    parts: Collection[PlanPart | None], read: Callable[[PlanPart], Iterable[SignedRow]] = read_rows
) -> str:
    """What shows that an item has no result, by its plans in the report; empty where it has one."""
    named = [plan for plan in parts if plan is not None]
    if not named:
        return gettext("No monitoring report that names it was received.")
    count = sum(without_verdict(read(plan)) for plan in named)
    if not count:
        return ""
    return ngettext(
        "%(count)s row that is due has no finding.", "%(count)s rows that are due have no finding.", count
    ) % {"count": count}


def inaccurate(hearing: Hearing) -> Iterator[Candidate]:
    """What the admin office sent back to be checked again, or returned after the monitoring unit's head had signed, and
    that was not mended by the close; unless it stated another ground, or less than one working day was left for it.
    """
    judged = Q(act="send-back", case__unit_report__period__in=hearing.periods)
    judged |= Q(
        act="return",
        from_state=State.UNIT_APPROVED,
        case__monitoring_report__period__in=hearing.periods,
    )
    if hearing.meeting.closed_at is not None:
        judged &= Q(signed_at__lte=hearing.meeting.closed_at)
    signatures = list(
        Signature.objects.filter(judged)
        .select_related(
            "case__unit_report__period", "case__unit_report__monitor", "case__monitoring_report__period",
            "case__monitoring_report__unit",
        )
        .order_by("signed_at", "id")
    )  # fmt: skip
    last = last_words({row.case_id for row in signatures}, hearing.meeting.closed_at)
    open_still = [
        row
        for row in signatures
        if last[row.case_id].at == row.signed_at and row.details.get("ground") != OTHER
    ]
    texts = Submission.objects.filter(case__in=[row.case_id for row in open_still])
    contents = {(case, number): text for case, number, text in texts.values_list("case", "number", "content")}
    followed = list(followed_plans(hearing)) if open_still else []
    for signature in in_good_time(hearing, open_still):
        content = opened(contents[signature.case_id, signature.submission])
        period, unit = whose(signature)
        items = items_at(followed, period)
        for plan, title in concerned(signature, content).items():
            item, name = items.get(UUID(plan), (UUID(plan), ""))
            yield Candidate(period, unit, item, name or title, INACCURATE, said(signature))


def in_good_time(hearing: Hearing, signatures: Sequence[Signature]) -> Iterator[Signature]:
    """Those after which at least one working day was left until the meeting."""
    if not signatures:
        return
    until = hearing.meeting.closed_at or hearing.meeting.held_at
    first = timezone.localtime(min(row.signed_at for row in signatures)).date()
    calendar = calendar_around(hearing.meeting.institution, first, timezone.localtime(until).date())
    for signature in signatures:
        at = timezone.localtime(signature.signed_at)
        if datetime.combine(calendar.shifted(at.date(), 1), at.timetz()) <= until:
            yield signature


def called_inaccurate(hearing: Hearing) -> Iterator[Candidate]:
    """What the leadership called inaccurate at this meeting, whatever was mended since; one statement."""
    message = gettext("%(name)s at “%(meeting)s”, %(at)s: %(reason)s")
    said_here = InaccurateResult.objects.filter(meeting=hearing.meeting)
    for row in said_here.select_related("period", "unit", "said_by"):
        evidence = message % {
            "name": row.said_by.full_name,
            "meeting": hearing.meeting.title,
            "at": moments.moment(timezone.localtime(row.said_at)),
            "reason": row.reason,
        }
        yield Candidate(row.period, row.unit, row.item_id, row.title, INACCURATE, evidence)


def whose(signature: Signature) -> tuple[Period, Unit]:
    """Period and monitoring unit that a send-back or return concerns."""
    if signature.act == "send-back":
        unit_report: UnitReport = signature.case.unit_report
        return unit_report.period, unit_report.monitor
    report: MonitoringReport = signature.case.monitoring_report
    return report.period, report.unit


def concerned(signature: Signature, content: Content) -> dict[str, str]:
    """Plan -> its title: those whose rows the remarks name, else all that the report speaks of."""
    if "plans" in content:
        rows = [(plan, row) for plan in content["plans"] for row in plan["rows"]]
        places = [(plan["plan"], plan["title"], row["row"]) for plan, row in rows]
        every = {plan["plan"]: plan["title"] for plan in content["plans"]}
    else:
        places = [(row["plan"], row["plan_title"], row["row"]) for row in content["rows"]]
        every = {plan: title for plan, title, _row in places}
    remarked = {remark.get("row") for remark in signature.details.get("remarks", [])}
    named = {plan: title for plan, title, row in places if row in remarked}
    return named or every


def said(signature: Signature) -> str:
    """Who found it inaccurate, when, and the reason that was written."""
    at = moments.moment(timezone.localtime(signature.signed_at))
    return f"{signature.signer_name}, {at}: {signature.comment}"


def decisions(meeting_id: UUID) -> dict[Key, Consequence]:
    """What the leadership has recorded at this meeting."""
    rows = Consequence.objects.filter(meeting=meeting_id).select_related(
        "period", "unit", "item", "decided_by"
    )
    return {(row.period_id, row.unit_id, row.item_id, row.trigger): row for row in rows}


def consequences_of(hearing: Hearing, user: User, now: datetime) -> list[ShownConsequence]:
    """What the rule points at with what was decided, as the agenda carries it; a unit sees its own."""
    if not hearing.consolidations:
        return []
    decided, seen = decisions(hearing.meeting.id), units_in_view(user, now)
    shapes = []
    for candidate in candidates(hearing):
        decision = decided.pop(candidate.key, None)
        shapes.append((candidate.unit.id, pointed_at(candidate, decision)))
    shapes += [(row.unit_id, recorded(row)) for row in decided.values()]
    return [shape for unit_id, shape in shapes if seen is None or unit_id in seen]


def pointed_at(candidate: Candidate, decision: Consequence | None) -> ShownConsequence:
    """A candidate over the wire: applied, not applied, or not decided yet."""
    return {
        "period": candidate.period.label,
        "unit": candidate.unit.code,
        "name": candidate.unit.name,
        "item": str(candidate.item),
        "title": candidate.title,
        "trigger": candidate.trigger,
        "evidence_text": candidate.evidence,
        "applied": decision.applied if decision else None,
        "reason": decision.reason if decision else "",
    }


def recorded(decision: Consequence) -> ShownConsequence:
    """A decision over the wire where the rule no longer points at anything: a supplement brought the result."""
    return {
        "period": decision.period.label,
        "unit": decision.unit.code,
        "name": decision.unit.name,
        "item": str(decision.item_id),
        "title": decision.title,
        "trigger": decision.trigger,
        "evidence_text": "",
        "applied": decision.applied,
        "reason": decision.reason,
    }


def decided_in(user: User, year: Period, now: datetime) -> QuerySet[Consequence]:
    """The decisions on the periods of a school year (or year), by meeting; a unit sees its own."""
    found = Consequence.objects.filter(
        meeting__institution=user.institution_id,
        period__starts__gte=year.starts,
        period__starts__lte=year.ends,
    ).select_related("meeting", "period", "unit", "decided_by")
    seen = units_in_view(user, now)
    if seen is not None:
        # What is still open to change is the leadership's and the office's alone.
        found = found.filter(unit__in=seen, meeting__closed_at__isnull=False)
    return found.order_by("period__starts", "unit__position", "unit__code", "decided_at", "id")
