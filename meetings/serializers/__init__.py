"""Shapes over the wire."""
