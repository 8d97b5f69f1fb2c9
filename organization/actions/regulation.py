"""The working regulation by which the head of the admin office signs for the leadership."""

from datetime import date

from django.db import transaction

from organization.models import Appointment, Entry, Institution, Role

from .posts import brief_again
from .register import Clerk, Subject, enter


@transaction.atomic
def record_regulation(
    institution: Institution, *, number: str, on: date | None, changed_by: Clerk
) -> Institution:
    """Record the working regulation by which the head of the admin office signs TL. the institution's head; with a blank
    number there is no such rule any more. What was signed by it keeps its number and date. The head is told what waits.
    """
    before = said(institution)
    institution.regulation_number = number
    institution.regulation_date = on if number else None
    institution.regulation_by, institution.regulation_at = changed_by.by, changed_by.at
    names = ("number", "date", "by", "at")
    institution.save(update_fields=[f"regulation_{name}" for name in names])
    subject = Subject(Entry.Kind.INSTITUTION, institution.id)
    after = said(institution)
    enter(changed_by, Entry.Act.RECORD_REGULATION, institution, subject, before=before, after=after)
    if number and not before["number"]:
        brief_again(Appointment.objects.filter(post__unit=institution.office_id, post__role=Role.HEAD))
    return institution


def said(institution: Institution) -> dict[str, str | None]:
    """Number and date, as the register keeps them."""
    on = institution.regulation_date
    return {"number": institution.regulation_number, "date": on.isoformat() if on else None}
