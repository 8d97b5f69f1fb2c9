"""A row as a content carries it: of its plan, why it stands in a report, and what is said of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from operator import itemgetter
from typing import Any, Self

from .row_contents import Extended, MemberContent, MonthSaid, RowContent, VerdictContent, read_extended
from .said import SILENT, Said, WordContent

STANDING = "standing"
#: Due before the first month of use, and still open then; or nobody knows (`rules.listing`).
OPENED, UNCLEAR = "opened", "unclear"
BEFORE_USE, UNCOUNTED = frozenset({OPENED, UNCLEAR}), frozenset({STANDING, UNCLEAR})


@dataclass(frozen=True, slots=True)
class SignedRow:
    """A row as a report names it: of its plan, why it stands here, and what is said of it.

    Attributes:
        row, plan: ids.
        due_on: the last day of its time (ISO); None for a standing row.
        listing: due, carried, standing, opened or unclear.
        age: how many months ago it was due.
        overdue: its time had run out on the day of the report.
        carried_in_time: a carried one whose time had not run out yet when the report before was due: it owes nothing.
        settled: in a span of months, the month that settled it (its label): it is not asked any more; empty: it is.
        months: what the months inside said of it, oldest first.
        led_by: code of the unit that answers for it, or of the class of units that does; empty in old contents.
        beside: of a unit's report, that unit leads it after the one that answers: what it says is not asked or counted.
        extended: how often it was put off, and its first day; None: it was not, and the content does not name it.
        said: by whoever signs the report: the unit's word, in a monitoring report the verdict.
        unit: code of the unit, or of the class of units, that answers for it; in a monitoring report only, like the rest.
        own: the monitoring unit's own row, of which its verdict is the word.
        agreed: the verdict was taken over from the unit's word.
        word: the unit's word, of a class what its members said together; None: nobody signed one.
        members: the units of the class, and further lead units that said something.
    """

    row: str
    plan: str = ""
    plan_title: str = ""
    in_force: bool = True
    kind: str = "task"
    section: str = ""
    number: str = ""
    text: str = ""
    due_text: str = ""
    product: str = ""
    due_on: str | None = None
    listing: str = "due"
    age: int = 0
    overdue: bool = False
    carried_in_time: bool = False
    settled: str = ""
    months: list[MonthSaid] = field(default_factory=list)
    led_by: str = ""
    beside: bool = False
    extended: Extended | None = None
    said: Said = SILENT
    unit: str = ""
    own: bool = False
    agreed: bool = False
    word: Said | None = None
    members: list[MemberContent] = field(default_factory=list)

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> Self:
        """A row of a content, frozen or not: a `RowContent` or `VerdictContent`, maybe of an older program."""
        word: WordContent | None = content.get("word")
        try:
            known = dict(zip(OF_PLAN, OF_ROW(content), strict=True))
        except KeyError:
            known = {name: content[name] for name in OF_PLAN if name in content}
        known["age"] = int(content.get("age", 0))
        return cls(
            **known,
            extended=read_extended(content),
            said=Said.read(content),
            unit=content.get("unit", ""),
            own=content.get("self", False),
            agreed=content.get("agreed", False),
            word=None if word is None else Said.read(word),
            members=content.get("members", []),
        )

    @property
    def counted(self) -> bool:
        """Whether it is one of the N of its plan; standing and unclear rows are listed only, and what another unit answers for."""
        return self.listing not in UNCOUNTED and not self.beside

    @property
    def asked(self) -> bool:
        """Whether something has to be said of it: it counts, and no month has settled it."""
        return self.counted and not self.settled

    @property
    def unfinished(self) -> bool:
        """Whether it is one of the m: counted, and not found done; without a verdict it is not."""
        return self.counted and self.said.done is not True

    @property
    def late(self) -> bool:
        """Whether it was done after its due day, by whoever signs the report."""
        return self.done_late(self.said)

    def done_late(self, said: Said | None) -> bool:
        """Whether a word says that it was done after its due day; where it does not say when, it does not say late. What was
        due before the first month of use is never late."""
        if self.listing == OPENED:
            return False
        if said is None or said.done is not True or said.completed_on is None or self.due_on is None:
            return False
        return said.completed_on > self.due_on

    @property
    def done_as_extended(self) -> bool:
        """Whether it was done in time because it was put off (hoàn thành đúng hạn, đã gia hạn): not late by the day that was
        granted."""
        return self.extended is not None and self.said.done is True and not self.late

    @property
    def late_on_original(self) -> bool:
        """Whether it was put off and done after the day that it had at first."""
        return self.extended is not None and replace(self, due_on=self.extended["original"]).late

    @property
    def contradicts(self) -> bool:
        """Whether the unit says done and the monitoring unit says not; of a class, any of its units."""
        if self.shares:
            return any(part.contradicts for part in self.parted())
        return self.word is not None and self.word.done is True and self.said.done is False

    @property
    def shares(self) -> list[MemberContent]:
        """The units of the class that answers for it; none where one unit does."""
        return [one for one in self.members if not one["beside"]]

    @property
    def left(self) -> list[str]:
        """Of a class that is not done, codes of the units that are not; before the verdict, by what they say."""
        if self.said.done is True:
            return []
        return [one["unit"] for one in self.shares if not is_done(one)]

    def parted(self) -> list["SignedRow"]:
        """It for each unit that was asked of it, with that unit's word and how its share was found."""
        if not self.shares:
            return [self]
        return [self.as_of(one) for one in self.shares if not one["before"]]

    def as_of(self, share: MemberContent) -> "SignedRow":
        """It as one unit of the class answers for it."""
        word = None if share["word"] is None else Said.read(share["word"])
        said = Said(done=True) if share["done"] else self.said
        return replace(self, unit=share["unit"], word=word, said=said, members=[])

    @property
    def silent(self) -> bool:
        """Whether the unit that answers for it has said nothing; of its own rows a monitoring unit's verdict is its word."""
        return not self.own and (self.word is None or self.word.done is None)

    def to_content(self) -> RowContent:
        """As it stands in a unit's report."""
        content: RowContent = {
            "row": self.row,
            "plan": self.plan,
            "plan_title": self.plan_title,
            "in_force": self.in_force,
            "kind": self.kind,
            "section": self.section,
            "number": self.number,
            "text": self.text,
            "due_text": self.due_text,
            "product": self.product,
            "due_on": self.due_on,
            "listing": self.listing,
            "age": self.age,
            "overdue": self.overdue,
            "carried_in_time": self.carried_in_time,
            "settled": self.settled,
            "months": self.months,
            "led_by": self.led_by,
            "beside": self.beside,
            **self.said.to_content(),  # type: ignore[typeddict-item]  # no word has a key `extended`
        }
        if self.extended:
            content["extended"] = self.extended
        return content

    def to_verdict(self) -> VerdictContent:
        """As it stands in a monitoring report."""
        return {
            **self.to_content(),
            "unit": self.unit,
            "self": self.own,
            "agreed": self.agreed,
            "word": None if self.word is None else self.word.to_content(),
            "members": self.members,
        }


