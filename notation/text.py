"""Vietnamese text made comparable: composed, without stray blanks, folded for searching."""

import re
import unicodedata

# Zero-width characters, soft hyphens and direction marks arrive with text pasted from web pages.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
# XML 1.0 cannot carry these, so neither a workbook nor a Word file can.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# The same without what XML carries although it is drawn as nothing: this is not taken from anybody.
_NOWHERE_KEPT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"\s+")
#: All of Vietnamese; marks of other scripts are looked up letter by letter.
_ACCENTS = re.compile("[\u0300-\u036f]+")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


# Letters that are drawn as nothing: fillers of Hangul, the blank pattern of Braille.
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def written(text: str) -> bool:
    """Whether anything that can be seen is written: a letter, figure, sign or mark of punctuation."""
    first = text[:1]
    if first.isalnum() and first not in _FILLERS:  # nearly every text, asked ten times a row
        return True
    return text != "" and any(
        unicodedata.category(letter)[0] in "LNPS" and letter not in _FILLERS for letter in text
    )


def not_kept(text: str) -> str:
    """The first character of the text that neither a workbook nor the database can hold, as "U+000B"; else ""."""
    found = _NOWHERE_KEPT.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def one_line(text: str) -> str:
    """Return the text composed (NFC), on one line, with single blanks and nothing invisible."""
    # Nearly every text: nothing invisible, no control character, no blank but the usual one.
    plain = text.isprintable()
    visible = text if plain else _CONTROL.sub("", _INVISIBLE.sub("", text))
    line = unicodedata.normalize("NFC", visible)
    return (line if plain and "  " not in line else _BLANKS.sub(" ", line)).strip()


def shortened(text: str, most: int) -> str:
    """Return the text on one line of at most so many letters, cut after a word where it is longer."""
    line = one_line(text)
    if len(line) <= most:
        return line
    head, blank, _rest = line[:most].rpartition(" ")
    return f"{(head if blank else line[: most - 1]).rstrip(' ,;:.–-')}…"


def tidy(text: str) -> str:
    """Return the text as `one_line` does, keeping its line breaks; empty lines are dropped."""
    if text.isprintable():  # one line
        return one_line(text)
    lines = (one_line(line) for line in _LINE_BREAK.split(text))
    return "\n".join(line for line in lines if line)


def excerpt(text: str, most: int = 160) -> str:
    """Return the text on one line, cut where it would be longer than `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"


def fold(text: str) -> str:
    """Return the text for matching without accents or case: "Kế hoạch" becomes "ke hoach".

    `đ` has no Unicode decomposition, so it is replaced by name; everything else loses its marks.
    """
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", one_line(text))).replace("đ", "d").replace("Đ", "d")
    if bare.isascii():
        return bare.lower()
    bare = "".join(letter for letter in bare if unicodedata.category(letter) != "Mn")
    return unicodedata.normalize("NFC", bare.lower())


def plain_dashes(text: str) -> str:
    """Return the text with every kind of dash as a hyphen: "2025 – 2026" becomes "2025 - 2026"."""
    return _DASHES.sub("-", text)
