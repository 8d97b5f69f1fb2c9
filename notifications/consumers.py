"""The socket of one browser window. It only ever says "look again"."""

import asyncio
import logging
from collections.abc import Collection
from uuid import UUID
from weakref import WeakKeyDictionary

from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncJsonWebsocketConsumer
from django.utils import timezone

from organization.models import User
from organization.queries import Standing, standings

from .push import group_of, session_mark
from .queries import live_sessions

log = logging.getLogger(__name__)
#: Whatever ends a session, an account, a password or a post, the windows that stand on it are closed within 5 s.
LOOK_SECONDS = 3.0
NOT_LOGGED_IN = 4401


class NowhereConsumer(AsyncJsonWebsocketConsumer):
    """The socket of an address that does not exist: refused, without a word in the log."""

    async def connect(self) -> None:
        await self.close()


class NotificationConsumer(AsyncJsonWebsocketConsumer):
    """Joins the person's group; closes with what it stands on, see `Watch`, and on logout at once.

    A browser opens it again: who is still somebody then goes on, on what there is.
    """

    user_id: UUID
    session_key: str
    standing: Standing | None = None

    async def connect(self) -> None:
        user = self.scope.get("user")
        if not isinstance(user, User):
            # Accepted first: a browser sees the close code only of a socket that was open.
            await self.accept()
            await self.close(NOT_LOGGED_IN)
            return
        self.user_id, self.session_key = user.id, self.scope["session"].session_key
        found = await database_sync_to_async(standings)([user.id], timezone.now())
        self.standing = found.get(user.id)
        await self.channel_layer.group_add(group_of(user.id), self.channel_name)
        await self.accept()
        watch_here().add(self)

    async def disconnect(self, code: int) -> None:
        if self.standing is not None:
            watch_here().discard(self)
            await self.channel_layer.group_discard(group_of(self.user_id), self.channel_name)

    async def receive(
        self, text_data: str | None = None, bytes_data: bytes | None = None, **_: object
    ) -> None:
        """A window says nothing that matters, in whichever form."""

    async def look_again(self, event: dict[str, str]) -> None:
        await self.send_json({"type": "look-again"})

    async def session_end(self, event: dict[str, str]) -> None:
        if event["session"] == session_mark(self.session_key):
            watch_here().discard(self)
            await self.close(NOT_LOGGED_IN)


class Watch:
    """Looks after all open windows of a process: three statements every three seconds, however many there are."""

    def __init__(self) -> None:
        self.windows: set[NotificationConsumer] = set()
        self.task: asyncio.Task[None] | None = None

    def add(self, window: NotificationConsumer) -> None:
        """Looks after this window from now on."""
        self.windows.add(window)
        if self.task is None:
            self.task = asyncio.create_task(self.look())

    def discard(self, window: NotificationConsumer) -> None:
        """The window is closed."""
        self.windows.discard(window)
        if not self.windows and self.task is not None:
            self.task.cancel()
            self.task = None

    async def look(self) -> None:
        """Closes what has lost its ground, until no window is left; a database that is away ends nothing."""
        while self.windows:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                ended = await database_sync_to_async(ended_among)(list(self.windows))
            except Exception as error:  # noqa: BLE001 whatever it was, the next look may find better
                log.warning("windows could not be looked after: %r", error)
                continue
            still_open = self.windows.intersection(ended)
            self.windows -= still_open
            for window in still_open:
                await window.close(NOT_LOGGED_IN)
        self.task = None


def ended_among(windows: Collection[NotificationConsumer]) -> list[NotificationConsumer]:
    """Those whose session, account, password or one of whose posts has ended; the others stand on what is now."""
    now = timezone.now()
    live = live_sessions({window.session_key for window in windows}, now)
    found = standings({window.user_id for window in windows}, now)
    ended = []
    for window in windows:
        before, later = window.standing, found.get(window.user_id)
        if window.session_key in live and before is not None and before.goes_on_in(later):
            window.standing = later
        else:
            ended.append(window)
    return ended


_watches: "WeakKeyDictionary[asyncio.AbstractEventLoop, Watch]" = WeakKeyDictionary()


def watch_here() -> Watch:
    """The watch of the running loop."""
    return _watches.setdefault(asyncio.get_running_loop(), Watch())
