"""A plan over its school year, by HTTP: adopted on a Tuesday, put off, supplemented, stopped, handed on, told its event, renewed.

School year 2026-2027; A works, C takes a row over, B follows, VP is the office. Due points of units: 26/10, 23/11, 28/12, 17:00.

| row        | due              | what becomes of it                                                        |
|------------|------------------|---------------------------------------------------------------------------|
| Tuyển sinh | Tháng 10/2026    | put off before the fact to 30/11; done in November, in time (put off)     |
| Hội giảng  | Tháng 11/2026    | goes to C on 15/11; not done in November, done in December                |
| Kiểm định  | Tháng 12/2026    | the supplement says Tháng 1/2027: asked in no month of this journey       |
| Thư viện   | Tháng 12/2026    | the supplement ends it                                                    |
| Khảo sát   | Tháng 11/2026    | stopped on 10/11                                                          |
| Đề án      | after a decree   | decree of 9/11: due 31/12; done in December                               |
| Số liệu    | every month      | done every month                                                          |
| Tập huấn   | Tháng 11/2026    | added by the supplement; not done, put off after the fact to 31/12; done  |

|          | N | k | m |                                                    |
|----------|---|---|---|----------------------------------------------------|
| October  | 1 | 1 | 0 | Số liệu                                            |
| November | 4 | 2 | 2 | Tuyển sinh, Số liệu; Hội giảng, Tập huấn           |
| December | 4 | 4 | 0 | Hội giảng (C, late), Đề án, Số liệu, Tập huấn      |
"""

from typing import Any
from uuid import uuid4

import pytest

from tests.api import Api
from tests.clock import Clock, moment
from tests.factories import World, small_world
from tests.journeys.answers import done as ok
from tests.journeys.answers import inbox, verified

YEAR = "2026-2027"
PAPER = [{"kind": "document", "value": "12/BC-W", "name": ""}]
DECISION = {"number": "15/QĐ-W", "date": "2026-11-09"}
ROWS = {
    "Tuyển sinh": "Tháng 10/2026", "Hội giảng": "Tháng 11/2026", "Kiểm định": "Tháng 12/2026", "Thư viện": "Tháng 12/2026",
    "Khảo sát": "Tháng 11/2026", "Đề án": "Sau khi có Nghị định", "Số liệu": "Hằng tháng",
}  # fmt: skip
TAKEN_BACK = (
    "id", "kind", "section", "number", "text", "leads", "lead_text", "coordinating", "coordinating_text", "due_text",
    "product", "person", "authority", "note",
)  # fmt: skip


class College:
    """The world as its people use it over HTTP."""

    def __init__(self, world: World, clock: Clock) -> None:
        self.world, self.clock, self.plan = world, clock, ""

    def api(self, who: str) -> Api:
        """ "A.head", "VP.clerk"; the leadership is "leader"."""
        unit, _dot, role = who.rpartition(".")
        return Api(self.world.person(unit, role))

    def sign(self, case_id: str, *steps: tuple[str, str], **more: Any) -> None:
        """Each of these people does their act, one after the other."""
        for who, act in steps:
            ok(self.api(who).act(case_id, act, **more))

    def rows(self, plan: str) -> dict[str, Any]:
        """Text -> row of a plan."""
        return {row["text"]: row for row in ok(self.api("A.officer").get(f"plans/{plan}"), 200)["rows"]}

    def put(self, plan: str, rows: list[dict[str, Any]]) -> Any:
        """A's officer writes the rows of a draft."""
        officer = self.api("A.officer")
        return ok(officer.send("put", f"plans/{plan}/rows", {"rows": rows}, digest=officer.digest(plan)), 200)

    def period(self, label: str) -> Any:
        """A month by its label."""
        return next(
            one
            for one in ok(self.api("VP.head").get("periods", page_size=200), 200)["results"]
            if one["label"] == label
        )

    def report(self, kind: str, label: str, unit: str) -> Any:
        """The report of a unit in a month; None: it has none to give."""
        who = "B.officer" if kind == "monitoring" else f"{unit}.officer"
        listed = ok(self.api(who).get("reports", kind=kind, period=label), 200)["results"]
        found = next((one for one in listed if one["unit"] == f"W-{unit}"), None)
        return ok(self.api(who).get(f"reports/{found['id']}"), 200) if found else None

    def month(self, label: str, day: str, words: dict[str, dict[str, dict[str, Any]]]) -> Any:
        """A month is opened, units say their words (unit -> row -> word) and sign, B agrees to all and hands in; B's totals."""
        self.clock.at(f"{day} 09:00")
        ok(self.api("VP.head").post(f"periods/{self.period(label)['id']}/open"), 200)
        for unit, said in words.items():
            self.say(self.report("unit", label, unit), unit, said)
        form, officer = self.report("monitoring", label, "B"), self.api("B.officer")
        ok(officer.post(f"reports/{form['id']}/agree", {}, digest=officer.digest(form["id"])), 200)
        self.sign(form["id"], ("B.officer", "submit"), ("B.head", "approve"), ("VP.head", "review"))
        return self.report("monitoring", label, "B")["totals"]

    def say(self, report: Any, unit: str, said: dict[str, dict[str, Any]]) -> None:
        """The unit says a word of every row that it is asked of, and its head signs."""
        asked = {row["text"]: row["row"] for row in report["rows"] if row["listing"] != "standing"}
        assert asked.keys() == said.keys(), report["period"]
        officer = self.api(f"{unit}.officer")
        words = [{"row": asked[text], **word} for text, word in said.items()]
        ok(
            officer.send(
                "put", f"reports/{report['id']}/rows", {"rows": words}, digest=officer.digest(report["id"])
            ),
            200,
        )
        self.sign(report["id"], (f"{unit}.officer", "submit"), (f"{unit}.head", "approve"))

    def put_off(self, text: str, day: str) -> str:
        """A asks for a later day, the leadership grants it from its inbox; the id of the case."""
        row = self.rows(self.plan)[text]["key"]
        asked = {"row": row, "on": day, "cause": "Chờ hướng dẫn của Sở"}
        case_id: str = ok(self.api("A.officer").post("extensions", asked))["id"]
        self.sign(case_id, ("A.officer", "submit"), ("A.head", "approve"))
        leader = self.api("leader")
        assert case_id in inbox(leader)
        body = {"act": "grant", "cases": [{"id": case_id, "digest": leader.digest(case_id)}]}
        [one] = ok(leader.post("acts", body, key=str(uuid4())), 200)["results"]
        assert one["status"] == 201, one
        return case_id


