"""Waking sockets: a hint that says "look again" and carries no state."""

import asyncio
import hashlib
import logging
import threading
import time
from collections.abc import Collection
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeout
from uuid import UUID

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

log = logging.getLogger(__name__)
AGAIN_SECONDS = 2.5
LONGEST_SECONDS = 30

_loop: asyncio.AbstractEventLoop | None = None


def keep_loop(loop: asyncio.AbstractEventLoop | None) -> None:
    """Remember the server's event loop: the in-memory layer answers at once only from there."""
    global _loop
    _loop = loop


def group_of(user_id: UUID) -> str:
    """The name of a person's group of sockets."""
    return f"person.{user_id.hex}"


def session_mark(session_key: str) -> str:
    """What stands for a session outside of it: never the key itself."""
    return hashlib.sha256(session_key.encode()).hexdigest()


def look_again(user_ids: Collection[UUID]) -> None:
    """Tell every open window of these people to fetch what is new; one coroutine for all."""
    send({user_id: {"type": "look.again"} for user_id in user_ids})


def end_sessions(user_id: UUID, marks: Collection[str]) -> None:
    """Close the sockets that were opened with these sessions of the person."""
    for mark in marks:
        send({user_id: {"type": "session.end", "session": mark}})


def send(messages: dict[UUID, dict[str, str]]) -> None:
    """Send one message to each person's group, from whichever thread; what cannot be sent now is sent later.

    A hint is only a hint: the rows are there, and windows also ask by themselves.
    """
    if not messages:
        return
    if _loop is not None and _loop.is_running():
        asyncio.run_coroutine_threadsafe(send_all(messages), _loop)
    else:
        async_to_sync(send_all)(messages)


async def send_all(messages: dict[UUID, dict[str, str]]) -> None:
    """Send all messages on the loop that runs this; when one fails, all are kept until they can be sent."""
    pairs = list(messages.items())
    if not await are_sent(pairs):
        _missed.keep(pairs)


async def are_sent(pairs: Collection[tuple[UUID, dict[str, str]]]) -> bool:
    """Send the messages, one after the other; False when one failed, which ends it."""
    layer = get_channel_layer()
    if layer is None:
        return True
    try:
        for user_id, message in pairs:
            await layer.group_send(group_of(user_id), message)
    except Exception as error:  # noqa: BLE001 layers raise what their transport raises; one line will do
        log.warning("hints for %d people were not sent: %r", len(pairs), error)
        return False
    return True


class Missed:
    """What could not be sent while the transport was away: each message once, however often it was meant.

    A thread tries until all is sent, then sends it once more: another process may have come back later than this
    one. To look twice harms nobody.
    """

    def __init__(self) -> None:
        self._pairs: dict[tuple[UUID, str], dict[str, str]] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def keep(self, pairs: Collection[tuple[UUID, dict[str, str]]]) -> None:
        """Sends them as soon as that is possible."""
        with self._lock:
            self._pairs |= {(user_id, str(message)): message for user_id, message in pairs}
            if self._thread is None:
                self._thread = threading.Thread(target=self._send, name="hints made good", daemon=True)
                self._thread.start()

    def _send(self) -> None:
        while True:
            time.sleep(AGAIN_SECONDS)
            with self._lock:
                kept = dict(self._pairs)
            pairs = [(user_id, message) for (user_id, _), message in kept.items()]
            if not self._sent(pairs):
                continue
            time.sleep(AGAIN_SECONDS)
            if not self._sent(pairs):
                continue
            with self._lock:
                self._pairs = {place: one for place, one in self._pairs.items() if place not in kept}
                if not self._pairs:
                    self._thread = None
                    return

    @staticmethod
    def _sent(pairs: Collection[tuple[UUID, dict[str, str]]]) -> bool:
        loop = _loop
        if loop is None or not loop.is_running():
            return async_to_sync(are_sent)(pairs)
        try:
            return asyncio.run_coroutine_threadsafe(are_sent(pairs), loop).result(LONGEST_SECONDS)
        except (FutureTimeout, CancelledError, RuntimeError):
            return False  # the loop is busy, or ending


_missed = Missed()
