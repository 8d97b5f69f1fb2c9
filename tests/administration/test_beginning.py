"""An empty database: one secret opens it, once; then setting up says how far it has come."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from administration.models import Invitation
from demo.build import build
from organization.models import Entry, Institution, User
from tests.administration.books import PEOPLE, UNITS, person, signing
from tests.api import Api
from tests.factories import small_world
from tests.papers.books import book_of

PASSWORD = "mot-mat-khau-dai"


def printed(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def secret_of(said: str) -> str:
    """The secret in the address that was printed."""
    return said.strip().rsplit("/", 1)[1]


def beginning(secret: str, **more: Any) -> dict[str, Any]:
    return {
        "secret": secret,
        "institution": {"code": "CD", "name": "Trường Cao đẳng Thử", "place": "Sơn La", **more},
        "administrator": {"full_name": "Lò Văn Quản", "username": "quan.tri", "password": PASSWORD},
    }


def test_who_has_the_secret_founds_the_institution_and_is_logged_in(anonymous):
    secret = secret_of(printed("begin", "--address", "https://a.edu.vn/"))
    assert anonymous.get("setup", secret=secret).json() == {"begun": False, "steps": []}
    made = anonymous.post("setup", beginning(secret, words={"staff": "giảng viên"}))
    assert made.status_code == 201
    assert {post["role"] for post in made.json()["appointments"]} == {"administrator", "personnel"}
    assert anonymous.get("institution").json()["words"]["staff"] == "giảng viên"
    steps = {step["step"]: step["done"] for step in anonymous.get("setup").json()["steps"]}
    assert [step for step, done in steps.items() if done] == ["institution"]
    assert set(Entry.objects.values_list("act", flat=True)) == {
        "found-institution",
        "add-unit",
        "add-person",
        "appoint",
    }


def test_the_secret_works_once_and_a_second_call_ends_the_first(anonymous):
    first, second = (secret_of(printed("begin")) for _ in range(2))
    assert anonymous.post("setup", beginning(first)).status_code == 404
    assert anonymous.post("setup", beginning(second)).status_code == 201
    assert Api(None).post("setup", beginning(second)).status_code == 404
    assert Api(None).get("setup", secret=second).status_code == 404
    assert Institution.objects.count() == 1


def test_once_there_is_an_institution_nobody_begins(db):
    secret = secret_of(printed("begin"))
    small_world("W")
    assert Api(None).post("setup", beginning(secret)).status_code == 404
    assert "holds an institution already" in printed("begin")
    assert printed("begin", "--quiet") == ""
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize(
    ("part", "field", "value", "code"),
    [
        ("institution", "code", "a/b", "code-malformed"),
        ("administrator", "username", "Quản trị", "username-malformed"),
        ("administrator", "password", "ngan", "password-weak"),
    ],
)
def test_what_cannot_be_is_refused_and_the_secret_lives(anonymous, part, field, value, code):
    said = beginning(secret_of(printed("begin")))
    answer = anonymous.post("setup", {**said, part: {**said[part], field: value}})
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert not Institution.objects.exists()
    assert not User.objects.exists()
    assert anonymous.post("setup", said).status_code == 201


def test_steps_are_told_to_who_administers_only(one):
    for role in ("administrator", "personnel"):
        steps = {
            step["step"]: step["done"] for step in Api(one.person("", role)).get("setup").json()["steps"]
        }
        undone = [step for step, done in steps.items() if not done]
        assert undone == ["calendar", "deadlines", "first-month", "first-plan"]
    assert Api(one.person("VP", "head")).get("setup").status_code == 403


def file_of(folder: Path, name: str, rows: list[list[str]], header: list[str]) -> str:
    path = folder / name
    path.write_bytes(book_of(rows, header=header))
    return str(path)


def test_the_same_by_commands(db, tmp_path):
    printed("create_institution", "CD", "Trường Thử", "--place", "Sơn La", "--office", "HC", "--dry-run")
    assert not Institution.objects.exists()
    printed("create_institution", "CD", "Trường Thử", "--office", "HC", "--json")
    units = file_of(tmp_path, "u.xlsx", [["HC", "Phòng Hành chính"], ["DT", "Phòng Đào tạo"]], UNITS[:2])
    people = file_of(
        tmp_path, "p.xlsx",
        [signing("Cầm Hiệu", "", "Hiệu trưởng"), person("Lò Quản", "CD", "Quản trị hệ thống"), person("Hà Thư", "HC", "Văn thư")],
        PEOPLE,
    )  # fmt: skip
    seen = json.loads(printed("import_units", units, "--institution", "CD", "--dry-run", "--json"))
    assert ([line["change"] for line in seen["lines"]], seen["saved"]) == (["changed", "new"], False)
    assert "1 new, 1 changed" in printed("import_units", units, "--institution", "CD")
    assert "3 new" in printed("import_people", people, "--institution", "CD")
    assert User.objects.get(username="ha.thu").appointments.get().post.role == "clerk"
    assert "/invitations/" in printed("invite", "lo.quan")
    assert set(Entry.objects.values_list("origin", flat=True)) == {"command"}


def test_commands_say_by_their_exit_code_what_went_wrong(db, tmp_path):
    small_world("W")
    wrong = file_of(tmp_path, "w.xlsx", [["Lò Quản", "Vua", "W-A"]], ["Họ và tên", "Chức vụ", "Đơn vị"])
    for code, words in (
        (1, ("import_people", wrong, "--institution", "W")),
        (2, ("import_people", wrong, "--institution", "X")),
        (2, ("import_people", str(tmp_path / "none.xlsx"), "--institution", "W")),
        (1, ("create_institution", "W", "Trường W")),
        (2, ("invite", "nobody")),
    ):
        with pytest.raises(CommandError) as error:
            printed(*words)
        assert error.value.returncode == code, words


def test_the_demo_is_not_loaded_beside_a_real_institution(db, settings, monkeypatch):
    small_world("W")
    with pytest.raises(CommandError, match="not the demo's"):
        printed("load_demo")
    assert Institution.objects.count() == 1
    settings.DEMO = True
    called = []
    monkeypatch.setattr("demo.management.commands.load_demo.build", lambda **_: called.append(build))
    printed("load_demo")
    assert called == [build]