def finished(day: str) -> dict[str, Any]:
    """The word that a row was done on a day."""
    return {"done": True, "result": "Đã xong", "completed_on": day, "evidence": PAPER}


def unfinished(**more: Any) -> dict[str, Any]:
    """The word that a row is open."""
    return {"done": False, "result": "Đang làm", "cause": "Thiếu kinh phí", "remedy": "Đề nghị cấp", **more}


@pytest.fixture
def college(db: None, monkeypatch: pytest.MonkeyPatch) -> College:
    """A Monday in October; the due points of the year are confirmed."""
    clock = Clock(monkeypatch, moment("2026-10-05 08:00"))
    world = small_world("W")
    world.open_unit("C")
    found = College(world, clock)
    ok(found.api("VP.head").post("deadlines", {"year": YEAR}), 200)
    return found


def test_a_year_in_which_a_plan_changes(college: College) -> None:
    adopted_on_a_tuesday(college)
    first = college.put_off("Tuyển sinh", "2026-11-30")
    october = college.month("2026-10", "2026-10-26", {"A": {"Số liệu": finished("2026-10-23")}})
    assert october == {"due": 1, "done": 1, "not_done": 0}
    signed = frozen(college, "2026-10")
    supplemented(college)
    stopped_handed_on_and_told(college)
    november = college.month(
        "2026-11", "2026-11-23",
        {
            "A": {
                "Tuyển sinh": finished("2026-11-20"), "Số liệu": finished("2026-11-20"),
                "Tập huấn": unfinished(expected_on="2026-12-20"),
            },
            "C": {"Hội giảng": unfinished(expected_on="2026-12-10")},
        },
    )  # fmt: skip
    assert november == {"due": 4, "done": 2, "not_done": 2}
    college.clock.at("2026-12-03 09:00")
    second = college.put_off("Tập huấn", "2026-12-31")
    assert first != second
    december = college.month(
        "2026-12", "2026-12-28",
        {
            "A": {text: finished("2026-12-21") for text in ("Đề án", "Số liệu", "Tập huấn")},
            "C": {"Hội giảng": finished("2026-12-10")},
        },
    )  # fmt: skip
    assert december == {"due": 4, "done": 4, "not_done": 0}
    assert frozen(college, "2026-10") == signed, "what was reported in October stays as it is"
    renewed_in_august(college)
    assert verified().endswith(" 0 bad chains\n")


