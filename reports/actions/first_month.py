"""The first month that an institution reports on here (docs/adr/0049)."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_noop as _

from approvals.models import EvidenceCitation
from approvals.queries.authority import require_office
from organization.actions import Clerk, Subject, enter
from organization.models import Entry, Institution, User
from periods.actions import locked_rule
from periods.models import DUE_POINTS, DeadlineRule, Period
from periods.rules.deadlines import Span
from periods.rules.naming import period_name
from reports.models import (
    MonitoredItem,
    MonitoringReport,
    OpeningRow,
    OpeningSheet,
    Progress,
    Result,
    UnitReport,
)
from workflow.models import Case
from workflow.rules import CONFLICT, CONTENT, Reason, Refused, refuse

NOT_A_MONTH = Reason("month-unknown", CONTENT, _("Not a month."), field="month")
REPORTED = _("%(month)s has been reported on: the first month cannot come after it.")
ANSWERED = Reason(
    "sheets-answered", CONFLICT, _("Opening sheets have been answered: the first month stays."), field="month"
)


@transaction.atomic
def set_first_month(
    institution: Institution, label: str, *, by: User, now: datetime, changed_by: Clerk | None = None
) -> DeadlineRule:
    """From which month on the institution reports here ("2026-12"): nothing before it is due, missing or late. Due points that
    were confirmed of earlier months go, with drafts in which nobody has written.

    Raises:
        Refused: 403 not of the admin office; 409 somebody has written in a report of an earlier month, or answered an
            opening sheet; 422 not a month.
    """
    require_office(institution, by, now)
    rule = locked_rule(institution)
    span = month_named(label)
    if rule.begins == span.starts:
        return rule
    passed = Period.objects.filter(institution=institution, confirmed_at__isnull=False, ends__lt=span.starts)
    refuse([*against_reported(passed), *against_answered(institution)])
    withdraw(institution, passed)
    passed.update(**dict.fromkeys((*DUE_POINTS, "confirmed_by", "confirmed_at")), override_reason="")
    before, rule.begins = rule.begins, span.starts
    rule.save(update_fields=["begins"])
    enter(
        changed_by, Entry.Act.SET_FIRST_MONTH, institution, Subject(Entry.Kind.INSTITUTION, institution.id),
        before={"begins": before.isoformat() if before else None}, after={"begins": span.starts.isoformat()},
    )  # fmt: skip
    return rule


def month_named(label: str) -> Span:
    """The month that a label names.

    Raises:
        Refused: 422 it names none.
    """
    try:
        span = Span.parse(label)
    except ValueError as error:
        raise Refused([NOT_A_MONTH]) from error
    if span.kind != Period.Kind.MONTH:
        raise Refused([NOT_A_MONTH])
    return span


def written_in() -> Q:
    """A condition on a case: it was submitted once, or somebody wrote in it."""
    words = (
        Result.objects.filter(report=OuterRef("pk")),
        MonitoredItem.objects.filter(report=OuterRef("pk")),
        Progress.objects.filter(report=OuterRef("pk")),
    )
    found = Q(sequence__gt=0) | Q(proposals__isnull=False) | Q(remarks__isnull=False)
    found |= Q(monitoring_report__findings__isnull=False)
    for word in words:
        found |= Q(Exists(word))
    return found


def cases_of(periods: Iterable[Period]) -> QuerySet[Case]:
    """The reports of these periods."""
    mine = Q(unit_report__period__in=periods) | Q(monitoring_report__period__in=periods)
    return Case.objects.filter(mine)


def against_reported(passed: QuerySet[Period]) -> list[Reason]:
    """That somebody has written in a report of one of these periods, or consolidated it."""
    written = cases_of(passed).filter(written_in()).order_by("-period").first()
    taken = passed.filter(summed_at__isnull=False).first()
    label = written.period if written else taken.label if taken else None
    period = passed.filter(label=label).first() if label else None
    if period is None:
        return []
    return [Reason("month-reported", CONFLICT, REPORTED, {"month": period_name(period)}, field="month")]


def against_answered(institution: Institution) -> list[Reason]:
    """That a unit has answered an opening sheet, or somebody has remarked on one: its rows go by the first month."""
    sheets = OpeningSheet.objects.filter(case__institution=institution)
    said = OpeningRow.objects.filter(sheet__in=sheets).exclude(standing="", note="")
    begun = sheets.filter(Q(case__sequence__gt=0) | Q(case__remarks__isnull=False))
    return [ANSWERED] if said.exists() or begun.exists() else []


def withdraw(institution: Institution, passed: QuerySet[Period]) -> None:
    """Takes away the drafts of these periods, and the sheets of another first month: nobody has written in them."""
    sheets = OpeningSheet.objects.filter(case__institution=institution)
    ids = set(sheets.values_list("case", flat=True))
    gone = set(cases_of(passed).values_list("id", flat=True)) | ids
    EvidenceCitation.objects.filter(case__in=gone).delete()
    OpeningRow.objects.filter(sheet__in=ids).delete()
    sheets.delete()
    UnitReport.objects.filter(case__in=gone).delete()
    MonitoringReport.objects.filter(case__in=gone).delete()
    Case.objects.filter(id__in=gone, sequence=0).delete()
