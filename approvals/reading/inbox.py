"""What waits for a person, or for somebody else after them, with what one looks at before signing many at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from approvals import kinds
from approvals.ledger.differences import difference
from approvals.models import Remark
from approvals.queries import Request, dockets_for
from approvals.queries.answered import answered_of
from approvals.queries.questions import questions_by, questions_on, questions_to
from approvals.queries.scope import contents_since
from approvals.words import Tally
from organization.models import User
from organization.queries import working_days_until
from workflow.machine import DECLARED
from workflow.models import Case
from workflow.procedures import signed_alone
from workflow.rules import Facts, Reason, is_next, reasons_against

from .cases import CaseLine, grounds_of, titles_of

#: What is signed from a list, one case or many: what asks for more than a comment is done on the case's own screen.
OFFERED = ("approve", "review", "consolidate", "present", "conclude", "grant", "decline")
#: How what waits is sent back, also many at once; no step of what goes on with its container.
SENT_BACK = ("return", "send-back")
#: How what was sent on is taken back.
TAKEN_BACK = ("withdraw", "recall")


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What a signer looks at first. `tally`: None where the kind counts nothing; `changes`: how much is otherwise than in the
    submission `since`, which whoever signs has seen; None where there is none; `answered`: remarks that came back with an answer."""

    tally: Tally | None
    changes: int | None
    since: int | None
    answered: int

    @property
    def quiet(self) -> bool:
        """Whether nothing in it asks for a look of its own."""
        return not self.answered and not (self.tally and (self.tally.contradictions or self.tally.overdue))


@dataclass(frozen=True, slots=True)
class AboutPlan:
    """A plan that a case is about, by the first of its line, so that a plan and its supplements are one."""

    id: UUID
    title: str


@dataclass(frozen=True, slots=True)
class WaitingLine(CaseLine):
    """A case that waits.

    Attributes:
        acts: what this person may sign of it from here; of what waits elsewhere: how they take it back.
        carried: it goes on with what contains it, a consolidation or a meeting, and asks for no act of its own.
        holds_up: what waits for it, as a sentence; empty: nothing.
        working_days: until it is due, below zero since; None: it is not due on a day.
        questions: those that they may answer; of what waits elsewhere: those that they asked.
        plan: the one that it is about, by the first of its line; None: none, or many.
    """

    acts: Sequence[str]
    carried: bool
    holds_up: str
    working_days: int | None
    glimpse: Glimpse
    plan: AboutPlan | None
    questions: Sequence[Remark]


@dataclass(frozen=True, slots=True)
class PreviewedCase(CaseLine):
    """A case before an act on it. `reasons`: what stands against the act now; `grounds`: of which one is stated with it; `holds_up` as
    of `WaitingLine`."""

    reasons: Sequence[Reason]
    grounds: Sequence[str]
    holds_up: str
    glimpse: Glimpse


def read_waiting(cases: Sequence[Case], user: User, now: datetime) -> list[WaitingLine]:
    """Those of the cases (`queries.waiting_of`) whose next step is really the person's, or which hold a question that they answer."""
    acts = (*OFFERED, *SENT_BACK)
    facts, asked = facts_of(cases, user, now, acts), questions_on(cases, questions_to(user, now))
    mine = [case for case in cases if case.id in asked or is_next(case.waits_for, facts[case.id])]
    return lines_of(mine, facts, now, acts, asked)


def read_elsewhere(cases: Sequence[Case], user: User, now: datetime) -> list[WaitingLine]:
    """Those of the cases (`queries.elsewhere_of`) whose next step is somebody else's, with how the person takes each back, and those
    which hold a question of theirs."""
    facts, asked = facts_of(cases, user, now, TAKEN_BACK), questions_on(cases, questions_by(user, now))
    others = [case for case in cases if case.id in asked or not is_next(case.waits_for, facts[case.id])]
    return lines_of(others, facts, now, TAKEN_BACK, asked)


