"""Periods, their due points, and the rule that proposes them."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from notation.year import PlanYear
from organization.http.clerks import clerk_of
from organization.http.given import asked, body
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.problems import Problem
from organization.http.schema import paged
from organization.http.serializers import PageFilter
from organization.http.units import unit_named
from periods.actions import (
    change_due_points,
    confirm_months,
    create_period,
    create_plan_year,
    create_review,
    open_period,
    set_rule,
    set_semesters,
)
from periods.models import Period
from periods.queries import months_for, openings_of, period_of, periods_of, rule_of
from periods.rules.deadlines import DuePoints
from periods.serializers import (
    YEARS,
    DeadlinesFilter,
    DeadlinesOutput,
    OpeningInput,
    OpeningOutput,
    PeriodChanges,
    PeriodFilter,
    PeriodInput,
    PeriodOutput,
    RuleInput,
    RuleOutput,
    SemestersInput,
    YearInput,
    points_in,
)


def period_or_404(request: PersonRequest, period_id: UUID) -> Period:
    """The period, when it is of the person's institution.

    Raises:
        Problem: 404.
    """
    period = period_of(request.user, period_id)
    if period is None:
        raise Problem(404, "not-found")
    return period


def deadlines_answer(request: PersonRequest, year: PlanYear, reading: str = "") -> Response:
    """The twelve months of a year as GET answers them."""
    institution = request.user.institution
    rule = rule_of(institution)
    months = months_for(institution, year, rule, reading or rule.reading)
    return Response(DeadlinesOutput({"year": year.label, "rule": rule, "months": months}).data)


class PeriodsView(APIView):
    """Years and school years, and the periods that are reported on."""

    @extend_schema(operation_id="periods_list", parameters=[PeriodFilter], responses=paged(PeriodOutput))
    def get(self, request: PersonRequest) -> Response:
        """The institution's periods, newest first."""
        wanted = asked(request, PeriodFilter)
        rows = periods_of(request.user)
        if "kind" in wanted:
            rows = rows.filter(kind=wanted["kind"])
        return page(request, rows, ["-starts", "label"], lambda found: PeriodOutput(found, many=True).data)

    @extend_schema(request=PeriodInput, responses={201: PeriodOutput})
    def post(self, request: PersonRequest) -> Response:
        """Report on a month, several or a year, due by the rule, or on a review, or let a year hold plans; the admin office's."""
        given = body(request, PeriodInput)
        fields = given
        by, now = request.user, request.now
        institution, label = by.institution, fields["label"]
        if fields["kind"] == Period.Kind.REVIEW:
            points = DuePoints(**points_in(fields))
            days = {"starts": fields["starts"], "ends": fields["ends"]}
            made = create_review(institution, label, points=points, **days, by=by, now=now)
        elif fields["kind"] in YEARS and not fields.get("reported"):
            made = create_plan_year(institution, label, by=by, now=now, changed_by=clerk_of(request))
        else:
            made = create_period(institution, label, by=by, now=now)
        return Response(PeriodOutput(made).data, status=201)


class PeriodView(APIView):
    """One period."""

    @extend_schema(responses=PeriodOutput)
    def get(self, request: PersonRequest, period_id: UUID) -> Response:
        """The period with its due points."""
        return Response(PeriodOutput(period_or_404(request, period_id)).data)

    @extend_schema(request=PeriodChanges, responses=PeriodOutput)
    def patch(self, request: PersonRequest, period_id: UUID) -> Response:
        """Override due points, with a reason; the admin office's. Open reports are due anew."""
        period = period_or_404(request, period_id)
        given = body(request, PeriodChanges)
        period = change_due_points(
            period,
            by=request.user,
            now=request.now,
            reason=given["reason"],
            points=points_in(given),
        )
        return Response(PeriodOutput(period).data)


class SemestersView(APIView):
    """How a school year is parted."""

    @extend_schema(request=SemestersInput, responses=PeriodOutput)
    def put(self, request: PersonRequest, period_id: UUID) -> Response:
        """On which day semester I ends; the admin office's, until a semester of the year is reported on."""
        year = period_or_404(request, period_id)
        given = body(request, SemestersInput)
        year = set_semesters(year, **given, by=request.user, now=request.now, changed_by=clerk_of(request))
        return Response(PeriodOutput(year).data)


class OpeningsView(APIView):
    """For whom a closed period was opened again."""

    @extend_schema(operation_id="openings_list", parameters=[PageFilter], responses=paged(OpeningOutput))
    def get(self, request: PersonRequest, period_id: UUID) -> Response:
        """Latest first; everyone sees them: who reports late, and why."""
        period = period_or_404(request, period_id)
        asked(request, PageFilter)
        rows = openings_of(period)
        return page(request, rows, ["-at", "id"], lambda found: OpeningOutput(found, many=True).data)

    @extend_schema(request=OpeningInput, responses={201: OpeningOutput})
    def post(self, request: PersonRequest, period_id: UUID) -> Response:
        """Open a closed period for one unit, and its monitoring units, until the end of a day, with a reason; the admin office's."""
        period = period_or_404(request, period_id)
        given = body(request, OpeningInput)
        unit = unit_named(request, given["unit"])
        made = open_period(period, **given | {"unit": unit}, by=request.user, now=request.now)
        return Response(OpeningOutput(made).data, status=201)


class DeadlinesView(APIView):
    """The due points of the twelve months of a year."""

    @extend_schema(parameters=[DeadlinesFilter], responses=DeadlinesOutput)
    def get(self, request: PersonRequest) -> Response:
        """The months as they were confirmed, else as the rule proposes them."""
        wanted = asked(request, DeadlinesFilter)
        return deadlines_answer(request, wanted["year"], wanted.get("reading", ""))

    @extend_schema(request=YearInput, responses=DeadlinesOutput)
    def post(self, request: PersonRequest) -> Response:
        """Confirm the months that nobody confirmed yet; the admin office's. A second time changes nothing."""
        given = body(request, YearInput)
        year = given["year"]
        confirm_months(request.user.institution, year.label, by=request.user, now=request.now)
        return deadlines_answer(request, year)


class DeadlineRuleView(APIView):
    """The rule that proposes due points."""

    @extend_schema(request=RuleInput, responses=RuleOutput)
    def put(self, request: PersonRequest) -> Response:
        """Change the rule; the admin office's. Months that were confirmed stay as they are."""
        given = body(request, RuleInput)
        rule = set_rule(request.user.institution, by=request.user, now=request.now, **given)
        return Response(RuleOutput(rule).data)
