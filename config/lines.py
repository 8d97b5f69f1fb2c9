"""How the log says what went wrong: a fault of ours with its traceback, an outage in one line."""

import logging
from copy import copy

from organization.http.outages import outage_of


class Line(logging.Formatter):
    """The traceback of a lost connection or a full disk tells an administrator nothing that its message does not."""

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        if not (outage := outage_of(error)):
            return super().format(record)
        short = copy(record)
        short.exc_info = short.exc_text = None
        return f"{super().format(short)} ({outage}: {error!r})"
