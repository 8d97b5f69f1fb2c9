"""August 2025, first act: the month is opened, units report, monitoring units judge and hand in.

Due points: units Monday 25/8 17:00, monitoring units Wednesday 27/8 17:00, office 28/8 17:00, meeting 29/8 08:00.
"""

from tests.journeys.answers import done, inbox, refused
from tests.journeys.august_2025 import CLASS, OF_CLASS, PAPER, College, finished, unfinished

PROPOSAL = "Đề nghị bổ sung 02 máy chủ phục vụ số hóa; hoàn thành trước 30/9."
UNITS = ("HCQT", "TCCB-HSSV", "DT", "KHTC", "KT-DBCL", "TS-HN", "ISO")
MOVED = "Kế hoạch số hóa khảo thí"


def one_item_over_the_plans_of_units(college: College) -> None:
    """The office writes down item II.1 of the Notice and puts the plans of the school year under it."""
    head = college.api("hcqt.head")
    item = {
        "period": "2025-2026",
        "title": CLASS,
        "unit": "HCQT",
        "cadence": "monthly",
        "source": "242/TB-CĐSL, II.1",
    }
    made = done(head.post("items", item))
    for title in OF_CLASS:
        done(head.send("put", f"plans/{college.plans[title]}/monitoring", {"item": made["id"]}), 200)


def open_august(college: College) -> None:
    """The office confirms the twelve months and opens August: ten parts, seven monitoring reports."""
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
    assert college.open() == (10, 7)
    parts = {unit: len(college.sheet(unit)["parts"]) for unit in ("DT", "KHTC", "HCQT", "KT-DBCL", "TS-HN")}
    assert parts == {"DT": 3, "KHTC": 2, "HCQT": 2, "KT-DBCL": 2, "TS-HN": 1}
    assert college.sheet("ISO")["nothing_due"] is True
    assert len(inbox(college.api("dt.officer"))) == 4  # three parts and its own monitoring report


def a_plan_is_given_to_another_unit(college: College) -> None:
    """11 August: what KT-DBCL has typed to Training goes along to finance, which follows the plan from now on; Training's form
    has nothing of it, and nobody is asked twice."""
    college.at("08 09:00")
    college.say(
        "KT-DBCL",
        {"Số hóa ngân hàng đề thi": finished(result="Đã số hóa 1.200 câu hỏi", completed_on="2025-08-08")},
    )
    college.at("11 09:00")
    path, following = f"plans/{college.plans[MOVED]}", {"unit": "KHTC", "cadence": "monthly"}
    done(college.api("hcqt.head").send("put", f"{path}/monitoring", following), 200)
    assert college.open() == (1, 0)
    assert {part["monitoring_unit"] for part in college.sheet("KT-DBCL")["parts"]} == {"TCCB-HSSV", "KHTC"}
    [row] = college.part("KT-DBCL", "KHTC")["rows"]
    assert (row["text"], row["done"], row["result"]) == (
        "Số hóa ngân hàng đề thi",
        True,
        "Đã số hóa 1.200 câu hỏi",
    )
    history = done(college.api("kt-dbcl.officer").get(path), 200)["history"]
    assert [(one["unit"], one["until"] is None) for one in history] == [("DT", False), ("KHTC", True)]
    titles = {unit: {plan["title"] for plan in college.monitoring(unit)["plans"]} for unit in ("DT", "KHTC")}
    assert MOVED in titles["KHTC"] - titles["DT"]


def next_months_rows(college: College) -> None:
    """On each unit's sheet what is due in September, also where nothing is due in August; nothing where there is none.

    | unit      | row                    | because                                              |
    |-----------|------------------------|------------------------------------------------------|
    | TCCB-HSSV | Khảo sát người học     | "Tháng 8-9/2025" ends on 30/9                        |
    | TS-HN     | Số hóa hồ sơ tuyển sinh | "Hằng tháng"                                         |
    """
    found = {unit: [(row["text"], row["due_on"]) for row in college.sheet(unit)["next"]] for unit in UNITS}
    assert {unit: rows for unit, rows in found.items() if rows} == {
        "TCCB-HSSV": [("Khảo sát người học", "2025-09-30")],
        "TS-HN": [("Số hóa hồ sơ tuyển sinh", "2025-09-30")],
    }


def a_gap_names_its_row_and_who_can(college: College, case_id: str) -> None:
    """What is missing, by plan, part, number and text; and by name who can do what the officer cannot."""
    shown = done(college.api("kt-dbcl.officer").get(f"cases/{case_id}"), 200)["acts"]
    reasons = {row["act"]: [reason["text"] for reason in row["reasons"]] for row in shown}
    place = "Row 2 “Tổ chức hội nghị viên chức của đơn vị” (Tasks and solutions; “Kế hoạch thực hiện dân chủ tại cơ sở”)"
    assert reasons["submit"] == [f"{place}: It is overdue: the cause is missing."]
    head = college.people["kt-dbcl.head"].full_name
    assert any(head in text for text in reasons["approve"])


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
        "Đối chiếu công nợ học phí": finished(result="Đã đối chiếu xong"),
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
    a_gap_names_its_row_and_who_can(college, late["id"])
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
                result="Đã mở tài khoản",
                evidence=[
                    *PAPER,
                    {"kind": "link", "value": "https://khtc.cdsonla.edu.vn/sao-ke", "name": "Sao kê"},
                ],
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
        ("KHTC", "DT"), ("KHTC", "KT-DBCL"), ("ISO", "DT"),
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
        "HCQT": (4, 3, 1), "TCCB-HSSV": (2, 1, 1), "DT": (2, 1, 1), "KHTC": (2, 1, 1), "KT-DBCL": (0, 0, 0),
        "ISO": (1, 1, 0),
    }  # fmt: skip
    form = college.monitoring("HCQT")
    [item] = [one for one in form["items"] if one["title"] == CLASS]
    assert (item["due"], item["done"], item["not_done"]) == (4, 3, 1), (
        "three rows of Training, one of finance"
    )
    mine = {
        plan["title"]: (plan["due"], plan["done"]) for plan in form["plans"] if plan["item"] == item["item"]
    }
    assert mine == {OF_CLASS[0]: (3, 2), OF_CLASS[1]: (1, 1)}
    text = done(
        college.api("hcqt.clerk").get(f"periods/{college.period()['id']}/reminder", to="monitors"), 200
    )["text"]
    assert "Trung tâm TS - HN" in text
    assert "27/8/2025" in text or "27/08/2025" in text
    assert "Phòng Đào tạo" not in text
