"""A verdict follows the word: it remembers which one it judged. Pure."""

from approvals.ledger.canonical import digest
from reports.words import Said


def word_digest(word: Said | None) -> str:
    """The digest of a signed word; empty where nothing was said."""
    return "" if word is None or word.done is None else digest(word.to_content())
