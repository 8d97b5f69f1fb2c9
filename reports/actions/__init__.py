"""Reports draft themselves, are written, judged and reminded of."""
