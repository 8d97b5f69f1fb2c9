"""Cases over HTTP; what other apps take from here."""

from .outcomes import outcome_shape

__all__ = ["outcome_shape"]
