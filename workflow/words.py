"""What an act is called and told as, declared beside the edges that it goes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Declared = TypeVar("Declared", bound=Callable[..., None])


@dataclass(frozen=True, slots=True)
class Act:
    """An act of the machine, as everyone names it.

    Attributes:
        code: on the wire, in procedures and in the ledger; follows from the method that declares its edges.
        method: of Case.
        name: msgid; what was done, inside a sentence ("approve").
        told: msgid of what people are told of it, with %(actor)s and %(title)s.
        look: key of its picture on a screen.
        backward: whether it is drawn as a step back.
    """

    code: str
    method: str
    name: str
    told: str
    look: str
    backward: bool


@dataclass(frozen=True, slots=True)
class Called:
    """What an act is called in one kind: the event that people are told of, and the msgid of its name in a sentence."""

    event: str
    name: str


def act(name: str, told: str, *, look: str, backward: bool = False) -> Callable[[Declared], Declared]:
    """Declares an act: put above the transitions of its method."""

    def declare(method: Declared) -> Declared:
        code = method.__name__.rstrip("_").replace("_", "-")
        method.__dict__["act"] = Act(code, method.__name__, name, told, look, backward)
        return method

    return declare
