"""A random month as its people live it, to the morning on which the office consolidates: every step is the real act."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID

from approvals.queries import submitted_contents
from reports.actions.findings import agree, put_findings
from reports.contents.monitoring_reports import monitoring_report_contents
from reports.contents.unit_reports import unit_report_contents
from reports.models import MonitoringReport, UnitReport
from tests.api import Api
from tests.clock import Clock
from tests.journeys.answers import done as ok
from tests.reported_month import Month, done, not_done
from workflow.models import Case

from .random_months import CLASS, CORRECTED_AT, FATES, MOVED_AT, Ending, RandomMonth, RandomPlan, RandomRow

#: (unit, monitoring unit) of a unit's report; (unit, "") of a monitoring report; codes without the institution's.
Key = tuple[str, str]
CADENCE = {"cadence": "monthly"}


class Outcome(NamedTuple):
    """Where a due row must be counted: under whom, under which item, and as k, m or u."""

    monitor: str
    item: str
    counts_as: str


class Played:
    """A month that has been lived.

    Attributes:
        lists: report -> the list on which it must stand ("missing", "waiting", "returned", "checked").
        late: the reports whose first signature was late.
        with_head: those that only lack their head's signature.
        found: text of a row -> whether a report that came after the consolidation found it done.
    """

    def __init__(self, month: Month, clock: Clock, told: RandomMonth) -> None:
        self.month, self.clock, self.told = month, clock, told
        self.lists: dict[Key, str] = {}
        self.late: set[Key] = set()
        self.with_head: set[Key] = set()
        self.found: dict[str, bool] = {}
        month.world.stage.pace /= 7

    def at(self, text: str) -> None:
        """Nothing happens until then."""
        self.month.until(text)
        self.clock.at(text)

    def api(self, short: str, role: str) -> Api:
        """A person's client."""
        return Api(self.month.world.person(short, role))

    def reports(self) -> dict[Key, UUID]:
        """Every report of the month -> its case."""
        units = UnitReport.objects.filter(period=self.month.period)
        forms = MonitoringReport.objects.filter(period=self.month.period)
        found = {
            (short(unit), short(monitor)): case
            for unit, monitor, case in units.values_list("unit__code", "monitor__code", "case")
        }
        return found | {(short(unit), ""): case for unit, case in forms.values_list("unit__code", "case")}

    def play(self) -> None:
        """To the morning of 29 October."""
        self.at("2026-10-01 08:00")
        self.plan()
        self.at("2026-10-12 08:00")
        self.month.open()
        self.at("2026-10-20 09:00")
        self.units_sign(early=True)
        self.move("before")
        self.correct("ahead")
        self.at("2026-10-24 09:00")
        self.units_sign(late=False)
        self.at("2026-10-27 08:00")
        self.units_sign(late=True)
        self.move("after")
        self.at("2026-10-27 13:00")
        self.judge()
        self.monitors_sign(late=False)
        self.correct("afterwards")
        self.at("2026-10-28 18:00")
        self.monitors_sign(late=True)
        self.check_units()
        self.at("2026-10-29 08:00")
        self.month.open()
        self.lists = {key: self.lists.get(key, "missing") for key in self.reports() if self.is_owed(key)}

    def is_owed(self, key: Key) -> bool:
        """A monitoring report always is; a unit's where a row is due that it leads and the other follows, or did when it was
        handed in."""
        rows = [
            (row, self.told.follower(plan)) for plan in self.told.plans for row in plan.rows if row.counted
        ]
        due = any((row.leads[0], monitor) == key for row, monitor in rows)
        return not key[1] or due or self.lists.get(key) in {"waiting", "checked"} or key in self.with_head

    def plan(self) -> None:
        """Plans are signed by their heads and given to who follows them."""
        for plan in self.told.plans:
            rows = [self.month.task(row.text, row.time, *row.leads) for row in plan.rows]
            self.month.plan(plan.title, rows, unit=plan.unit, monitor=plan.monitor)
        if self.told.together:
            self.clock.at("2026-10-02 08:00")
            office, first = self.api("VP", "head"), self.told.plans[0]
            year, unit = self.month.world.period.label, f"W-{first.monitor}"
            item = ok(office.post("items", {"period": year, "title": CLASS, "unit": unit, "source": "II.1", **CADENCE}))  # fmt: skip
            self.item = item["id"]
            for plan in self.told.plans[:2]:
                path = f"plans/{self.month.plans[plan.title]}/monitoring"
                ok(office.send("put", path, {"item": item["id"]}), 200)

    def move(self, when: str) -> None:
        """The office gives plans, or the item over two of them, to other units; then the month's reports draft themselves."""
        self.at(MOVED_AT[when])
        office = self.api("VP", "head")
        for place, plan in enumerate(self.told.plans):
            if plan.moved == when:
                of_item = self.told.together and place < 2
                path = f"items/{self.item}" if of_item else f"plans/{self.month.plans[plan.title]}"
                ok(office.send("put", f"{path}/monitoring", {"unit": f"W-{plan.to}", **CADENCE}), 200)
        self.month.world.now()
        self.month.open()

    def correct(self, when: str) -> None:
        """The office corrects when the units' reports are due."""
        if self.told.corrected == when:
            self.at(CORRECTED_AT[when])
            body = {"unit_due_at": "2026-10-27T17:00:00+07:00", "reason": "Ghi nhầm ngày"}
            ok(self.api("VP", "clerk").send("patch", f"periods/{self.month.period.id}", body), 200)

    # --- Units ------------------------------------------------------------------------------------------

    def units_sign(self, *, early: bool = False, late: bool = False) -> None:
        """Those whose time it is write, sign, and live what becomes of their report."""
        for key, case in self.reports().items():
            ending = self.told.endings[key]
            its_time = ending.early if early else not ending.early and ending.late == late
            if key[1] and its_time and key not in self.lists and self.write(key, case):
                self.sign(key, case, ending)

    def write(self, key: Key, case: UUID) -> bool:
        """A unit that is not silent writes what it has to say; answers whether that is all that is asked."""
        if self.told.endings[key].fate == "silent":
            return False
        rows = unit_report_contents([case])[case]["rows"]
        said = {row["row"]: self.told.rows[row["text"]].word for row in rows}
        self.month.say(
            case, [word(row, what=what) for row, what in said.items() if what is not None], unit=key[0]
        )
        asked = [row for row in rows if row["listing"] != "standing" and not row["beside"]]
        return bool(asked) and all(said[row["row"]] is not None for row in asked)

    def sign(self, key: Key, case: UUID, ending: Ending) -> None:
        """A report is submitted, signed, and what becomes of it does; a check comes later, when there is something to check by."""
        unit, code = key[0], f"W-{key[0]}"
        stage, person = self.month.world.stage, self.month.world.person
        stage.submit(case, code)
        self.lists[key] = "missing"
        if ending.fate == "submitted":
            self.with_head.add(key)
            return
        stage.approve(case, code)
        if self.told.is_late(ending, monitoring=not key[1]):
            self.late.add(key)
        if ending.fate == "recalled":
            stage.sign(case, "recall", person(unit, "head"), comment="Sửa lại")
            return
        if ending.fate in {"returned", "mended"}:
            checker = key[1] or "VP"
            who = person(checker, "deputy" if checker == unit else "head")
            stage.sign(case, "return", who, comment="Sai số liệu")
        if ending.fate == "mended":
            self.month.sign_report(case, unit=unit)
        self.lists[key] = FATES[ending.fate].replace("checked", "waiting")

    def check_units(self) -> None:
        """Monitoring units confirm the check of what they have judged."""
        for key, case in self.reports().items():
            if key[1] and self.told.endings[key].fate == "checked" and self.lists.get(key) == "waiting":
                self.check(key, case)

    def check(self, key: Key, case: UUID) -> None:
        """The head of whoever follows it checks, where every row has been judged."""
        who = key[1] or "VP"
        api = self.api(who, "deputy" if who == key[0] else "head")
        if not api.acts(case)["review"]:
            self.month.check(case, who)
            self.lists[key] = "checked"

    # --- Those who follow ---------------------------------------------------------------------------------

    def judge(self) -> None:
        """Monitoring units judge what they will and agree with the rest."""
        for key, case in self.reports().items():
            if not key[1] and self.told.endings[key].fate != "silent":
                self.judge_form(key[0], case)

    def judge_form(self, unit: str, case: UUID) -> None:
        """One monitoring unit does."""
        officer, now = self.month.world.person(unit, "officer"), self.month.world.now
        verdicts = {row["row"]: self.told.rows[row["text"]].verdict for row in form_rows(case)}
        found: list[Any] = [word(row, what=what) for row, what in verdicts.items() if what is not None]
        put_findings(case, found, seen=None, by=officer, now=now())
        agree(case, unit=None, seen=None, by=officer, now=now())

    def monitors_sign(self, *, late: bool) -> None:
        """Those who have a verdict on every due row, and whose time it is, sign; without, it cannot be submitted."""
        for key, case in self.reports().items():
            ending = self.told.endings[key]
            if key[1] or ending.fate == "silent" or late != (ending.late and not ending.early):
                continue
            if all(row["done"] is not None for row in form_rows(case) if row["listing"] != "standing"):
                self.sign(key, case, ending)
                if ending.fate == "checked":
                    self.check(key, case)

    # --- What must come of it -------------------------------------------------------------------------------

    def outcomes(self) -> dict[str, Outcome]:
        """Text of each row that counts in October -> where it must be counted."""
        return {
            row.text: Outcome(monitor, self.told.item(plan), self.counts_as(row) if signed else "unfollowed")
            for plan in self.told.plans
            for monitor in [self.told.follower(plan)]
            for signed in [self.lists[monitor, ""] in {"waiting", "checked"}]
            for row in plan.rows
            if row.counted
        }

    def counts_as(self, row: RandomRow) -> str:
        """k or m, by the verdict, else by the unit's word that was agreed with."""
        said = row.word if row.verdict is None else row.verdict
        return "done" if self.found.get(row.text, said) else "not_done"

    def plan_of(self, text: str) -> RandomPlan:
        """The plan of a row."""
        return next(plan for plan in self.told.plans if text in {row.text for row in plan.rows})


def short(code: str) -> str:
    """A unit's code without the institution's."""
    return code.removeprefix("W-")


def word(row: str, *, what: bool) -> dict[str, Any]:
    """What is said of a row."""
    return done(row) if what else not_done(row, cause="Chờ", expected_on="2026-11-05")


def form_rows(case: UUID) -> list[Any]:
    """The rows of an open monitoring report as they stand."""
    return list(rows_in(monitoring_report_contents([case])[case]))


def signed_form(case: UUID) -> Any:
    """A monitoring report as it stands: frozen where it was submitted."""
    if Case.objects.get(id=case).submitted:
        return submitted_contents([case])[case]
    return monitoring_report_contents([case])[case]


def rows_in(form: Any) -> Iterator[Any]:
    """Every row of a monitoring report's content."""
    return (row for plan in form["plans"] for row in plan["rows"])
