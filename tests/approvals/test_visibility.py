"""visible_to against a brute-force oracle over random worlds, and every list behind the same door.

The oracle is written from the design (section 4), walks the tree parent by parent and knows nothing of the
closure table, of guardian or of SQL. The seed of a world is the parameter of its test.
"""

import hashlib
import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.utils import timezone

from approvals import triggers
from approvals.ledger.files import path_of
from approvals.models import Evidence, EvidenceCitation
from approvals.queries import visible_to
from meetings.models import Consolidation
from notifications.models import Notification
from organization.actions import add_unit, appoint, delegate, found_institution, set_office
from organization.models import Appointment, Institution, Unit, User
from periods.actions import ensure_period
from plans.actions import begin_following
from plans.models import Plan, PlanRow, RowUnit
from plans.queries import visible_plans
from reports.models import MonitoringReport, UnitReport
from tests.api import Api
from workflow.models import Case, State

if TYPE_CHECKING:
    from uuid import UUID

SEEDS = range(10)
DAY = timedelta(days=1)
MAY_VIEW = {"officer", "head", "deputy", "clerk", "leader", "auditor"}
#: (valid from, valid to) seen from now, and whether that is now.
TIMES = (
    (-DAY, None, True),
    (-DAY, DAY, True),
    (-2 * DAY, -DAY, False),
    (DAY, None, False),
    (-DAY, timedelta(0), False),
)


