"""Comparing the tables with what was submitted: they are for editing, and a case that is no open draft is not edited."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from approvals import kinds
from workflow.models import Case

from .canonical import settle

#: How much of a value is told.
TOLD = 80


def differences(cases: Sequence[Case], frozen: Mapping[UUID, kinds.Content]) -> dict[UUID, str]:
    """The first difference between each case's last submission and its tables, of those that have one; a fixed number of
    statements for each kind.

    Args:
        frozen: the content of the last submission of each case.
    """
    found: dict[UUID, str] = {}
    known = [case for case in cases if case.id in frozen]
    for code in {case.kind for case in known}:
        mine = {case.id: case for case in known if case.kind == code}
        said = signed_of(mine, kinds.REGISTER[code], frozen)
        restated = kinds.restated(code, said)
        for case_id, content in said.items():
            if difference := first_difference(settle(content), settle(restated.get(case_id, {}))):
                found[case_id] = difference
            elif content.get("period", mine[case_id].period) != mine[case_id].period:
                borne = mine[case_id].period
                found[case_id] = f"period: signed {told(content['period'])}, in the tables {told(borne)}"
    return found


def signed_of(
    cases: Mapping[UUID, Case], kind: kinds.Kind, frozen: Mapping[UUID, kinds.Content]
) -> dict[UUID, kinds.Content]:
    """What of each submission the tables still have to say: all of it, of an open draft what stands as it was given."""
    return {
        case_id: frozen[case_id]
        if case.submitted
        else {name: value for name, value in frozen[case_id].items() if name in kind.given}
        for case_id, case in cases.items()
        if case.submitted or kind.given
    }


def first_difference(signed: object, found: object, path: str = "") -> str:
    """Where two settled contents differ first, with both values, or an empty string.

    What the first does not say is not compared: an older program signed less.
    """
    if isinstance(signed, dict) and isinstance(found, dict):
        pairs = [(f"{path}/{name}" if path else name, signed[name], found.get(name)) for name in signed]
    elif isinstance(signed, list) and isinstance(found, list) and len(signed) == len(found):
        pairs = [(f"{path}/{name_of(one, at)}", one, found[at]) for at, one in enumerate(signed)]
    else:
        return "" if signed == found else f"{path}: signed {told(signed)}, in the tables {told(found)}"
    return next((said for where, one, other in pairs if (said := first_difference(one, other, where))), "")


def name_of(part: object, place: int) -> str:
    """What an element of a list is called: by its id where it has one, else by its place from 1."""
    if isinstance(part, dict):
        return str(part.get("id") or part.get("row") or part.get("case") or place + 1)
    return str(place + 1)


def told(value: object) -> str:
    """A value as a difference tells it: a list by how many it has."""
    if isinstance(value, list):
        return f"{len(value)} of them"
    text = "nothing" if value is None else f"“{value}”"
    return text if len(text) <= TOLD else text[:TOLD] + "…”"
