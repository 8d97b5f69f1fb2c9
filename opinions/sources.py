"""Where the rules stand that this app says: its codes, by their source."""

from workflow.sources import SOFTWARE, Sources

SOURCES: Sources = {
    SOFTWARE: (
        "adopted",
        "agrees-missing",
        "due-past",
        "due-too-far",
        "lapsed",
        "nobody-to-ask",
        ("text-missing", "Write the opinion."),
    ),
}
