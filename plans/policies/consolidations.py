"""What a consolidation lacks."""

from collections.abc import Sequence

from django.utils.translation import gettext_noop as _

from approvals.kinds import Content
from workflow.policies import CONTENT, Reason


def gaps_of_consolidation(act: str, content: Content) -> Sequence[Reason]:
    """A consolidation needs something to consolidate."""
    if not content["cases"]:
        return [
            Reason("nothing-inside", CONTENT, _("The consolidation contains nothing yet."), field="cases")
        ]
    return []
