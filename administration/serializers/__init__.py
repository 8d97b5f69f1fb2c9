"""Administration over the wire."""
