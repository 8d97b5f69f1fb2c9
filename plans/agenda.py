"""What a meeting hears, in the order in which it is heard. Pure: functions over the frozen contents of reports.

The order is the leadership's: what is not done before what is, overdue before still in time, the oldest first. Numbers
in a frozen content are text (canonical JSON), here they become numbers again.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from .figures import NAMES, STANDING, Content, figures_of, rows_of

#: How much of a row's wording a question quotes.
QUOTED = 160


@dataclass(frozen=True, slots=True)
class Promise:
    """How often a unit has named a day for a row in earlier reports, and which days (ISO, oldest first)."""

    times: int = 0
    dates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the head must expect: a code, and what fills its sentence."""

    code: str
    params: Mapping[str, str]


@dataclass(slots=True)
class Slip:
    """What the head of one unit should know before the meeting; `unit` is its code."""

    unit: str
    name: str = ""
    unfinished: list[Content] = field(default_factory=list)
    contradictions: list[Content] = field(default_factory=list)
    promised: list[Content] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def counted(row: Content) -> bool:
    """Whether the row is one of the N of its plan; standing rows are listed only."""
    return bool(row["listing"] != STANDING)


def unfinished(row: Content) -> bool:
    """Whether the row is due and not found done; without a verdict it is not."""
    return counted(row) and not row["done"]


def silent(row: Content) -> bool:
    """Whether the unit that answers for the row has said nothing; of its own rows a monitoring unit's verdict is its word."""
    word = row["word"]
    return not row["self"] and (word is None or word["done"] is None)


def contradicts(row: Content) -> bool:
    """Whether the unit says done and the monitoring unit says not."""
    word = row["word"]
    return bool(word and word["done"] and row["done"] is False)


def urgency(row: Content) -> tuple[int, int, str]:
    """What the order of rows goes by: overdue, still in time, done, standing; the oldest first."""
    if not counted(row):
        rank = 3
    elif row["done"]:
        rank = 2
    else:
        rank = 0 if row["overdue"] else 1
    return rank, -int(row["age"]), row["due_on"] or ""


def shown(row: Content, highlighted: Collection[str]) -> Content:
    """A row as the agenda carries it."""
    return row | {
        "age": int(row["age"]),
        "highlighted": row["row"] in highlighted,
        "contradiction": contradicts(row),
    }


def placed(report: Content, plan: Content, row: Content, highlighted: Collection[str] = ()) -> Content:
    """A row as it is shown away from its plan, with where it belongs."""
    place = {"plan": plan["plan"], "plan_title": plan["title"], "monitor": report["unit"]}
    return {**shown(row, highlighted), **place, "period": report["period"]}


def part_of_unit(report: Content, highlighted: Collection[str]) -> Content:
    """What one monitoring unit reports: its plans, those with something open first."""
    plans: list[Content] = [
        {
            "plan": plan["plan"],
            "title": plan["title"],
            "number": plan["number"],
            **{name: int(plan[name]) for name in NAMES},
            "rows": [shown(row, highlighted) for row in sorted(plan["rows"], key=urgency)],
        }
        for plan in report["plans"]
    ]
    plans.sort(key=lambda plan: not plan["not_done"])
    return {"unit": report["unit"], "period": report["period"], **figures_of(report), "plans": plans}


def apart(reports: Iterable[Content], highlighted: Sequence[str]) -> tuple[list[Content], list[Content]]:
    """The rows that the office puts before the leadership, in its order; and the annex: the others that are not done.

    Args:
        reports: newest period first.
    """
    order = {row: place for place, row in enumerate(highlighted)}
    rows = [
        placed(report, plan, row, order)
        for report, plan, row in rows_of(reports)
        if unfinished(row) or row["row"] in order
    ]
    chosen = [row for row in rows if row["row"] in order]
    annex = [row for row in rows if row["row"] not in order]
    return sorted(chosen, key=lambda row: order[row["row"]]), sorted(annex, key=urgency)


