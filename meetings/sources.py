"""Where the rules stand that this app says: its codes, by their source."""

from workflow.sources import NOTICE_II_8, SOFTWARE, Sources

SOURCES: Sources = {
    NOTICE_II_8: ("consequence-unknown",),
    SOFTWARE: (
        "already-consolidated",
        "answered",
        "case-unknown",
        "cases-missing",
        "closed",
        "conclusions-exist",
        "consolidation-unknown",
        "goes-alone",
        "heard-elsewhere",
        "is-supplement",
        "item-unheard",
        "meeting-closed",
        "meeting-open",
        "no-conclusions",
        "no-such-year",
        "not-consolidated",
        "not-permitted",
        "not-reviewed",
        "not-signed",
        "nothing-heard",
        "nothing-inside",
        "open-consolidation",
        "other-period",
        "proposal-unknown",
        "reason-missing",
        "row-not-inside",
        "stale",
        "unchecked-unexplained",
    ),
}
