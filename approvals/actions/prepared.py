"""The statements of an act are prepared, those of lists are not."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

#: After so many uses of a statement on one connection the server keeps it.
USES = 5


@contextmanager
def prepared() -> Iterator[None]:
    """For so long PostgreSQL keeps what it has read and planned of a statement.

    An act sends the same few statements about single rows, and half of its time was their planning. A list is planned for
    what is asked of it: kept, it would be planned for whatever may be asked, 15 times as slow (config.settings).
    """
    if connection.vendor != "postgresql":
        yield
        return
    connection.ensure_connection()
    session = connection.connection
    before = session.prepare_threshold
    session.prepare_threshold = USES
    try:
        yield
    finally:
        session.prepare_threshold = before
