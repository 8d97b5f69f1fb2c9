"""What somebody can see at a server: real ids and digests, so that what is sent reaches further than 404."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from .client import Person

#: Lists whose rows have ids, and what they must be asked with.
LISTS = (
    "plans", "reports?kind=unit", "reports?kind=monitoring", "cases", "periods?kind=month", "meetings", "consolidations",
    "instructions", "items", "inbox", "extensions", "handovers", "templates", "stand-ins",
)  # fmt: skip
#: What stands in an address beside ids.
PLACES: dict[str, list[Any]] = {
    "label": ["2026-10", "2026-11"],
    "code": ["ĐT", "HCQT"],
    "day": ["2026-12-31", "2026-09-02"],
    "number": [1, 2],
}
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
MOST = 12


class Seen:
    """Ids by the word that stands before them in an address (`plans`, `rows`), and all together under an empty word."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.ids: dict[str, set[str]] = defaultdict(set)
        for path in LISTS:
            answer = person.get(path)
            assert answer.status == 200, (path, answer)
            self.keep(path.split("?")[0], list(ids_in(answer.body["results"][:MOST])))
        for plan in sorted(self.ids["plans"])[:4]:
            for row in (person.get(f"plans/{plan}").body or {}).get("rows", ()):
                self.keep("rows", [row["id"]])
            for remark in person.get(f"cases/{plan}/remarks").body["results"]:
                self.keep("remarks", [remark["id"]])

    def keep(self, word: str, found: list[str]) -> None:
        """Remembers ids."""
        self.ids[word].update(found)
        self.ids[""].update(found)

    def place(self, path: str, name: str, dice: random.Random) -> Any:
        """Something real for the parameter of this name in an address like `/api/v1/plans/{case_id}`."""
        if name in PLACES:
            return dice.choice(PLACES[name])
        word = path.removeprefix("/api/v1/").split("/")[0]
        return dice.choice(sorted(self.ids[word] or self.ids[""]))

    def digest(self, case_id: str) -> str:
        """The digest of a case, in quotes as If-Match wants it; of what is none, some words."""
        for word in ("cases", "meetings"):
            answer = self.person.get(f"{word}/{case_id}")
            if answer.status == 200:
                return answer.headers.get("etag") or f'"{answer.body.get("digest")}"'
        return '"none"'

    def body(self, said: Any, dice: random.Random) -> Any:
        """The body with some of its ids replaced by real ones."""
        if isinstance(said, dict):
            return {name: self.body(part, dice) for name, part in said.items()}
        if isinstance(said, list):
            return [self.body(part, dice) for part in said]
        real = isinstance(said, str) and ID.fullmatch(said) and dice.random() < 0.7
        return dice.choice(sorted(self.ids[""])) if real else said


def ids_in(said: Any) -> Iterator[str]:
    """Every id in an answer, except those of people and files."""
    if isinstance(said, dict):
        for name, part in said.items():
            if name in ("id", "case", "period") and isinstance(part, str) and is_id(part):
                yield part
            else:
                yield from ids_in(part)
    elif isinstance(said, list):
        for part in said:
            yield from ids_in(part)


def is_id(word: str) -> bool:
    """Whether it is a UUID."""
    try:
        UUID(word)
    except ValueError:
        return False
    return True
