"""A row that several units lead. Pure.

The first lead answers for it. Where that is a class of units ("Các khoa"), each of them gives its word on its share of the
one row, and the row is done only when all are. Further leads see the row and may say something beside it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from approvals.words import EvidenceItem
from organization.models import Unit
from reports.words import SILENT, MemberContent, Said

from .spans import MonthWord


@dataclass(frozen=True, slots=True)
class Lead:
    """A unit that leads a row.

    Attributes:
        answers: it is the first, or one of the class that comes first.
        done: of a class, its share was done in an earlier period: it is not asked again.
    """

    unit_id: UUID
    code: str
    name: str
    answers: bool
    done: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """What the reports of a month inside a longer period said of a row: each unit, whoever follows it, and what was
    confirmed of it afterwards; `left`: the codes of the units of a class that the verdict finds not done."""

    label: str
    ends: date
    words: Mapping[UUID, Said]
    verdict: Said
    left: Collection[str]
    updates: Mapping[UUID, Said]

    def as_known(self, after: Mapping[UUID, Unit]) -> "Month":
        """As those know it who go on for units that have ended: what these said is theirs, unless they said something themselves."""
        return (
            replace(self, words=handed_on(self.words, after), updates=handed_on(self.updates, after))
            if after
            else self
        )

    def of_unit(self, lead: Lead, *, shared: bool) -> MonthWord:
        """As the unit answers for it.

        Args:
            shared: the row is led by a class, the unit answers for its share.
        """
        if lead.unit_id in self.updates:
            updated = self.updates[lead.unit_id]
            return MonthWord(self.label, self.ends, updated, updated)
        word, verdict = self.words.get(lead.unit_id, SILENT), self.verdict
        if shared and verdict.done is False and lead.code not in self.left:
            verdict = word if word.done else replace(SILENT, done=True, result=verdict.result)
        return MonthWord(self.label, self.ends, word, verdict)

    def of_class(self, leads: Sequence[Lead]) -> MonthWord:
        """As the units of a class answer for it together."""
        mine = {lead: self.of_unit(lead, shared=True) for lead in leads}
        word = joint({lead: one.word for lead, one in mine.items()})
        found = joint({lead: one.verdict for lead, one in mine.items()})
        return MonthWord(self.label, self.ends, word, found if found.done and self.updates else self.verdict)


def handed_on(said: Mapping[UUID, Said], after: Mapping[UUID, Unit]) -> dict[UUID, Said]:
    """What was said by unit, of those that have ended under the one that goes on for them."""
    found = {after[unit].id: word for unit, word in said.items() if unit in after}
    return found | {unit: word for unit, word in said.items() if unit not in after}


def joint(said: Mapping[Lead, Said]) -> Said:
    """What the units of a class say together: done when all are, unsaid while one is silent; each in its own words."""
    every = list(said.values())
    outcomes = {one.done for one in every}
    done = None if None in outcomes or not every else outcomes == {True}
    return Said(
        done=done,
        completed_on=latest(one.completed_on for one in every) if done else None,
        result=together({lead: one.result for lead, one in said.items()}),
        cause=together({lead: one.cause for lead, one in said.items()}),
        remedy=together({lead: one.remedy for lead, one in said.items()}),
        promised_on=latest(one.promised_on for one in every),
        expected_on=latest(one.expected_on for one in every),
        evidence=list(once(item for one in every for item in one.evidence)),
    )


def together(texts: Mapping[Lead, str]) -> str:
    """A line for each unit that wrote something."""
    return "\n".join(f"{lead.name}: {text}" for lead, text in texts.items() if text)


def latest(days: Iterator[str | None]) -> str | None:
    """The last of these days (ISO)."""
    return max((day for day in days if day), default=None)


def once(items: Iterator[EvidenceItem]) -> Iterator[EvidenceItem]:
    """Each piece of evidence once."""
    seen: set[tuple[str, str]] = set()
    for item in items:
        if (item["kind"], item["value"]) not in seen:
            seen.add((item["kind"], item["value"]))
            yield item


def members(leads: Sequence[Lead], words: Mapping[UUID, Said]) -> list[MemberContent]:
    """The units of a class with what they signed, then further leads that signed something; nobody is judged yet."""
    return [
        {
            "unit": lead.code,
            "word": words[lead.unit_id].to_content() if lead.unit_id in words else None,
            "done": None,
            "beside": not lead.answers,
            "before": lead.done,
        }
        for lead in leads
        if lead.answers or words.get(lead.unit_id, SILENT).done is not None
    ]
