"""August 2025, second act: the office consolidates, what came late is added, the leadership hears it."""

from typing import Any
from uuid import uuid4

from tests.journeys.answers import done, refused
from tests.journeys.august_2025 import CLASS, LABEL, PAPER, College
from tests.journeys.august_reports import PROPOSAL


def the_office_consolidates(college: College) -> Any:
    """Thursday morning: 12 = 7 + 4 + 1: Enrolment is silent, so its one row is u, and what was sent to it waits; the head of
    the office signs."""
    college.at("28 09:00")
    clerk = college.api("hcqt.clerk")
    made = done(
        clerk.post("consolidations", {"period": LABEL, "assessment": "Các đơn vị cơ bản đúng tiến độ."})
    )
    assert made["figures"]["checked"] == {"due": 11, "done": 7, "not_done": 4, "unfollowed": 0}
    assert made["figures"]["unchecked"] == {"due": 0, "done": 0, "not_done": 0, "unfollowed": 0}
    assert made["figures"]["total"] == {"due": 12, "done": 7, "not_done": 4, "unfollowed": 1}
    speaks_for = [row["unit"] for row in made["figures"]["by_unit"] if row["checked"]]
    assert (len(speaks_for), len(made["figures"]["by_unit"])) == (6, 7), "Số liệu của 6/7 đơn vị theo dõi"
    [item] = [row for row in made["figures"]["by_item"] if row["title"] == CLASS]
    assert (item["unit"], item["due"], item["done"], item["not_done"]) == ("HCQT", 4, 3, 1)
    assert {(row["unit"], row["kind"]) for row in made["missing"]} == {
        ("TS-HN", "monitoring-report"), ("TS-HN", "unit-report"),
    }  # fmt: skip
    assert [(row["unit"], row["kind"], row["waits_at"]) for row in made["waiting"]] == [
        ("HCQT", "unit-report", "TS-HN")
    ]
    assert {(row["unit"], row["kind"]) for row in made["late"]} == {("KT-DBCL", "unit-report")}
    [contradiction] = made["contradictions"]
    assert (contradiction["row"], contradiction["monitor"]) == (
        college.rows["Giải ngân gói thiết bị"],
        "KHTC",
    )
    assert [row["text"] for row in made["proposals"]] == [PROPOSAL]
    shown = [college.rows["Giải ngân gói thiết bị"], college.rows["Số hóa hồ sơ tuyển sinh"]]
    changed = done(
        clerk.send("patch", f"consolidations/{made['id']}", {"highlights": shown}, digest=made["digest"]), 200
    )
    assert {row["text"] for row in changed["unfinished"] if row["highlighted"]} == {
        "Giải ngân gói thiết bị", "Số hóa hồ sơ tuyển sinh",
    }  # fmt: skip
    college.act("hcqt.clerk", made["id"], "submit")
    college.act("hcqt.head", made["id"], "consolidate")
    return made


def a_late_one_comes_after_it(college: College, base: Any) -> Any:
    """Thursday afternoon: Enrolment signs; a supplement takes it in; in August it stays late."""
    college.at("28 14:00")
    college.judge("TS-HN", {})
    college.review("TS-HN", "HCQT")
    college.hand_in("TS-HN")
    college.receive("TS-HN")
    clerk = college.api("hcqt.clerk")
    assert clerk.post("consolidations", {"period": LABEL}).status_code == 409
    supplement = done(clerk.post("consolidations", {"period": LABEL, "supplement_of": base["id"]}))
    assert {row["unit"] for row in supplement["cases"]} == {"TS-HN", "HCQT"}
    assert supplement["figures"]["checked"] == {"due": 1, "done": 0, "not_done": 1, "unfollowed": 0}
    assert {(row["unit"], row["kind"]) for row in supplement["missing"]} == {("TS-HN", "unit-report")}
    college.act("hcqt.clerk", supplement["id"], "submit")
    college.act("hcqt.head", supplement["id"], "consolidate")
    return supplement


def a_row_is_finished_before_the_meeting(college: College) -> None:
    """Thursday evening: the office finishes what it had reported as open; its head signs, who follows it confirms, and
    nothing is reopened."""
    college.at("28 18:00")
    said = {"period": LABEL, "done": True, "result": "Đã phát hành ngày 28/8", "evidence": PAPER}
    row = college.rows["Truyền thông tuyển sinh đợt 2"]
    update = done(college.api("hcqt.officer").post(f"rows/{row}/updates", said))
    college.act("hcqt.officer", update["id"], "submit")
    college.act("hcqt.head", update["id"], "approve")
    college.act("ts-hn.head", update["id"], "review")
    assert college.part("HCQT", "TS-HN")["state"] == "consolidated"