def read_previewed(
    cases: Sequence[Case], act: str, seen: Mapping[UUID, str], user: User, now: datetime
) -> list[PreviewedCase]:
    """The cases as they stand before an act on all of them; a fixed number of statements."""
    dockets = dockets_for(cases, Request(by=user, now=now, acts=(act,)), seen=seen)
    titles, holding, glimpses = titles_of(cases), kinds.held_up(cases), glimpses_of(cases)
    return [
        PreviewedCase(
            case=case,
            title=titles[case.id],
            digest=dockets[case.id].facts.digest,
            reasons=reasons_against(act, dockets[case.id].facts),
            grounds=grounds_of(act, case),
            holds_up=holding.get(case.id, ""),
            glimpse=glimpses[case.id],
        )
        for case in cases
    ]


def facts_of(cases: Sequence[Case], user: User, now: datetime, acts: Sequence[str]) -> dict[UUID, Facts]:
    """What the judge knows of each case."""
    dockets = dockets_for(cases, Request(by=user, now=now, acts=acts))
    return {case_id: docket.facts for case_id, docket in dockets.items()}


def lines_of(
    cases: Sequence[Case],
    facts: Mapping[UUID, Facts],
    now: datetime,
    acts: Sequence[str],
    asked: Mapping[UUID, Sequence[Remark]],
) -> list[WaitingLine]:
    """The cases as lines of a list."""
    titles, holding, glimpses = titles_of(cases), kinds.held_up(cases), glimpses_of(cases)
    days, plans = days_left(cases, now), plans_about(cases)
    return [
        WaitingLine(
            case=case,
            title=titles[case.id],
            digest=facts[case.id].digest,
            acts=offered(case, facts[case.id], acts),
            carried=is_carried(case),
            holds_up=holding.get(case.id, ""),
            working_days=days.get(case.id),
            glimpse=glimpses[case.id],
            plan=plans.get(case.id),
            questions=asked.get(case.id, ()),
        )
        for case in cases
    ]


def plans_about(cases: Sequence[Case]) -> dict[UUID, AboutPlan]:
    """Case -> the plan that it is about; three statements, none where none is about one."""
    about = kinds.plans_of(cases)
    first = list(Case.objects.filter(id__in=set(about.values()))) if about else []
    titles = titles_of(first)
    return {case_id: AboutPlan(plan, titles[plan]) for case_id, plan in about.items()}


def offered(case: Case, facts: Facts, acts: Sequence[str]) -> list[str]:
    """Those of the acts that nothing stands against."""
    able = [act for act in acts if not reasons_against(act, facts)]
    return [act for act in able if act not in SENT_BACK] if is_carried(case) else able


def is_carried(case: Case) -> bool:
    """Whether no step forward is signed on the case by itself where it stands."""
    alone = signed_alone(case.kind, case.procedure, case.state, submitted=case.submitted)
    return all(DECLARED[act].backward for act in alone)


def days_left(cases: Sequence[Case], now: datetime) -> dict[UUID, int]:
    """Case -> working days until it is due; one statement."""
    due = {case.id: timezone.localtime(case.due_at).date() for case in cases if case.due_at}
    if not due:
        return {}
    counted = working_days_until(cases[0].institution_id, timezone.localtime(now).date(), set(due.values()))
    return {case_id: counted[day] for case_id, day in due.items()}


def glimpses_of(cases: Sequence[Case]) -> dict[UUID, Glimpse]:
    """Case -> what a signer looks at first; two statements. A content is read where its kind counts something in it, or where it
    was submitted before."""
    read = [case for case in cases if case.submitted and (case.submission > 1 or counts(case))]
    contents, answered = contents_since([case.id for case in read]), answered_of(cases)
    return {case.id: glimpse_of(case, contents.get(case.id, ()), answered.get(case.id, 0)) for case in cases}


def counts(case: Case) -> bool:
    """Whether the case's kind says something in figures."""
    return kinds.REGISTER[case.kind].tally is not None


def glimpse_of(case: Case, contents: Sequence[tuple[int, kinds.Content]], answered: int) -> Glimpse:
    """One case's, of what was seen of it before and of its latest submission."""
    tally = kinds.REGISTER[case.kind].tally
    figures = tally(contents[-1][1]) if tally and contents else None
    if len(contents) < 2:  # nothing to compare it with
        return Glimpse(figures, None, None, answered)
    [(since, before), (_latest, after)] = contents
    found = difference(before, after)
    return Glimpse(figures, len(found.fields) + len(found.things) + len(found.reordered), since, answered)