def proposals(contents: Iterable[Content]) -> list[Content]:
    """Every proposal of these reports, word for word and once: {"id", "text", "unit"}."""
    found: dict[str, Content] = {}
    for content in contents:
        for proposal in content["proposals"]:
            unit = proposal.get("unit", content["unit"])
            found.setdefault(proposal["id"], {"id": proposal["id"], "text": proposal["text"], "unit": unit})
    return list(found.values())


# --- One slip per head ---------------------------------------------------------------------------------


def latest_rows(reports: Iterable[Content]) -> list[Content]:
    """Each row once, most urgent first; of one that stands in two periods the newer counts, reports come newest first."""
    return sorted((placed(report, plan, row) for report, plan, row in rows_of(reports)), key=urgency)


def slips(
    rows: Iterable[Content],
    earlier: Mapping[str, Promise],
    done_since: Mapping[str, str],
    owed: Iterable[tuple[str, str, str]],
) -> dict[str, Slip]:
    """Code of a unit -> what its head should know before the meeting.

    Args:
        rows: as `latest_rows` gives them.
        earlier: row -> what was promised of it before.
        done_since: row -> the day (ISO) on which an update after the report called it done.
        owed: (unit, kind, period) of each report that was not received.
    """
    found: dict[str, Slip] = {}
    for row in rows:
        slip = found.setdefault(row["unit"], Slip(row["unit"]))
        if unfinished(row):
            add_row(slip, row, earlier.get(row["row"], Promise()), done_since.get(row["row"]))
    for unit, kind, period in owed:
        slip = found.setdefault(unit, Slip(unit))
        slip.questions.append(Question(kind, {"period": period}))
    return found


def add_row(slip: Slip, row: Content, promise: Promise, done_since: str | None) -> None:
    """Puts one row on the slip of the unit that answers for it."""
    row = row | {"promised": {"times": promise.times, "dates": list(promise.dates)}}
    slip.unfinished.append(row)
    if row["contradiction"]:
        slip.contradictions.append(row)
    if promise.times or named_day(row):
        slip.promised.append(promised(row, promise))
    if done_since:
        params = {"text": quoted(row["text"]), "day": day_of(done_since)}
        slip.questions.append(Question("done-since", params))
    else:
        slip.questions.append(question(row, promise))


def named_day(row: Content) -> str | None:
    """The day that the unit names now, else the one that the monitoring unit does."""
    for said in (row["word"] or {}, row):
        if day := said.get("promised_on") or said.get("expected_on"):
            return str(day)
    return None


def promised(row: Content, promise: Promise) -> Content:
    """What was promised of a row: earlier days, and the one that is named now."""
    names = ("row", "text", "plan", "plan_title")
    days = {"times": promise.times, "dates": list(promise.dates), "now": named_day(row)}
    return {name: row[name] for name in names} | days


def question(row: Content, promise: Promise) -> Question:
    """The one question that a row that is not done raises first."""
    params = {"text": quoted(row["text"]), "monitor": row["monitor"], "times": str(promise.times)}
    if row["contradiction"]:
        return Question("contradiction", params)
    if row["overdue"]:
        code = "overdue-promised" if promise.times else "overdue"
        return Question(code, params | {"month": month_of(row["due_on"])})
    if silent(row):
        return Question("silent", params)
    day = named_day(row)
    if day is None:
        return Question("undated", params)
    return Question("promised-again" if promise.times else "in-time", params | {"day": day_of(day)})


def quoted(text: str) -> str:
    """The wording of a row on one line, cut where a question would grow too long."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTED else f"{line[:QUOTED].rstrip()}…"


def month_of(day: str) -> str:
    """The month of an ISO day as it is written here: "8/2026"."""
    found = date.fromisoformat(day)
    return f"{found.month}/{found.year}"


def day_of(day: str) -> str:
    """An ISO day as it is written here: "15/09/2026"."""
    return date.fromisoformat(day).strftime("%d/%m/%Y")
