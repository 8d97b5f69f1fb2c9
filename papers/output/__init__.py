"""Documents as offices file them, written from plain data."""
