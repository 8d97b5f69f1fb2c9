"""A college on paper: thirteen units and sixty people, as its personnel keep them in Excel."""

from tests.administration.books import person, signing

#: Seven units that monitor, six faculties that monitor nothing.
UNITS = [
    ["HCQT", "Phòng Hành chính – Quản trị", "Phòng", "", "Phòng HCQT"],
    ["DT", "Phòng Đào tạo", "Phòng", "", ""],
    ["TCCB", "Phòng Tổ chức cán bộ", "Phòng", "", "Phòng TCCB"],
    ["KT", "Phòng Khảo thí và Đảm bảo chất lượng", "Phòng", "", ""],
    ["CTSV", "Phòng Công tác sinh viên", "Phòng", "", ""],
    ["TS", "Trung tâm Tuyển sinh – Hướng nghiệp", "Trung tâm", "", ""],
    ["ISO", "Ban Thư ký ISO", "Ban", "", ""],
    *[[f"K{number}", f"Khoa {name}", "Khoa", "", ""] for number, name in enumerate(
        ("Cơ bản", "Sư phạm", "Kinh tế", "Nông lâm", "Công nghệ", "Y dược"), start=1)],
]  # fmt: skip
HEADS = {"TS": "Giám đốc trung tâm", "ISO": "Trưởng ban"}
FAMILIES = ("Lò", "Cầm", "Quàng", "Hà", "Vì", "Đinh", "Bùi", "Hoàng")
GIVENS = ("An", "Bình", "Chi", "Dũng", "Giang", "Hạnh", "Khánh", "Lan", "Minh", "Nga", "Oanh", "Phúc")


def name_of(number: int) -> str:
    """Sixty names; some come twice, as in life, and are told apart by their addresses."""
    return f"{FAMILIES[number % 8]} Văn {GIVENS[number % 12]}"


def address_of(number: int) -> dict[str, str]:
    return {"email": f"nguoi{number}@caodang.edu.vn"}


def people() -> list[list[str]]:
    """Sixty people; one unit has a deputy, the last five officers are members of the ISO board, too."""
    rows = [
        signing(name_of(0), "", "Hiệu trưởng", **address_of(0)),
        signing(name_of(1), "", "Phó Hiệu trưởng", **address_of(1)),
        person(name_of(2), "", "Người kiểm tra", **address_of(2)),
        person(name_of(3), "HCQT", "Văn thư", **address_of(3)),
    ]
    number = len(rows)
    for code, name, kind, *_ in UNITS:
        title = HEADS.get(code) or f"Trưởng {kind.lower()}"
        rows.append(signing(name_of(number), name, title, **address_of(number)))
        number += 1
        while len(rows) < 60 and number % 4:
            deputy = code == "DT" and len(rows) % 4 == 1
            post = signing if deputy else person
            rows.append(
                post(
                    name_of(number), code, "Phó Trưởng phòng" if deputy else "Viên chức", **address_of(number)
                )
            )
            number += 1
    while number < 60:
        rows.append(person(name_of(number), f"K{number % 6 + 1}", "Giảng viên", **address_of(number)))
        number += 1
    officers = [row for row in rows if row[6] in {"Viên chức", "Giảng viên"}]
    return [*rows, *map(second_post, officers[-5:])]


def second_post(row: list[str]) -> list[str]:
    """The same person once more, in the board."""
    return person(row[1], "ISO", "Ủy viên", email=row[3])
