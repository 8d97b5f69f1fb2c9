"""The socket of one browser window. It only ever says "look again"."""

import asyncio
import contextlib
from uuid import UUID

from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncJsonWebsocketConsumer
from django.contrib.auth import get_user
from django.http import HttpRequest

from organization.models import User

from .push import group_of, session_mark

RECHECK_SECONDS = 60
NOT_LOGGED_IN = 4401


class NowhereConsumer(AsyncJsonWebsocketConsumer):
    """The socket of an address that does not exist: refused, without a word in the log."""

    async def connect(self) -> None:
        await self.close()


class NotificationConsumer(AsyncJsonWebsocketConsumer):
    """Joins the person's group; closes with the session, on logout, and when the account is shut."""

    user_id: UUID
    mark: str
    recheck: "asyncio.Task[None] | None" = None

    async def connect(self) -> None:
        user = self.scope.get("user")
        if not isinstance(user, User):
            # Accepted first: a browser sees the close code only of a socket that was open.
            await self.accept()
            await self.close(NOT_LOGGED_IN)
            return
        self.user_id = user.id
        self.mark = session_mark(self.scope["session"].session_key)
        await self.channel_layer.group_add(group_of(user.id), self.channel_name)
        await self.accept()
        self.recheck = asyncio.create_task(self.watch_session())

    async def disconnect(self, code: int) -> None:
        if self.recheck is not None:
            self.recheck.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self.recheck
            await self.channel_layer.group_discard(group_of(self.user_id), self.channel_name)

    async def receive(
        self, text_data: str | None = None, bytes_data: bytes | None = None, **_: object
    ) -> None:
        """A window says nothing that matters, in whichever form."""

    async def look_again(self, event: dict[str, str]) -> None:
        await self.send_json({"type": "look-again"})

    async def session_end(self, event: dict[str, str]) -> None:
        if event["session"] == self.mark:
            await self.close(NOT_LOGGED_IN)

    async def watch_session(self) -> None:
        """A session can end without a word (expiry, account shut): look once a minute."""
        while True:
            await asyncio.sleep(RECHECK_SECONDS)
            if not await self.still_logged_in():
                await self.close(NOT_LOGGED_IN)
                return

    @database_sync_to_async
    def still_logged_in(self) -> bool:
        session = self.scope["session"]
        request = HttpRequest()
        request.session = type(session._wrapped if hasattr(session, "_wrapped") else session)(
            session.session_key
        )
        user = get_user(request)
        return bool(user.is_authenticated) and user.pk == self.user_id
