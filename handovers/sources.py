"""Where the rules stand that this app says: its codes, by their source."""

from workflow.sources import SOFTWARE, Sources

SOURCES: Sources = {
    SOFTWARE: (
        "handover-open",
        "not-followed",
        "not-permitted",
        "nothing-to-hand-over",
        "officer-changed",
        "person-elsewhere",
        "to-oneself",
    ),
}
