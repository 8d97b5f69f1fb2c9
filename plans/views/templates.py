"""Templates of plans."""

from collections.abc import Collection
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from organization.http.given import asked, body
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.schema import paged
from organization.rules import Absent
from plans.actions import drop_template, keep_template
from plans.http import plan_named
from plans.models import Template
from plans.queries.templates import templates_of
from plans.serializers import TemplateFilter, TemplateInput, TemplateOutput


class TemplatesView(APIView):
    """The templates of the institution."""

    @extend_schema(
        operation_id="templates_list", parameters=[TemplateFilter], responses=paged(TemplateOutput)
    )
    def get(self, request: PersonRequest) -> Response:
        """Of a kind where asked, the newest first."""
        wanted, found = asked(request, TemplateFilter), templates_of(request.user)
        if "kind" in wanted:
            found = found.filter(kind=wanted["kind"])

        def shaped(templates: list[Template]) -> Collection[object]:
            return TemplateOutput(templates, many=True).data

        return page(request, found, ["-id"], shaped)

    @extend_schema(request=TemplateInput, responses={201: TemplateOutput})
    def post(self, request: PersonRequest) -> Response:
        """Keep the rows of a plan as one; the admin office's."""
        plan = plan_named(request, body(request, TemplateInput)["plan"])
        made = keep_template(plan, by=request.user, now=request.now)
        return Response(TemplateOutput(made).data, status=201)


class TemplateView(APIView):
    """One template."""

    @extend_schema(responses={204: None})
    def delete(self, request: PersonRequest, template_id: UUID) -> Response:
        """Drop it; the admin office's. Plans that began with it keep their rows."""
        template = templates_of(request.user).filter(id=template_id).first()
        if template is None:
            raise Absent
        drop_template(template, by=request.user, now=request.now)
        return Response(status=204)
