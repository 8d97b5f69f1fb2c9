"""The register of administrative acts, newest first."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from organization.models import Entry, User


def entries(
    reader: User,
    *,
    all_of_them: bool,
    act: str | None = None,
    person: UUID | None = None,
    unit: str | None = None,
    day: date | None = None,
) -> QuerySet[Entry]:
    """Entries of the reader's institution, or only those of what the reader did.

    Args:
        person: whom an act concerns, or who did it.
        day: on which it was done, where the institution is.
    """
    rows = Entry.objects.filter(institution=reader.institution_id).select_related("by", "person", "unit")
    if not all_of_them:
        rows = rows.filter(by=reader)
    if act is not None:
        rows = rows.filter(act=act)
    if person is not None:
        rows = rows.filter(person=person) | rows.filter(by=person)
    if unit is not None:
        rows = rows.filter(unit__code=unit)
    return rows if day is None else rows.filter(at__date=day)
