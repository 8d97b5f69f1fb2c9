"""What comes after the consolidation of a random month: reports, checks, updates."""

from typing import Any
from uuid import UUID

from approvals.queries import submitted_contents
from reports.actions.findings import put_findings
from reports.contents.unit_reports import unit_report_contents
from tests.journeys.answers import done as ok
from tests.reported_month import DOCUMENT

from .played_months import Key, Played, form_rows, word

#: Signed by its head, and not open again.
HANDED_IN = {"waiting", "checked"}


def come_late(played: Played) -> set[Key]:
    """Units, then those who follow, sign what was not in their hands any more or is not yet; answers which reports."""
    played.at("2026-10-29 14:00")
    came = {key for key in played.lists if played.told.endings[key].afterwards and signs_late(played, key)}
    for key in sorted(came, reverse=True):
        if played.told.endings[key].taken:
            played.check(key, played.reports()[key])
    return came


def signs_late(played: Played, key: Key) -> bool:
    """Its head signs a report that nobody has, or that was recalled or returned."""
    case, waits = played.reports()[key], key in played.with_head
    if played.lists[key] in HANDED_IN:
        return False
    if not waits:
        finish_report(played, key, case) if key[1] else finish_form(played, key, case)
        played.month.world.stage.submit(case, f"W-{key[0]}")
    played.month.world.stage.approve(case, f"W-{key[0]}")
    played.lists[key] = "waiting"
    return True


def finish_report(played: Played, key: Key, case: UUID) -> None:
    """A unit says of every row what it has not said yet: it is not done."""
    rows = unit_report_contents([case])[case]["rows"]
    played.month.say(case, [word(row["row"], what=False) for row in rows if row["done"] is None], unit=key[0])


def finish_form(played: Played, key: Key, case: UUID) -> None:
    """A monitoring unit finds of every row what it has not found yet: it is not done."""
    open_rows = [row for row in form_rows(case) if row["done"] is None]
    found: list[Any] = [word(row["row"], what=False) for row in open_rows]
    officer = played.month.world.person(key[0], "officer")
    put_findings(case, found, seen=None, by=officer, now=played.month.world.now())
    played.found |= {row["text"]: row["done"] is True for row in form_rows(case)}


def finish_before_the_meeting(played: Played) -> set[str]:
    """Units that had reported a row as open have finished it: their heads sign, who follows the plan confirms. Answers the
    texts of these rows."""
    played.at("2026-10-29 16:00")
    finished: set[str] = set()
    for key, where in played.lists.items():
        if key[1] and played.told.endings[key].finished and where in HANDED_IN:
            case = played.reports()[key]
            rows: Any = submitted_contents([case])[case]["rows"]
            own = [row for row in rows if not row["beside"]]
            still = [row for row in own if row["done"] is False and row["text"] not in finished]
            for row in still[:1]:
                update(played, key[0], row)
                finished.add(row["text"])
    return finished


def update(played: Played, unit: str, row: Any) -> None:
    """One update goes its whole way."""
    plan = played.plan_of(row["text"])
    follows = plan.to or plan.monitor
    said = {"period": "2026-10", "done": True, "result": "Đã xong", "evidence": DOCUMENT}
    case = ok(played.api(unit, "officer").post(f"rows/{row['row']}/updates", said))["id"]
    checker, role = (follows, "head") if follows != unit else ("VP", "deputy")
    for short, who, act in (
        (unit, "officer", "submit"),
        (unit, "head", "approve"),
        (checker, role, "review"),
    ):
        ok(played.api(short, who).act(case, act))
