"""What the tests of periods ask again and again."""

from typing import Any

from periods.actions import confirm_months, ensure_month
from periods.models import Period
from tests.api import Api
from tests.factories import World

RULE = {"reading": "last-week", "hour": "17:00", "unit_days": 2, "leadership_days": 1, "meeting_days": 2,
        "meeting_hour": "08:00"}  # fmt: skip
REVIEW = {
    "kind": "review", "label": "Kiểm tra giữa kỳ", "starts": "2026-11-02", "ends": "2026-11-13",
    "unit_due_at": "2026-11-16T11:00:00+07:00", "office_due_at": "2026-11-17T11:00:00+07:00",
    "leadership_due_at": "2026-11-18T11:00:00+07:00", "meeting_at": "2026-11-18T14:00:00+07:00",
}  # fmt: skip


def month(world: World, label: str = "2026-10") -> Period:
    """A confirmed month."""
    return ensure_month(world.institution, label, by=world.person("VP", "head"), now=world.now())


def months(api: Api, year: str = "2026-2027", **asked: str) -> dict[str, Any]:
    """The twelve months as GET shows them, by label."""
    return {row["label"]: row for row in api.get("deadlines", year=year, **asked).json()["months"]}


def refusal(answer: Any) -> tuple[int, set[tuple[str, str]]]:
    """Status, and (code, field) of each reason."""
    return answer.status_code, {(row["code"], row.get("field", "")) for row in answer.json()["reasons"]}


def confirm_all(world: World) -> list[Period]:
    """The twelve months of the world's school year, confirmed."""
    return confirm_months(world.institution, "2026-2027", by=world.person("VP", "head"), now=world.now())
