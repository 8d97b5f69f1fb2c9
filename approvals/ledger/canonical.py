"""What is hashed: canonical JSON (RFC 8785), text in Unicode NFC, numbers as strings."""

import hashlib
from typing import TypeAlias
from unicodedata import normalize

import rfc8785

#: What is left of a value that is hashed.
Settled: TypeAlias = "str | bool | list[Settled] | dict[str, Settled] | None"


def settle(value: object) -> Settled:
    """The value with every text in NFC and every number as a string, ready to be hashed."""
    if isinstance(value, dict):
        return {normalize("NFC", str(key)): settle(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [settle(item) for item in value]
    if value is None or isinstance(value, bool):
        return value
    return normalize("NFC", str(value))


def canonical(value: object) -> str:
    """Canonical JSON of a settled value, as text."""
    return rfc8785.dumps(settle(value)).decode("utf-8")


def sha256(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def digest(value: object) -> str:
    """SHA-256 of the canonical JSON of a value."""
    return sha256(canonical(value))
