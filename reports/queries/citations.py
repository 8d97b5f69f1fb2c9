"""What reports say of plans: a plan that a signed report cites is not reopened, a row of it is not deleted."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext_noop as _

from approvals.models import Signature, Submission
from plans.models import MonitoringAssignment, Plan
from reports.models import (
    EarlierFinding,
    Finding,
    MonitoringReport,
    OpeningRow,
    Result,
    RowUpdate,
    UnitReport,
)
from workflow.rules import CONFLICT, Reason

CITED = Reason(
    "cited",
    CONFLICT,
    _("A report of a month cites this plan; it changes by a supplement only."),
)


def cited_by_reports(case_ids: Collection[UUID]) -> dict[UUID, Sequence[Reason]]:
    """Plan -> why it cannot be reopened: a submitted report speaks of one of its rows, or names the plan among those
    that its monitoring unit follows; a supplement, as soon as a report of a month in which it holds was submitted. Five
    statements.
    """
    cited = supplements_reported(case_ids)
    for word in (Result, Finding, EarlierFinding):
        spoken = word._default_manager.filter(row__plan__in=case_ids, report__case__submission__gt=0)
        cited |= set(spoken.values_list("row__plan", flat=True).distinct())
    signed = Signature.objects.filter(case=OuterRef("case"), act__in=("approve", "register"))
    began = Subquery(signed.order_by("sequence").values("signed_at")[:1])
    form = Submission.objects.filter(
        case__monitoring_report__unit__in=Subquery(
            MonitoringAssignment.objects.filter(plan=OuterRef(OuterRef("pk"))).values("unit")
        ),
        case__monitoring_report__period__starts__lte=OuterRef("period__ends"),
        case__monitoring_report__period__ends__gte=OuterRef("period__starts"),
        created_at__gt=OuterRef("began"),
    )
    named = Plan.objects.filter(case__in=case_ids, historical=False).annotate(began=began)
    cited |= set(named.filter(Exists(form)).values_list("case", flat=True))
    return {case_id: [CITED] for case_id in cited}


def supplements_reported(case_ids: Collection[UUID]) -> set[UUID]:
    """Those of these supplements of which a submitted report of a month, since they hold, speaks; one statement."""
    spoken = UnitReport.objects.filter(
        case__submission__gt=0,
        period__starts__gte=OuterRef("since"),
        results__row__plan__root=OuterRef("root"),
    )
    judged = MonitoringReport.objects.filter(
        case__submission__gt=0,
        period__starts__gte=OuterRef("since"),
        findings__row__plan__root=OuterRef("root"),
    )
    held = Plan.objects.filter(case__in=case_ids, since__isnull=False)
    return set(held.filter(Exists(spoken) | Exists(judged)).values_list("case", flat=True))


def spoken_of(rows: Collection[UUID]) -> set[UUID]:
    """Those of the rows of plans that a report, an update or an opening sheet speaks of; a statement per table."""
    spoken: set[UUID] = set()
    for word in (Result, Finding, EarlierFinding, RowUpdate, OpeningRow):
        spoken |= set(word._default_manager.filter(row__in=rows).values_list("row", flat=True))
    return spoken
