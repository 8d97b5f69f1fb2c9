"""What one edge of the machine demands."""

from .states import WaitsFor


def needs(
    permission: str,
    held_on: str,
    *,
    then: WaitsFor,
    submitted: bool | None = None,
    either: tuple[str, str] | None = None,
    opens: bool = False,
    reason: bool = False,
    step: bool = False,
    also: str = "",
    by_order: bool = False,
    within: str = "",
    checks: tuple[str, ...] = (),
) -> dict[str, object]:
    """What one edge of the machine demands; workflow.machine.Edge tells what each word means."""
    return {
        "permission": permission,
        "held_on": held_on,
        "then": then,
        "submitted": submitted,
        "either": either,
        "opens": opens,
        "reason": reason,
        "step": step,
        "also": also,
        "by_order": by_order,
        "within": within,
        "checks": checks,
    }
