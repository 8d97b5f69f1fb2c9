"""The rows of a plan as a pattern for later ones. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_noop as _

from plans.words import ROW_FIELDS, PlanRowContent
from workflow.rules import CONFLICT, CONTENT, Reason

#: Stands for the unit that drafts, where the plan that was kept named its own.
OWN = "own:"
#: People are named anew in each plan.
KEPT = tuple(name for name in ROW_FIELDS if name != "person")
ROWS_MISSING = Reason("rows-missing", CONTENT, _("There is no row to keep as a template."), field="plan")
OF_A_MEETING = Reason("of-a-meeting", CONFLICT, _("Conclusions of a meeting are no pattern for a plan."))
KEPT_ALREADY = Reason("kept-already", CONFLICT, _("These rows are kept as a template already."))
OTHER_KIND = Reason(
    "template-kind", CONTENT, _("This template is of another kind of plan."), field="template"
)


def pattern_of(rows: Sequence[PlanRowContent], unit: str) -> list[dict[str, Any]]:
    """Rows as a template keeps them.

    Args:
        unit: code of the plan's own unit.
    """

    def codes(given: Sequence[str]) -> list[str]:
        return [OWN if code == unit else code for code in given]

    return [
        {name: row[name] for name in KEPT}  # type: ignore[literal-required]
        | {"leads": codes(row["leads"]), "coordinating": codes(row["coordinating"])}
        for row in rows
    ]


def rows_from(pattern: Sequence[Mapping[str, Any]], unit: str) -> list[dict[str, Any]]:
    """The rows of a template for a plan of a unit (code); each unit once in a row: who leads it does not coordinate it, too."""

    def codes(given: Sequence[str]) -> list[str]:
        return list(dict.fromkeys(unit if code == OWN else code for code in given))

    return [
        {
            **row,
            "leads": leads,
            "coordinating": [code for code in codes(row["coordinating"]) if code not in leads],
        }
        for row, leads in ((row, codes(row["leads"])) for row in pattern)
    ]
