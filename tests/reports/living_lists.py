"""What must hold once a random month was consolidated: the paper stays, what lives beside it says what came after it."""

from collections import Counter
from typing import Any

from tests.journeys.answers import done as ok

from .late_comers import HANDED_IN, finish_before_the_meeting
from .played_months import Key, Played, short
from .printed_lists import NAMED, Lists, in_matrix, in_paper, in_papers, in_slips, parts_of

KINDS = {True: "unit-report", False: "monitoring-report"}


def meeting_on(played: Played, paper: Any) -> str:
    """The path of a meeting that hears the consolidation."""
    body = {"consolidations": [paper["id"]], "held_at": "2026-10-30T08:00:00+07:00"}
    return f"meetings/{ok(played.api('VP', 'clerk').post('meetings', body))['id']}"


def agenda_of(played: Played, meeting: str) -> Any:
    """What the leadership hears."""
    return ok(played.api("", "leader").get(f"{meeting}/agenda"), 200)


def slips_of(played: Played, meeting: str) -> set[tuple[str, str, str]]:
    """What heads are asked of their reports."""
    return in_slips(ok(played.api("", "leader").get(f"{meeting}/slips"), 200)["results"])


def agenda_and_slips_name_the_same(played: Played, paper: Any, meeting: str) -> None:
    """The agenda's lists are the paper's; heads of units are asked of what is missing or was returned, and nobody else."""
    assert in_papers(agenda_of(played, meeting)) == in_papers(paper)
    assert slips_of(played, meeting) == {
        (key[0], KINDS[bool(key[1])], where)
        for key, where in played.lists.items()
        if where in {"missing", "returned"}
    }


def what_came_after_it_is_shown_beside_it(
    played: Played, paper: Any, meeting: str, came: set[Key], closed: Lists
) -> None:
    """What was signed after the moment that the paper shows: the paper and its lists stay, all else says so."""
    leader = played.api("", "leader")
    again = ok(leader.get(f"consolidations/{paper['id']}"), 200)
    for name in ("figures", "missing", "waiting", "sent_back", "late"):
        assert again[name] == paper[name], name
    agenda = agenda_of(played, meeting)
    assert in_papers(agenda) == in_papers(paper)
    signed_after = {
        key for name in NAMED for key, line in in_paper(agenda, name).items() if line["signed_after"]
    }
    assert signed_after == came
    matrix = ok(leader.get(f"periods/{played.month.period.id}/matrix"), 200)
    assert in_matrix(matrix) == played.lists
    assert {key for key, part in parts_of(matrix).items() if part["after_closing"]} == came
    assert slips_of(played, meeting) == {
        (key[0], KINDS[bool(key[1])], "after" if key in came else where)
        for key, where in closed.items()
        if where in {"missing", "returned"}
    }


def the_meeting_counts_every_row_once(played: Played, paper: Any, meeting: str, closed: Lists) -> None:
    """With what a supplement brings and what was finished since, every due row is in exactly one of k, m and u."""
    taken = {key for key, where in played.lists.items() if where == "checked" and closed[key] != "checked"}
    if taken:
        supplement_heard_too(played, paper, meeting, taken)
    finished = finish_before_the_meeting(played)
    played.at("2026-10-30 07:30")
    heard = {unit for (unit, monitor), where in played.lists.items() if not monitor and where == "checked"}
    counts = heard | {unit for (unit, monitor), where in closed.items() if not monitor and where in HANDED_IN}
    rows = {
        text: one if one.monitor in counts else one._replace(counts_as="unfollowed")
        for text, one in played.outcomes().items()
    }
    agenda, found = agenda_of(played, meeting), Counter(one.counts_as for one in rows.values())
    figures = agenda["figures"]
    assert (figures["due"], figures["done"], figures["not_done"], figures["unfollowed"]) == (
        len(rows), found["done"], found["not_done"], found["unfollowed"],
    )  # fmt: skip
    assert {short(unit["unit"]) for unit in agenda["units"]} == heard
    for unit in agenda["units"]:
        mine = {text: one for text, one in rows.items() if one.monitor == short(unit["unit"])}
        done = {text for text, one in mine.items() if one.counts_as == "done"}
        assert (unit["due"], unit["done"]) == (len(mine), len(done))
        assert unit["done_now"] == len(done | (finished & set(mine))), "an update that was confirmed"
    assert {update["row_text"] for update in agenda["updates"] if update["confirmed"]} == finished


def supplement_heard_too(played: Played, paper: Any, meeting: str, taken: set[Key]) -> None:
    """The office adds what was checked since; its lists are those of its own moment, and the meeting's."""
    clerk, body = (
        played.api("VP", "clerk"),
        {"period": "2026-10", "supplement_of": paper["id"], "unchecked_reason": "Chưa kịp"},
    )
    made = ok(clerk.post("consolidations", body))
    assert {row["id"] for row in made["cases"]} == {str(played.reports()[key]) for key in taken}
    assert in_papers(made) == {key: where for key, where in played.lists.items() if where != "checked"}
    brought = {key[0] for key in taken if not key[1]}
    assert {short(line["unit"]) for line in made["figures"]["by_unit"]} == brought
    due = sum(1 for one in played.outcomes().values() if one.monitor in brought)
    assert made["figures"]["total"]["due"] == made["figures"]["checked"]["due"] == due
    for role, act in (("clerk", "submit"), ("head", "consolidate")):
        ok(played.api("VP", role).act(made["id"], act))
    seen = ok(clerk.get(meeting), 200)["digest"]
    both = {"consolidations": [paper["id"], made["id"]]}
    ok(clerk.send("patch", meeting, both, digest=seen), 200)
    assert in_papers(agenda_of(played, meeting)) == in_papers(made)