def said_done(member: MemberContent) -> bool:
    """Whether the unit says that its share is done."""
    return member["word"] is not None and member["word"]["done"] is True


def is_done(member: MemberContent) -> bool:
    """Whether a unit's share is done: by the verdict, before there is one by what the unit says."""
    return member["before"] or (said_done(member) if member["done"] is None else member["done"])


#: What of a row its report adds, or names only where it is so; the rest comes from its plan and the calendar.
OF_REPORT = {"extended", "said", "unit", "own", "agreed", "word", "members"}
OF_PLAN = tuple(one.name for one in fields(SignedRow) if one.name not in OF_REPORT)
OF_ROW = itemgetter(*OF_PLAN)


def read_rows(content: Mapping[str, Any]) -> Iterator[SignedRow]:
    """The rows of a unit's report, or of one plan of a monitoring report."""
    return map(SignedRow.read, content["rows"])


class RowsOnce:
    """Reads the rows of a part once, however often they are asked for."""

    def __init__(self) -> None:
        # The part is kept beside its rows: nothing else can come to bear its identity.
        self.read: dict[int, tuple[Mapping[str, Any], list[SignedRow]]] = {}

    def __call__(self, content: Mapping[str, Any]) -> list[SignedRow]:
        """The rows of a unit's report, or of one plan of a monitoring report."""
        known = self.read.get(id(content))
        if known is None:
            known = self.read[id(content)] = (content, list(read_rows(content)))
        return known[1]


def read_plan_rows(content: Mapping[str, Any]) -> Iterator[SignedRow]:
    """The rows of all plans of a monitoring report."""
    return (row for plan in content["plans"] for row in read_rows(plan))


def rows_named(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(row, plan) of all rows that a report of either kind speaks of, by their ids."""
    parts = [*content.get("plans", (content,)), {"rows": content.get("earlier", ())}]
    return ((row["row"], row["plan"]) for part in parts for row in part["rows"])
