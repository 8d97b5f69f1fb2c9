"""August 2025 of Cao đẳng Sơn La as its people live it: over HTTP and WebSocket, by every role, on a clock.

Every figure below was worked out by hand from the plans of august_2025.py, none is the code's own count.
Due points: units Monday 25/8 17:00, monitoring units Wednesday 27/8 17:00, office 28/8 17:00, meeting 29/8 08:00.
"""

from typing import Any
from uuid import uuid4

import pytest
from channels.db import database_sync_to_async as threaded
from django.core.management import call_command

from tests.api import Api
from tests.clock import Clock, moment
from tests.journeys.answers import done, inbox, refused, texts, verified
from tests.journeys.august_2025 import LABEL, NEXT, PAPER, College, finished, found_college, unfinished
from tests.socket_window import Window

HINT = {"type": "look-again"}
PROPOSAL = "Đề nghị bổ sung 02 máy chủ phục vụ số hóa; hoàn thành trước 30/9."


@pytest.fixture
def college(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> College:
    """The college on the first morning of August."""
    call_command("flush", interactive=False, verbosity=0)  # the demo bears the same codes
    clock = Clock(monkeypatch, moment("2025-07-25 08:00"))
    made = found_college(clock)
    made.at("01 08:00")
    return made


def open_august(college: College) -> None:
    """The office confirms the twelve months and opens August: nine parts, seven monitoring reports."""
    head = college.api("hcqt.head")
    shown = done(head.get("deadlines", year="2025-2026"), 200)
    assert [month["office_due_at"][:10] for month in shown["months"]][:3] == [
        "2025-08-27",
        "2025-09-24",
        "2025-10-29",
    ]
    done(head.post("deadlines", {"year": "2025-2026"}), 200)
    august = college.period()
    assert (august["unit_due_at"][:16], august["meeting_at"][:16]) == ("2025-08-25T17:00", "2025-08-29T08:00")
    opened = done(head.post(f"periods/{august['id']}/open"), 200)
    assert opened == {"unit_reports": 9, "monitoring_reports": 7}
    parts = {unit: len(college.sheet(unit)["parts"]) for unit in ("DT", "KHTC", "HCQT", "KT-DBCL", "TS-HN")}
    assert parts == {"DT": 3, "KHTC": 2, "HCQT": 2, "KT-DBCL": 1, "TS-HN": 1}
    assert college.sheet("ISO")["nothing_due"] is True
    assert len(inbox(college.api("dt.officer"))) == 4  # three parts and its own monitoring report


def units_report(college: College) -> None:
    """By Monday 17:00 all have signed but KT-DBCL, which is late, and TS-HN, which stays silent."""
    college.at("25 09:00")
    college.say("DT", {
        "Ban hành kế hoạch đào tạo năm học": finished(), "Giải ngân gói thiết bị": finished(),
        "Khắc phục điểm không phù hợp": finished(),
    }, proposals=(PROPOSAL,))  # fmt: skip
    college.sign("DT")
    college.say("KHTC", {
        "Lập dự toán năm 2026": unfinished(expected_on="2025-09-05"),
        "Thanh toán không dùng tiền mặt": finished(result="Đã mở tài khoản"),
    })  # fmt: skip
    college.sign("KHTC")
    college.say("HCQT", {
        "Công khai quy chế chi tiêu nội bộ": finished(),
        "Truyền thông tuyển sinh đợt 2": unfinished(expected_on="2025-08-28"),
    })  # fmt: skip
    college.sign("HCQT")
    late = college.part("KT-DBCL", "TCCB-HSSV")
    college.say("KT-DBCL", {"Tổ chức hội nghị viên chức của đơn vị": unfinished()})
    assert refused(college.api("kt-dbcl.officer").act(late["id"], "submit")) == (422, ["cause-missing"])
    college.at("26 08:15")
    college.say(
        "KT-DBCL",
        {
            "Tổ chức hội nghị viên chức của đơn vị": unfinished(
                cause="Chờ kiện toàn ban tổ chức", promised_on="2025-09-15"
            )
        },
    )
    college.sign("KT-DBCL")


def a_report_is_returned(college: College) -> None:
    """Training returns what finance reported to it; the first signature stays on time."""
    part = college.part("KHTC", "DT")
    college.act("dt.head", part["id"], "return", comment="Thiếu minh chứng giao dịch",
                remarks=[{"row": college.rows["Thanh toán không dùng tiền mặt"], "field": "evidence", "text": "Đính kèm sao kê"}])  # fmt: skip
    officer = college.api("khtc.officer")
    [remark] = done(officer.get(f"cases/{part['id']}/remarks"), 200)["results"]
    college.say(
        "KHTC",
        {
            "Thanh toán không dùng tiền mặt": finished(
                evidence=[
                    *PAPER,
                    {"kind": "link", "value": "https://khtc.cdsonla.edu.vn/sao-ke", "name": "Sao kê"},
                ]
            )
        },
    )
    assert refused(officer.act(part["id"], "submit")) == (422, ["unanswered"])
    done(officer.post(f"remarks/{remark['id']}/answer", {"answer": "fixed"}), 200)
    college.sign("KHTC")
    again = college.part("KHTC", "DT")
    assert (again["returned"], again["status"], again["state"]) == (1, "on-time", "unit-approved")


def monitors_judge(college: College) -> None:
    """Tuesday and Wednesday: verdicts beside the units' words, one against a unit, one on a silent unit."""
    college.at("26 14:00")
    college.judge("HCQT", {"Tổng hợp đăng ký thi đua": finished()})
    college.judge("TCCB-HSSV", {})
    college.judge(
        "DT", {"Số hóa hồ sơ tuyển sinh": unfinished(expected_on="2025-09-10", cause="Đơn vị không báo cáo")}
    )
    college.judge(
        "KHTC", {"Giải ngân gói thiết bị": unfinished(expected_on="2025-09-20", result="Mới giải ngân 60%")}
    )
    college.judge("ISO", {})
    weekly = [
        {
            "item": college.plans["Kế hoạch triển khai Nghị quyết số 57-NQ/TW"],
            "on": f"2025-08-{day}",
            "text": f"Rà soát ngày {day}/8",
        }
        for day in ("08", "15", "22")
    ]
    college.change("DT", progress=weekly)
    audited = {"item": college.plans["Việc tuân thủ các TTQT qua đánh giá nội bộ"], "units": ["DT", "KHTC"]}
    college.change("ISO", monitored=[audited])
    iso = college.monitoring("ISO")["id"]
    assert refused(college.api("iso.officer").act(iso, "submit")) == (422, ["minimum"])
    college.change("ISO", monitored=[audited | {"units": ["DT", "KHTC", "HCQT"]}])
    for monitor, reporter in (
        ("HCQT", "DT"), ("HCQT", "KHTC"), ("TCCB-HSSV", "HCQT"), ("TCCB-HSSV", "KT-DBCL"), ("DT", "KHTC"),
        ("KHTC", "DT"), ("ISO", "DT"),
    ):  # fmt: skip
        college.review(monitor, reporter)


def a_review_is_sent_back(college: College) -> None:
    """The office finds a review inaccurate and sends it back; finance reviews again."""
    part = college.part("DT", "KHTC")
    college.act("hcqt.head", part["id"], "send-back", comment="Nhận xét chưa nêu số liệu giải ngân")
    college.act("khtc.head", part["id"], "review")


def monitors_hand_in(college: College) -> None:
    """Six monitoring units sign before Wednesday 17:00; Enrolment does not."""
    college.at("27 10:00")
    figures = {}
    for unit in ("HCQT", "TCCB-HSSV", "DT", "KHTC", "KT-DBCL", "ISO"):
        college.hand_in(unit)
        college.receive(unit)
        totals = college.monitoring(unit)["totals"]
        figures[unit] = (totals["due"], totals["done"], totals["not_done"])
    assert figures == {
        "HCQT": (3, 2, 1), "TCCB-HSSV": (2, 1, 1), "DT": (2, 1, 1), "KHTC": (1, 0, 1), "KT-DBCL": (0, 0, 0),
        "ISO": (1, 1, 0),
    }  # fmt: skip
    text = done(
        college.api("hcqt.clerk").get(f"periods/{college.period()['id']}/reminder", to="monitors"), 200
    )["text"]
    assert "Trung tâm TS - HN" in text
    assert "27/8/2025" in text or "27/08/2025" in text
    assert "Phòng Đào tạo" not in text


def the_office_consolidates(college: College) -> Any:
    """Thursday morning: 10 = 5 + 4 + 1: Enrolment is silent, so its one row is u, and what was sent to it waits; the head of
    the office signs."""
    college.at("28 09:00")
    clerk = college.api("hcqt.clerk")
    made = done(
        clerk.post("consolidations", {"period": LABEL, "assessment": "Các đơn vị cơ bản đúng tiến độ."})
    )
    assert made["figures"]["checked"] == {"due": 9, "done": 5, "not_done": 4, "unfollowed": 0}
    assert made["figures"]["unchecked"] == {"due": 0, "done": 0, "not_done": 0, "unfollowed": 0}
    assert made["figures"]["total"] == {"due": 10, "done": 5, "not_done": 4, "unfollowed": 1}
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
        "HCQT": (3, 2, 1), "TCCB-HSSV": (2, 1, 1), "DT": (2, 1, 1), "KHTC": (1, 0, 1), "KT-DBCL": (0, 0, 0),
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
    plan = done(clerk.post(f"meetings/{meeting['id']}/conclusions"))
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
    seen = done(rector.get(f"meetings/{meeting['id']}"), 200)["digest"]
    assert refused(clerk.post(f"meetings/{meeting['id']}/close", digest=seen, key=str(uuid4())))[0] == 403
    closed = done(rector.post(f"meetings/{meeting['id']}/close", digest=seen, key=str(uuid4())), 200)
    assert {row["status"] for row in closed["results"]} == {201}
    done(rector.act(plan["id"], "conclude"))
    done(college.api("ts-hn.head").post(f"plans/{plan['id']}/acknowledgements"))
    return plan


def september(college: College) -> None:
    """What was not done comes back, what was done does not; the conclusions are due."""
    college.clock.at(f"{NEXT}-03 08:00")
    head = college.api("hcqt.head")
    opened = done(head.post(f"periods/{college.period(NEXT)['id']}/open"), 200)
    assert opened == {"unit_reports": 7, "monitoring_reports": 7}, (
        "what HCQT finished before the meeting is not asked"
    )
    found = {
        (unit, row["text"]): (part["monitoring_unit"], row["listing"], row["age"])
        for unit in ("DT", "KHTC", "HCQT", "KT-DBCL", "TS-HN", "TCCB-HSSV")
        for part in college.sheet(unit, NEXT)["parts"]
        for row in part["rows"]
    }
    assert found == {
        ("KHTC", "Lập dự toán năm 2026"): ("HCQT", "carried", 1),
        ("KT-DBCL", "Tổ chức hội nghị viên chức của đơn vị"): ("TCCB-HSSV", "carried", 1),
        ("TS-HN", "Số hóa hồ sơ tuyển sinh"): ("DT", "due", 0),
        ("DT", "Giải ngân gói thiết bị"): ("KHTC", "carried", 1),
        ("TCCB-HSSV", "Khảo sát người học"): ("KT-DBCL", "due", 0),
        ("TCCB-HSSV", "Cập nhật sổ tay chất lượng"): ("KT-DBCL", "standing", 0),
        ("TS-HN", "Báo cáo kết quả số hóa hồ sơ"): ("HCQT", "due", 0),
        ("KT-DBCL", "Hoàn thành hội nghị viên chức"): ("HCQT", "due", 0),
    }


def the_matrix(college: College) -> None:
    """On time, late, missing, nothing due: August as the auditor sees it."""
    shown = done(college.api("auditor").get(f"periods/{college.period()['id']}/matrix"), 200)
    cells = {row["unit"]: row["cells"][0] for row in shown["units"]}
    assert {unit: cell["reports"]["status"] for unit, cell in cells.items()} == {
        "HCQT": "on-time", "TCCB-HSSV": "nothing-due", "DT": "on-time", "KHTC": "on-time", "KT-DBCL": "late",
        "TS-HN": "missing", "ISO": "nothing-due",
    }  # fmt: skip
    assert {unit: cell["monitoring"]["status"] for unit, cell in cells.items()} == {
        "HCQT": "on-time", "TCCB-HSSV": "on-time", "DT": "on-time", "KHTC": "on-time", "KT-DBCL": "on-time",
        "TS-HN": "late", "ISO": "on-time",
    }  # fmt: skip
    [total] = shown["totals"]
    # 9 parts and 7 monitoring reports; the silent part is missing; one part and one monitoring report were late.
    assert (total["expected"], total["signed"], total["on_time"], total["late"], total["missing"]) == (
        16,
        15,
        13,
        2,
        1,
    )


async def watch(college: College, username: str) -> Window:
    """An open window of this person."""
    window = Window(await threaded(college.api)(username))
    assert await window.open()
    return window


async def hears(window: Window) -> None:
    """The window is told to look again."""
    assert await window.hears() == HINT
    await window.leave()


async def test_august_2025(college: College) -> None:
    await threaded(open_august)(college)
    head = await watch(college, "dt.head")
    await threaded(units_report)(college)
    await hears(head)
    officer = await watch(college, "khtc.officer")
    await threaded(a_report_is_returned)(college)
    await hears(officer)
    await threaded(monitors_judge)(college)
    monitor = await watch(college, "khtc.head")
    await threaded(a_review_is_sent_back)(college)
    await hears(monitor)
    office = await watch(college, "hcqt.head")
    await threaded(monitors_hand_in)(college)
    await hears(office)
    rector = await watch(college, "rector")
    base = await threaded(the_office_consolidates)(college)
    await hears(rector)
    supplement = await threaded(a_late_one_comes_after_it)(college, base)
    await threaded(a_row_is_finished_before_the_meeting)(college)
    plan = await threaded(the_meeting)(college, [base["id"], supplement["id"]])
    await threaded(what_remains)(college, plan)


def what_remains(college: College, plan: Any) -> None:
    """The states, the answer that came back, the read conclusions, the ledger, September."""
    for unit in ("HCQT", "TCCB-HSSV", "DT", "KHTC", "KT-DBCL", "TS-HN", "ISO"):
        assert college.monitoring(unit)["state"] == "presented"
    [answered] = [row for part in college.sheet("DT")["parts"] for row in part["proposals"]]
    assert (answered["text"], answered["answer"], answered["answer_text"]) == (
        PROPOSAL,
        "accepted",
        "Giao KHTC cân đối",
    )
    read = done(college.api("hcqt.clerk").get(f"plans/{plan['id']}/acknowledgements"), 200)
    assert ([row["unit"] for row in read["results"]], read["waiting"]) == (["TS-HN"], ["KT-DBCL"])
    assert any("in force" in text for text in texts(college.api("kt-dbcl.head")))
    assert done(college.api("auditor").get("consequences", year="2025-2026"), 200)["results"] == []
    stranger = Api(None)
    assert stranger.get("consequences", year="2025-2026").status_code == 401
    the_matrix(college)
    september(college)
    assert verified().endswith(" 0 bad chains\n")
