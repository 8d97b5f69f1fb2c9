"""What is declared once."""

#: The event that a person is told of with each digest.
DUE_SOON = "due-soon"
