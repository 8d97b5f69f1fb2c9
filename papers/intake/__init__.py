"""Documents as offices write them, read into rows; every problem with its row and field."""
