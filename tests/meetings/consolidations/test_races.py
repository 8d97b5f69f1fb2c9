"""The office signs while the last reports are checked, or sent back: consolidated once, none lost, on PostgreSQL.

Every round is a review of its own (Period.Kind.REVIEW) with fresh reports. RACE_REPEATS gives the full count.
"""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from approvals.actions import Outcome
from approvals.ledger.content import framed, working_digest
from approvals.ledger.verify import faults
from approvals.models import Signature, Submission
from meetings.actions import Wording, change_consolidation, create_consolidation
from meetings.contents.consolidations import consolidation_contents
from meetings.models import ConsolidationItem
from meetings.queries.consolidations import takeable
from periods.models import DUE_POINTS, Period
from reports.actions.reports import draft_reports
from tests.approvals.test_races import ask, assert_sound
from tests.factories import APPROVED, CONSOLIDATED, REVIEWED, Racers, World, repeats, seeds
from tests.meetings.consolidations.october_school import School, school
from workflow.models import Case
from workflow.rules import Refused

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs row locks: make test-db"),
]
#: From so many rounds on, both must have won sometimes.
MANY = 100


@dataclass
class Rounds:
    """Reviews of the same rows, one after another, and what has become of their reports."""

    month: School
    random: Random
    count: int = 0
    cases: list[UUID] = field(default_factory=list)
    signed: list[UUID] = field(default_factory=list)

    @property
    def period(self) -> Period:
        """The period of the present round."""
        return self.month.period_at(self.month.label)

    def open(self) -> None:
        """The reports of a further review."""
        self.count += 1
        october, world = self.month.period_at("2026-10"), self.month.world
        self.month.label = f"Đợt {self.count}"
        period = Period.objects.create(
            institution=world.institution, kind=Period.Kind.REVIEW, label=self.month.label, starts=october.starts,
            ends=october.ends, confirmed_by=world.person("VP", "head"), confirmed_at=world.now(),
            **{name: getattr(october, name) for name in DUE_POINTS},
        )  # fmt: skip
        draft_reports(period, by=world.person("VP", "head"), now=world.now())
        self.cases += Case.objects.filter(period=period.label).values_list("id", flat=True)

    def take_in(self) -> UUID:
        """The clerk begins the consolidation of this round with what has been checked."""
        clerk = self.month.world.person("VP", "clerk")
        why = Wording(unchecked_reason="Chưa kịp kiểm tra")
        made = create_consolidation(
            period=self.period, case_ids=None, by=clerk, now=timezone.now(), wording=why
        )
        self.signed.append(made.case_id)
        return made.case_id

    def submit(self, whole: UUID) -> None:
        """The clerk submits what it says at this moment, and looks again where a report moved meanwhile."""
        clerk = self.month.world.person("VP", "clerk")
        outcome = ask(whole, "submit", clerk, fresh(whole))
        while [reason.code for reason in outcome.reasons] == ["stale"]:
            outcome = ask(whole, "submit", clerk, fresh(whole))
        assert outcome.signature, outcome.reasons

    def sign(self, whole: UUID) -> Outcome:
        """The head of the office signs."""
        return ask(whole, "consolidate", self.month.world.person("VP", "head"))

    def assert_none_lost(self) -> None:
        """A last consolidation takes in what is left; then each report has been consolidated once."""
        self.open()
        whole = self.take_in()
        if ConsolidationItem.objects.filter(consolidation=whole).exists():
            self.submit(whole)
            assert self.sign(whole).signature
        for case_id in self.cases:
            times = Signature.objects.filter(case=case_id, act="consolidate").count()
            ever_checked = Signature.objects.filter(case=case_id, act="review").exists()
            assert times == int(ever_checked), case_id
        assert not list(faults())


def fresh(whole: UUID) -> str:
    """The digest of an open draft as GET shows it."""
    case = Case.objects.get(id=whole)
    return working_digest(framed(case, consolidation_contents([whole])[whole], case.submission + 1))


def named_outside(whole: UUID) -> set[UUID]:
    """The reports that the signed content names as not inside, in whichever list."""
    content = json.loads(Submission.objects.filter(case=whole).latest("number").content)["content"]
    return {UUID(line["case"]) for name in ("missing", "waiting", "sent_back") for line in content[name]}


def assert_inside_or_missing(whole: UUID, reports: list[UUID], left: dict[UUID, str]) -> None:
    """Each report of the round is inside and consolidated, or outside, where it stood before, and named so."""
    inside = dict(ConsolidationItem.objects.filter(consolidation=whole).values_list("case", "digest"))
    outside = named_outside(whole)
    for case in Case.objects.filter(id__in=reports):
        chain = assert_sound(case.id)
        if case.id in inside:
            assert (case.state, case.digest) == (CONSOLIDATED, inside[case.id])
            assert (chain[-1].act, chain[-1].within) == ("consolidate", whole)
            assert case.id not in outside
        else:
            assert case.state == left[case.id]
            assert case.id in outside


