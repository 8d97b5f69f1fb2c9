"""What a verdict rests on, as it is signed beside it."""

from typing import TypedDict


class ShareContent(TypedDict):
    """How a verdict found the share of a unit of a class, and the digest of the word that it judged."""

    unit: str
    done: bool
    judged: str


class Basis(TypedDict, total=False):
    """Which word a verdict has judged, by its digest, and of a class that of each unit; older contents do not say it."""

    judged: str
    shares: list[ShareContent]
