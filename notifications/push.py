"""Waking sockets: a hint that says "look again" and carries no state."""

import asyncio
import hashlib
import logging
from collections.abc import Collection
from uuid import UUID

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

log = logging.getLogger(__name__)

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


def end_session(user_id: UUID, mark: str) -> None:
    """Close the sockets that were opened with this session."""
    send({user_id: {"type": "session.end", "session": mark}})


def send(messages: dict[UUID, dict[str, str]]) -> None:
    """Send one message to each person's group, from whichever thread; what cannot be sent is logged only.

    A hint is only a hint: the rows are there, and windows also ask by themselves.
    """
    if not messages:
        return
    if _loop is not None and _loop.is_running():
        asyncio.run_coroutine_threadsafe(send_all(messages), _loop)
    else:
        async_to_sync(send_all)(messages)


async def send_all(messages: dict[UUID, dict[str, str]]) -> None:
    """Send all messages, one after the other, on the loop that runs this; the first that fails ends it."""
    layer = get_channel_layer()
    if layer is None:
        return
    try:
        for user_id, message in messages.items():
            await layer.group_send(group_of(user_id), message)
    except Exception as error:  # noqa: BLE001 layers raise what their transport raises; one line will do
        log.warning("hints for %d people were not sent: %r", len(messages), error)
