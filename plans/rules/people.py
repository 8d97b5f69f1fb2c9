"""Whom a text names of people who are known, and who has a row now that was handed over. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from notation.text import fold, one_line

#: What may stand before a name in a directory and is no part of it.
TITLES = frozenset(
    {"gs", "pgs", "ts", "tskh", "ths", "bs", "bscki", "bsckii", "ds", "ks", "cn", "ngut", "ngnd"}
)
#: What may follow a name although it is written with a capital.
POSTS = frozenset({"truong", "pho"})
WORD = re.compile(r"\w+")
#: What a directory says behind a name.
ASIDE = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: in small letters, without marks, whether it begins with a capital, and follows the word before after a
    blank alone."""

    said: str
    bare: str
    capital: bool
    follows: bool


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a text names.

    Attributes:
        people: those who were found, in the order of the people given.
        ambiguous: names, as the directory writes them, which two or more people bear.
    """

    people: tuple[UUID, ...] = ()
    ambiguous: tuple[str, ...] = ()


def named_in(text: str, people: Mapping[UUID, str]) -> Named:
    """The people whose full name stands in the text, with or without a title, whatever its case and marks.

    Of people whose names differ in marks alone the one is meant whose name is written out; else nobody knows who.

    Args:
        people: id -> full name.
    """
    words = words_of(text)
    alike: dict[tuple[str, ...], list[tuple[UUID, str]]] = defaultdict(list)
    for person, name in people.items():
        alike[bare_name(name)].append((person, name))
    found, unclear = [], []
    for bare, bearers in alike.items():
        at = places_of(bare, words)
        if not at:
            continue
        meant = [one for one in bearers if len(bearers) == 1 or written_at(one[1], words, at)]
        if len(meant) == 1:
            found.append(meant[0][0])
        else:
            unclear.append(bearers[0][1])
    return Named(tuple(found), tuple(unclear))


def words_of(text: str) -> list[Word]:
    """The words of a text in their order."""
    line, last, found = one_line(text), -1, []
    for one in WORD.finditer(line):
        follows = one.start() == last + 1 and line[last] == " "
        found.append(Word(one[0].lower(), fold(one[0]), one[0][0].isupper(), follows))
        last = one.end()
    return found


def bare_name(name: str) -> tuple[str, ...]:
    """A name as it is looked for: its words without marks, case, title and what stands in brackets."""
    words = [word.bare for word in words_of(ASIDE.sub("", name))]
    while words and words[0] in TITLES:
        words.pop(0)
    return tuple(words)


def places_of(name: Sequence[str], words: Sequence[Word]) -> list[int]:
    """Where a name of two words or more stands in a text, and no longer name goes on from it."""
    if len(name) < 2:
        return []
    return [
        start
        for start in range(len(words) - len(name) + 1)
        if all(words[start + place].bare == bare for place, bare in enumerate(name))
        and not goes_on(words, start + len(name))
    ]


def goes_on(words: Sequence[Word], place: int) -> bool:
    """Whether the word there belongs to the name before it: "Lò Văn An Bình" is not Lò Văn An."""
    if place >= len(words):
        return False
    return words[place].follows and words[place].capital and words[place].bare not in POSTS


def written_at(name: str, words: Sequence[Word], starts: Iterable[int]) -> bool:
    """Whether the name stands at one of these places with its marks."""
    said = [word.said for word in words_of(ASIDE.sub("", name))]
    said = said[len(said) - len(bare_name(name)) :]
    return any([word.said for word in words[start : start + len(said)]] == said for start in starts)


def holder(named: UUID, taken: Iterable[tuple[UUID, UUID]]) -> UUID:
    """Who has now what a person was named for: (who had it, who took it over), oldest first."""
    for was, user in taken:
        named = user if was == named else named
    return named
