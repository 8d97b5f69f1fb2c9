"""A person's week over HTTP."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from organization.http.given import asked
from organization.http.person import PersonRequest

from .reading import digest_of, read_week
from .serializers import MyDigestOutput, MyWeekOutput, WeekFilter


class MyDigestView(APIView):
    """Nhắc việc hôm nay."""

    @extend_schema(operation_id="my_digest", responses=MyDigestOutput)
    def get(self, request: PersonRequest) -> Response:
        """What the person is reminded of today."""
        return Response(MyDigestOutput({"digest": digest_of(request.user, request.now)}).data)


class MyWeekView(APIView):
    """Việc của tôi trong tuần."""

    @extend_schema(operation_id="my_week", parameters=[WeekFilter], responses=MyWeekOutput)
    def get(self, request: PersonRequest) -> Response:
        """What waits for the person until the end of this week or the next, what is due first on top."""
        after = asked(request, WeekFilter)["week"] == "next"
        return Response(MyWeekOutput(read_week(request.user, request.now, after=after)).data)
