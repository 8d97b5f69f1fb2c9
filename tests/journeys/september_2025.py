"""August 2025, last act: what came of it, seen in September."""

from typing import Any

from tests.api import Api
from tests.journeys.answers import done, refused, texts, verified
from tests.journeys.august_2025 import NEXT, College
from tests.journeys.august_reports import PROPOSAL, UNITS

QUARTER = "2025-Q3"


def september(college: College) -> None:
    """What was not done comes back, what was done does not; the conclusions are due."""
    college.clock.at(f"{NEXT}-03 08:00")
    assert college.open(NEXT) == (7, 7), "what HCQT finished before the meeting is not asked"
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


def an_instruction_is_answered(college: College) -> None:
    """What the office passed on: Enrolment answers, its head signs, the office closes it; what finance was told is still open."""
    college.clock.at(f"{NEXT}-04 08:00")
    officer, head, office = (college.api(who) for who in ("ts-hn.officer", "ts-hn.head", "hcqt.head"))
    [case] = [row["id"] for row in done(officer.get("instructions", unit="TS-HN"), 200)["results"]]
    assert refused(officer.act(case, "submit")) == (422, ["answer-missing"])
    answer = {"answer": "Trung tâm nhận lỗi; từ tháng 9 nộp trước hạn 01 ngày"}
    done(officer.send("put", f"instructions/{case}", answer, digest=officer.digest(case)), 200)
    done(officer.act(case, "submit"))
    assert done(office.get(f"instructions/{case}"), 200)["stands"] != "answered", "its head has not signed"
    done(head.act(case, "approve"))
    assert refused(office.act(case, "close")) == (422, ["reason-missing"])
    done(office.act(case, "close", comment="Đạt yêu cầu"))
    listed = done(college.api("rector").get("instructions"), 200)["results"]
    assert {(row["unit"], row["stands"]) for row in listed} == {("TS-HN", "closed"), ("KHTC", "open")}


def the_quarter(college: College) -> None:
    """Quý III is built from its months: what August found done stays with its result, only what is open is asked.

    | form of   | N | k | open, and asked of                                                              |
    |-----------|---|---|---------------------------------------------------------------------------------|
    | HCQT      | 6 | 3 | Lập dự toán (KHTC); both conclusions (TS-HN, KT-DBCL)                           |
    | TCCB-HSSV | 2 | 1 | Tổ chức hội nghị viên chức (KT-DBCL)                                            |
    | DT        | 3 | 1 | Số hóa hồ sơ of September (TS-HN); that of August stays as August left it: m    |
    | KHTC      | 2 | 1 | Giải ngân gói thiết bị (DT)                                                     |
    | KT-DBCL   | 1 | 0 | Khảo sát người học (TCCB-HSSV)                                                  |
    | TS-HN     | 1 | 1 | none: finished before the meeting                                               |
    | ISO       | 1 | 1 | none                                                                            |
    """
    done(college.api("hcqt.head").post("periods", {"kind": "quarter", "label": QUARTER}))
    assert college.open(QUARTER) == (7, 7)
    totals = {unit: college.monitoring(unit, QUARTER)["totals"] for unit in UNITS}
    assert {unit: (row["due"], row["done"]) for unit, row in totals.items()} == {
        "HCQT": (6, 3), "TCCB-HSSV": (2, 1), "DT": (3, 1), "KHTC": (2, 1), "KT-DBCL": (1, 0), "TS-HN": (1, 1), "ISO": (1, 1),
    }  # fmt: skip
    rows = {row["text"]: row for row in college.part("KHTC", "HCQT", QUARTER)["rows"]}
    settled = rows["Đối chiếu công nợ học phí"]
    assert (settled["settled"], settled["done"], settled["result"]) == ("2025-08", True, "Đã đối chiếu xong")
    assert (rows["Lập dự toán năm 2026"]["settled"], set(rows)) == (
        "", {"Đối chiếu công nợ học phí", "Lập dự toán năm 2026"},
    )  # fmt: skip
    asked = {
        (unit, part["monitoring_unit"], row["text"])
        for unit in UNITS
        for part in college.sheet(unit, QUARTER)["parts"]
        for row in part["rows"]
        if row["listing"] != "standing" and not row["settled"]
    }
    assert asked == {
        ("KHTC", "HCQT", "Lập dự toán năm 2026"),
        ("TS-HN", "HCQT", "Báo cáo kết quả số hóa hồ sơ"),
        ("KT-DBCL", "HCQT", "Hoàn thành hội nghị viên chức"),
        ("KT-DBCL", "TCCB-HSSV", "Tổ chức hội nghị viên chức của đơn vị"),
        ("TS-HN", "DT", "Số hóa hồ sơ tuyển sinh"),
        ("DT", "KHTC", "Giải ngân gói thiết bị"),
        ("TCCB-HSSV", "KT-DBCL", "Khảo sát người học"),
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
    # 10 parts and 7 monitoring reports; the silent part is missing; KT-DBCL's two parts and one monitoring report were late.
    assert (total["expected"], total["signed"], total["on_time"], total["late"], total["missing"]) == (
        17,
        16,
        13,
        3,
        1,
    )


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
    an_instruction_is_answered(college)
    the_quarter(college)
    assert verified().endswith(" 0 bad chains\n")
