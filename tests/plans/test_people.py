"""Who of a unit follows a plan, and whom its rows name (Notice I.1, I.2; issue F, point 8; docs/adr/0042)."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from openpyxl import load_workbook

from organization.models import Appointment, Role, User
from plans.models import PlanOfficer, RowPerson
from plans.rules.people import Named, holder, named_in
from tests.api import Api
from tests.clock import Clock, moment
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused, texts, verified
from tests.plans.changing_plans import begun, in_force, person, put, written
from tests.reported_month import Month

AN, BINH, CHI = uuid4(), uuid4(), uuid4()


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Early in October."""
    return Clock(monkeypatch, moment("2026-10-07 09:00"))


def follow(month: Month, plan: Any, user: User, who: tuple[str, str] = ("A", "officer"), **more: Any) -> Any:
    """The answer to saying who follows the plan."""
    return person(month, *who).send("put", f"plans/{plan}/officer", {"user": str(user.id), **more})


def called(month: Month, name: str, unit: str = "A", username: str = "") -> User:
    """One more officer of the unit, with this name."""
    user = month.world.hire(username or f"w-{uuid4().hex[:6]}", unit, Role.OFFICER)
    User.objects.filter(id=user.id).update(full_name=name)
    user.refresh_from_db()
    return user


def draft_naming(month: Month, text: str, *, coordinating: tuple[str, ...] = ()) -> Any:
    """A draft of A with a row whose person is this text."""
    officer = person(month, "A", "officer")
    asked = {"unit": "W-A", "kind": "plan", "title": "Kế hoạch", "period": "2026-2027"}
    plan = ok(officer.post("plans", asked))
    row = {
        "kind": "task", "text": "Tuyển sinh", "leads": ["W-A"], "coordinating": list(coordinating),
        "due_text": "Tháng 12/2026", "product": "Báo cáo", "person": text,
    }  # fmt: skip
    return put(month, plan, [row])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lò Văn An", (AN,)),
        ("ThS. lò văn an - Trưởng phòng", (AN,)),
        ("Ông LÒ VĂN AN; bà Cầm Thị Chi", (AN, CHI)),
        ("lo van an", (AN,)),
        ("Lo\u0300 Va\u0306n An", (AN,)),  # decomposed
        ("Lò Văn An Trưởng phòng", (AN,)),
        ("Lò Văn An Khang", ()),
        ("Lò Văn", ()),
        ("An", ()),
        ("Trưởng phòng", ()),
        ("", ()),
    ],
)
def test_a_text_names_people_by_their_full_name(text, found):
    people = {AN: "TS. Lò Văn An (demo)", BINH: "Hà Bình", CHI: "Cầm Thị Chi"}
    assert named_in(text, people) == Named(found)


def test_of_two_of_one_name_nobody_is_found_unless_the_marks_say_who():
    assert named_in("Hà Thị Lan", {AN: "Hà Thị Lan", BINH: "Hà Thị Lan"}) == Named((), ("Hà Thị Lan",))
    apart = {AN: "Hà Thị Lan", BINH: "Hạ Thị Lân"}
    assert named_in("Hà Thị Lan", apart) == Named((AN,))
    assert named_in("hạ thị lân", apart) == Named((BINH,))
    assert named_in("Ha Thi Lan", apart) == Named((), ("Hà Thị Lan",))


def test_who_has_what_was_handed_on():
    assert holder(AN, []) == AN
    assert holder(AN, [(AN, BINH), (BINH, CHI)]) == CHI
    assert holder(AN, [(AN, BINH), (BINH, AN)]) == AN
    assert holder(CHI, [(AN, BINH)]) == CHI


