"""Consolidations and meetings as one screen shows them."""
