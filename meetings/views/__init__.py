"""Consolidations and meetings over HTTP."""
