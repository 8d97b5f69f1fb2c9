"""Reports and what follows them, one screenful at a time."""
