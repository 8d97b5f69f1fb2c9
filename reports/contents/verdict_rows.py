"""The rows of a monitoring report: what units signed of them, the verdict, and those of which nobody has spoken."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from plans.models import CLASSES
from reports.models import Judgement, MonitoringReport
from reports.queries.words import iso, said_in
from reports.rules.candidates import DueRow
from reports.rules.shares import Lead, joint, members
from reports.words import BEFORE_USE, SILENT, Basis, MemberContent, Said, SignedRow

from .gathered import Gathered, Spoken
from .rows import row_of

#: A row at one of its times: its id and its due day (ISO).
Time = tuple[str, str | None]


def verdicts(report: MonitoringReport, gathered: Gathered) -> list[SignedRow]:
    """Every row of the report with its verdict: what a unit has signed as it signed it, the others as their plans stand."""
    findings = gathered.findings[report.case_id]
    due = {time_of(row): row for row in gathered.rows[report.unit_id]}
    settled = {time: row.told.said if row.told else SILENT for time, row in due.items() if row.settled}
    spoken = spoken_rows(gathered)
    rows = [*told(report, gathered, spoken, due), *untold(report, gathered, spoken)]
    return [
        replace(row, said=settled[row.row, row.due_on], agreed=False)
        if (row.row, row.due_on) in settled
        else judged(row, findings.get(row.row))
        for row in rows
    ]


def time_of(row: DueRow) -> Time:
    """The time of a row that the period reports on."""
    return str(row.id), iso(row.listing.due_on)


def spoken_rows(gathered: Gathered) -> dict[Time, dict[UUID, SignedRow]]:
    """Time of a row -> unit -> the row as it signed it last, to whoever followed its plan."""
    found: dict[Time, dict[UUID, SignedRow]] = defaultdict(dict)
    for unit, reports in gathered.spoken.items():
        for one in sorted(reports.values(), key=spoken_at):
            for row in one.rows:
                found[row.row, row.due_on][unit] = row
    return found


def spoken_at(spoken: Spoken) -> datetime:
    """When it was frozen."""
    return spoken.at


def told(
    report: MonitoringReport,
    gathered: Gathered,
    spoken: Mapping[Time, Mapping[UUID, SignedRow]],
    due: Mapping[Time, DueRow],
) -> Iterator[SignedRow]:
    """The rows that units which answer for them have signed, to this monitoring unit or to whoever followed their plan
    before it: each once."""
    units = {other.unit_id: other.unit for other in gathered.signed}
    for time, said in spoken.items():
        first = next((unit for unit, row in said.items() if not row.beside), None)
        following = gathered.followed.get(UUID(next(iter(said.values())).plan))
        if first is None or following is None or following.unit_id != report.unit_id:
            continue
        leads: Sequence[Lead] = [
            Lead(unit, units[unit].code, units[unit].name, answers=not row.beside)
            for unit, row in said.items()
        ]
        row, words = said[first], {unit: row.said for unit, row in said.items()}
        overdue = is_overdue(row, gathered.days.on.isoformat())
        leads = due[time].leads if time in due else leads
        if row.led_by in CLASSES:
            unit, word, beside = row.led_by, word_of_class(leads, words), members(leads, words)
        else:
            unit, word = units[first].code, row.said
            beside = members([lead for lead in leads if not lead.answers], words)
        yield replace(row, overdue=overdue, unit=unit, own=False, word=word, members=beside)


def is_overdue(row: SignedRow, on: str) -> bool:
    """Whether the time of a row has run out on the day of the monitoring unit's report (ISO); of what was due before the first
    month of use its unit's report says it."""
    if row.listing in BEFORE_USE:
        return row.overdue
    return row.due_on is not None and row.due_on < on


def word_of_class(leads: Sequence[Lead], words: Mapping[UUID, Said]) -> Said:
    """What the units of a class that are asked say of the row."""
    asked = [lead for lead in leads if lead.answers and not lead.done]
    return joint({lead: words.get(lead.unit_id, SILENT) for lead in asked})


def untold(
    report: MonitoringReport, gathered: Gathered, spoken: Mapping[Time, Mapping[UUID, SignedRow]]
) -> Iterator[SignedRow]:
    """The due rows of which no signed report of a unit that answers for them speaks; not those that came into a plan after
    its units had submitted: they count from the next month, unless the plan itself was given to this monitoring unit since.
    """
    for row in gathered.rows[report.unit_id]:
        said = spoken.get(time_of(row), {})
        if any(not one.beside for one in said.values()) or all_signed_before(row, report, gathered):
            continue
        [first, *_others] = [*row.answering, None]
        own = not row.shared and first is not None and first.unit_id == report.unit_id
        word = row.told.word if row.settled and row.told else None
        words = {unit: one.said for unit, one in said.items()}
        leads = [lead for lead in row.leads if row.shared or not lead.answers]
        yield replace(
            row_of(row, SILENT, gathered.days),
            unit=row.led_by,
            own=own,
            word=word,
            members=members(leads, words),
        )


def all_signed_before(row: DueRow, report: MonitoringReport, gathered: Gathered) -> bool:
    """Whether every unit that is asked of the row has signed a report to this monitoring unit in which it does not stand, and
    the plan was not given to it since."""
    since = gathered.followed[row.plan].since
    signed = [gathered.spoken.get(lead.unit_id, {}).get(report.unit_id) for lead in row.answering]
    return bool(signed) and all(one is not None and (since is None or since <= one.at) for one in signed)


def judged(row: SignedRow, finding: Judgement | None) -> SignedRow:
    """A row with the verdict of the monitoring unit."""
    if finding is None:
        return replace(row, said=SILENT, agreed=False)
    found = [judged_member(one, finding) for one in row.members]
    return replace(row, said=said_in(finding), agreed=finding.agreed, members=found)


def basis_of(finding: Judgement | None) -> Basis:
    """Which words a verdict has judged."""
    shares = sorted(finding.shares.items()) if finding else []
    return {
        "judged": finding.judged if finding else "",
        "shares": [
            {"unit": unit, "done": share["done"], "judged": share.get("judged", "")} for unit, share in shares
        ],
    }


def judged_member(member: MemberContent, finding: Judgement) -> MemberContent:
    """How the verdict finds the share of a unit."""
    if member["beside"] or finding.done is None:
        return member
    share = finding.shares.get(member["unit"], {})
    return {**member, "done": member["before"] or finding.done or bool(share.get("done"))}