@dataclass
class RandomWorld:
    """Two institutions with random trees, posts, delegations and cases.

    Attributes:
        sights: (person, unit): who may view on the unit and below at this moment.
        named: case -> units that lead or coordinate the first of its plan's two rows.
    """

    dice: random.Random
    now: datetime = field(default_factory=timezone.now)
    units: dict[Institution, list[Unit]] = field(default_factory=dict)
    people: list[User] = field(default_factory=list)
    sights: list[tuple[User, Unit]] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    named: dict[Case, list[Unit]] = field(default_factory=dict)

    def found(self, code: str) -> None:
        """An institution with a random tree below its root, one unit of which is the office."""
        institution = found_institution(code=code, name=f"Trường {code}")
        assert institution.root is not None
        units = [institution.root]
        for name in (f"{code}{number}" for number in range(7)):
            units.append(
                add_unit(institution=institution, code=name, name=name, parent=self.dice.choice(units))
            )
        set_office(institution, self.dice.choice(units[1:]))
        self.units[institution] = units

    def hire(self, name: str) -> None:
        """A person with up to three posts: some have ended, some begin tomorrow."""
        institution = self.dice.choice(list(self.units))
        user = User.objects.create(username=name, full_name=name, institution=institution)
        self.people.append(user)
        for _ in range(self.dice.randint(0, 3)):
            unit = self.dice.choice(self.units[institution])
            roles = (
                ["leader", "auditor", "administrator"]
                if unit.parent_id is None
                else ["officer", "head", "deputy"]
            )
            role = self.dice.choice(roles + ["clerk"] * (institution.office_id == unit.id))
            since, until, valid = self.dice.choice(TIMES)
            appointment = appoint(
                user=user, unit=unit, role=role, title="?", since=self.now + since,
                until=None if until is None else self.now + until,
            )  # fmt: skip
            if role in MAY_VIEW:
                self.lend(appointment, valid=valid)
                self.sights += [(user, unit)] * valid

    def lend(self, appointment: Appointment, *, valid: bool) -> None:
        """Sometimes a colleague may see what this post sees; it ends with the post."""
        colleagues = [one for one in self.people if one.institution_id == appointment.user.institution_id]
        to = self.dice.choice(colleagues)
        if self.dice.random() > 0.3 or to == appointment.user:
            return
        since, until, lent = self.dice.choice([time for time in TIMES if time[1] is not None])
        assert until is not None
        delegate(appointment=appointment, to=to, permissions=[], mandate="QĐ", since=self.now + since,
                 until=self.now + until, by=to)  # fmt: skip
        self.sights += [(to, appointment.post.unit)] * (valid and lent)

    def open_cases(self, count: int) -> None:
        """Plans with two rows and monitoring reports, put straight where the dice say: the triggers are lifted for that."""
        triggers.lift(connection)
        for institution, units in self.units.items():
            period, people = ensure_period(institution, "2026-2027"), self.people
            for _ in range(count):
                self.open_plan(institution, units, period, self.dice.choice(people))
            for unit in self.dice.sample(units[1:], 5):
                self.open_report(institution, unit, period, self.dice.choice(people))
                self.open_unit_report(institution, unit, self.dice.choice(units[1:]), period, people[0])
            self.open_consolidation(institution, period, people[0])
        triggers.install(connection)

    def open_case(
        self, institution: Institution, kind: str, unit: Unit, monitor: Unit, period, by: User, **more
    ) -> Case:
        """A case of the kind in a random state; a draft was submitted before or not."""
        state = self.dice.choice([State.DRAFT, *State])
        case = Case.objects.create(
            institution=institution, kind=kind, unit=unit, state=state, monitoring_unit=monitor, title="Văn bản",
            period=period.label, since=self.now, created_by=by, edited_by=by, created_at=self.now,
            submission=self.dice.choice([0, 1, 2]) if state == State.DRAFT else 1, **more,
        )  # fmt: skip
        self.cases.append(case)
        return case

    def open_plan(self, institution: Institution, units: list[Unit], period, by: User) -> None:
        """A plan, sometimes one that the office drafts for the unit."""
        unit, monitor = self.dice.choice(units[1:]), self.dice.choice(units[1:])
        by_office = self.dice.random() < 0.2
        case = self.open_case(institution, "plan", unit, monitor, period, by, drafted_by_office=by_office)
        plan = Plan.objects.create(case=case, root_id=case.id, period=period)
        begin_following([plan])
        rows = [PlanRow.first(plan=plan, position=place, kind="task") for place in (0, 1)]
        first, _second = PlanRow.objects.bulk_create(rows)
        parts = self.dice.sample(units[1:], self.dice.choice([0, 0, 1, 2]))
        RowUnit.objects.bulk_create(
            RowUnit(row=first, unit=unit, part=self.dice.choice(["lead", "coordinating"]), position=0)
            for unit in parts
        )
        self.named[case] = parts

    def open_report(self, institution: Institution, unit: Unit, period, by: User) -> None:
        """The monitoring report of a unit, which the office checks."""
        assert institution.office is not None
        case = self.open_case(institution, "monitoring-report", unit, institution.office, period, by)
        MonitoringReport.objects.create(case=case, period=period, unit=unit)

    def open_unit_report(self, institution: Institution, unit: Unit, monitor: Unit, period, by: User) -> None:
        """What a unit reports to one that follows it."""
        case = self.open_case(institution, "unit-report", unit, monitor, period, by)
        UnitReport.objects.create(case=case, period=period, unit=unit, monitor=monitor)

    def open_consolidation(self, institution: Institution, period, by: User) -> None:
        """The office's document."""
        assert institution.office is not None
        office = institution.office
        case = self.open_case(institution, "consolidation", office, office, period, by)
        Consolidation.objects.create(case=case, period=period)

    def cite(self, case: Case) -> str:
        """Evidence that this case cites, and no other. Returns its SHA-256."""
        data = b"%PDF-" + case.id.bytes
        sha256 = hashlib.sha256(data).hexdigest()
        path_of(sha256).parent.mkdir(parents=True, exist_ok=True)
        path_of(sha256).write_bytes(data)
        evidence = Evidence.objects.create(
            institution=case.institution, sha256=sha256, name="a.pdf", media_type="application/pdf", size=5,
            created_at=self.now,
        )  # fmt: skip
        EvidenceCitation.objects.create(case=case, evidence=evidence)
        return sha256

    @property
    def plans(self) -> list[Case]:
        """Those of the cases that are plans."""
        return [case for case in self.cases if case.kind == "plan"]

    def sees_unit(self, user: User, unit: Unit | None) -> bool:
        """Whether the person may view on the unit or on one above it; parent by parent."""
        by_id = {one.id: one for units in self.units.values() for one in units}
        while unit is not None:
            if (user, unit) in self.sights:
                return True
            unit = by_id.get(unit.parent_id) if unit.parent_id else None
        return False

    def sees(self, user: User, case: Case) -> bool:
        """The design's paragraph "Visible", word for word."""
        if case.institution_id != user.institution_id:
            return False
        if self.sees_unit(user, case.unit):
            return True
        office = self.sees_unit(user, case.institution.office)
        if case.submission > 0 and (office or self.sees_unit(user, case.monitoring_unit)):
            return True
        if office and case.drafted_by_office:
            return True
        named = any(self.sees_unit(user, unit) for unit in self.named.get(case, ()))
        if case.kind == "plan" and case.state != State.DRAFT and named:
            return True
        anywhere = any(self.sees_unit(user, unit) for unit in self.units[case.institution])
        signed_report = case.kind == "monitoring-report" and case.state != State.DRAFT
        return anywhere and (signed_report or case.state == State.PRESENTED)


@pytest.fixture
def random_world(demo, request) -> RandomWorld:
    """A random world, beside the demo."""
    world = RandomWorld(random.Random(request.param))
    for code in ("P", "Q"):
        world.found(code)
    for number in range(14):
        world.hire(f"p{number}")
    world.open_cases(20)
    return world


