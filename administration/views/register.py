"""The register of administrative acts."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from administration.http import holds_on_root, require_on_root
from administration.queries.register import entries
from administration.serializers.register import EntryOutput, RegisterFilter
from organization.actions import Subject, enter
from organization.http.clerks import clerk_of
from organization.http.given import asked
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.schema import paged
from organization.models import Entry


class RegisterView(APIView):
    """Sổ việc quản trị."""

    @extend_schema(operation_id="register_list", parameters=[RegisterFilter], responses=paged(EntryOutput))
    def get(self, request: PersonRequest) -> Response:
        """Newest first: all of it to auditors, their own acts to those who administer. To read it is an entry, too: one for
        each first page."""
        auditing = holds_on_root(request, "audit")
        if not auditing and not holds_on_root(request, "staff") and not holds_on_root(request, "administer"):
            require_on_root(request, "audit")
        wanted = asked(request, RegisterFilter)
        first = "cursor" not in wanted
        narrowing = {name: value for name, value in wanted.items() if name not in {"cursor", "page_size"}}
        rows = entries(request.user, all_of_them=auditing, **narrowing)
        answer = page(request, rows, ["-id"], lambda found: EntryOutput(found, many=True).data)
        if first:
            asked_for = {name: str(value) for name, value in narrowing.items()}
            about = Subject(Entry.Kind.REGISTER, request.user.institution.code)
            institution = request.user.institution_id
            enter(clerk_of(request), Entry.Act.READ_REGISTER, institution, about, after=asked_for)
        return answer
