"""August 2025, beside the reports: who reads a plan and when, and what units are asked about a draft."""

from typing import Any

from tests.factories import NAMED
from tests.journeys.answers import done, inbox, refused
from tests.journeys.august_2025 import College


def draft(college: College, unit: str, title: str, rows: list[dict[str, Any]]) -> str:
    """The unit's officer drafts a plan of the school year with these rows."""
    officer = college.api(f"{unit.lower()}.officer")
    plan = done(
        officer.post("plans", {"unit": unit, "kind": "plan", "title": title, "period": "2025-2026", **NAMED})
    )
    written = [{"kind": "task", "product": "Báo cáo", **row} for row in rows]
    done(officer.send("put", f"plans/{plan['id']}/rows", {"rows": written}, digest=plan["digest"]), 200)
    return str(plan["id"])


def a_whole_plan_is_read_once_its_head_has_signed(college: College) -> None:
    """A row that finance and Training lead together and ISO coordinates: 404 until the drafting unit's head has signed, then
    each of them reads all rows; whoever no row names does not."""
    college.at("04 08:00")
    plan = draft(college, "TCCB-HSSV", "Kế hoạch kiểm tra nội bộ", [
        {"text": "Kiểm tra thu chi học phí", "leads": ["KHTC", "DT"], "coordinating": ["ISO"], "due_text": "Tháng 10/2025"},
        {"text": "Kiểm tra hồ sơ viên chức", "leads": ["TCCB-HSSV"], "due_text": "Tháng 10/2025"},
    ])  # fmt: skip
    readers = ("khtc.officer", "dt.officer", "iso.officer", "ts-hn.officer")

    def seen_by() -> dict[str, int]:
        return {who: college.api(who).get(f"plans/{plan}").status_code for who in readers}

    assert set(seen_by().values()) == {404}
    college.act("tccb-hssv.officer", plan, "submit")
    assert set(seen_by().values()) == {404}, "submitted, and not signed"
    college.act("tccb-hssv.head", plan, "approve")
    assert seen_by() == {"khtc.officer": 200, "dt.officer": 200, "iso.officer": 200, "ts-hn.officer": 404}
    for who in ("khtc.officer", "iso.officer"):
        rows = done(college.api(who).get(f"plans/{plan}"), 200)["rows"]
        assert [(row["text"], row["leads"]) for row in rows] == [
            ("Kiểm tra thu chi học phí", ["KHTC", "DT"]),
            ("Kiểm tra hồ sơ viên chức", ["TCCB-HSSV"]),
        ]


def units_are_asked_about_a_draft(college: College) -> None:
    """Training puts a draft to Enrolment and KT-DBCL: one agrees, one does not; the draft is changed, its opinion answered."""
    college.at("05 08:00")
    rows = [{"text": "Tổ chức ngày hội việc làm", "leads": ["DT"], "coordinating": ["TS-HN", "KT-DBCL"],
             "due_text": "Tháng 10/2025"}]  # fmt: skip
    plan, drafter = draft(college, "DT", "Kế hoạch ngày hội việc làm", rows), college.api("dt.officer")
    assert college.api("ts-hn.head").get(f"plans/{plan}").status_code == 404
    asked = done(drafter.post(f"plans/{plan}/opinions", {"due_on": "2025-08-12"}))["results"]
    cases = {row["unit"]: row["id"] for row in asked}
    assert set(cases) == {"TS-HN", "KT-DBCL"}
    assert cases["TS-HN"] in inbox(college.api("ts-hn.head"))
    assert college.api("ts-hn.head").get(f"plans/{plan}").status_code == 200, "who is asked reads the draft"
    opinions: dict[str, dict[str, Any]] = {
        "TS-HN": {"agrees": False, "text": "Đề nghị lùi sang tháng 11"}, "KT-DBCL": {"agrees": True},
    }  # fmt: skip
    for unit, opinion in opinions.items():
        officer, case = college.api(f"{unit.lower()}.officer"), cases[unit]
        done(officer.send("put", f"opinions/{case}", opinion, digest=officer.digest(case)), 200)
        college.act(f"{unit.lower()}.officer", case, "submit")
        college.act(f"{unit.lower()}.head", case, "approve")
    stands = done(drafter.get(f"plans/{plan}/opinions"), 200)["results"]
    assert {row["unit"]: row["stands"] for row in stands} == {"TS-HN": "opinion", "KT-DBCL": "agreed"}
    [remark] = done(drafter.get(f"cases/{plan}/remarks"), 200)["results"]
    assert remark["text"].endswith("Đề nghị lùi sang tháng 11")
    shown = done(drafter.get(f"plans/{plan}"), 200)
    moved = [
        {
            **rows[0],
            "id": shown["rows"][0]["id"],
            "kind": "task",
            "product": "Báo cáo",
            "due_text": "Tháng 11/2025",
        }
    ]
    done(drafter.send("put", f"plans/{plan}/rows", {"rows": moved}, digest=shown["digest"]), 200)
    done(drafter.post(f"remarks/{remark['id']}/answer", {"answer": "fixed"}), 200)
    college.act("dt.officer", plan, "submit")
    assert refused(college.api("ts-hn.head").act(plan, "approve"))[0] == 403
    college.act("dt.head", plan, "approve")
