"""Where the rules stand that this app says: its codes, by their source."""

from workflow.sources import SOFTWARE, Sources

SOURCES: Sources = {
    SOFTWARE: (
        "answer-missing",
        "due-past",
        "due-too-far",
        "given-already",
        "no-leader",
        "nobody-answers",
        "not-cited",
        "not-passed-on",
        "person-elsewhere",
        "said-ahead",
        "strike-over",
    ),
}
