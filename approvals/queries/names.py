"""What the judge's sentences name: the units where a right is held, and who can use it there."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from notation import moments
from organization.queries import Holder, named_holders
from workflow.models import Case, WaitsFor
from workflow.rules import HOLDERS, when_said

#: Permission -> the place where it is held, of those whose sentence also names the people.
NAMED = {permission: place for permission, place in HOLDERS if permission != "edit"}
#: So many names say whom to ask; more are a list nobody reads.
MOST = 4
NOBODY = _(": nobody at the moment")
BY_DELEGATION = _("%(name)s (by delegation)")


def places_of(case: Case) -> dict[str, UUID]:
    """Where the permissions of the machine are held, for this case.

    The monitoring unit's step is taken by whom the case waits for: the office, where the monitoring unit
    has nobody left who may review (design, section 2).
    """
    office, root = case.institution.office_id, case.institution.root_id
    monitor = case.waits_unit_id if case.waits_for == WaitsFor.MONITOR else case.monitoring_unit_id
    return {"unit": case.unit_id, "monitor": monitor or office, "office": office, "institution": root}  # type: ignore[dict-item]


class Able:
    """Who can do what where: one statement for all that is asked for, when the first sentence says it, else none."""

    def __init__(self, pairs: Collection[tuple[str, UUID]], now: datetime) -> None:
        self.pairs, self.now = pairs, now

    @cached_property
    def found(self) -> Mapping[tuple[str, UUID], Sequence[Holder]]:
        """(permission, unit) -> those who hold it, nearest first."""
        return named_holders(self.pairs, self.now)

    def named(self, permission: str, unit_id: UUID | None) -> str:
        """ ": Lò Thị An (Trưởng phòng), Cầm Văn Bình (Phó trưởng phòng)", as it follows a sentence."""
        people = self.found.get((permission, unit_id), ()) if unit_id else ()
        if not people:
            return gettext(NOBODY)
        names = [said(holder) for holder in people[:MOST]]
        return f": {', '.join(names)}{', …' if len(people) > MOST else ''}"


def said(holder: Holder) -> str:
    """A person with the title of the post, or that it was lent to them."""
    return (
        gettext(BY_DELEGATION) % {"name": holder.name} if holder.lent else f"{holder.name} ({holder.title})"
    )


def able_on(cases: Sequence[Case], now: datetime) -> Able:
    """Who can take the steps of these cases."""
    placed = [places_of(case) for case in cases]
    return Able(
        {(permission, places[place]) for places in placed for permission, place in NAMED.items()}, now
    )


def who_can(permission: str, unit_id: UUID, now: datetime) -> str:
    """Who holds a permission on a unit, for the sentences of what is no act: read when the sentence is said."""
    return when_said(lambda: Able({(permission, unit_id)}, now).named(permission, unit_id))


class PlaceNames(Mapping[str, str]):
    """Place -> name of its unit, permission -> who holds it there, and when the case's period closed; read only when a
    sentence says it."""

    def __init__(self, case: Case, able: Able) -> None:
        self.case, self.able = case, able

    def __getitem__(self, name: str) -> str:
        case = self.case
        if name in NAMED:
            return self.able.named(name, places_of(case)[NAMED[name]])
        if name == "closed_at":
            return moments.moment(timezone.localtime(case.closed_at)) if case.closed_at else ""
        if name == "institution":
            return case.institution.name
        if name == "unit":
            return case.unit.name
        if name == "monitor":
            asked = case.waits_unit if case.waits_for == WaitsFor.MONITOR else case.monitoring_unit
            return asked.name if asked else ""
        return case.institution.office.name if name == "office" and case.institution.office else ""

    def __iter__(self) -> Iterator[str]:
        return iter(("unit", "monitor", "office", "institution", "closed_at", *NAMED))

    def __len__(self) -> int:
        return 5 + len(NAMED)