def adopted_on_a_tuesday(college: College) -> None:
    """A's plan walks the chain and is in force on 6 October, without a meeting."""
    officer = college.api("A.officer")
    head = {"unit": "W-A", "kind": "plan", "title": "Kế hoạch năm học", "period": YEAR}
    college.plan = ok(officer.post("plans", head))["id"]
    rows = [
        {"kind": "task", "text": text, "leads": ["W-A"], "due_text": due, "product": "Báo cáo", "person": "Viên chức phụ trách",
         "authority": "Trưởng đơn vị"}
        for text, due in ROWS.items()
    ]  # fmt: skip
    college.put(college.plan, rows)
    college.clock.at("2026-10-06 10:00")
    college.sign(college.plan, ("A.officer", "submit"))
    followed = {"unit": "W-B", "cadence": "monthly"}
    ok(college.api("VP.head").send("put", f"plans/{college.plan}/monitoring", followed), 200)
    college.sign(college.plan, ("A.head", "approve"), ("B.head", "review"))
    college.sign(college.plan, ("VP.clerk", "consolidate"), ("leader", "present"))
    shown = ok(college.api("A.officer").get(f"plans/{college.plan}"), 200)
    assert (shown["in_force"], shown["adoption"]) == (True, "adopted")


def supplemented(college: College) -> None:
    """On 27 October, a day after October's reports were due: one row later, one more, one ended; three people sign the difference."""
    college.clock.at("2026-10-27 09:00")
    draft = ok(college.api("A.officer").post(f"plans/{college.plan}/revisions"))
    changes: dict[str, dict[str, Any]] = {
        "Kiểm định": {"due_text": "Tháng 1/2027", "reason": "Đoàn kiểm định đến vào tháng 1"},
        "Thư viện": {"ended": True, "reason": "Nhà trường giao đơn vị khác"},
    }
    rows = [{name: row[name] for name in TAKEN_BACK} | changes.get(row["text"], {}) for row in draft["rows"]]
    more = {**rows[0], "text": "Tập huấn", "due_text": "Tháng 11/2026", "reason": "Công văn 15/SGDĐT"}
    shown = college.put(draft["id"], [*rows, {name: value for name, value in more.items() if name != "id"}])
    assert {row["text"]: row["change"]["kind"] for row in shown["rows"] if row["change"]["kind"] != "kept"} == {
        "Kiểm định": "changed", "Thư viện": "ended", "Tập huấn": "added",
    }  # fmt: skip
    for who, act in (("A.officer", "submit"), ("A.head", "approve"), ("B.head", "review")):
        seen = ok(college.api(who).get(f"plans/{draft['id']}"), 200)
        assert [row["change"]["kind"] for row in seen["rows"]].count("kept") == 5
        college.sign(draft["id"], (who, act))
    college.sign(draft["id"], ("VP.clerk", "consolidate"), ("leader", "present"))
    adopted = ok(college.api("A.officer").get(f"plans/{draft['id']}"), 200)
    assert adopted["holds_from"] == "2026-11-01"
    college.plan = draft["id"]


def stopped_handed_on_and_told(college: College) -> None:
    """10 to 12 November: the leadership stops a row, the office hands one to C and enters the decree."""
    college.clock.at("2026-11-10 09:00")
    ids = {text: row["id"] for text, row in college.rows(college.plan).items()}
    stop = {"rows": [ids["Khảo sát"]], "decision": DECISION}
    college.sign(college.plan, ("leader", "stop"), comment="Trùng với khảo sát của Sở", terms=stop)
    moved = {"rows": [ids["Hội giảng"]], "unit": "W-C", "on": "2026-11-15", "decision": DECISION}
    college.sign(college.plan, ("VP.clerk", "reassign"), terms=moved)
    decree = {"number": "99/2026/NĐ-CP", "date": "2026-11-09"}
    happened = {"rows": [ids["Đề án"]], "event": decree, "on": "2026-12-31"}
    college.sign(college.plan, ("VP.clerk", "occur"), terms=happened)


def renewed_in_august(college: College) -> None:
    """August 2027: what recurs and what is open goes on into the next school year, with what became of it beside it."""
    college.clock.at("2027-08-02 09:00")
    ok(college.api("VP.head").post("periods", {"kind": "school-year", "label": "2027-2028"}))
    made = ok(college.api("A.officer").post(f"plans/{college.plan}/renewal", {"period": "2027-2028"}))
    rows = {row["text"]: (row["due_text"], row["carried"]["done"]) for row in made["rows"]}
    assert rows == {"Kiểm định": ("Tháng 1/2028", None), "Số liệu": ("Hằng tháng", True)}
    assert (made["period"], made["revision"], made["state"]) == ("2027-2028", 0, "draft")


def frozen(college: College, label: str) -> list[str]:
    """What was signed of a month, byte for byte."""
    cases = [college.report("unit", label, "A")["id"], college.report("monitoring", label, "B")["id"]]
    return [ok(college.api("VP.head").get(f"cases/{case}/submissions/1"), 200)["canonical"] for case in cases]
