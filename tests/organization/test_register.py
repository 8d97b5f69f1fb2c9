"""The register of administrative acts: each action of who is who writes one entry with it, and none is ever changed."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from organization import actions
from organization.actions import Clerk
from organization.models import Appointment, Entry, Role
from tests.api import Api
from tests.factories import World


def newest(one: World) -> Entry:
    found = Entry.objects.filter(institution=one.institution).order_by("-id").first()
    assert found is not None
    return found


def clerk(one: World) -> Clerk:
    return Clerk(one.person("", "personnel"), timezone.now(), "10.0.0.7")


def acts_of(one: World) -> dict[str, Any]:
    """Act of the register -> something that is entered as it."""
    by, now, unit = clerk(one), timezone.now(), one.unit("A")
    officer, root = one.person("A", "officer"), one.institution.root
    post = Appointment.objects.get(user=one.person("A", "head"))
    lent: dict[str, Any] = {"appointment": post, "to": officer, "permissions": ["approve"], "mandate": "QĐ 3"}
    until, head = now + timedelta(days=3), one.person("", "leader")
    day: dict[str, Any] = {"working": False, "name": "Nghỉ", "source": "CV"}
    return {
        "change-institution": lambda: actions.change_institution(one.institution, place="Mộc Châu", changed_by=by),
        "set-office": lambda: actions.set_office(one.institution, unit, changed_by=by),
        "record-regulation": lambda: actions.record_regulation(
            one.institution, number="1/QĐ", on=date(2026, 1, 5), changed_by=by
        ),
        "add-unit": lambda: actions.add_unit(
            institution=one.institution, code="N", name="Phòng N", parent=root, changed_by=by
        ),
        "change-unit": lambda: actions.change_unit(unit, aliases=["P. A"], changed_by=by),
        "rename-unit": lambda: actions.rename_unit(unit, name="Phòng Khác", on=date(2026, 9, 1), changed_by=by),
        "move-unit": lambda: actions.move_unit(unit, parent=one.unit("B"), changed_by=by),
        "end-unit": lambda: actions.end_unit(unit, on=date(2026, 12, 31), changed_by=by),
        "add-person": lambda: actions.add_person(
            institution=one.institution, username="an", full_name="An", changed_by=by
        ),
        "change-person": lambda: actions.change_person(officer, telephone="0912 345 678", changed_by=by),
        "deactivate": lambda: actions.set_active(officer, active=False, changed_by=by),
        "appoint": lambda: actions.appoint(
            user=officer, unit=unit, role=Role.DEPUTY, title="Phó", since=now, changed_by=by
        ),
        "change-post": lambda: actions.change_appointment(
            post, until=until, decision=actions.Decision("1/QĐ"), changed_by=by
        ),
        "end-post": lambda: actions.end_appointment(post, at=now, changed_by=by),
        "delegate": lambda: actions.delegate(**lent, since=now, until=until, by=head, changed_by=by),
        "seed-calendar": lambda: actions.seed_calendar(one.institution, [2031], changed_by=by),
        "edit-day": lambda: actions.edit_calendar(one.institution.id, date(2026, 12, 24), **day, changed_by=by),
    }  # fmt: skip


ACTS = (
    "change-institution", "set-office", "record-regulation", "add-unit", "change-unit", "rename-unit", "move-unit",
    "end-unit", "add-person", "change-person", "deactivate", "appoint", "change-post", "end-post", "delegate",
    "seed-calendar", "edit-day",
)  # fmt: skip


@pytest.mark.parametrize("act", ACTS)
def test_who_from_where_and_what_stands_in_it(one, act):
    before = Entry.objects.count()
    acts_of(one)[act]()
    entry = newest(one)
    assert Entry.objects.count() == before + 1
    assert (entry.act, entry.by, entry.origin) == (act, one.person("", "personnel"), "10.0.0.7")
    assert entry.before != entry.after or act == "deactivate"


def test_what_changes_nothing_is_not_entered(one):
    before = Entry.objects.count()
    actions.change_person(one.person("A", "officer"), email="")
    actions.change_unit(one.unit("A"), kind="department")
    actions.set_active(one.person("A", "officer"), active=True)
    assert Entry.objects.count() == before


def test_a_command_is_entered_without_a_person(one):
    actions.rename_unit(one.unit("A"), name="Phòng Khác", on=date(2026, 9, 1))
    assert (newest(one).by, newest(one).origin) == (None, "command")
    assert newest(one).before == {"name": "Phòng A W"}


def test_what_fails_is_not_entered(one):
    before = Entry.objects.count()
    with pytest.raises(ValueError, match="below the unit"):
        actions.move_unit(one.unit("A"), parent=one.unit("A"), changed_by=clerk(one))
    assert Entry.objects.count() == before


def test_a_day_of_the_calendar_and_a_regulation_say_who_over_http(one):
    Api(one.person("VP", "clerk")).send(
        "put", "calendar/2026-12-24", {"working": False, "name": "N", "source": "C"}
    )
    assert (newest(one).act, newest(one).by, newest(one).origin) == (
        "edit-day",
        one.person("VP", "clerk"),
        "127.0.0.1",
    )
    Api(one.person("VP", "clerk")).send("delete", "calendar/2026-12-24")
    assert (newest(one).act, newest(one).before["name"]) == ("clear-day", "N")


@pytest.mark.parametrize("change", ["update", "delete"])
def test_no_entry_is_ever_changed_or_taken_away(one, change):
    entry = Entry.objects.filter(id=newest(one).id)
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        entry.update(origin="x") if change == "update" else entry._raw_delete(entry.db)
    assert entry.exists()


def test_none_is_written_over(one):
    entry = newest(one)
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.create(
            id=entry.id, institution=one.institution, at=timezone.now(), origin="x", act="appoint", kind="unit", about="x"
        )  # fmt: skip