def test_a_person_named_in_a_row_is_found_and_the_text_stays(month):
    an, other = called(month, "Lò Văn An"), called(month, "Quàng Thị Yến", "C")
    plan = draft_naming(month, "ThS. Lò Văn An, Quàng Thị Yến")
    [row] = plan["rows"]
    assert row["person"] == "ThS. Lò Văn An, Quàng Thị Yến"
    assert row["people"] == [{"id": str(an.id), "name": "Lò Văn An", "handed_to": ""}]
    shared = draft_naming(month, "Lò Văn An; Quàng Thị Yến", coordinating=("W-C",))
    assert [one["id"] for one in shared["rows"][0]["people"]] == [str(an.id), str(other.id)]
    again = put(month, plan, [{**written(plan)[0], "person": "Trưởng phòng"}])
    assert (again["rows"][0]["people"], again["rows"][0]["warnings"]) == ([], [])


def test_a_class_of_units_names_its_people(month):
    yen = called(month, "Quàng Thị Yến", "C")
    plan = draft_naming(month, "Quàng Thị Yến", coordinating=("class:department",))
    assert [one["id"] for one in plan["rows"][0]["people"]] == [str(yen.id)]


def test_two_people_of_one_name_stay_text_with_a_warning(month):
    called(month, "Lò Văn An"), called(month, "Lò Văn An", "C")
    alone = draft_naming(month, "Lò Văn An")
    assert len(alone["rows"][0]["people"]) == 1
    plan = draft_naming(month, "Lò Văn An", coordinating=("W-C",))
    [row] = plan["rows"]
    assert row["people"] == []
    [warning] = row["warnings"]
    assert (warning["code"], warning["field"]) == ("person-ambiguous", "person")


def test_who_has_left_is_not_found(month):
    an = called(month, "Lò Văn An")
    Appointment.objects.filter(user=an).update(valid_to=moment("2026-10-06 00:00"))
    assert draft_naming(month, "Lò Văn An")["rows"][0]["people"] == []


def test_a_supplement_names_people_too_and_what_was_submitted_keeps_them(month):
    an = called(month, "Lò Văn An")
    plan = in_force(month, replace(month.task("Tuyển sinh", "Tháng 12/2026"), person="Lò Văn An"))
    assert [one["id"] for one in begun(month, plan)["rows"][0]["people"]] == [str(an.id)]
    with pytest.raises(IntegrityError, match="not edited"), transaction.atomic():
        RowPerson.objects.filter(row__plan=plan).delete()
    assert verified().endswith(" 0 bad chains\n")


def test_a_unit_names_its_officer_and_who_was_before_stays_on_record(month, clock):
    plan, an = in_force(month, month.task("Tuyển sinh", "Tháng 10/2026")), called(month, "Lò Văn An")
    first = month.world.person("A", "officer")
    [one] = ok(follow(month, plan, first), 200)["officers"]
    assert (one["unit"], one["user"], one["name"]) == ("W-A", str(first.id), first.full_name)
    clock.at("2026-10-09 09:00")
    [one] = ok(follow(month, plan, an, ("A", "head")), 200)["officers"]
    assert (one["name"], one["since"][:10]) == ("Lò Văn An", "2026-10-09")
    assert "asks you to follow" in texts(Api(an))[0]
    ok(follow(month, plan, an), 200)
    kept = PlanOfficer.objects.filter(plan=plan).order_by("since")
    assert [(row.user_id, row.until is None) for row in kept] == [(first.id, False), (an.id, True)]
    assert kept[0].until == kept[1].since


def test_the_officer_follows_the_supplements_too(month):
    plan = in_force(month, month.task("Tuyển sinh", "Tháng 12/2026"))
    ok(follow(month, plan, month.world.person("A", "officer")), 200)
    supplement = begun(month, plan)
    assert [one["unit"] for one in supplement["officers"]] == ["W-A"]
    ok(follow(month, supplement["id"], month.world.person("A", "head")), 200)
    [row] = PlanOfficer.objects.filter(until=None)
    assert (row.plan_id, row.user_id) == (plan, month.world.person("A", "head").id)


