"""Which fields of a word are the same: by what they mean. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reports.words import EVIDENCE, FIELDS, NAMES, SILENT
from workflow.rules.merging import RowEdit, Unfit, Value, taken, unfit

#: What is said of a row before anything is.
SILENCE: Mapping[str, Any] = {**{name: getattr(SILENT, name) for name in NAMES}, "left": []}
PROOFS = {one.name for one in FIELDS if one.metadata["kind"] == EVIDENCE}


@dataclass(frozen=True, slots=True)
class Fitting:
    """What of an edit is to be written, and what somebody else was before."""

    wanted: Mapping[str, Any]
    stale: tuple[Unfit, ...]


def meaning(name: str, value: Any) -> Value:
    """What a field says, to be compared: neither how evidence is called nor in which order units are left matters."""
    if name in PROOFS:
        return [(item["kind"], item["value"]) for item in value]
    return sorted(value) if name == "left" else value


def meant(values: Mapping[str, Any]) -> dict[str, Value]:
    """What these fields say."""
    return {name: meaning(name, value) for name, value in values.items()}


def spoken(edit: RowEdit, stands: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The fields that the edit speaks of: done without a day leaves the day to whoever knows it (`with_day_done`)."""
    for name, value in edit.now.items():
        no_day = name == "completed_on" and value is None
        if not (no_day and edit.now.get("done", stands["done"]) is True):
            yield name, value


def fitting(edit: RowEdit, stands: Mapping[str, Any]) -> Fitting:
    """What of the edit fits what stands there; what it does not say of before was silent."""
    said = dict(spoken(edit, stands))
    told, before = RowEdit(edit.id, meant({**SILENCE, **edit.was}), meant(said)), meant(stands)
    return Fitting({name: said[name] for name in taken(told, before)}, tuple(unfit(told, before)))


def undated(edit: RowEdit, kept: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is kept of the edit: the day on which it was done goes with the word that it is done."""
    if kept.get("done", True) is True or "completed_on" in edit.now:
        return kept
    return {**kept, "completed_on": None}