@pytest.fixture
def month(world: World) -> School:
    """A small school, really committed."""
    return school(world)


def later(job: Callable[[], Any], pause: float) -> Callable[[], Any]:
    """The same a moment later, so that each round interleaves otherwise."""

    def run() -> Any:
        time.sleep(pause)
        return job()

    return run


@pytest.mark.parametrize("seed", seeds(1))
def test_the_last_two_reports_are_checked_while_the_office_signs(month: School, seed: int) -> None:
    rounds, met = Rounds(month, Random(seed)), set()
    world = month.world
    with Racers(3) as racers:
        for place in range(repeats(10)):
            rounds.open()
            month.a_done()
            unit = month.unit_reports("D", [month.open_row("Đề thi"), month.open_row("Chấm thi")])
            monitoring = month.monitor_signs("C")
            office = [partial(office_signs, rounds), partial(office_submits, rounds)][place % 2]
            work = office()
            checks = [
                partial(ask, unit, "review", world.person("C", "head")),
                partial(ask, monitoring, "review", world.person("VP", "deputy")),
            ]
            jobs = [work, *(later(check, rounds.random.uniform(0, 0.08)) for check in checks)]
            signed, *checked = racers.run(jobs)
            assert all(
                isinstance(outcome, Outcome) and outcome.signature for outcome in (signed, *checked)
            ), checked
            whole = rounds.signed[-1]
            reports = list(
                Case.objects.filter(period=month.label)
                .exclude(kind="consolidation")
                .values_list("id", flat=True)
            )
            assert_inside_or_missing(whole, reports, dict.fromkeys(reports, REVIEWED))
            met.add(len(named_outside(whole)))
    rounds.assert_none_lost()
    assert met - {0}, "nothing came too late"


def office_signs(rounds: Rounds) -> Callable[[], Outcome]:
    """Everything at once: begin, submit, sign."""

    def work() -> Outcome:
        whole = rounds.take_in()
        rounds.submit(whole)
        return rounds.sign(whole)

    return work


def office_submits(rounds: Rounds) -> Callable[[], Outcome]:
    """The draft stands; what was checked since is taken in, then submitted and signed."""
    whole = rounds.take_in()

    def work() -> Outcome:
        take_afresh(rounds, whole)
        rounds.submit(whole)
        return rounds.sign(whole)

    return work


def take_afresh(rounds: Rounds, whole: UUID) -> None:
    """The clerk takes in what is checked now."""
    clerk = rounds.month.world.person("VP", "clerk")
    for _ in range(9):  # a report moved between looking and writing: look again
        cases = [case.id for case in takeable(clerk, rounds.period, timezone.now(), into=whole)]
        with suppress(Refused):
            now = timezone.now()
            change_consolidation(whole, seen=fresh(whole), case_ids=cases, title=None, by=clerk, now=now)
            return
    raise AssertionError("it was stale nine times")


@pytest.mark.parametrize("seed", seeds(1))
def test_a_member_is_sent_back_while_the_office_signs(month: School, seed: int) -> None:
    rounds, won = Rounds(month, Random(seed)), set()
    clerk, head = month.world.person("VP", "clerk"), month.world.person("VP", "head")
    with Racers(2) as racers:
        for _ in range(repeats(10)):
            rounds.open()
            reports = [*month.a_done(), *month.d_done()]
            gone = rounds.random.choice(reports)
            whole = rounds.take_in()
            rounds.submit(whole)
            jobs = [partial(rounds.sign, whole), partial(ask, gone, "send-back", clerk, comment="Sai")]
            signed, sent = racers.run([later(job, rounds.random.uniform(0, 0.01)) for job in jobs])
            assert bool(signed.signature) != bool(sent.signature)
            won.add(bool(signed.signature))
            if signed.signature is None:
                assert {reason.row for reason in signed.reasons} == {str(gone)}
                assert Case.objects.filter(id__in=reports, state=REVIEWED).count() == len(reports) - 1
                assert ask(whole, "withdraw", clerk).signature
                take_afresh(rounds, whole)
                rounds.submit(whole)
                assert rounds.sign(whole).signature
            assert_inside_or_missing(whole, reports, {gone: APPROVED})
            if month.state(gone) == APPROVED:
                check_again(month, gone, head)
    rounds.assert_none_lost()
    assert won == {True, False} or repeats(10) < MANY, "one of them always won"


def check_again(month: School, case_id: UUID, head: Any) -> None:
    """Whoever checked it confirms it once more, too late for this round."""
    case = Case.objects.select_related("monitoring_unit").get(id=case_id)
    short = case.monitoring_unit.code.removeprefix("W-")
    reviewer = head if short == "VP" else month.world.person(short, "head")
    assert ask(case_id, "review", reviewer).signature