def test_a_unit_that_coordinates_names_its_own(month):
    plan = in_force(month, month.task("Tuyển sinh", "Tháng 10/2026", "A", "C"))
    ok(follow(month, plan, month.world.person("A", "officer")), 200)
    shown = ok(follow(month, plan, month.world.person("C", "head"), ("C", "officer")), 200)
    assert [one["unit"] for one in shown["officers"]] == ["W-A", "W-C"]


def test_whom_a_unit_cannot_name_is_told_by_name(month, clock):
    plan = in_force(month, month.task("Tuyển sinh", "Tháng 10/2026"))
    stranger = follow(month, plan, month.world.person("C", "officer"))
    assert refused(stranger) == (422, ["person-elsewhere"])
    name = month.world.person("C", "officer").full_name
    assert name in stranger.json()["reasons"][0]["text"]
    an = called(month, "Lò Văn An")
    Appointment.objects.filter(user=an).update(valid_to=moment("2026-10-06 00:00"))
    assert refused(follow(month, plan, an)) == (422, ["person-elsewhere"])
    gone = called(month, "Hà Bình Yên")
    User.objects.filter(id=gone.id).update(is_active=False)
    assert refused(follow(month, plan, gone)) == (422, ["person-elsewhere"])
    unknown = person(month, "A", "officer").send("put", f"plans/{plan}/officer", {"user": str(uuid4())})
    assert unknown.status_code == 400


def test_a_unit_without_a_part_in_the_plan_names_nobody_nor_does_another_units_staff(month):
    plan = in_force(month, month.task("Tuyển sinh", "Tháng 10/2026"))
    b = month.world.person("B", "officer")
    assert refused(follow(month, plan, b, ("B", "officer"))) == (422, ["no-part"])
    assert refused(follow(month, plan, b, ("B", "officer"), unit="W-A")) == (
        403,
        ["not-permitted", "person-elsewhere"][:1],
    )
    unit = month.world.unit("A")
    type(unit).objects.filter(id=unit.id).update(valid_to=(month.world.now() - timedelta(days=1)).date())
    ended = follow(month, plan, month.world.person("A", "officer"))
    assert refused(ended) == (422, ["unit-ended"])


def test_it_is_never_overwritten(month):
    plan = in_force(month, month.task("Tuyển sinh", "Tháng 10/2026"))
    ok(follow(month, plan, month.world.person("A", "officer")), 200)
    row = PlanOfficer.objects.filter(plan=plan)
    for change in ({"user": month.world.person("A", "head")}, {"since": moment("2026-01-01 00:00")}):
        with pytest.raises(IntegrityError, match="never overwritten"), transaction.atomic():
            row.update(**change)
    with pytest.raises(IntegrityError, match="never overwritten"), transaction.atomic():
        row.delete()
    row.update(until=moment("2026-10-08 09:00"))
    with pytest.raises(IntegrityError, match="never overwritten"), transaction.atomic():
        row.update(until=None)


def test_the_printed_form_names_them_and_is_read_back(month):
    plan = in_force(month, month.task("Tuyển sinh", "Tháng 10/2026"))
    an = called(month, "Lò Văn An")
    ok(follow(month, plan, an), 200)
    officer = person(month, "A", "officer")
    answer, data = officer.download(f"plans/{plan}/export", form="appendix-1", format="xlsx")
    assert answer.status_code == 200
    sheet: Any = load_workbook(BytesIO(data)).active
    lines = [cell for (cell,) in sheet.iter_rows(max_col=1, values_only=True) if cell]
    assert f"Viên chức theo dõi, đôn đốc: Lò Văn An ({month.world.unit('A').name})" in lines
    read = ok(officer.upload("imports", SimpleUploadedFile("pl1.xlsx", data), unit="W-A", period="2026-2027"))
    assert [row["text"] for row in read["rows"]] == ["Tuyển sinh"]
    assert read["warnings"] == []
