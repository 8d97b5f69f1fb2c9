"""Items that are followed: classes of plans, as the Notice of the year assigns them."""

from collections.abc import Collection
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from organization.http.given import asked, body
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.schema import paged
from organization.http.units import unit_named
from organization.rules import Absent
from periods.http import plan_year_named
from plans.actions import assign_item, create_item, create_items
from plans.models import MonitoringItem
from plans.queries import items_of
from plans.reading import read_items
from plans.serializers import ItemFilter, ItemInput, ItemOutput, ItemsInput, MonitoringInput

ITEMS = paged(ItemOutput)


def item_answer(request: PersonRequest, item: MonitoringItem, status: int = 200) -> Response:
    """An item as the list shows it."""
    [shown] = read_items([item], request.user, request.now)
    return Response(ItemOutput(shown).data, status=status)


class ItemsView(APIView):
    """The items of the institution; everybody knows them, the plans under one are those that the person sees."""

    @extend_schema(operation_id="items_list", parameters=[ItemFilter], responses=ITEMS)
    def get(self, request: PersonRequest) -> Response:
        """Of a year where asked, as they were written down."""
        wanted = asked(request, ItemFilter)

        def shaped(items: list[MonitoringItem]) -> Collection[object]:
            return ItemOutput(read_items(items, request.user, request.now), many=True).data

        return page(request, items_of(request.user, wanted), ["id"], shaped)

    @extend_schema(request=ItemInput, responses={201: ItemOutput})
    def post(self, request: PersonRequest) -> Response:
        """A new item with the unit that follows it; the admin office's."""
        fields = body(request, ItemInput)
        unit, period = unit_named(request, fields.pop("unit")), plan_year_named(request, fields.pop("period"))
        item = create_item(period, unit=unit, by=request.user, now=request.now, **fields)
        return item_answer(request, item, status=201)


class ManyItemsView(APIView):
    """Many items at once."""

    @extend_schema(request=ItemsInput, responses={201: ITEMS})
    def post(self, request: PersonRequest) -> Response:
        """Write down all that a document assigns, one title each; all or none. The admin office's."""
        fields = body(request, ItemsInput)
        unit, period = unit_named(request, fields.pop("unit")), plan_year_named(request, fields.pop("period"))
        items = create_items(period, unit=unit, by=request.user, now=request.now, **fields)
        shown = ItemOutput(read_items(items, request.user, request.now), many=True).data
        return Response({"results": shown, "next": None, "previous": None}, status=201)


class ItemMonitoringView(APIView):
    """Who follows an item."""

    @extend_schema(request=MonitoringInput, responses=ItemOutput)
    def put(self, request: PersonRequest, item_id: UUID) -> Response:
        """Assign the monitoring unit, and with it every plan under the item; the admin office's."""
        item = items_of(request.user, {}).filter(id=item_id).first()
        if item is None:
            raise Absent
        fields = body(request, MonitoringInput)
        unit = unit_named(request, fields.pop("unit"))
        assign_item(item, unit=unit, by=request.user, now=request.now, **fields)
        return item_answer(request, item)
