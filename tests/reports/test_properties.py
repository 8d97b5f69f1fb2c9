"""Four lists, one set of figures: whatever happens in a month, every paper and screen says the same of it.

Random months (random_months.py) are lived by real acts (played_months.py); the seed of each is in its test's name. What
must come of a month is worked out from its story, never from what the product says.
"""

from collections import Counter, defaultdict
from typing import Any
from uuid import UUID

import pytest

from approvals.models import Signature
from approvals.queries import submitted_contents
from reports.contents.unit_reports import unit_report_contents
from tests.clock import Clock, moment
from tests.databases import kept_world
from tests.factories import seeds, small_world
from tests.journeys.answers import done as ok
from tests.reported_month import Month
from workflow.models import Case

from .closed_months import what_is_signed_once_it_was_closed_stays_apart
from .late_comers import come_late
from .living_lists import (
    agenda_and_slips_name_the_same,
    meeting_on,
    the_meeting_counts_every_row_once,
    what_came_after_it_is_shown_beside_it,
)
from .played_months import Key, Played, rows_in, short, signed_form
from .printed_lists import Lists, in_matrix, in_paper, in_papers, in_reminder, parts_of
from .random_months import UNITS, random_month

pytestmark = pytest.mark.either
MONTHS = seeds(16)


def with_three_departments() -> Month:
    """October 2026, its due points confirmed, with three departments beside the office."""
    world = small_world("W")
    world.open_unit("C")
    return Month(world)


three_departments = kept_world("three_departments", with_three_departments)


@pytest.fixture(params=MONTHS, ids=lambda seed: f"seed-{seed}")
def played(
    request: pytest.FixtureRequest, three_departments: Month, monkeypatch: pytest.MonkeyPatch
) -> Played:
    """A random month on the morning of the consolidation."""
    made = Played(
        three_departments, Clock(monkeypatch, moment("2026-10-01 08:00")), random_month(request.param)
    )
    made.play()
    made.at("2026-10-29 09:00")
    return made


def test_four_lists_and_one_set_of_figures(played: Played) -> None:
    forms_say_what_was_said(played)
    every_due_row_is_in_one_form(played)
    whoever_is_asked_has_something_to_say(played)
    paper = consolidated(played)
    the_paper_shows_its_instant(played, paper)
    nobody_is_accused_who_had_signed(played, paper)
    the_figures_are_those_of_the_rows(played, paper)
    screens_and_reminders_name_the_same(played)
    if "checked" not in played.lists.values():
        return  # there is nothing that a meeting could hear
    signed(played, paper)
    meeting = meeting_on(played, paper)
    agenda_and_slips_name_the_same(played, paper, meeting)
    closed = dict(played.lists)
    came = come_late(played)
    what_came_after_it_is_shown_beside_it(played, paper, meeting, came, closed)
    the_meeting_counts_every_row_once(played, paper, meeting, closed)
    what_is_signed_once_it_was_closed_stays_apart(played, paper, meeting)


# --- Before the consolidation --------------------------------------------------------------------------------


def forms_say_what_was_said(played: Played) -> None:
    """N = k + m for every plan, every item and the whole form; a plan's N are its rows that count."""
    for key, case in played.reports().items():
        if key[1]:
            continue
        form = signed_form(case)
        for figures in (*form["plans"], *form["items"], form["totals"]):
            assert int(figures["due"]) == int(figures["done"]) + int(figures["not_done"])
        for plan in form["plans"]:
            counted = [row for row in plan["rows"] if row["listing"] != "standing"]
            assert int(plan["due"]) == len(counted)
            assert int(plan["done"]) == sum(1 for row in counted if row["done"] is True)
        for parts in (form["plans"], form["items"]):
            assert int(form["totals"]["due"]) == sum(int(part["due"]) for part in parts)


def every_due_row_is_in_one_form(played: Played) -> None:
    """That of whoever followed its plan when the units' reports were due, whoever follows it now; and its unit writes of it
    once, but where it follows it itself, or had handed in its report to whoever was given the plan then."""
    forms, reports = defaultdict(list), Counter[str]()
    for key, case in played.reports().items():
        if key[1]:
            reports.update(asked_in(case))
        else:
            for row in rows_in(signed_form(case)):
                if row["listing"] != "standing":
                    forms[row["text"]].append(key[0])
    outcomes = played.outcomes()
    assert forms == {text: [outcome.monitor] for text, outcome in outcomes.items()}
    for text, outcome in outcomes.items():
        lead, moved = played.told.rows[text].leads[0], bool(played.plan_of(text).moved)
        handed_in = acts_on(played, (lead, outcome.monitor)) & {"submit"}
        least = 0 if lead == outcome.monitor or (moved and handed_in) else 1
        assert least <= reports[text] <= (1 if moved or lead != outcome.monitor else 0), text


def acts_on(played: Played, key: Key) -> set[str]:
    """What was signed on a report, by the ledger."""
    case = played.reports().get(key)
    return set(Signature.objects.filter(case=case).values_list("act", flat=True)) if case else set()


def asked_in(case: UUID) -> list[str]:
    """The rows of a unit's report that count, frozen where it was submitted."""
    read = submitted_contents if Case.objects.get(id=case).submitted else unit_report_contents
    content: Any = read([case])[case]
    return [row["text"] for row in content["rows"] if row["listing"] != "standing" and not row["beside"]]