def the_meeting(college: College, heard: list[str]) -> Any:
    """Friday 08:00: the agenda, the answers, the conclusions, the consequence, one confirmation."""
    college.at("29 07:30")
    clerk = college.api("hcqt.clerk")
    meeting = done(clerk.post("meetings", {"consolidations": heard, "held_at": "2025-08-29T08:00:00+07:00"}))
    college.at("29 08:10")
    rector = college.api("rector")
    agenda = done(rector.get(f"meetings/{meeting['id']}/agenda"), 200)
    by_unit = {row["unit"]: (row["due"], row["done"], row["not_done"]) for row in agenda["units"]}
    assert by_unit == {
        "HCQT": (4, 3, 1), "TCCB-HSSV": (2, 1, 1), "DT": (2, 1, 1), "KHTC": (2, 1, 1), "KT-DBCL": (0, 0, 0),
        "TS-HN": (1, 0, 1), "ISO": (1, 1, 0),
    }  # fmt: skip
    [office] = [row for row in agenda["units"] if row["unit"] == "HCQT"]
    assert [row["done"] for row in office["plans"][0]["rows"]] == [False, True, True]
    assert [(row["result"], row["confirmed"]) for row in agenda["updates"]] == [
        ("Đã phát hành ngày 28/8", True)
    ]
    assert {row["unit"]: row["done_now"] for row in agenda["units"] if row["done_now"] != row["done"]} == {
        "TS-HN": 1
    }
    [proposal] = agenda["proposals"]
    answer = {"proposal": proposal["id"], "answer": "accepted", "text": "Giao KHTC cân đối"}
    done(rector.send("put", f"meetings/{meeting['id']}/answers", {"answers": [answer]}), 200)
    assert agenda["consequences"] == [], (
        "what KHTC had to look at again it did, Enrolment was late: no case of II.8"
    )
    late = [(row["unit"], row["kind"], bool(row["signed_after"])) for row in agenda["missing"]]
    assert late == [("TS-HN", "unit-report", False)]
    the_leadership_instructs(college)
    return the_meeting_closes(college, meeting["id"])


def the_leadership_instructs(college: College) -> None:
    """At the table: one the rector gives to finance, one that the office passes on to Enrolment, citing the rector."""
    own = {"unit": "KHTC", "text": "Báo cáo phương án giải ngân gói thiết bị", "due_on": "2025-09-10"}
    done(college.api("rector").post("instructions", own, key=str(uuid4())))
    said = {
        "leader": str(college.people["rector"].id),
        "occasion": "giao ban tháng 8",
        "said_on": "2025-08-29",
    }
    cited = {"unit": "TS-HN", "text": "Giải trình việc chậm báo cáo", "due_on": "2025-09-05", **said}
    assert refused(college.api("hcqt.clerk").post("instructions", own, key=str(uuid4()))) == (
        403,
        ["not-permitted"],
    )
    done(college.api("hcqt.clerk").post("instructions", cited, key=str(uuid4())))
    open_ones = done(college.api("rector").get("instructions", stands="open"), 200)["results"]
    assert {(row["unit"], row["passed_on"], row["occasion"]) for row in open_ones} == {
        ("KHTC", False, ""), ("TS-HN", True, "giao ban tháng 8"),
    }  # fmt: skip


def the_meeting_closes(college: College, meeting: str) -> Any:
    """The clerk writes the conclusions down, the rector closes the meeting and signs them."""
    clerk, rector = college.api("hcqt.clerk"), college.api("rector")
    plan = done(clerk.post(f"meetings/{meeting}/conclusions"))
    rows = [
        {
            "kind": "task",
            "text": "Báo cáo kết quả số hóa hồ sơ",
            "leads": ["TS-HN"],
            "due_text": "Tháng 9/2025",
        },
        {
            "kind": "task",
            "text": "Hoàn thành hội nghị viên chức",
            "leads": ["KT-DBCL"],
            "due_text": "15/9/2025",
        },
    ]
    done(clerk.send("put", f"plans/{plan['id']}/rows", {"rows": rows}, digest=plan["digest"]), 200)
    seen = done(rector.get(f"meetings/{meeting}"), 200)["digest"]
    assert refused(clerk.post(f"meetings/{meeting}/close", digest=seen, key=str(uuid4())))[0] == 403
    closed = done(rector.post(f"meetings/{meeting}/close", digest=seen, key=str(uuid4())), 200)
    assert {row["status"] for row in closed["results"]} == {201}
    done(rector.act(plan["id"], "conclude"))
    done(college.api("ts-hn.head").post(f"plans/{plan['id']}/acknowledgements"))
    return plan
