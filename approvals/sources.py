"""Where the rules stand that this app says: its codes, by their source."""

from workflow.sources import DECREE_8_2, SOFTWARE, Sources

SOURCES: Sources = {
    DECREE_8_2: (
        "issued-number-missing",
        "issued-date-missing",
        "issued-signer-missing",
    ),
    SOFTWARE: (
        "answered",
        "argument-missing",
        "capacity",
        "day-far",
        "day-past",
        "evidence-unknown",
        "file-changed",
        "file-empty",
        "file-lost",
        "file-missing",
        "file-too-large",
        "file-type",
        "ground-missing",
        "ground-unknown",
        "inside-twice",
        "issued-date-future",
        "issued-evidence-missing",
        "key-reused",
        "link-unknown",
        "mark-unknown",
        "no-office",
        "not-able",
        "not-open",
        "not-permitted",
        "not-then",
        "open-already",
        "period-open",
        "person-unknown",
        "reason-missing",
        "unknown-format",
        "withdrawn",
    ),
}
