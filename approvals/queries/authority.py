"""Who may do what is no act of a case: plan a meeting, confirm a period, write a draft for another unit."""

from datetime import datetime

from django.utils.translation import gettext_noop as _

from approvals.queries.names import who_can
from organization.models import Institution, Unit, User
from organization.queries import powers_of
from workflow.rules import CONTENT, HOLDERS, RIGHTS, Reason, Refused, refuse


def holds(by: User, permission: str, unit: Unit, now: datetime) -> bool:
    """Whether the person holds the permission on the unit at `now`."""
    return any(power.permission == permission for power in powers_of(by.id, [unit.id], now))


def require(by: User, unit: Unit, now: datetime, *, for_office: bool) -> None:
    """Raises Refused (403) unless the person may write drafts of the unit, or the office's own drafts for it."""
    office = unit.institution.office
    asked = ("consolidate", office) if for_office and office else ("edit", unit)
    if not holds(by, *asked, now):
        place = "office" if for_office else "unit"
        names = {"unit": unit.name, "office": office.name if office else ""}
        if office and for_office:
            names["consolidate"] = who_can("consolidate", office.id, now)
        raise Refused([Reason("not-permitted", RIGHTS, HOLDERS[asked[0], place], names)])


def no_office() -> Reason:
    """That an institution has not said yet which of its units is its admin office."""
    return Reason("no-office", CONTENT, _("The institution has no admin office yet."))


def against_office(institution: Institution, by: User, now: datetime) -> list[Reason]:
    """Why the person may not do what is the admin office's: 403; 422 where there is no office yet."""
    office = institution.office
    if office is None:
        return [no_office()]
    if holds(by, "consolidate", office, now):
        return []
    names = {"office": office.name, "consolidate": who_can("consolidate", office.id, now)}
    return [Reason("not-permitted", RIGHTS, HOLDERS["consolidate", "office"], names)]


def require_office(institution: Institution, by: User, now: datetime) -> Unit:
    """The institution's admin office, when the person consolidates for it.

    Raises:
        Refused: as against_office.
    """
    refuse(against_office(institution, by, now))
    office = institution.office
    if office is None:
        raise Refused([no_office()])
    return office


def against_leading(by: User, now: datetime) -> list[Reason]:
    """Why the person may not answer, decide and close for the leadership of the institution."""
    root = by.institution.root
    if root is not None and holds(by, "present", root, now):
        return []
    names = {
        "institution": by.institution.name,
        "present": who_can("present", root.id, now) if root else "",
    }
    return [Reason("not-permitted", RIGHTS, HOLDERS["present", "institution"], names)]
