"""Cases over HTTP; what other apps take from here."""

from .cases import outcome_shape

__all__ = ["outcome_shape"]
