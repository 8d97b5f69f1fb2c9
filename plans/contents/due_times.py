"""When a report or consolidation of a period is due where it stands: it moves on with every act."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Case as Choose
from django.db.models import OuterRef, Subquery, Value, When

from approvals.kinds import Deed
from plans.models import Consolidation, MonitoringReport, UnitReport
from workflow.models import Case, State

Owed = type[UnitReport] | type[MonitoringReport] | type[Consolidation]
#: Kind -> its table, and the due point of its period that it must meet next from each state.
DUE: Mapping[str, tuple[Owed, Mapping[State, str]]] = {
    "unit-report": (
        UnitReport,
        {
            State.DRAFT: "unit_due_at",
            State.UNIT_APPROVED: "office_due_at",
            State.MONITOR_REVIEWED: "leadership_due_at",
            State.CONSOLIDATED: "meeting_at",
        },
    ),
    "monitoring-report": (
        MonitoringReport,
        {
            State.DRAFT: "office_due_at",
            State.UNIT_APPROVED: "leadership_due_at",
            State.MONITOR_REVIEWED: "leadership_due_at",
            State.CONSOLIDATED: "meeting_at",
        },
    ),
    "consolidation": (
        Consolidation,
        {State.DRAFT: "leadership_due_at", State.CONSOLIDATED: "meeting_at"},
    ),
}


def settle_due(kind: str, case_ids: Collection[UUID]) -> None:
    """Gives these cases of one kind the due point that their state must meet; what was presented has none. One statement."""
    table, points = DUE[kind]
    period = table._default_manager.filter(case=OuterRef("pk"))
    Case.objects.filter(id__in=case_ids).update(
        due_at=Choose(
            *[
                When(state=state, then=Subquery(period.values(f"period__{point}")[:1]))
                for state, point in points.items()
            ],
            default=Value(None),
        )
    )


def after_report_act(deed: Deed) -> None:
    """A document of a period that has moved is due elsewhere now."""
    if deed.cases:
        settle_due(deed.cases[0].kind, [case.id for case in deed.cases])
