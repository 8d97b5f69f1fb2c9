"""The institution itself."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from administration.rules.standing import said
from organization.actions import Clerk, change_institution, rename_unit, set_office
from organization.models import Institution, Unit
from workflow.rules import refuse

from .locks import lock
from .telling import tell_of_office
from .units import against_ended, against_reorganized


@transaction.atomic
def alter_institution(
    institution: Institution, *, office: Unit | None, changed_by: Clerk, **given: Any
) -> Institution:
    """Another name (the root unit bears it, too), place or words of its own; another admin office.

    Raises:
        Refused: 422 the institution itself, or a unit that has ended, as the office.
    """
    institution = lock(institution)
    root = institution.root
    if root is not None and given.get("name", root.name) != root.name:
        on = timezone.localtime(changed_by.at).date()
        rename_unit(root, name=given["name"], on=on, changed_by=changed_by)
    change_institution(institution, changed_by=changed_by, **given)
    if office is not None and office.id != institution.office_id:
        if office.parent_id is None:
            refuse([said("office-root", _("The admin office is a unit of the institution."), "office")])
        refuse(against_reorganized([office.id]))
        refuse(against_ended(office, changed_by.at, "office"))
        set_office(institution, office, changed_by=changed_by)
        tell_of_office(institution, office, changed_by)
    return institution
