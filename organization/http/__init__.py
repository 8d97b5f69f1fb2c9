"""What every endpoint of the API keeps to: problem documents, strict input, cursor pages, preconditions."""
