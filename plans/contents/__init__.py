"""What a plan signs, and what else changes with an act on it."""

from .deeds import after_plan_act, keep_terms, month_settled, tell_taking_over
from .plans import content_shown, plan_contents, restated_plans, row_content

__all__ = [
    "after_plan_act",
    "content_shown",
    "keep_terms",
    "month_settled",
    "plan_contents",
    "restated_plans",
    "row_content",
    "tell_taking_over",
]
