"""The product while something breaks: real server processes, a PostgreSQL and a Redis of their own; see docs/testing.md."""
