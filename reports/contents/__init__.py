"""The content that reports sign, computed from plans and words as they stand; set-based."""
