"""Numbers as Vietnamese offices type them: `99,5`, `99.5`, `1.250.000`."""

import re
from decimal import Decimal

NUMBER = r"\d[\d.,]*\d|\d"

_WHOLE = re.compile(r"\d+|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,}")
_VIETNAMESE = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+")
_ONE_MARK = re.compile(r"(\d+)[.,](\d+)")


class AmbiguousNumber(ValueError):
    """One mark before exactly three digits: `1.000` may be a thousand or one."""


def read_number(text: str) -> Decimal | None:
    """Return the number, None when the text is none. Raises AmbiguousNumber."""
    if _WHOLE.fullmatch(text):
        return Decimal(re.sub(r"[.,]", "", text))
    if _VIETNAMESE.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(text):
        return Decimal(text.replace(",", ""))
    match = _ONE_MARK.fullmatch(text)
    if not match:
        return None
    if len(match[2]) == 3 and len(match[1]) <= 3 and match[1] != "0":
        raise AmbiguousNumber(text)
    return Decimal(f"{match[1]}.{match[2]}")
