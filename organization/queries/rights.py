"""Who holds what, and where: one relation, asked forwards (of a person) and backwards (who can).

Hand-written SQL, because every request and every act asks it and building it with the ORM took longer than
running it. A person holds a permission on a unit when an appointment of theirs, valid at that moment, is to
a post whose group was granted it on the unit or above; or when a delegation, valid at that moment, lends
it to them from such an appointment.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

#: Who acts for a unit: whoever writes its documents or signs them.
STAFF = ("edit", "approve")
#: Joined to both halves: the post's group, what it was granted, and everything below where it was granted.
GRANTED = """
    JOIN organization_user principal ON principal.id = a.user_id AND principal.is_active
    JOIN organization_post post ON post.id = a.post_id
    JOIN organization_unitgrant granted ON granted.group_id = post.group_id
    JOIN auth_permission permission ON permission.id = granted.permission_id
    JOIN organization_unitclosure reach ON reach.ancestor_id = granted.content_object_id
    JOIN organization_unit home ON home.id = post.unit_id
"""
OWN = f"""
    FROM organization_appointment a {GRANTED}
    WHERE a.valid_from <= %(now)s AND (a.valid_to IS NULL OR a.valid_to > %(now)s)
"""
LENT = f"""
    FROM organization_delegation d
    JOIN organization_delegation_permissions lent ON lent.delegation_id = d.id
    JOIN organization_user delegate ON delegate.id = d.delegate_id AND delegate.is_active
    JOIN organization_appointment a ON a.id = d.appointment_id {GRANTED}
    WHERE lent.permission_id = granted.permission_id
    AND d.valid_from <= %(now)s AND d.valid_to > %(now)s
    AND a.valid_from <= %(now)s AND (a.valid_to IS NULL OR a.valid_to > %(now)s)
"""


@dataclass(frozen=True, slots=True)
class Power:
    """One way in which a person holds a permission on a unit at a moment.

    Attributes:
        distance: how many levels the unit lies below the one where it was granted.
        post_unit: name of the unit of the post.
        delegation_id, principal_id, principal_name: for a lent power only.
    """

    permission: str
    unit_id: UUID
    distance: int
    role: str
    title: str
    post_unit: str
    delegation_id: UUID | None = None
    principal_id: UUID | None = None
    principal_name: str = ""


class Terms:
    """Collects the parameters of one statement; keys and times as the database keeps them."""

    def __init__(self, now: datetime) -> None:
        self.values: dict[str, str | UUID | datetime | None] = {
            "now": connection.ops.adapt_datetimefield_value(now)
        }

    def key(self, value: UUID) -> UUID | str:
        """A key as a parameter: SQLite keeps it as 32 hexadecimal digits."""
        return value if connection.features.has_native_uuid_field else value.hex

    def one(self, name: str, value: UUID) -> str:
        """Names one key."""
        self.values[name] = self.key(value)
        return f"%({name})s"

    def among(self, name: str, values: Iterable[UUID | str]) -> str:
        """Names several keys or words, as the list of an IN; an empty list matches nothing."""
        names = []
        for place, value in enumerate(values):
            self.values[f"{name}{place}"] = self.key(value) if isinstance(value, UUID) else value
            names.append(f"%({name}{place})s")
        return f"({', '.join(names)})" if names else "(NULL)"

    def rows(self, sql: str) -> Sequence[tuple[Any, ...]]:
        """Runs the statement."""
        with connection.cursor() as cursor:
            cursor.execute(sql, self.values)
            return list(cursor.fetchall())


def as_uuid(value: UUID | str | None) -> UUID | None:
    """A key as it came from the database."""
    return value if value is None or isinstance(value, UUID) else UUID(value)


def valid_at(now: datetime, prefix: str = "") -> Q:
    """Whether a row with valid_from and valid_to holds at `now` (the end is not included)."""
    ended = Q(**{f"{prefix}valid_to__isnull": True}) | Q(**{f"{prefix}valid_to__gt": now})
    return Q(**{f"{prefix}valid_from__lte": now}) & ended


def powers_of(user_id: UUID, unit_ids: Collection[UUID], now: datetime) -> list[Power]:
    """Everything the person holds on the given units at `now`, own powers first, nearest post first.

    One SQL statement, whatever the number of units.
    """
    terms = Terms(now)
    person, units = terms.one("person", user_id), terms.among("unit", unit_ids)
    columns = "permission.codename, reach.descendant_id, reach.depth, post.role, a.title, home.name"
    rows = terms.rows(
        f"SELECT {columns}, NULL, NULL, '' {OWN} AND a.user_id = {person} AND reach.descendant_id IN {units} "
        f"UNION ALL SELECT {columns}, d.id, a.user_id, principal.full_name {LENT} "
        f"AND d.delegate_id = {person} AND reach.descendant_id IN {units}"
    )
    found = [
        Power(code, UUID(str(unit)), depth, role, title, home, as_uuid(delegation), as_uuid(principal), name)
        for code, unit, depth, role, title, home, delegation, principal, name in rows
    ]
    return sorted(found, key=lambda power: (power.principal_id is not None, power.distance))


def reach_of(user_id: UUID, permissions: Iterable[str], now: datetime) -> dict[str, set[UUID]]:
    """For each permission, the ids of the units on which the person holds it at `now` (below included)."""
    reach: dict[str, set[UUID]] = {permission: set() for permission in permissions}
    terms = Terms(now)
    person, wanted = terms.one("person", user_id), terms.among("permission", reach)
    rows = terms.rows(
        f"SELECT permission.codename, reach.descendant_id {OWN} "
        f"AND a.user_id = {person} AND permission.codename IN {wanted} "
        f"UNION SELECT permission.codename, reach.descendant_id {LENT} "
        f"AND d.delegate_id = {person} AND permission.codename IN {wanted}"
    )
    for permission, unit_id in rows:
        reach[permission].add(UUID(str(unit_id)))
    return reach


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a permission: by a post, whose title it is, or lent."""

    name: str
    title: str
    lent: bool
    person: UUID


