"""So many uploads, imports and remarks an hour for one person: a script that runs wild stops here, nobody at work does."""

from math import ceil
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.utils.translation import gettext, ngettext
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from organization.actions import spend

from .problems import Detail, Problem

if TYPE_CHECKING:
    from .person import PersonRequest


class OverQuota(Problem):
    """429 with Retry-After (`wait`, in seconds)."""

    def __init__(self, most: int, wait: float) -> None:
        minutes = ceil(wait / 60)
        said = gettext("You may do this %(most)s times an hour.") % {"most": most}
        again = ngettext("Try again in %(count)s minute.", "Try again in %(count)s minutes.", minutes) % {
            "count": minutes
        }
        super().__init__(429, "quota", [Detail("quota", f"{said} {again}")])
        self.wait = ceil(wait)


class Quota(BaseThrottle):
    """Counts the POSTs of a view under a name of settings.QUOTAS, those too that are refused afterwards: reading was the cost."""

    what: str

    def allow_request(self, request: Request, view: APIView) -> bool:
        """Whether the person may; by then it is counted. Raises OverQuota where not."""
        if request.method != "POST":
            return True
        asking, most = cast("PersonRequest", request), settings.QUOTAS[self.what]
        if wait := spend(self.what, most=most, by=asking.user, now=asking.now):
            raise OverQuota(most, wait)
        return True


class Uploads(Quota):
    """Files of evidence."""

    what = "uploads"


class Imports(Quota):
    """Workbooks that are read."""

    what = "imports"


class Remarks(Quota):
    """Remarks without an act."""

    what = "remarks"
