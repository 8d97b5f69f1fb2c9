"""What must hold once the meeting has closed a random month, and the office opens it again for one unit."""

from typing import Any
from uuid import uuid4

from tests.journeys.answers import done as ok

from .late_comers import signs_late
from .living_lists import agenda_of
from .played_months import Key, Played, short
from .printed_lists import in_matrix, in_paper, in_papers, parts_of


def what_is_signed_once_it_was_closed_stays_apart(played: Played, paper: Any, meeting: str) -> None:
    """The leadership closes the month; a unit that is opened until a day signs what it owed. The papers stay, the matrix calls it
    missing as long as it had never been signed before, and the next month cites it."""
    before, heard = paper_of(played, paper), agenda_of(played, meeting)
    ok(played.api("", "leader").post(f"{meeting}/close", digest=heard["digest"], key=str(uuid4())), 200)
    owing = sorted(
        (key[1], key[0]) for key, where in played.lists.items() if where in {"missing", "returned"}
    )
    if not owing:
        return
    key: Key = (owing[0][1], owing[0][0])
    played.at("2026-11-02 08:00")
    opening = {"unit": f"W-{key[0]}", "until": "2026-11-04", "reason": "Mất điện cả tuần"}
    ok(played.api("VP", "clerk").post(f"periods/{played.month.period.id}/openings", opening))
    was_signed = parts_of(matrix_of(played))[key]["signed_at"] is not None
    assert signs_late(played, key)
    played.at("2026-11-02 12:00")
    part = parts_of(matrix_of(played))[key]
    assert in_matrix(matrix_of(played)) == played.lists
    assert part["after_closing"]
    assert (part["status"] == "missing") == (not was_signed)
    assert paper_of(played, paper)["figures"] == before["figures"]
    again = agenda_of(played, meeting)
    assert in_papers(again) == in_papers(heard)
    assert again["figures"] == heard["figures"]
    [line] = [
        one
        for name in ("missing", "sent_back")
        for where, one in in_paper(again, name).items()
        if where == key
    ]
    assert line["signed_after"]
    if not key[1]:
        played.check(key, played.reports()[key])
        the_next_month_cites_it(played, key)


def the_next_month_cites_it(played: Played, key: Key) -> None:
    """November's paper takes the monitoring report in, under its own month, and its figures apart."""
    november = ok(played.api("VP", "clerk").post("consolidations", {"period": "2026-11"}))
    [inside] = [row for row in november["cases"] if row["id"] == str(played.reports()[key])]
    assert inside["cited_as"].endswith("tháng 10/2026")
    assert short(key[0]) in {short(line["unit"]) for line in november["figures"]["earlier"]}
    assert november["figures"]["total"]["due"] == sum(line["due"] for line in november["figures"]["by_unit"])


def matrix_of(played: Played) -> Any:
    """October, as the leadership sees it now."""
    return ok(played.api("", "leader").get(f"periods/{played.month.period.id}/matrix"), 200)


def paper_of(played: Played, paper: Any) -> Any:
    """The consolidation, as the leadership reads it now."""
    return ok(played.api("", "leader").get(f"consolidations/{paper['id']}"), 200)
