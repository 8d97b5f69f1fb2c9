"""Where the rules stand that this app says: its codes, by their source."""

from workflow.sources import SOFTWARE, Sources

SOURCES: Sources = {
    SOFTWARE: (
        ("cause-missing", "Write why it cannot be done in time."),
        "cited",
        "day-changed",
        "day-not-later",
        "day-past",
        "day-too-far",
        "extension-open",
        "led-by-another",
        "led-by-class",
        "led-by-nobody",
        "row-not-in-force",
        "row-recurring",
        "row-stopped",
        "row-waiting",
        "row-without-day",
        "terms-unknown",
    ),
}
