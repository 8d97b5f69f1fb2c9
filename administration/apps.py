from django.apps import AppConfig
from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy


class AdministrationConfig(AppConfig):
    name = "administration"
    verbose_name = "Units, people and posts, lists from workbooks, links, the register, setting up"

    def ready(self) -> None:
        """Says how the leadership is told of appointments."""
        from approvals import kinds
        from notifications.words import count_as, tell_as
        from workflow.sources import declare

        from .queries.inspections import scope_of
        from .sources import SOURCES
        from .words import (
            AUTHORISED,
            AWAY,
            IN_CHARGE,
            INSPECTION,
            INSPECTION_ENDED,
            MOVED_UNIT,
            NEW_LINK,
            NEW_OFFICE,
            OWN_POST,
            POST,
            REORGANIZATION,
            REORGANIZATION_CONFIRMED,
            REORGANIZATION_DECLINED,
            REORGANIZATION_WITHDRAWN,
            SIGNING_POST,
            STOOD_DOWN,
        )

        declare(SOURCES)
        tell_as(SIGNING_POST, _("%(actor)s entered a post that signs for %(person)s: “%(title)s”."))
        tell_as(OWN_POST, _("%(actor)s entered a post of their own: “%(title)s”."))
        tell_as(NEW_OFFICE, _("%(actor)s made “%(title)s” the admin office."))
        tell_as(NEW_LINK, _("%(actor)s made a link by which “%(title)s” gets a new password."))
        tell_as(MOVED_UNIT, _("%(actor)s put “%(title)s” below %(above)s."))
        tell_as(AWAY, _("%(actor)s entered that %(person)s of “%(title)s” is away %(days)s."))
        tell_as(IN_CHARGE, _("%(actor)s entered that %(person)s is in charge of “%(title)s” %(days)s."))
        tell_as(AUTHORISED, _("%(actor)s entered that %(person)s signs TUQ. for “%(title)s” %(days)s."))
        tell_as(STOOD_DOWN, _("%(actor)s ended what was entered of %(person)s for “%(title)s” %(days)s."))
        tell_as(INSPECTION, _("%(actor)s entered an inspection: “%(title)s” reads %(days)s."))
        tell_as(INSPECTION_ENDED, _("%(actor)s ended the inspection “%(title)s” (%(days)s)."))
        tell_as(
            REORGANIZATION,
            _("%(actor)s entered “%(title)s” from %(day)s by decision %(number)s: confirm or decline it."),
        )
        tell_as(REORGANIZATION_CONFIRMED, _("%(actor)s confirmed “%(title)s” from %(day)s."))
        tell_as(REORGANIZATION_DECLINED, _("%(actor)s declined “%(title)s” from %(day)s: %(reason)s"))
        tell_as(REORGANIZATION_WITHDRAWN, _("%(actor)s withdrew “%(title)s” from %(day)s."))
        kinds.open_to(scope_of)
        count_as(POST, ngettext_lazy("and %(count)s other post", "and %(count)s other posts", "count"))
