"""Logins, made of names."""

import re
from collections.abc import Collection
from itertools import count

from notation import limits
from notation.text import fold

LOGIN = re.compile(r"[a-z0-9][a-z0-9._\-]*")


def is_login(text: str) -> bool:
    """Whether it can be one: small letters without marks, figures, full stops, hyphens."""
    return bool(LOGIN.fullmatch(text)) and len(text) <= limits.USERNAME


def login_of(full_name: str, taken: Collection[str]) -> str:
    """ "Nguyễn Văn An" -> "nguyen.van.an", "nguyen.van.an2" where that is taken."""
    words = re.findall(r"[a-z0-9]+", fold(full_name)) or ["nguoi.dung"]
    # Room for a number behind it.
    wanted = ".".join(words)[: limits.USERNAME - len(str(limits.ROWS))].strip(".")
    numbered = (f"{wanted}{number}" for number in count(2))
    return wanted if wanted not in taken else next(name for name in numbered if name not in taken)
