"""The templates of an institution."""

from django.db.models import QuerySet

from organization.models import User
from plans.models import Template


def templates_of(user: User) -> QuerySet[Template]:
    """Those of the person's institution; everybody in it may begin with one."""
    found = Template.objects.filter(institution=user.institution_id)
    return found.select_related("institution__office", "period", "by")
