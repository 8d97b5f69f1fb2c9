"""Changes of the institution and its units; each leaves an entry in the register."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from organization.models import Appointment, Entry, Institution, Post, Unit, UnitClosure, UnitName
from organization.rules import may_stand_on, open_post

from .posts import brief_again
from .register import Clerk, Subject, differing, enter

OF_UNIT, OF_INSTITUTION = Entry.Kind.UNIT, Entry.Kind.INSTITUTION


@transaction.atomic
def found_institution(
    *,
    code: str,
    name: str,
    place: str = "",
    words: Mapping[str, str] | None = None,
    changed_by: Clerk | None = None,
) -> Institution:
    """A new institution with its root unit, which bears the same code and name."""
    institution = Institution.objects.create(code=code, name=name, place=place, words=dict(words or {}))
    said = {"code": code, "name": name, "place": place}
    enter(changed_by, Entry.Act.FOUND, institution, Subject(OF_INSTITUTION, institution.id), after=said)
    institution.root = add_unit(
        institution=institution, code=code, name=name, kind=Unit.Kind.ROOT, parent=None, changed_by=changed_by
    )
    institution.save(update_fields=["root"])
    return institution


@transaction.atomic
def change_institution(
    institution: Institution, *, changed_by: Clerk | None = None, **given: Any
) -> Institution:
    """Give the institution another name, place, or words of its own (the whole of them)."""
    was = {name: getattr(institution, name) for name in given}
    before, after = differing(was, given)
    for name, value in after.items():
        setattr(institution, name, value)
    if after:
        institution.save(update_fields=list(after))
        subject = Subject(OF_INSTITUTION, institution.id)
        enter(changed_by, Entry.Act.CHANGE_INSTITUTION, institution, subject, before=before, after=after)
    return institution


@transaction.atomic
def add_unit(
    *,
    institution: Institution,
    code: str,
    name: str,
    parent: Unit | None,
    kind: str = Unit.Kind.DEPARTMENT,
    position: int = 0,
    aliases: Iterable[str] = (),
    changed_by: Clerk | None = None,
) -> Unit:
    """A new unit below `parent`, with the closure rows that let rights reach it."""
    unit = Unit.objects.create(
        institution=institution, parent=parent, code=code, name=name, kind=kind, position=position
    )
    above = UnitClosure.objects.filter(descendant=parent) if parent else UnitClosure.objects.none()
    rows = [UnitClosure(ancestor_id=row.ancestor_id, descendant=unit, depth=row.depth + 1) for row in above]
    UnitClosure.objects.bulk_create([UnitClosure(ancestor=unit, descendant=unit, depth=0), *rows])
    name_also(unit, aliases)
    said = {"code": code, "name": name, "kind": str(kind), "parent": parent.code if parent else None}
    enter(changed_by, Entry.Act.ADD_UNIT, institution, Subject(OF_UNIT, code, unit=unit), after=said)
    return unit


def name_also(unit: Unit, aliases: Iterable[str]) -> None:
    """Other names by which the unit is found."""
    UnitName.objects.bulk_create(
        [UnitName(unit=unit, name=alias, kind=UnitName.Kind.ALIAS) for alias in dict.fromkeys(aliases)]
    )


@transaction.atomic
def change_unit(
    unit: Unit,
    *,
    kind: str | None = None,
    position: int | None = None,
    aliases: Iterable[str] | None = None,
    changed_by: Clerk | None = None,
) -> None:
    """Say of which kind the unit is, where it stands among the others, and how it is also called; None: as it is."""
    known = unit.names.filter(kind=UnitName.Kind.ALIAS)
    was = {"kind": unit.kind, "position": unit.position, "aliases": sorted(one.name for one in known)}
    wanted = {
        "kind": unit.kind if kind is None else str(kind),
        "position": unit.position if position is None else position,
        "aliases": was["aliases"] if aliases is None else sorted(set(aliases)),
    }
    before, after = differing(was, wanted)
    if not after:
        return
    unit.kind, unit.position = str(wanted["kind"]), int(str(wanted["position"]))
    unit.save(update_fields=["kind", "position"])
    if "aliases" in after:
        known.delete()
        name_also(unit, after["aliases"])
    subject = Subject(OF_UNIT, unit.code, unit=unit)
    enter(changed_by, Entry.Act.CHANGE_UNIT, unit.institution_id, subject, before=before, after=after)


@transaction.atomic
def move_unit(unit: Unit, *, parent: Unit, changed_by: Clerk | None = None) -> None:
    """Hang the unit and all below it under another parent of the same institution; rights follow at once.

    Raises:
        ValueError: the parent lies below the unit, or in another institution.
    """
    if parent.institution_id != unit.institution_id:
        raise ValueError("the parent belongs to another institution")
    below = list(UnitClosure.objects.select_for_update().filter(ancestor=unit))
    if any(row.descendant_id == parent.id for row in below):
        raise ValueError("the parent lies below the unit")
    moved = [row.descendant_id for row in below]
    UnitClosure.objects.filter(descendant__in=moved).exclude(ancestor__in=moved).delete()
    UnitClosure.objects.bulk_create(
        UnitClosure(
            ancestor_id=up.ancestor_id, descendant_id=down.descendant_id, depth=up.depth + 1 + down.depth
        )
        for up in UnitClosure.objects.filter(descendant=parent)
        for down in below
    )
    before = {"parent": unit.parent.code if unit.parent else None}
    unit.parent = parent
    unit.save(update_fields=["parent"])
    subject = Subject(OF_UNIT, unit.code, unit=unit)
    after = {"parent": parent.code}
    enter(changed_by, Entry.Act.MOVE_UNIT, unit.institution_id, subject, before=before, after=after)


@transaction.atomic
def rename_unit(unit: Unit, *, name: str, on: date, changed_by: Clerk | None = None) -> None:
    """Give the unit a new name from a day on; the old one is kept as a past name."""
    before = {"name": unit.name}
    UnitName.objects.update_or_create(
        unit=unit, name=unit.name, kind=UnitName.Kind.PAST, defaults={"valid_to": on}
    )
    unit.name = name
    unit.save(update_fields=["name"])
    subject, after = Subject(OF_UNIT, unit.code, unit=unit), {"name": name, "on": on.isoformat()}
    enter(changed_by, Entry.Act.RENAME_UNIT, unit.institution_id, subject, before=before, after=after)


@transaction.atomic
def end_unit(unit: Unit, *, on: date, successor: Unit | None = None, changed_by: Clerk | None = None) -> None:
    """Let the unit exist until a day, that one included, and be followed by another where that is said."""
    unit.valid_to, unit.successor = on, successor
    unit.save(update_fields=["valid_to", "successor"])
    after = {"valid_to": on.isoformat(), "successor": successor.code if successor else None}
    subject = Subject(OF_UNIT, unit.code, unit=unit)
    enter(changed_by, Entry.Act.END_UNIT, unit.institution_id, subject, after=after)


@transaction.atomic
def set_office(institution: Institution, unit: Unit, *, changed_by: Clerk | None = None) -> None:
    """Make the unit the admin office (đơn vị tổng hợp): its posts may consolidate, those of the old no longer. Its people are
    told what waits there."""
    before = {"office": institution.office.code if institution.office else None}
    for post in Post.objects.filter(unit=institution.office_id):
        post.group.unitgrant_set.filter(permission__codename="consolidate").delete()
    institution.office = unit
    institution.save(update_fields=["office"])
    unit.institution = institution
    for post in Post.objects.filter(unit=unit):
        if may_stand_on(post.role, unit):
            open_post(unit, post.role)
    subject = Subject(OF_INSTITUTION, institution.id, unit=unit)
    after = {"office": unit.code}
    enter(changed_by, Entry.Act.SET_OFFICE, institution, subject, before=before, after=after)
    brief_again(Appointment.objects.filter(post__unit=unit))
