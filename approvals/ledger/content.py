"""The content that is signed: what a kind says of its case, with what it is and which submission."""

import json
from collections.abc import Mapping
from typing import TypedDict

from approvals import kinds
from workflow.models import Case

from .canonical import digest


class Frame(TypedDict):
    """A content as it is hashed: what it is, whose, and which submission."""

    format: str
    kind: str
    case: str
    submission: str
    content: kinds.Content


def framed(case: Case, content: Mapping[str, object], number: int) -> Frame:
    """The content as it is hashed."""
    return {
        "format": kinds.REGISTER[case.kind].format,
        "kind": case.kind,
        "case": str(case.id),
        "submission": str(number),
        "content": dict(content),
    }


def working_digest(frame: Frame) -> str:
    """The digest of what is open for editing: of its content, in which every row stands by its own digest, so that a row is changed
    without hashing all the others (docs/adr/0052). What is frozen is hashed whole."""
    rows = frame["content"].get("rows")
    if not isinstance(rows, list | tuple):
        return digest(frame)
    by_digest = [row if isinstance(row, str) else digest(row) for row in rows]
    return digest({**frame, "content": {**frame["content"], "rows": by_digest}})


def reframed(text: str, number: int) -> Frame:
    """Frozen content as the working content of another submission; an issued document's data fall away."""
    framed_before: Frame = json.loads(text)
    content = {name: value for name, value in framed_before["content"].items() if name != "issued"}
    return {**framed_before, "submission": str(number), "content": content}


def opened(text: str) -> kinds.Content:
    """What a frozen text says, read by the reader of the format that it was signed in.

    Raises:
        approvals.kinds.UnknownFormat: a newer program signed it.
    """
    frame: Frame = json.loads(text)
    return kinds.read(frame["kind"], frame["format"], frame["content"])
