"""A plan of two thousand rows is read at the speed of a small one: values from SQL, written out without a field each."""

import gzip
import json
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone
from rest_framework import serializers

from plans.contents import content_shown
from plans.queries import visible_plan
from plans.reading import read_rows
from plans.serializers import RowOutput
from tests.api import Api
from tests.factories import DRAFT, World
from tests.reported_month import Month
from tests.speed import milliseconds

from .changing_plans import begun, in_force, person, put, written
from .test_writing_plans import ROW

#: By the yardstick an open draft took 120 to 180 ms where this was written, a submitted plan 120 to 140.
ROWS, MOST_MILLISECONDS, MOST_BYTES = 2_000, 300.0, 150_000


@pytest.fixture
def officer(one: World) -> Api:
    return Api(one.person("A", "officer"))


def test_two_thousand_rows_are_read_in_time_and_travel_light(one: World, officer: Api) -> None:
    case_id = str(one.plan_at(DRAFT, rows=0))
    rows = [
        {**ROW, "number": str(n), "text": f"Nhiệm vụ thứ {n}: rà soát, hoàn thiện quy định về công tác đào tạo",
         "coordinating": ["W-B"], "person": "Trưởng phòng", "authority": "Hiệu trưởng"}
        for n in range(ROWS)
    ]  # fmt: skip
    sent = officer.send("put", f"plans/{case_id}/rows", {"rows": rows}, digest=officer.digest(case_id))
    assert sent.status_code == 200
    assert_quick_and_light(officer, case_id)
    assert officer.act(case_id, "submit").status_code == 201
    assert_quick_and_light(officer, case_id)


def assert_quick_and_light(api: Api, case_id: str) -> None:
    """Of a plan as it stands."""
    assert milliseconds(api, f"plans/{case_id}") <= MOST_MILLISECONDS
    assert len(gzip.compress(api.get(f"plans/{case_id}").content)) <= MOST_BYTES


def as_text(rows: Any) -> str:
    """As it goes over the wire."""
    return json.dumps(rows, ensure_ascii=False, default=str)


def shown_rows(api: Api, case_id: UUID | str) -> Any:
    """The rows of a plan as somebody's screen has them."""
    assert api.user is not None
    plan = visible_plan(api.user, UUID(str(case_id)), timezone.now())
    assert plan is not None
    return read_rows(plan, content_shown(plan), timezone.now())


def test_rows_written_out_say_what_their_fields_would(month: Month) -> None:
    """Letter for letter; of a plan in force, and of a supplement that changes and ends rows, with a due time that is odd and a
    person who is found."""
    plan = in_force(
        month, *(month.task(text, "Tháng 12/2026") for text in ("Tuyển sinh", "Hội giảng", "Tổng kết"))
    )
    draft = begun(month, plan)
    later: dict[str, Any] = {
        "due_text": "Tháng 12/2031",
        "reason": "Chờ",
        "person": month.world.person("A", "head").full_name,
    }
    put(month, draft, written(draft, **{"Hội giảng": later, "Tổng kết": {"ended": True, "reason": "Thôi"}}))
    officer = person(month, "A", "officer")
    rows = [*shown_rows(officer, plan), *shown_rows(officer, draft["id"])]
    fields = serializers.Serializer.to_representation
    assert as_text([RowOutput().to_representation(row) for row in rows]) == as_text(
        [fields(RowOutput(), row) for row in rows]
    )
    assert any(row.warnings for row in rows)
    assert any(row.people for row in rows)
    assert {row.change["kind"] for row in rows if row.change} == {"kept", "changed", "ended"}
