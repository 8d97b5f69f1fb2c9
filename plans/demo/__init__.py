"""The demo: two institutions from their own documents, with people who do not exist, walked by the real acts."""

from .build import build, is_built
from .people import logins

__all__ = ["build", "is_built", "logins"]
