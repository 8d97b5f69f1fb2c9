"""The content that is signed, as the ledger asks for it, and what else changes with an act; set-based."""
