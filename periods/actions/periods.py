"""The years that plans are for; the periods that are reported on, and when they are due."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime, time
from itertools import pairwise
from typing import TypedDict, Unpack

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_noop as _

from approvals.actions import settle_due
from approvals.queries.authority import require_office
from notation.text import written
from notation.year import PlanYear
from organization.models import Institution, User
from periods.models import DUE_POINTS, DeadlineRule, Period
from periods.queries import calendar_around, in_use, points_of, span_of, zone_of
from periods.rules.corrections import Correction
from periods.rules.deadlines import DuePoints, Span, due_points, meets_after_report, months_of
from workflow.models import Case
from workflow.rules import CONFLICT, CONTENT, Reason, Refused, Word, refuse

POINT_NAMES = {
    "unit_due_at": _("due at the monitoring unit"),
    "office_due_at": _("due at the admin office"),
    "leadership_due_at": _("due at the leadership"),
    "meeting_at": _("meeting"),
}
CONFIRMED = (*DUE_POINTS, "override_reason", "confirmed_by", "confirmed_at")


class RuleFields(TypedDict, total=False):
    """Columns of DeadlineRule; see `set_rule`."""

    reading: str
    hour: time
    unit_days: int
    leadership_days: int
    meeting_days: int
    meeting_hour: time


@transaction.atomic
def set_rule(
    institution: Institution, *, by: User, now: datetime, **fields: Unpack[RuleFields]
) -> DeadlineRule:
    """Change how deadlines are computed; months that were confirmed stay as they are.

    Args:
        fields: columns of DeadlineRule; what is left out stays.

    Raises:
        Refused: 403 not of the admin office; 422 the meeting would come before its report is due.
    """
    require_office(institution, by, now)
    rule = locked_rule(institution)
    for name, value in fields.items():
        setattr(rule, name, value)
    if not meets_after_report(rule):
        message = _("The meeting must come after the time when the report is due at the leadership.")
        field = "meeting_days" if rule.meeting_days < rule.leadership_days else "meeting_hour"
        raise Refused([Reason("meeting-too-early", CONTENT, message, field=field)])
    rule.save()
    return rule


@transaction.atomic
def confirm_months(institution: Institution, year_label: str, *, by: User, now: datetime) -> list[Period]:
    """Confirm the due points of the months of a year that nobody confirmed yet, from the first one that is reported on. Returns
    all that are.

    Raises:
        ValueError: neither a year nor a school year.
        Refused: 403 not of the admin office.
    """
    spans = months_of(PlanYear.parse(year_label))
    require_office(institution, by, now)
    rule = locked_rule(institution)
    done = set(confirmed(institution, spans).values_list("label", flat=True))
    calendar, zone = calendar_around(institution, spans[0].starts, spans[-1].ends), zone_of(institution)
    write(
        [
            reported(institution, span, due_points(span.ends, rule, calendar, zone), by=by, now=now)
            for span in spans
            if span.label not in done and in_use(span, rule)
        ]
    )
    return list(confirmed(institution, spans).order_by("starts"))


@transaction.atomic
def ensure_month(institution: Institution, label: str, *, by: User, now: datetime) -> Period:
    """The month ("2025-08") with its due points; confirmed by the rule when nobody did yet.

    Raises:
        ValueError: not a month.
        Refused: 403 not of the admin office, when there is something to confirm.
    """
    span = Span.parse(label)
    if span.kind != Period.Kind.MONTH:
        raise ValueError(f"not a month: {label!r}")
    return confirmed(institution, [span]).first() or create_period(institution, label, by=by, now=now)


@transaction.atomic
def create_period(institution: Institution, label: str, *, by: User, now: datetime) -> Period:
    """Confirm a month, several months, a year or school year for reporting, due as its last month is.

    A year that plans are for exists already and gets its due points.

    Raises:
        ValueError: the label names none of these.
        Refused: 403 not of the admin office; 409 it is reported on already, or ends before the first month that is.
    """
    span = span_of(institution, label)
    require_office(institution, by, now)
    rule = locked_rule(institution)
    if confirmed(institution, [span]).exists():
        raise Refused([exists_already(span.label)])
    refuse(against_use(span, rule))
    last = Span.parse(span.last_month)
    month = confirmed(institution, [last]).first()
    points = points_of(month) if month else None
    if points is None:
        calendar = calendar_around(institution, last.starts, last.ends)
        points = due_points(last.ends, rule, calendar, zone_of(institution))
    reason = month.override_reason if month else ""
    write([reported(institution, span, points, by=by, now=now, reason=reason)])
    return confirmed(institution, [span]).get()


@transaction.atomic
def create_review(
    institution: Institution, label: str, *, starts: date, ends: date, points: DuePoints, by: User, now: datetime
) -> Period:  # fmt: skip
    """A one-off review, whose days and due points no rule knows.

    Raises:
        Refused: 403 not of the admin office; 409 the label is taken, it ends before the first month of use; 422 the days or due points are not in order.
    """
    require_office(institution, by, now)
    rule = locked_rule(institution)
    if Period.objects.filter(institution=institution, label=label).exists():
        raise Refused([exists_already(label)])
    refuse(against_use(Span(Period.Kind.REVIEW, label, starts, ends), rule))
    given = asdict(points)
    reasons = against_order(given, given)
    if ends <= starts:
        message = _("The last day must come after the first.")
        reasons.append(Reason("out-of-order", CONTENT, message, field="ends"))
    refuse(reasons)
    review = reported(institution, Span(Period.Kind.REVIEW, label, starts, ends), points, by=by, now=now)
    review.save(force_insert=True)
    return review


@transaction.atomic
def change_due_points(
    period: Period, *, by: User, now: datetime, reason: str, points: Mapping[str, datetime]
) -> Period:
    """Override due points of a period, and with them when its reports that are still open are due.

    Args:
        points: by column (DUE_POINTS); what is left out stays.

    Raises:
        Refused: 403 not of the admin office; 409 the period is not reported on; 422 no reason, or the due
            points would not follow each other.
    """
    require_office(period.institution, by, now)
    period = Period.objects.select_for_update(of=("self",)).select_related("institution").get(id=period.id)
    if not period.is_reported:
        message = _("No due points were confirmed for “%(label)s” yet.")
        raise Refused([Reason("not-confirmed", CONFLICT, message, {"label": period.label})])
    reasons = against_order({name: getattr(period, name) for name in DUE_POINTS} | dict(points), points)
    if not written(reason):
        reasons.append(Reason("reason-missing", CONTENT, _("Give a reason for the change."), field="reason"))
    refuse(reasons)
    period.corrections = [*period.corrections, correction(period, points, by=by, now=now, reason=reason)]
    for name, at in points.items():
        setattr(period, name, at)
    period.override_reason = reason.strip()
    period.save(update_fields=[*points, "override_reason", "corrections"])
    move_open_cases(period)
    return period


def correction(period: Period, points: Iterable[str], *, by: User, now: datetime, reason: str) -> Correction:
    """What due points were until they are changed, as the period keeps it."""
    before = {name: getattr(period, name).isoformat() for name in points}
    return {"at": now.isoformat(), "by": by.full_name, "reason": reason.strip(), "before": before}


def move_open_cases(period: Period) -> None:
    """Gives the cases of the period its due points, wherever they stand; one statement."""
    settle_due(Case.objects.filter(institution=period.institution_id, period=period.label))


def against_order(points: Mapping[str, datetime], given: Iterable[str]) -> list[Reason]:
    """Each pair of due points in the wrong order; `field` is the one of them that was given, the later first."""
    given = set(given)
    message = _("“%(later)s” must not come before “%(earlier)s”.")
    reasons = []
    for earlier, later in pairwise(DUE_POINTS):
        if points[later] < points[earlier]:
            names = {"earlier": Word(POINT_NAMES[earlier]), "later": Word(POINT_NAMES[later])}
            field = later if later in given else earlier
            reasons.append(Reason("out-of-order", CONTENT, message, names, field=field))
    return reasons


def exists_already(label: str) -> Reason:
    """Why a period cannot be made a second time."""
    message = _("There is a period “%(label)s” already.")
    return Reason("period-exists", CONFLICT, message, {"label": label}, field="label")


def against_use(span: Span, rule: DeadlineRule) -> list[Reason]:
    """That nobody reports on what ended before the first month of use."""
    if rule.begins is None or in_use(span, rule):
        return []
    message = _("The institution reports from %(month)s on: nothing before it is asked.")
    params = {"month": f"{rule.begins:%m/%Y}"}
    return [Reason("before-use", CONFLICT, message, params, field="label")]


def locked_rule(institution: Institution) -> DeadlineRule:
    """The institution's rule, locked: whoever confirms or changes it waits for whoever does so already."""
    DeadlineRule.objects.get_or_create(institution=institution)
    return DeadlineRule.objects.select_for_update().get(institution=institution)


def confirmed(institution: Institution, spans: Iterable[Span]) -> QuerySet[Period]:
    """Those of the periods that are reported on."""
    labels = [span.label for span in spans]
    return Period.objects.filter(institution=institution, label__in=labels, confirmed_at__isnull=False)


def reported(
    institution: Institution, span: Span, points: DuePoints, *, by: User, now: datetime, reason: str = ""
) -> Period:
    """A period with its due points, not written yet."""
    return Period(
        institution=institution, kind=span.kind, label=span.label, starts=span.starts, ends=span.ends,
        override_reason=reason, confirmed_by=by, confirmed_at=now, **asdict(points),
    )  # fmt: skip


def write(periods: list[Period]) -> None:
    """Writes periods in one statement; one that exists without due points gets them."""
    Period.objects.bulk_create(
        periods, update_conflicts=True, unique_fields=["institution", "label"], update_fields=CONFIRMED
    )
