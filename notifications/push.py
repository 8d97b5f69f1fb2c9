"""Waking sockets: a hint that says "look again" and carries no state."""

import asyncio
import hashlib
import threading
from collections.abc import Collection
from uuid import UUID

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

#: Set when rows wait for a position; the job thread of the same process sleeps on it.
pending = threading.Event()
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
    """Send one message to each person's group, from whichever thread."""
    if not messages:
        return
    if _loop is not None and _loop.is_running():
        asyncio.run_coroutine_threadsafe(send_all(messages), _loop)
    else:
        async_to_sync(send_all)(messages)


async def send_all(messages: dict[UUID, dict[str, str]]) -> None:
    """Send all messages, one after the other, on the loop that runs this."""
    layer = get_channel_layer()
    if layer is not None:
        for user_id, message in messages.items():
            await layer.group_send(group_of(user_id), message)
