"""How Vietnamese input methods write: replayed through the browser's own input, one kind each.

Unikey, EVKey and OpenKey take back letters and write others in their place, or compose; GoTiengViet fuses what it writes. What a
key is cannot be told from any of them.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from unicodedata import normalize

from playwright.sync_api import CDPSession

BACKSPACE, PACKET, PROCESS = 8, 231, 229


def bare(letter: str) -> str:
    """A letter without marks."""
    return normalize("NFD", letter.replace("đ", "d").replace("Đ", "D"))[0]


def late(word: str) -> Iterator[str]:
    """What stands there key by key, where shape and tone are typed at the end: a, ao, dao, … đào."""
    plain = "".join(map(bare, word))
    yield from (plain[:end] for end in range(1, len(plain) + 1))
    if plain != word:
        yield word


def at_once(word: str) -> Iterator[str]:
    """What stands there where every letter gets its marks as it is typed: the plain one first, then with marks."""
    for end in range(1, len(word) + 1):
        before, letter = word[: end - 1], word[end - 1]
        if bare(letter) != letter:
            yield before + bare(letter)
        yield word[:end]


def key(devtools: CDPSession, kind: str, virtual: int, **more: str) -> None:
    devtools.send("Input.dispatchKeyEvent", {"type": kind, "windowsVirtualKeyCode": virtual, **more})


def composing(devtools: CDPSession, states: list[str]) -> None:
    """The word is composed, and committed with its last letter."""
    for state in states:
        key(devtools, "rawKeyDown", PROCESS, key="Process")
        place = len(state)
        devtools.send(
            "Input.imeSetComposition", {"text": state, "selectionStart": place, "selectionEnd": place}
        )
        key(devtools, "keyUp", PROCESS, key="Process")
    devtools.send("Input.insertText", {"text": states[-1]})


def taking_back(devtools: CDPSession, states: list[str]) -> None:
    """Letters are taken back by Backspace, and others come as packets."""
    for before, after in pairwise(["", *states]):
        kept = shared(before, after)
        for _letter in before[kept:]:
            key(devtools, "rawKeyDown", BACKSPACE, key="Backspace", code="Backspace")
            key(devtools, "keyUp", BACKSPACE, key="Backspace", code="Backspace")
        for letter in after[kept:]:
            key(devtools, "keyDown", PACKET, text=letter, unmodifiedText=letter, key=letter)
            key(devtools, "keyUp", PACKET, key=letter)


def fusing(devtools: CDPSession, states: list[str]) -> None:
    """Letters are taken back by Backspace without a key ever coming up, and the rest comes in one piece."""
    for before, after in pairwise(["", *states]):
        kept = shared(before, after)
        for _letter in before[kept:]:
            key(devtools, "rawKeyDown", BACKSPACE, key="Backspace", code="Backspace")
        if after[kept:]:
            devtools.send("Input.insertText", {"text": after[kept:]})


def shared(one: str, other: str) -> int:
    """How many letters the two begin with alike."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


KINDS: dict[str, Callable[[CDPSession, list[str]], None]] = {
    "composition": composing,
    "backspace": taking_back,
    "fused": fusing,
}