def named_holders(pairs: Collection[tuple[str, UUID]], now: datetime) -> dict[tuple[str, UUID], list[Holder]]:
    """As holders, with names: of the nearest posts only, heads before the others, then to whom it was lent; each person once."""
    terms = Terms(now)
    where = among_pairs(terms, pairs)
    columns = "permission.codename, reach.descendant_id, reach.depth, post.role, a.title"
    rows = terms.rows(
        f"SELECT {columns}, principal.id, principal.full_name, 0 {OWN} {where} "
        f"UNION SELECT {columns}, delegate.id, delegate.full_name, 1 {LENT} {where}"
    )
    found: dict[tuple[str, UUID], list[tuple[int, bool, bool, Holder]]] = defaultdict(list)
    for permission, unit_id, depth, role, title, person, name, lent in rows:
        ranked = (depth, bool(lent), role != "head", Holder(name, title, bool(lent), UUID(str(person))))
        found[permission, UUID(str(unit_id))].append(ranked)
    return {pair: nearest(found[pair]) for pair in pairs if pair in found}


def nearest(ranked: list[tuple[int, bool, bool, Holder]]) -> list[Holder]:
    """Those whose post stands nearest above the unit, each named once."""
    close = min(depth for depth, *_ in ranked)
    mine = sorted((row for row in ranked if row[0] == close), key=lambda row: (*row[:3], row[3].name))
    return list({holder.person: holder for *_, holder in reversed(mine)}.values())[::-1]


def among_pairs(terms: Terms, pairs: Collection[tuple[str, UUID]]) -> str:
    """The condition that a row is of one of these permissions, on one of these units."""
    wanted = terms.among("permission", {permission for permission, _ in pairs})
    units = terms.among("unit", {unit_id for _, unit_id in pairs})
    return f"AND permission.codename IN {wanted} AND reach.descendant_id IN {units}"


def holders(pairs: Collection[tuple[str, UUID]], now: datetime) -> dict[tuple[str, UUID], set[UUID]]:
    """Who holds each (permission, unit) at `now`: ids of people, delegates included.

    The same relation as powers_of, asked backwards; one SQL statement, whatever the number of pairs.
    """
    terms = Terms(now)
    where = among_pairs(terms, pairs)
    rows = terms.rows(
        f"SELECT permission.codename, reach.descendant_id, a.user_id {OWN} {where} "
        f"UNION SELECT permission.codename, reach.descendant_id, d.delegate_id {LENT} {where}"
    )
    found: dict[tuple[str, UUID], set[UUID]] = defaultdict(set)
    for permission, unit_id, user_id in rows:
        found[permission, UUID(str(unit_id))].add(UUID(str(user_id)))
    return {pair: found.get(pair, set()) for pair in pairs}