def whoever_is_asked_has_something_to_say(played: Played) -> None:
    """A unit's report that is owed has a row that is due."""
    for key in played.lists:
        assert not key[1] or asked_in(played.reports()[key]), key


# --- At the instant of the consolidation ---------------------------------------------------------------------


def consolidated(played: Played) -> Any:
    """The clerk begins the consolidation of what was checked."""
    body = {"period": "2026-10", "unchecked_reason": "Chưa kịp kiểm tra"}
    return ok(played.api("VP", "clerk").post("consolidations", body))


def signed(played: Played, paper: Any) -> None:
    """Submitted and signed, it is what it was."""
    for role, act in (("clerk", "submit"), ("head", "consolidate")):
        ok(played.api("VP", role).act(paper["id"], act))
    for name in ("figures", "missing", "waiting", "sent_back", "late"):
        assert shown(played, paper)[name] == paper[name]


def shown(played: Played, paper: Any) -> Any:
    """The consolidation as the leadership reads it."""
    return ok(played.api("", "leader").get(f"consolidations/{paper['id']}"), 200)


def absent(played: Played) -> Lists:
    """The reports that are not inside, where they must stand."""
    return {key: where for key, where in played.lists.items() if where != "checked"}


def the_paper_shows_its_instant(played: Played, paper: Any) -> None:
    """What was checked is inside, all else on its one list, with whom it lies and whether it was late."""
    assert in_papers(paper) == absent(played)
    inside = {played.reports()[key] for key, where in played.lists.items() if where == "checked"}
    assert {row["id"] for row in paper["cases"]} == {str(case) for case in inside}
    late = {key for key, line in in_paper(paper, "waiting").items() if line["late"]}
    assert late == {key for key in played.late if played.lists[key] == "waiting"}
    assert set(in_paper(paper, "late")) == {key for key in played.late if played.lists[key] == "checked"}
    with_head = {key for key, line in in_paper(paper, "missing").items() if line["lies_with"] == "head"}
    assert with_head == played.with_head


def nobody_is_accused_who_had_signed(played: Played, paper: Any) -> None:
    """By the ledger: of a report under "chưa nộp" no signature of its head stands that the head has not taken back."""
    for line in paper["missing"]:
        acts = Signature.objects.filter(case=line["case"]).order_by("sequence").values_list("act", flat=True)
        deciding = [act for act in acts if act in {"approve", "recall"}]
        assert deciding[-1:] in ([], ["recall"]), line


def the_figures_are_those_of_the_rows(played: Played, paper: Any) -> None:
    """Each due row is in exactly one of k, m and u, under its monitoring unit, its item and in total."""
    outcomes, figures = played.outcomes().values(), paper["figures"]
    by_unit = {short(line["unit"]): counted(line) for line in figures["by_unit"]}
    by_item = {(short(line["unit"]), line["title"]): counted(line) for line in figures["by_item"]}
    assert by_unit == {unit: tally(one for one in outcomes if one.monitor == unit) for unit in by_unit}
    assert by_item == {
        key: tally(one for one in outcomes if (one.monitor, one.item) == key) for key in by_item
    }
    assert counted(figures["total"]) == tally(outcomes)
    assert {one.monitor for one in outcomes} <= set(by_unit)
    assert {(one.monitor, one.item) for one in outcomes} <= set(by_item)
    checked = {short(line["unit"]) for line in figures["by_unit"] if line["checked"]}
    assert checked == {unit for unit in UNITS if played.lists.get((unit, "")) == "checked"}


def tally(outcomes: Any) -> tuple[int, int, int, int]:
    """N, k, m, u of rows."""
    found = Counter(one.counts_as for one in outcomes)
    return found.total(), found["done"], found["not_done"], found["unfollowed"]


def counted(line: Any) -> tuple[int, int, int, int]:
    """N, k, m, u of a line."""
    return line["due"], line["done"], line["not_done"], line["unfollowed"]


def screens_and_reminders_name_the_same(played: Played) -> None:
    """The month's matrix and the month in the year's; who is reminded, by the office and by each monitoring unit."""
    leader, period = played.api("", "leader"), played.month.period
    of_month = ok(leader.get(f"periods/{period.id}/matrix"), 200)
    of_year = ok(leader.get(f"periods/{played.month.world.period.id}/matrix"), 200)
    assert in_matrix(of_month) == in_matrix(of_year) == played.lists
    statuses = {row["unit"]: row["cells"][0] for row in of_month["units"]}
    for row in of_year["units"]:
        assert [cell for cell in row["cells"] if cell["period"] == "2026-10"] == [statuses[row["unit"]]]
    late = {key for key, part in parts_of(of_month).items() if part["status"] == "late"}
    assert late == {key for key in played.late if played.lists[key] != "missing"}
    names = {short(unit.code): unit.name for unit in played.month.world.units.values()}
    for monitor in ("", *UNITS):
        to = "units" if monitor else "monitors"
        reminder = played.api(monitor or "VP", "head").get(f"periods/{period.id}/reminder", to=to)
        owing = {
            names[key[0]]: where
            for key, where in played.lists.items()
            if key[1] == monitor and where in {"missing", "returned"}
        }
        assert in_reminder(ok(reminder, 200)["text"]) == owing, monitor
