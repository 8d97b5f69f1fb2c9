"""What both institutions of the demo share: units from their document, staff, periods, calendar."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from organization.actions import add_unit, found_institution, seed_calendar, set_office
from organization.models import Institution, Unit
from periods.actions import ensure_period
from workflow.models import Case

from .people import Cast
from .seeds import InstitutionSeed
from .stage import Stage


def found(
    data: InstitutionSeed, *, password: str, began: datetime, years: Iterable[str]
) -> tuple[Cast, dict[str, Unit]]:
    """The institution with its units, their officers, heads and deputies, its periods and its calendar."""
    institution = found_institution(code=data["code"], name=data["name"], place=data["place"])
    cast = Cast(institution=institution, password=password, since=began - timedelta(days=1))
    units = {}
    for position, row in enumerate(data["units"], start=1):
        units[row["code"]] = add_unit(
            institution=institution, code=row["code"], name=row["name"], parent=institution.root, kind=row["kind"],
            position=position, aliases=row["aliases"],
        )  # fmt: skip
    set_office(institution, units[data["office"]])
    for unit in units.values():
        cast.staff(unit)
    for label in years:
        ensure_period(institution, label)
    seed_calendar(institution, range(began.year - 1, began.year + 3))
    return cast, units


def adopt_all(stage: Stage, listed: list[UUID], adopted: list[UUID], *, office: str, leader: str) -> None:
    """The office puts the plans on its list of the year, and the leadership adopts some of them."""
    stage.sign_all([*listed, *adopted], "consolidate", stage.person(office, "head"))
    stage.sign_all(adopted, "present", stage.people[leader])


def counts(institution: Institution) -> dict[str, int]:
    """The number of plans by state."""
    states = Case.objects.filter(institution=institution, kind="plan").values_list("state", flat=True)
    return dict(Counter(states))
