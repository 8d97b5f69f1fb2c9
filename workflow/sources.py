"""Where each rule stands: every code of a reason is declared once by the app that says it, with the paper that it follows.

A code that is said with sentences of several sources is declared with its sentence: (code, msgid); without, it is meant whatever
the sentence. `tests/contracts/test_sources.py` refuses a code without a source, and a declared one that nothing says.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Source:
    """A paper and the place in it where a rule stands.

    Attributes:
        name: msgid; as people cite it.
        valid_from: when the paper took effect, or its date where it does not say; None: the software's own rule.
    """

    name: str
    valid_from: date | None = None


NOTICE, DECREE = date(2025, 7, 25), date(2020, 3, 5)
NOTICE_I = Source(_("Notice 242/TB-CĐSL, section I"), NOTICE)
NOTICE_I_1 = Source(_("Notice 242/TB-CĐSL, section I.1"), NOTICE)
NOTICE_II_7 = Source(_("Notice 242/TB-CĐSL, section II.7"), NOTICE)
NOTICE_II_8 = Source(_("Notice 242/TB-CĐSL, section II.8"), NOTICE)
NOTICE_APPENDIX_2 = Source(_("Notice 242/TB-CĐSL, Appendix 2"), NOTICE)
DECREE_8_2 = Source(_("Decree 30/2020/NĐ-CP, Art. 8(2)"), DECREE)
SOFTWARE = Source(_("Rule of the software"))

Ruled = str | tuple[str, str]
Sources = Mapping[Source, Iterable[Ruled]]

#: What every app declared.
DECLARED: dict[Ruled, Source] = {}

#: What is said here.
SOURCES: Sources = {
    SOFTWARE: (
        "already-done",
        "approved",
        "changed-meanwhile",
        "discarded",
        "not-for-this-kind",
        "not-marked",
        "not-permitted",
        "not-submitted",
        "outside-consolidation",
        "outside-meeting",
        "own-draft",
        "period-closed",
        "reason-missing",
        "reviewed",
        "row-gone",
        "separation-of-duties",
        "stale",
        "submitted",
        "unanswered",
        "wrong-state",
    ),
}


def declare(sources: Sources) -> None:
    """Makes known where an app's rules stand; called once at start-up.

    Raises:
        ValueError: another app gives this code another source; both then declare it with its sentence.
    """
    for source, ruled in sources.items():
        for rule in ruled:
            if DECLARED.setdefault(rule, source) != source:
                raise ValueError(f"{rule} has two sources; declare it with its sentence.")


def source_of(code: str, message: str) -> Source | None:
    """Where the rule stands that a sentence says; None: nobody declared it."""
    return DECLARED.get((code, message)) or DECLARED.get(code)