@pytest.mark.parametrize("random_world", SEEDS, indirect=True)
def test_everyone_sees_exactly_what_the_oracle_says(random_world):
    for user in random_world.people:
        seen = set(visible_to(user, random_world.now))
        assert seen == {case for case in random_world.cases if random_world.sees(user, case)}, user


@pytest.mark.parametrize("random_world", SEEDS, indirect=True)
def test_everyone_sees_exactly_the_plans_that_the_oracle_says(random_world):
    now = random_world.now
    for user in random_world.people:
        seen = {plan.case_id for plan in visible_plans(user, now)}
        assert seen == {case.id for case in random_world.plans if random_world.sees(user, case)}, user


def status(api: Api, path: str) -> int:
    """Status of a GET; a file is read to its end."""
    answer = api.client.get(f"/api/v1/{path}")
    if answer.streaming:
        b"".join(getattr(answer, "streaming_content"))  # noqa: B009 the client's type does not know it
    return int(answer.status_code)


#: Kind of case -> the list that shows it.
SHOWN_IN = {
    "plan": ("plans", {}),
    "unit-report": ("reports", {"kind": "unit"}),
    "monitoring-report": ("reports", {"kind": "monitoring"}),
    "consolidation": ("consolidations", {}),
}


@pytest.mark.either  # each door asks visible_to, whose SQL the tests above judge on every database
@pytest.mark.parametrize("random_world", [0, 1], indirect=True)
def test_every_door_over_http_agrees_with_the_oracle(random_world):
    """Lists, the case, its signatures, submissions and remarks, its evidence and its paper: one set for each person."""
    evidence = {case: random_world.cite(case) for case in random_world.cases}
    for user in random_world.people[:3]:
        api = Api(user)
        seen = {case for case in random_world.cases if random_world.sees(user, case)}
        for kind, (path, asked) in SHOWN_IN.items():
            if kind != "consolidation":  # its content is made of more than this world has
                listed = {row["id"] for row in api.get(path, page_size=200, **asked).json()["results"]}
                assert listed == {str(case.id) for case in seen if case.kind == kind}, (user, kind)
        for case in random_world.cases:
            paths = [f"cases/{case.id}", f"evidence/{evidence[case]}"]
            paths += [f"cases/{case.id}/{part}" for part in ("signatures", "submissions")]
            if case.kind == "plan":
                paths += [f"plans/{case.id}", f"plans/{case.id}/export?form=appendix-1&format=xlsx"]
            expected = 200 if case in seen else 404
            found = {path: status(api, path) for path in paths}
            assert set(found.values()) == {expected}, (user, found)


def test_nobody_is_told_of_what_answers_404(login):
    told = Notification.objects.select_related("recipient").order_by("recipient")
    people: dict[User, set[UUID]] = {}
    for notice in told:
        if notice.link is not None:  # an appointment is no case
            people.setdefault(notice.recipient, set()).add(notice.link)
    assert len(people) > 20
    now = timezone.now()
    for person, links in people.items():
        assert set(visible_to(person, now).filter(id__in=links).values_list("id", flat=True)) == links, person


LISTS = ("plans", "inbox", "units", "periods", "consolidations", "meetings", "notifications")


@pytest.mark.parametrize("path", LISTS)
def test_two_institutions_share_no_row_of_any_list(login, path):
    ours, theirs = (
        ("hcqt.head", "rector", "dt.officer", "admin"),
        ("hb-vp.head", "hb.director", "hb-kt.officer", "hb.admin"),
    )
    found = [{str(row.get("id", row.get("case"))) for name in names for row in login(name).get(path, page_size=200).json()["results"]}
             for names in (ours, theirs)]  # fmt: skip
    assert found[0]
    assert found[1] or path in {"consolidations", "meetings"}, "the department reports on no month"
    assert not found[0] & found[1]


@pytest.mark.parametrize(
    "path", ["cases/{}", "plans/{}", "cases/{}/signatures", "cases/{}/remarks", "plans/{}/rows"]
)
def test_no_plan_of_one_institution_answers_to_the_other(login, path):
    director = login("hb.director")
    for row in login("rector").get("plans", page_size=200).json()["results"]:
        answer = (
            director.send("put", path.format(row["id"]), {"rows": []})
            if "rows" in path
            else director.get(path.format(row["id"]))
        )
        assert answer.status_code == 404


def test_a_foreign_case_in_a_batch_is_not_found_and_not_touched(login):
    head = login("hb-vp.head")
    [case, *_] = login("dt.head").get("inbox").json()["results"]
    body = {"act": "approve", "cases": [{"id": case["case"], "digest": case["digest"]}]}
    [row] = head.post("acts", body, key="foreign-batch").json()["results"]
    assert (row["status"], row["signature"], row["reasons"]) == (404, None, [])
    assert Case.objects.get(id=case["case"]).digest == case["digest"]
