"""What a consolidation lacks, and what stands against another one of the same period."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext_noop as _

from approvals.kinds import Content
from meetings.models import Consolidation
from notation.text import written
from periods.models import Period
from workflow.models import State
from workflow.rules import CONFLICT, CONTENT, Reason

MONITORING = "monitoring-report"


def gaps_of_consolidation(act: str, content: Content) -> Sequence[Reason]:
    """A consolidation needs something to consolidate, and says why a report that was signed goes unchecked."""
    if not content["cases"]:
        return [
            Reason("nothing-inside", CONTENT, _("The consolidation contains nothing yet."), field="cases")
        ]
    unchecked = [line["unit"] for line in content["waiting"] if line["kind"] == MONITORING]
    if unchecked and not written(content["unchecked_reason"]):
        message = _("Signed by their heads and not checked: %(units)s. Write why it goes up without them.")
        params = {"units": ", ".join(unchecked)}
        return [Reason("unchecked-unexplained", CONTENT, message, params, field="unchecked_reason")]
    return []


def against_another(others: Sequence[Consolidation], *, supplement: bool) -> list[Reason]:
    """What stands against a new consolidation of a period that is reported on: one draft at a time, one signed.

    Args:
        others: those that the period has, with their cases.
        supplement: the new one adds to a signed one.
    """
    for other in others:
        if other.case.state == State.DRAFT:
            message = _("“%(title)s” is still a draft; go on with it.")
            return [conflict("open-consolidation", message, other)]
    signed = next((other for other in others if other.supplement_of_id is None), None)
    if signed and not supplement:
        message = _("“%(title)s” is signed already; what was checked since goes into a supplement to it.")
        return [conflict("already-consolidated", message, signed)]
    return []


def against_supplementing(base_id: UUID, base: Consolidation | None, period: Period) -> list[Reason]:
    """Why nothing can be added to this consolidation; it is presented once its meeting was closed.

    Args:
        base: None where the person sees no such consolidation.
    """
    if base is None:
        message, row = _("There is no such consolidation."), str(base_id)
        return [Reason("consolidation-unknown", CONTENT, message, row=row, field="supplement_of")]
    if base.period_id != period.id:
        message = _("A supplement is of the same period as what it adds to.")
        return [Reason("other-period", CONTENT, message, row=str(base_id), field="supplement_of")]
    if base.supplement_of_id:
        message = _("“%(title)s” is itself a supplement; add to what it adds to.")
        return [conflict("is-supplement", message, base, field="supplement_of")]
    if base.case.state == State.PRESENTED:
        message = _(
            "The meeting has heard “%(title)s”; the next consolidation takes in what was checked since."
        )
        return [conflict("meeting-closed", message, base, field="supplement_of")]
    if base.case.state != State.CONSOLIDATED:
        message = _("“%(title)s” is not signed yet; change it instead.")
        return [conflict("not-signed", message, base, field="supplement_of")]
    return []


def conflict(code: str, message: str, consolidation: Consolidation, field: str = "period") -> Reason:
    """A reason that names a consolidation."""
    params = {"title": consolidation.case.title}
    return Reason(code, CONFLICT, message, params, row=str(consolidation.case_id), field=field)
