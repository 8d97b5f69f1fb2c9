"""What each role may do, and the grants that follow: the only module that calls django-guardian's shortcuts."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from django.contrib.auth.models import Group
from guardian.shortcuts import assign_perm

from .models import Post, Role, Unit


class Absent(LookupError):
    """Raised for what the person does not see, in the same way as for what does not exist: the two look the same."""


#: Rights of a role on its unit and below (design, section 4).
ROLE_PERMISSIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        Role.OFFICER: ("view", "edit"),
        Role.HEAD: ("view", "edit", "approve", "review"),
        Role.DEPUTY: ("view", "edit", "approve", "review"),
        Role.CLERK: ("view", "edit"),
        Role.LEADER: ("view", "present"),
        Role.AUDITOR: ("view", "audit"),
        Role.ADMINISTRATOR: ("administer",),
        Role.PERSONNEL: ("staff",),
        Role.INSPECTOR: ("inspect",),
    }
)
#: Held on top by these roles of the institution's admin office.
OFFICE_PERMISSIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {Role.HEAD: ("consolidate",), Role.DEPUTY: ("consolidate",), Role.CLERK: ("consolidate",)}
)
#: Posts that exist on the root unit only, and the one of the office only.
ROOT_ROLES = frozenset({Role.LEADER, Role.AUDITOR, Role.ADMINISTRATOR, Role.PERSONNEL, Role.INSPECTOR})
OFFICE_ROLES = frozenset({Role.CLERK})
#: Posts that sign what others wrote: entered with the decision, and told to the leadership.
SIGNING_ROLES = frozenset({Role.HEAD, Role.DEPUTY, Role.LEADER})
#: Posts that see no content.
BLIND_ROLES = frozenset({Role.ADMINISTRATOR, Role.PERSONNEL})


def heir_of(unit: Unit, on: date) -> Unit:
    """Who goes on for a unit on a day: itself, or once it has ended its successor, read with it."""
    while unit.valid_to is not None and unit.valid_to < on and unit.successor is not None:
        unit = unit.successor
    return unit


def permissions_of(role: str, *, office: bool) -> tuple[str, ...]:
    """Codes of the permissions that a role has on its unit and below.

    Args:
        role: a value of Role.
        office: whether the unit is its institution's admin office.
    """
    return ROLE_PERMISSIONS[role] + (OFFICE_PERMISSIONS.get(role, ()) if office else ())


def may_stand_on(role: str, unit: Unit) -> bool:
    """Whether a post of this role can exist on the unit: leaders, auditors, administrators, personnel and inspectors on the root,
    clerks on the office, the others anywhere below the root."""
    if role in ROOT_ROLES:
        return unit.parent_id is None
    if role in OFFICE_ROLES:
        return unit.institution.office_id == unit.id
    return unit.parent_id is not None


def open_post(unit: Unit, role: str) -> Post:
    """The post of this role on the unit with its grants, made when missing.

    Raises:
        ValueError: the role cannot stand on that unit.
    """
    if not may_stand_on(role, unit):
        raise ValueError(f"no post {role} on unit {unit.code}")
    post = Post.objects.filter(unit=unit, role=role).first()
    if post is None:
        post = Post.objects.create(unit=unit, role=role, group=Group.objects.create(name=f"{unit.id}:{role}"))
    for code in permissions_of(role, office=unit.institution.office_id == unit.id):
        assign_perm(f"organization.{code}", post.group, unit)
    return post
