"""The six clarities of a row: work, time, responsibility, product, person, authority (Notice 242, I). Pure.

Person and authority may be given once, for the plan or for a group of rows (those of one section); a row's own goes before its
group's, that before the plan's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext_noop as _

from notation.text import written
from plans.rules.changes import ENDED
from plans.rules.places import place_in
from plans.rules.revisions import still_said
from plans.words import GroupContent, PlanContent, PlanRowContent
from workflow.rules import CONTENT, Reason

#: Where a person or an authority is given.
ROW, GROUP, PLAN = "row", "group", "plan"
SOURCES = (ROW, GROUP, PLAN)
#: Field of a row -> what is said where it is missing, in the order of Phụ lục 1.
SIX: Mapping[str, str] = MappingProxyType(
    {
        "text": _("The content is missing."),
        "leads": _("The lead unit is missing."),
        "due_text": _("The completion time is missing."),
        "product": _("The product or evidence is missing."),
        "person": _("The person in charge is missing: say who for the row, its group or the plan."),
        "authority": _("The authority is missing: say whose for the row, its group or the plan."),
    }
)
CLARITIES = tuple(SIX)
#: What can be given once -> what is said where no row has it.
ONCE: Mapping[str, str] = MappingProxyType(
    {
        "person": _("Say who is in charge, for the whole plan, each group or each row."),
        "authority": _("Say by whose authority, for the whole plan, each group or each row."),
    }
)
#: What a conclusion of a meeting needs, by a rule of the software: what, who, until when.
OF_CONCLUSIONS: Mapping[str, str] = MappingProxyType(
    {
        "text": _("A conclusion says what is to be done."),
        "leads": _("A conclusion names the unit that carries it out."),
        "due_text": _("A conclusion says until when."),
    }
)
UNIT_PLAN = _("Only a plan of the institution can be exempt from the six clarities (Notice 242, I.1); say that it is one, or claim nothing.")  # fmt: skip
GROUP_TWICE = _("The group “%(section)s” is given twice.")
GROUP_EMPTY = _("No row stands in the group “%(section)s”: take it out, or give its rows this group.")


@dataclass(frozen=True, slots=True)
class Clear:
    """Who answers for a row and by whose authority, and where each is given; "": nowhere."""

    person: str
    authority: str
    person_from: str
    authority_from: str


def clear_rows(content: PlanContent) -> list[Clear]:
    """Who answers for each row of a plan, in their order; rows that say the same have one answer between them."""
    groups = {one["section"]: one for one in content.get("groups", ())}
    known: dict[tuple[str, str, str], Clear] = {}
    found = []
    for row in content["rows"]:
        said = row["section"], row["person"], row["authority"]
        if said not in known:
            known[said] = clear_of(row, groups.get(row["section"], {}), content)
        found.append(known[said])
    return found


def clear_of(row: Mapping[str, Any], group: Mapping[str, Any], plan: Mapping[str, Any]) -> Clear:
    """Who answers for one row: it, else its group, else the plan says so."""

    def given(name: str) -> tuple[str, str]:
        for said, source in zip((row, group, plan), SOURCES, strict=True):
            if written(said.get(name, "")):
                return said[name], source
        return "", ""

    (person, person_from), (authority, authority_from) = given("person"), given("authority")
    return Clear(person, authority, person_from, authority_from)


def lacks_of(row: PlanRowContent, clear: Clear, kind: str) -> list[str]:
    """Which of the six a row of a plan of this kind leaves open; one that is ended, none. A target's result is its own product,
    so only tasks must name one."""
    if "change" in row and row["change"]["kind"] == ENDED:
        return []
    said = (
        written(row["text"]),
        bool(row["leads"]),
        written(row["due_text"]),
        row["kind"] != "task" or written(row["product"]),
        bool(clear.person),
        bool(clear.authority),
    )
    if all(said):
        return []
    open_ones = [name for name, there in zip(CLARITIES, said, strict=True) if not there]
    return [name for name in open_ones if kind != "conclusions" or name in OF_CONCLUSIONS]


def gaps_of_clarity(content: PlanContent) -> Iterator[Reason]:
    """What the rows leave open, row by row; once for the plan where nobody is named anywhere."""
    clear = clear_rows(content)
    lacking = [
        (place, row, lacks_of(row, clear[place - 1], content["kind"]))
        for place, row in still_said(content["rows"])
    ]
    nowhere = [name for name in ONCE if lacking and all(name in lacks for _place, _row, lacks in lacking)]
    for name in nowhere:
        yield Reason(f"{name}-missing", CONTENT, ONCE[name], field=name)
    for place, row, lacks in lacking:
        yield from gaps_of_row(content, place, row, [name for name in lacks if name not in nowhere])
    sections = {row["section"] for row in content["rows"]}
    for group in content.get("groups", ()):
        if group["section"] not in sections:
            yield Reason("group-empty", CONTENT, GROUP_EMPTY, {"section": group["section"]}, field="groups")


def gaps_of_row(
    plan: PlanContent, position: int, row: PlanRowContent, lacks: Sequence[str]
) -> Iterator[Reason]:
    """What one row of the plan lacks; `position` counts from 1 and stands in for a missing number."""
    if not lacks:
        return
    place = place_in(plan["title"], position, row)
    sentences = OF_CONCLUSIONS if plan["kind"] == "conclusions" else SIX
    for name in lacks:
        code = f"{name.replace('_', '-')}-missing"
        yield Reason(code, CONTENT, sentences[name], row=row["id"], field=name, place=place)


def exempt(content: PlanContent) -> bool:
    """Whether a plan of the institution claims that it need not be clear in six ways, nor have appendices (Notice 242, I.1)."""
    return bool(content.get("of_institution") and written(content.get("exemption", "")))


def against_exemption(*, of_institution: bool, exemption: str) -> list[Reason]:
    """Why a plan cannot claim to be exempt."""
    if of_institution or not exemption:
        return []
    return [Reason("exemption-of-unit", CONTENT, UNIT_PLAN, field="exemption")]


def against_groups(groups: Sequence[GroupContent]) -> list[Reason]:
    """Groups that are given more than once."""
    sections = [group["section"] for group in groups]
    twice = sorted({section for section in sections if sections.count(section) > 1})
    return [
        Reason("group-twice", CONTENT, GROUP_TWICE, {"section": section}, field="groups") for section in twice
    ]
