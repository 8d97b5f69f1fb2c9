"""Lists of units and people as a college keeps them in Excel."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.api import Api
from tests.papers.books import book_of

UNITS = ["Mã đơn vị", "Tên đơn vị", "Loại", "Đơn vị cấp trên", "Tên gọi khác"]
PEOPLE = [
    "TT", "Họ và tên", "Tên đăng nhập", "E-mail", "Điện thoại", "Đơn vị", "Chức vụ", "Từ ngày", "Đến ngày", "Số QĐ",
    "Ngày QĐ",
]  # fmt: skip
DECIDED = ("12/QĐ-CĐ", "05/01/2026")


def person(name: str, unit: str = "", title: str = "", **more: str) -> list[str]:
    """A line of a list of people."""
    fields = ("username", "email", "telephone", "unit", "title", "since", "until", "number", "decided")
    said = {"unit": unit, "title": title, **more}
    return ["1", name, *(said.get(field, "") for field in fields)]


def signing(name: str, unit: str, title: str, **more: str) -> list[str]:
    """A line of somebody whose post signs, with the decision."""
    number, decided = DECIDED
    return person(name, unit, title, **{"number": number, "decided": decided, **more})


def send(
    api: Api, what: str, rows: list[list[str]], *, save: bool = False, header: list[str] | None = None
) -> Any:
    """A list as it is sent: `what` is unit-lists or people-lists."""
    columns = header or (UNITS if what == "unit-lists" else PEOPLE)
    file = SimpleUploadedFile("a.xlsx", book_of([[], *rows], header=columns))
    return api.upload(f"{what}?save={str(save).lower()}", file)


def wrong(answer: Any) -> list[tuple[str, str, str]]:
    """(row, field, code) of what is wrong."""
    assert answer.status_code == 200, answer.json()
    found = answer.json()
    assert found["errors"] == [] or not found["saved"]
    return [(one["row"], one["field"], one["code"]) for one in found["errors"]]
