"""Random months of a plan that changes: rows are put off, stopped, handed over, told their event and supplemented by real acts, before
and after their reports are due; what happened is noted beside (`histories`)."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from approvals.models import Submission
from plans.models import Plan, PlanRow
from reports.models import UnitReport
from tests.clock import ZONE, Clock, moment
from tests.journeys.answers import done as ok
from tests.plans.changing_plans import WRITTEN, adopted, begun, person, put
from tests.reported_month import Month, done, not_done
from workflow.models import State

from .histories import DAYS, EVENT, MONTHLY, STANDING, Change, Frozen, History, MonthDays, Told, Version

LABELS = ("2026-10", "2026-11", "2026-12")
UNITS = "AC"
TIMES = (*DAYS, *("Tháng 10/2026", "Tháng 11/2026", "20/10/2026"), MONTHLY, STANDING, EVENT)
#: What becomes of a plan; the more often it stands here the more often it happens.
CHANGES = ("extend", "extend", "extend", "extend", "stop", "move", "move", "occur", "supplement")
MONTH_ENDS = (
    date(2026, 10, 31),
    date(2026, 11, 30),
    date(2026, 12, 31),
    date(2027, 1, 31),
    date(2027, 3, 31),
)


@dataclass
class ChangingWorld:
    """A plan of A that B follows; A and C lead its rows.

    Attributes:
        submitted: what was submitted of reports, by case, as it was then.
    """

    month: Month
    clock: Clock
    dice: random.Random
    history: History = field(init=False)
    submitted: dict[UUID, str] = field(default_factory=dict)
    refused: int = 0

    def begin(self) -> None:
        """The plan is adopted on 2 October."""
        self.at(moment("2026-10-02 08:00"))
        told = [self.random_row(f"Việc {number}") for number in range(self.dice.randint(4, 7))]
        rows = [self.month.task(row.text, time, row.lead) for row, time in told]
        self.month.plan("Kế hoạch", rows, where=State.PRESENTED.value)
        version = Version(moment("2026-10-02 08:00"), date(2000, 1, 1), tuple(row for row, _time in told))
        self.history = History([version])

    def random_row(self, text: str) -> tuple[Told, str]:
        """A row, and its completion time as it is written."""
        time = self.dice.choice(TIMES)
        return Told(text, DAYS.get(time, time), self.dice.choice(UNITS)), time

    def at(self, when: datetime) -> None:
        """Nothing happens until then."""
        self.clock.moment = when
        self.month.world.stage.clock = when

    def days(self, label: str) -> MonthDays:
        """A month with its due point."""
        due = self.month.period_at(label).unit_due_at
        assert due is not None
        return MonthDays(label, due.astimezone(ZONE))

    def live(self, label: str) -> MonthDays:
        """Changes early in the month, some report, changes before the units' reports are due and after that."""
        days = self.days(label)
        self.changes(moment(f"{label}-05 09:00"), self.dice.randint(0, 2))
        self.at(moment(f"{label}-12 08:00"))
        self.month.open(label)
        for unit in UNITS:
            if self.dice.random() < 0.5:
                self.report(days, unit)
        self.changes(moment(f"{label}-18 09:00"), self.dice.randint(1, 2))
        self.at(moment(f"{label}-20 08:00"))
        self.month.open(label)
        for unit in UNITS:
            if (label, unit) not in self.history.frozen and self.dice.random() < 0.5:
                self.report(days, unit)
        self.changes(days.due + timedelta(hours=self.dice.choice([-2, 0, 5])), self.dice.randint(0, 2))
        self.at(days.due + timedelta(days=1))
        self.month.open(label)
        return days

    # --- What changes ---------------------------------------------------------------------------------------

    def changes(self, when: datetime, count: int) -> None:
        """So many changes, ten minutes apart."""
        for place in range(count):
            self.at(when + timedelta(minutes=10 * place))
            kind = self.dice.choice(CHANGES)
            if kind == "supplement":
                self.supplement()
            else:
                getattr(self, kind)(self.dice.choice(list(self.stands().values())))

    def stands(self) -> dict[str, Told]:
        """How the rows in force stand."""
        return self.history.now(self.clock.moment)

    def plan(self) -> Plan:
        """The revision that is in force."""
        line = Plan.objects.filter(root=self.month.plans["Kế hoạch"], case__state=State.PRESENTED)
        return line.order_by("-revision")[0]

    def row(self, text: str) -> str:
        """The row of the revision in force."""
        return str(PlanRow.objects.get(plan=self.plan(), text=text, ended=False).id)

    def note(self, kind: str, row: Told, on: date, **more: Any) -> None:
        """What was decided just now."""
        self.history.changes.append(Change(self.clock.moment, kind, row.text, on, **more))

    def decide(self, act: str, row: Told, *, allowed: bool, **terms: Any) -> bool:
        """The leadership decides something of a row, where it may."""
        leader = person(self.month, "", "leader")
        body = {"rows": [self.row(row.text)], **terms}
        answer = leader.act(self.plan().case_id, act, comment="Theo quyết định", terms=body)
        assert (answer.status_code == 201) is allowed, (act, row, answer.json())
        self.refused += not allowed
        return bool(allowed)

    def stop(self, row: Told) -> None:
        """The row is stopped."""
        on = self.clock.moment.date()
        decision = {"number": "15/QĐ-W", "date": on.isoformat()}
        if self.decide("stop", row, allowed=not row.stopped, decision=decision):
            self.note("stop", row, on)

    def move(self, row: Told) -> None:
        """The row goes to the other unit, today or on the first of the next month."""
        today, to = self.clock.moment.date(), self.dice.choice(UNITS)
        on = self.dice.choice([today, (today.replace(day=28) + timedelta(days=4)).replace(day=1)])
        terms = {"decision": {"number": "16/QĐ-W", "date": today.isoformat()}, "unit": f"W-{to}"}
        allowed = not row.stopped and row.lead != to
        if self.decide("reassign", row, allowed=allowed, on=on.isoformat(), **terms):
            self.note("move", row, on, was=row.lead, to=to)

    def occur(self, row: Told) -> None:
        """What the row waited for has happened."""
        today, on = self.clock.moment.date(), self.dice.choice(MONTH_ENDS)
        event = {"number": "9/NĐ-CP", "date": today.isoformat()}
        terms = {"rows": [self.row(row.text)], "event": event, "on": on.isoformat()}
        answer = person(self.month, "VP", "clerk").act(self.plan().case_id, "occur", terms=terms)
        allowed = not row.stopped and row.due == EVENT and on >= today
        assert (answer.status_code == 201) is allowed, (row, answer.json())
        if allowed:
            self.note("occur", row, on)

    def extend(self, row: Told) -> None:
        """Its unit asks for another day, and the leadership grants it, where a row can be put off."""
        on, today = self.dice.choice(MONTH_ENDS), self.clock.moment.date()
        was_done = any(row.text in one.done for one in self.history.frozen.values())
        single = isinstance(row.due, date) and row.due < on >= today
        begins = single and not row.stopped and not was_done
        officer = person(self.month, row.lead, "officer")
        body = {"row": self.row(row.text), "on": on.isoformat(), "cause": "Chờ kinh phí"}
        answer = officer.post("extensions", body)
        assert (answer.status_code == 201) is begins, (row, on, answer.json())
        if not begins:
            self.refused += 1
            return
        one = answer.json()["id"]
        assert answer.json()["times"] == len(row.put_off) + 1
        ok(officer.act(one, "submit"))
        ok(person(self.month, row.lead, "head").act(one, "approve"))
        ok(person(self.month, "", "leader").act(one, "grant"))
        self.note("extend", row, on, was=row.due)

    def supplement(self) -> None:
        """A row is due another day, another is ended, one is added; it holds from the first month that is still to be reported."""
        now, rows = self.clock.moment, {row.text: row for row in self.stands().values() if not row.stopped}
        draft, base = begun(self.month, self.month.plans["Kế hoạch"]), self.history.versions[-1].rows
        assert {row["text"] for row in draft["rows"]} == set(rows)
        said = {row.text: row for row in base if row.text in rows}
        written = [{name: row[name] for name in WRITTEN} for row in draft["rows"]]
        for row in written:
            choice = self.dice.random()
            if choice < 0.3:
                time = self.dice.choice(["Tháng 1/2027", "Tháng 2/2027", "Tháng 12/2026"])
                row |= {"due_text": time, "reason": "Chờ quyết định"}
                said[row["text"]] = Told(row["text"], DAYS[time], said[row["text"]].lead)
            elif choice < 0.4:
                row |= {"ended": True, "reason": "Không còn phù hợp"}
                del said[row["text"]]
        added, time = (
            Told(f"Việc thêm {len(self.history.versions)}", DAYS["Tháng 12/2026"], "A"),
            "Tháng 12/2026",
        )
        new = {
            "kind": "task",
            "text": added.text,
            "leads": ["W-A"],
            "due_text": time,
            "product": "Báo cáo",
            "reason": "Theo Sở",
        }
        put(self.month, draft, [*written, new])
        adopted(self.month, draft["id"])
        months = [self.days(label) for label in (*LABELS, "2027-01")]
        since = next(one.first for one in months if one.due > now)
        self.history.versions.append(Version(self.clock.moment, since, (*said.values(), added)))

    # --- What is reported -----------------------------------------------------------------------------------

    def report(self, days: MonthDays, unit: str) -> None:
        """The unit says of each row done or not and its head signs, where it has a report to give."""
        world = self.month.world
        found = UnitReport.objects.filter(
            period=self.month.period_at(days.label), unit=world.unit(unit), monitor=world.unit("B")
        )
        one, rows = found.first(), self.history.reports(days, UNITS, self.clock.moment)[unit]
        counted = [text for text, why in rows.items() if why != "standing"]
        if one is None or not counted:
            return
        keys = {row.text: row.key for row in PlanRow.objects.filter(plan__root=self.month.plans["Kế hoạch"])}
        finished = frozenset(text for text in counted if self.dice.random() < 0.35)
        later = (days.last + timedelta(days=20)).isoformat()
        words = [
            done(keys[text])
            if text in finished
            else not_done(keys[text], cause="Chờ", remedy="Nhắc", promised_on=later, expected_on=later)
            for text in counted
        ]
        self.month.say(one.case_id, words, unit=unit)
        self.month.sign_report(one.case_id, unit=unit)
        self.history.frozen[days.label, unit] = Frozen(rows, finished)
        self.submitted[one.case_id] = Submission.objects.filter(case=one.case_id).latest("number").content
        self.at(self.clock.moment + timedelta(minutes=5))
